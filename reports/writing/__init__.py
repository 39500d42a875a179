"""What people write for a document: parsed once, into blocks from which every writer works.

Two spellings lead to the same blocks: the tidy HTML of the editor, which is stored, and the plain text of a page
without JavaScript and of the workbook. ``judge`` is the door that every new text comes through; ``html`` and ``text``
read and write the spellings; ``document`` turns blocks into the document tree, from which HTML, PDF and DOCX follow;
``live`` fills in live values; ``drafts`` proposes sentences.
"""
