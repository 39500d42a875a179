"""The HTML of parts of a document, kept per process: after an edit only those are made anew that the edit changed.

A part is known by all that its HTML follows from, compared value by value; so what is kept is never told to be old, it
is another part. What a page says of a place is no part of it, and is put in afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from typing import Final, NamedTuple

from django.utils.safestring import SafeString, mark_safe

from sakip.snapshot.reads import Recent

#: How many documents and pages a process keeps.
MOST: Final = 24

#: Where a page may say something: no text of a document can be mistaken for it, as "<" is escaped there.
_PLACE: Final = re.compile("<!--di:([A-Za-z0-9._-]+)-->")


def place_mark(key: str) -> SafeString:
    """The mark of a part, a table or a figure, which :func:`put_in` replaces."""
    return mark_safe(f"<!--di:{key}-->") if key else SafeString()  # noqa: S308  # a key is checked by number_all


def put_in(html: str, below: Mapping[str, SafeString]) -> SafeString:
    """The HTML with what a page says in the place of each mark."""
    return mark_safe(_PLACE.sub(lambda found: below.get(found[1], ""), html))  # noqa: S308  # both are HTML


class Fragment(NamedTuple):
    """The HTML of a part, what it was made of, and how many tables of narratives it counted."""

    made_of: object
    html: SafeString
    tables: int


class Fragments:
    """The parts of one document as they were shown last, by their keys."""

    def __init__(self) -> None:
        self._kept: dict[str, Fragment] = {}

    def of(self, key: str, made_of: object, make: Callable[[], tuple[str, int]]) -> Fragment:
        """The part as it is kept where it is made of the same, else as it is made now."""
        kept = self._kept.get(key)
        if kept is None or kept.made_of != made_of:
            html, tables = make()
            kept = self._kept[key] = Fragment(made_of, mark_safe(html), tables)  # noqa: S308  # of our templates
        return kept


_OF_DOCUMENTS: Final = Recent(Fragments, MOST)


def fragments_of(*document: Hashable) -> Fragments:
    """Those of the document that bears this name: whose it is, of which year, which; addresses are part of a name."""
    return _OF_DOCUMENTS.of(*document)
