"""BAB I, the end: what the abbreviations of this report stand for."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import Any

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Part, TableBlock
from reports.prose.abbreviations import SINGKATAN, abbreviations_in
from reports.publish.naskah import Naskah
from sakip.snapshot.codec import stored_names, to_plain
from sakip.snapshot.reads import MOST_PARTS, kept_for
from sakip.snapshot.types import Snapshot

#: What the report says of itself, whatever is recorded.
_ALWAYS = frozenset({"IKU", "LKIP", "RKT", "SAKIP"})
#: Beside each other in a row.
_PAIRS = 2


def daftar_singkatan(naskah: Naskah) -> tuple[Part, ...]:
    """Those of the list that stand in what is recorded and written, two beside each other; nothing
    where nothing is recorded in which one stands."""
    written = stands_in(naskah)
    if not written:
        return ()
    meanings = SINGKATAN | dict(naskah.singkatan)
    known = sorted(_ALWAYS | written.keys(), key=str.casefold)
    half = -(-len(known) // _PAIRS)
    pairs = [(known[n], known[n + half] if n + half < len(known) else "") for n in range(half)]
    table = TableBlock(
        key="tabel-singkatan",
        title="Singkatan dan Kepanjangannya",
        columns=columns(11, 39, 11, 39),
        heads=header("Singkatan", "Kepanjangan", "Singkatan", "Kepanjangan"),
        rows=tuple(
            row(*(c for one in pair for c in (cell(one, head=bool(one)), cell(meanings.get(one, "")))))
            for pair in pairs
        ),
        numbered=False,
        shown_title=False,
        size="mini",
    )
    return (Part(key="singkatan", title="Daftar Singkatan", level=2, content=(table,)),)


def stands_in(naskah: Naskah) -> dict[str, str]:
    """The abbreviations that stand in what is recorded and written, with what they stand for."""
    # Part by part: after an edit nearly all of them are those that were read before.
    recorded = (_text_of(getattr(naskah.snapshot, name)) for name in stored_names(Snapshot))
    return abbreviations_in(
        (*recorded, *(unescape(one.isi) for one in naskah.narasi)), dict(naskah.singkatan)
    )


@kept_for(MOST_PARTS)
def _text_of(part: object) -> str:
    """Every text in a part of what is recorded, on a line of its own."""
    return "\n".join(_texts(to_plain(part)))


def _texts(value: Any) -> Iterator[str]:
    """Every text in what is recorded."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
