// What static/js/narasi.js needs of ProseMirror, as one global: a page of ours loads plain scripts.
export { EditorState, Plugin, Selection, TextSelection } from "prosemirror-state";
export { EditorView } from "prosemirror-view";
export { DOMParser, DOMSerializer, Fragment, Schema, Slice } from "prosemirror-model";
export { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from "prosemirror-commands";
export { keymap } from "prosemirror-keymap";
export { closeHistory, history, redo, redoDepth, undo, undoDepth } from "prosemirror-history";
export { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
export { inputRules, wrappingInputRule } from "prosemirror-inputrules";
export {
  addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, goToNextCell,
  isInTable, mergeCells, splitCell, tableEditing, tableNodes, toggleHeaderRow, toggleHeaderColumn,
} from "prosemirror-tables";
