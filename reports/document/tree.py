"""The document as data: parts, paragraphs, tables and figures, before any HTML exists.

Sections (pure) build it, :mod:`reports.html` turns it into the one HTML, from which the PDF is made. Numbers of
chapters, tables and figures, the daftar isi and the daftar tabel follow from this tree, so they cannot disagree
with it. Text is plain; emphasis and fractions are :data:`Inline` pieces; nothing here contains markup except
:class:`Figure` (our own SVG).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sakip.snapshot.types import Berkas

# -- inline ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bold:
    text: str


@dataclass(frozen=True, slots=True)
class Italic:
    text: str


@dataclass(frozen=True, slots=True)
class BoldItalic(Bold):
    """Bold and italic at once; only text written by people has it."""


@dataclass(frozen=True, slots=True)
class Pecahan:
    """A fraction set as a fraction: numerator over denominator, then ``pengali`` ("× 100%")."""

    pembilang: str
    penyebut: str
    pengali: str = "× 100%"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break inside a cell or paragraph."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What no draft may print as if it were settled: highlighted, and words in it or before it say why."""

    piece: str | Bold | Italic


Piece = str | Bold | Italic | Pecahan | LineBreak | Mark
Inline = str | tuple[Piece, ...]

Alignment = Literal["kiri", "kanan", "tengah"]
ListKind = Literal["angka", "kurung-angka", "huruf", "bulatan"]
TableRowKind = Literal["biasa", "kelompok", "subjumlah", "jumlah"]

# -- blocks ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphBlock:
    """``style``: biasa (first line indented, justified), rapat (no indent), tengah, catatan (small)."""

    content: Inline
    style: Literal["biasa", "rapat", "tengah", "catatan"] = "biasa"

    @property
    def is_title(self) -> bool:
        """A line that is bold from end to end titles what follows: it may not be left alone at the foot of a page."""
        return (
            isinstance(self.content, tuple) and len(self.content) == 1 and isinstance(self.content[0], Bold)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    content: Inline
    children: tuple[ItemList, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """A list. ``kind``: angka (1.), kurung-angka ((1)), huruf (a.), bulatan (•); ``start`` is its first number."""

    items: tuple[Item, ...]
    kind: ListKind = "angka"
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """Width in percent of the table (all columns sum to 100) and alignment of its body cells."""

    width: int
    alignment: Alignment = "kiri"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A cell. ``alignment`` overrides the column's; ``head`` makes a body cell a row header."""

    content: Inline = ""
    column: int = 1
    row: int = 1
    alignment: Alignment | None = None
    bold: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """``kind``: biasa, kelompok (a group heading row), subjumlah, jumlah."""

    cells: tuple[TableCell, ...]
    kind: TableRowKind = "biasa"
    indent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """A table with caption, header rows (repeated over pages) and source line.

    ``key`` is unique in the document (anchor). ``numbered`` tables get "Tabel <bab>.<n>" and enter the daftar
    tabel; others (letter forms) print the caption only if ``shown_title``. ``column_numbers`` prints the "(1) (2) …"
    row. Row header cells are marked by ``TableCell.heads``.
    """

    key: str
    title: str
    columns: tuple[TableColumn, ...]
    heads: tuple[tuple[TableCell, ...], ...]
    rows: tuple[TableRow, ...]
    sumber: str = ""
    numbered: bool = True
    shown_title: bool = True
    column_numbers: bool = False
    size: Literal["biasa", "kecil", "mini"] = "biasa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An SVG of ours. ``numbered`` ones get "Gambar <bab>.<n>". ``alt`` tells what it shows, in words."""

    key: str
    title: str
    svg: str
    alt: str
    numbered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FotoBlock:
    """A photo. With a ``key`` it is counted among the figures: "Gambar <bab>.<n>" before its caption."""

    file: Berkas
    keterangan: str
    key: str = ""

    @property
    def title(self) -> str:
        return self.keterangan

    @property
    def numbered(self) -> bool:
        return bool(self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class RumusBlock:
    """A formula typeset on its own line: ``left`` = pembilang / penyebut × pengali."""

    left: str
    pembilang: str
    penyebut: str
    pengali: str = "× 100%"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBlock:
    """Pairs set as "Nama : …" with aligned colons. ``kind``: isian (PK), or anjuran: legal passages ("KESATU")."""

    pairs: tuple[tuple[str, Inline | ItemList], ...]
    kind: Literal["isian", "anjuran"] = "isian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lambang:
    """A coat of arms, and the words for those who do not see it."""

    file: Berkas
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Letterhead: pemerintah kabupaten, kecamatan, address lines, double rule.

    Of two ``lambang`` the first stands at the left of the words, the second at their right.
    """

    pemerintah: str
    instansi: str
    addresses: tuple[str, ...]
    lambang: tuple[Lambang, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTanganBlock:
    """One signature block; ``heads`` are the lines above the space (place and date, "Pihak Pertama", jabatan).

    In the space stands ``stamp``, the QR of an electronic signature, with ``words`` below it; ``words`` alone say what
    becomes of the place.
    """

    heads: tuple[str, ...]
    nama: str
    below: tuple[str, ...]
    stamp: Figure | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """One block (right) or two (left, right)."""

    blocks: tuple[TandaTanganBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Centred title lines of a form (PK, SK, RKT), not part of the numbering."""

    rows: tuple[str, ...]
    large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """Text written by people, as :mod:`reports.writing` reads it."""

    content: tuple[ParagraphBlock | ItemList | TableBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """Starts a new page."""


Block = (
    ParagraphBlock
    | ItemList
    | TableBlock
    | Figure
    | FotoBlock
    | RumusBlock
    | FormBlock
    | Kop
    | SignatureBlock
    | Title
    | Narrative
    | PageBreak
)

# -- parts -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part with its heading. ``level`` 1 is a BAB, lampiran or front part; 2 "A."; 3 "1."; 4 unnumbered.

    ``nomor`` is printed before the title ("BAB I", "A.", "1.", "Lampiran 1"). ``landscape`` puts the part on
    landscape pages. ``shows_title`` False hides the printed heading of a form that brings its own title (the
    heading stays in the bookmarks and the daftar isi).
    """

    key: str
    title: str
    level: int
    nomor: str = ""
    content: tuple[Block, ...] = ()
    children: tuple[Part, ...] = ()
    landscape: bool = False
    shows_title: bool = True
    contents: bool = True

    @property
    def label(self) -> str:
        """The heading in one line, for bookmarks, lists and the running header."""
        return f"{self.nomor} {self.title}".strip()

    @property
    def own_title(self) -> Title | None:
        """What stands for the heading. A form without a title must not lose its heading: nothing would lead to it."""
        return None if self.shows_title else next((b for b in self.content if isinstance(b, Title)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Cover: every ``lambang`` in a row, title lines, kecamatan, kabupaten, year."""

    titles: tuple[str, ...]
    instansi: tuple[str, ...]
    tahun: str
    lambang: tuple[Lambang, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumen:
    """A whole document. ``front`` is numbered i, ii …; ``body`` and ``lampiran`` 1, 2 …; ``head`` is the running
    header.

    ``contents`` tells whether daftar isi and daftar tabel/gambar are printed after the first front part.
    """

    key: str
    title: str
    konsep: bool
    body: tuple[Part, ...]
    head: str = ""
    cover: Cover | None = None
    front: tuple[Part, ...] = ()
    lampiran: tuple[Part, ...] = ()
    contents: bool = True
