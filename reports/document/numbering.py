"""Numbers of tables and figures, and the lists printed in front: all follow from the document tree.

A numbered BAB gives its tables "Tabel 3.1", a lampiran "Tabel L1.1" ("Tabel L.A.1" where it bears a letter or a Roman
figure), also in what follows it without a number of its own; other parts without a number (ikhtisar, a form that stands
alone) share one plain run: "Tabel 1". Pure: no Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, NamedTuple

from reports.document.tree import Dokumen, Figure, FotoBlock, Part, TableBlock
from sakip.snapshot.reads import kept_for

#: Anchors of the lists themselves; they are entries of the daftar isi too.
CONTENTS: Final = "daftar-isi"
TABLE_LIST: Final = "daftar-tabel"
FIGURE_LIST: Final = "daftar-gambar"
_LIST_TITLES: Final = {
    CONTENTS: "Daftar Isi",
    TABLE_LIST: "Daftar Tabel",
    FIGURE_LIST: "Daftar Gambar",
}

#: Deepest heading that the daftar isi prints: BAB, "A.", "1.".
CONTENT_LIST_LEVEL: Final = 3

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


_ROMAN: Final = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)

#: Documents that are numbered once: that of a page, and the one before.
_DOCUMENTS: Final = 2

_WHOLE_WORD: Final = 40
_WORD_END: Final = 10


def lettered(*parts: Part) -> tuple[Part, ...]:
    """The parts of a BAB, numbered A., B., … by their place: a part put between two others moves no other file."""
    return tuple(replace(part, nomor=f"{chr(ord('A') + place)}.") for place, part in enumerate(parts))


def counted(*parts: Part) -> tuple[Part, ...]:
    """The parts below a lettered one, numbered 1., 2., … by their place."""
    return tuple(replace(part, nomor=f"{place}.") for place, part in enumerate(parts, start=1))


def roman(number: int) -> str:
    """A number in small Roman figures."""
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A line of a list in front: the anchor (kunci) it leads to, its number and its words.

    ``level`` is the level of a heading, 0 for a table or figure; ``roman`` says that the page it leads to is
    numbered i, ii …
    """

    id: str
    nomor: str
    title: str
    level: int
    roman: bool

    @property
    def start_title(self) -> str:
        """The title but for its last word; with :attr:`end_title` they let a line keep its page number."""
        end = self.end_title
        whole = self.title.rpartition(" ")[2] == end
        # A line may end where the word is divided, or its end would stand beyond the margin.
        return f"{self.title.rpartition(' ')[0]} " if whole else f"{self.title.removesuffix(end)}\u200b"

    @property
    def end_title(self) -> str:
        """The last word of the title, which stands on one line with the dots and the page number.

        Of a word that is longer than any line keeps its end does: the rest is broken before it.
        """
        word = self.title.rpartition(" ")[2]
        return word if len(word) <= _WHOLE_WORD else word[-_WORD_END:]


class FrontList(NamedTuple):
    """A list printed in front, with its anchor."""

    id: str
    title: str
    entries: tuple[ListEntry, ...]


@dataclass(frozen=True, slots=True)
class Numbering:
    """``nomor`` maps the kunci of every numbered table and figure to its printed number ("Tabel 3.1")."""

    nomor: Mapping[str, str]
    content: tuple[ListEntry, ...]
    tables: tuple[ListEntry, ...]
    figures: tuple[ListEntry, ...]

    @property
    def listing(self) -> tuple[FrontList, ...]:
        """The lists that have entries."""
        lists = zip(_LIST_TITLES.items(), (self.content, self.tables, self.figures), strict=True)
        return tuple(FrontList(id_, title, entries) for (id_, title), entries in lists if entries)


@kept_for(_DOCUMENTS)
def number_all(dokumen: Dokumen) -> Numbering:
    """Number a document; a page asks for that of its document several times.

    Raises :class:`ValueError` when two parts, tables or figures would share an anchor, or a kunci cannot be one:
    links and the daftar isi would lead to the wrong place.
    """
    recorder = _Recorder()
    for nomor, part in enumerate(dokumen.front):
        recorder.note(part, prefix="", roman=True)
        if nomor == 0 and dokumen.contents:
            recorder.insert_list()
    if not dokumen.front and dokumen.contents:
        recorder.insert_list()
    bab = 0
    for part in dokumen.body:
        bab += bool(part.nomor)
        recorder.note(part, prefix=f"{bab}." if part.nomor else "")
    of_their_own = any(part.nomor for part in dokumen.lampiran)
    lampiran, prefix = 0, ""
    for part in dokumen.lampiran:
        if part.nomor or not of_their_own:
            lampiran += 1
            prefix = _appendix_prefix(part.nomor, lampiran)
        recorder.note(part, prefix=prefix)
    return recorder.result()


def _appendix_prefix(nomor: str, place: int) -> str:
    """What the numbers of an appendix begin with. A letter or a Roman figure is parted from the L."""
    mark = nomor.rpartition(" ")[2]
    return f"L.{mark}." if mark and not mark.isdigit() else f"L{place}."


def traverse(part: Part) -> Iterator[Part]:
    """The part and everything below it, in printed order."""
    yield part
    for child in part.children:
        yield from traverse(child)


class _Recorder:
    """Walks the parts once, in printed order, and keeps the running numbers."""

    def __init__(self) -> None:
        self._id: set[str] = set()
        self._nomor: dict[str, str] = {}
        self._order: dict[tuple[str, str], int] = {}
        self._content: list[ListEntry] = []
        self._listing: dict[str, list[ListEntry]] = {"Tabel": [], "Gambar": []}
        self._list_places: int | None = None

    def note(self, peak: Part, *, prefix: str, roman: bool = False) -> None:
        for part in traverse(peak):
            self._use(part.key)
            if part.contents and part.level <= CONTENT_LIST_LEVEL:
                self._content.append(ListEntry(part.key, part.nomor, part.title, part.level, roman))
            for block in part.content:
                if isinstance(block, TableBlock):
                    self._give("Tabel", block, prefix, roman)
                elif isinstance(block, Figure) or (isinstance(block, FotoBlock) and block.key):
                    self._give("Gambar", block, prefix, roman)

    def insert_list(self) -> None:
        """Remember where the lists stand; which of them exist is known only at the end."""
        self._list_places = len(self._content)

    def result(self) -> Numbering:
        tables, figures = self._listing["Tabel"], self._listing["Gambar"]
        if self._list_places is not None:
            empty = {TABLE_LIST: not tables, FIGURE_LIST: not figures}
            present = [id_ for id_ in _LIST_TITLES if not empty.get(id_)]
            for id_ in present:
                self._use(id_)
            self._content[self._list_places : self._list_places] = [
                ListEntry(id_, "", _LIST_TITLES[id_], 1, roman=True) for id_ in present
            ]
        return Numbering(MappingProxyType(self._nomor), tuple(self._content), tuple(tables), tuple(figures))

    def _give(self, kind: str, block: TableBlock | Figure | FotoBlock, prefix: str, roman: bool) -> None:
        self._use(block.key)
        if not block.numbered:
            return
        order = self._order[kind, prefix] = self._order.get((kind, prefix), 0) + 1
        self._nomor[block.key] = f"{kind} {prefix}{order}"
        self._listing[kind].append(ListEntry(block.key, self._nomor[block.key], block.title, 0, roman))

    def _use(self, id_: str) -> None:
        if not _KEY.fullmatch(id_):
            raise ValueError(f"kunci dokumen hanya boleh berisi huruf, angka, titik, garis: {id_!r}")
        if id_ in self._id:
            raise ValueError(f"kunci dokumen dipakai dua kali: {id_!r}")
        self._id.add(id_)
