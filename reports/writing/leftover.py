"""Markers that no value was put in for: they stand marked wherever they are printed, whoever wrote them where.

In a narrative and in the caption of a photo values are put in; what is left there nobody knows. Elsewhere a marker
means nothing, and yet it may have been typed there. Pure: no Django.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, Final, TypeVar, get_type_hints

from reports.document import tree
from reports.document.tree import Bold, Inline, Italic, Mark, Piece
from reports.writing.live import unknown_markers
from sakip.snapshot.reads import field_names

T = TypeVar("T")

#: Strings of a document that nobody reads as they are.
_NO_WORDS: Final = frozenset({"key", "svg"})


def has_brace(value: object) -> bool:
    """Whether a text of a frozen value has what a marker begins with."""
    if isinstance(value, str):
        return "{" in value
    if isinstance(value, tuple):
        return any(map(has_brace, value))
    shape: Any = type(value)
    return any(has_brace(getattr(value, name)) for name in field_names(shape) or ())


def mark_leftovers(node: T) -> T:
    """A document, or a part of one, with every marker marked that was left over in it; itself where there is none."""
    shape: Any = type(node)
    if not is_dataclass(node) or shape.__module__ != tree.__name__:
        return node
    changes = {}
    for name, mark in _words_of(shape):
        value = getattr(node, name)
        if (marked := mark(value)) is not value:
            changes[name] = marked
    return replace(node, **changes) if changes else node  # type: ignore[type-var]


@cache
def _words_of(shape: type[Any]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """The fields in which words may stand, each with how they are marked."""
    hints = get_type_hints(shape)
    ways: dict[Any, Callable[[Any], Any]] = {Inline: _inline, hints.get("pairs"): _pairs}
    return tuple((f.name, ways.get(hints[f.name], _marked)) for f in fields(shape) if f.name not in _NO_WORDS)


def _marked(value: Any) -> Any:
    if isinstance(value, str):
        said = (_unsettled(one) if unknown else one for one, unknown in unknown_markers(value))
        return "".join(said) if "{" in value else value
    return _each(value, _marked) if isinstance(value, tuple) else mark_leftovers(value)


def _pairs(pairs: tuple[tuple[str, Any], ...]) -> tuple[tuple[str, Any], ...]:
    def pair(one: tuple[str, Any]) -> tuple[str, Any]:
        label, said = one
        marked = mark_leftovers(said) if is_dataclass(said) else _inline(said)
        return one if marked is said else (label, marked)

    return _each(pairs, pair)


def _each(values: tuple[Any, ...], mark: Callable[[Any], Any]) -> tuple[Any, ...]:
    marked = tuple(map(mark, values))
    return values if all(map(is_, marked, values)) else marked


def _inline(content: Inline) -> Inline:
    pieces = (content,) if isinstance(content, str) else content
    marked = tuple(new for piece in pieces for new in _piece(piece))
    return content if all(map(is_, marked, pieces)) and len(marked) == len(pieces) else marked


def _piece(piece: Piece) -> Iterable[Piece]:
    if isinstance(piece, Mark):
        return (new if isinstance(new, Mark) else Mark(new) for new in _words(piece.piece))
    return _words(piece) if isinstance(piece, str | Bold | Italic) else (mark_leftovers(piece),)


def _words(piece: str | Bold | Italic) -> Iterator[str | Bold | Italic | Mark]:
    text, look = (piece, str) if isinstance(piece, str) else (piece.text, type(piece))
    if "{" not in text:
        yield piece
        return
    for said, unknown in unknown_markers(text):
        yield Mark(look(_unsettled(said))) if unknown else look(said)


def _unsettled(marker: str) -> str:
    return f"[tidak dikenal: {' '.join(marker.split())}]"
