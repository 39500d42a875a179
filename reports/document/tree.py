"""The document as data: parts, paragraphs, tables and figures, before any HTML exists.

Sections (pure) build it, :mod:`reports.html` turns it into the one HTML, from which the PDF is made. Numbers of
chapters, tables and figures, the daftar isi and the daftar tabel follow from this tree, so they cannot disagree
with it. Text is plain; emphasis and fractions are :data:`Sebaris` pieces; nothing here contains markup except
:class:`Gambar` (our own SVG).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sakip.snapshot.types import Berkas

# -- inline ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tebal:
    teks: str


@dataclass(frozen=True, slots=True)
class Miring:
    teks: str


@dataclass(frozen=True, slots=True)
class TebalMiring(Tebal):
    """Bold and italic at once; only text written by people has it."""


@dataclass(frozen=True, slots=True)
class Pecahan:
    """A fraction set as a fraction: numerator over denominator, then ``pengali`` ("× 100%")."""

    pembilang: str
    penyebut: str
    pengali: str = "× 100%"


@dataclass(frozen=True, slots=True)
class Baris:
    """A line break inside a cell or paragraph."""


Potongan = str | Tebal | Miring | Pecahan | Baris
Sebaris = str | tuple[Potongan, ...]

Rata = Literal["kiri", "kanan", "tengah"]
JenisDaftar = Literal["angka", "kurung-angka", "huruf", "bulatan"]
JenisBaris = Literal["biasa", "kelompok", "subjumlah", "jumlah"]

# -- blocks ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraf:
    """``gaya``: biasa (first line indented, justified), rapat (no indent), tengah, catatan (small)."""

    isi: Sebaris
    gaya: Literal["biasa", "rapat", "tengah", "catatan"] = "biasa"

    @property
    def is_title(self) -> bool:
        """A line that is bold from end to end titles what follows: it may not be left alone at the foot of a page."""
        return isinstance(self.isi, tuple) and len(self.isi) == 1 and isinstance(self.isi[0], Tebal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Butir:
    isi: Sebaris
    anak: tuple[Daftar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Daftar:
    """A list. ``jenis``: angka (1.), kurung-angka ((1)), huruf (a.), bulatan (•); ``mulai`` is its first number."""

    butir: tuple[Butir, ...]
    jenis: JenisDaftar = "angka"
    mulai: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """Width in percent of the table (all columns sum to 100) and alignment of its body cells."""

    lebar: int
    rata: Rata = "kiri"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sel:
    """A cell. ``rata`` overrides the column's; ``kepala`` makes a body cell a row header."""

    isi: Sebaris = ""
    kolom: int = 1
    baris: int = 1
    rata: Rata | None = None
    tebal: bool = False
    kepala: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTabel:
    """``jenis``: biasa, kelompok (a group heading row), subjumlah, jumlah."""

    sel: tuple[Sel, ...]
    jenis: JenisBaris = "biasa"
    inden: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A table with caption, header rows (repeated over pages) and source line.

    ``kunci`` is unique in the document (anchor). ``bernomor`` tables get "Tabel <bab>.<n>" and enter the daftar
    tabel; others (letter forms) print the caption only if ``judul_tampil``. ``nomor_kolom`` prints the "(1) (2) …"
    row. Row header cells are marked by ``Sel.kepala``.
    """

    kunci: str
    judul: str
    kolom: tuple[Kolom, ...]
    kepala: tuple[tuple[Sel, ...], ...]
    baris: tuple[BarisTabel, ...]
    sumber: str = ""
    bernomor: bool = True
    judul_tampil: bool = True
    nomor_kolom: bool = False
    ukuran: Literal["biasa", "kecil", "mini"] = "biasa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gambar:
    """An SVG of ours. ``bernomor`` ones get "Gambar <bab>.<n>". ``alt`` tells what it shows, in words."""

    kunci: str
    judul: str
    svg: str
    alt: str
    bernomor: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FotoBlok:
    berkas: Berkas
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RumusBlok:
    """A formula typeset on its own line: ``kiri`` = pembilang / penyebut × pengali."""

    kiri: str
    pembilang: str
    penyebut: str
    pengali: str = "× 100%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """Pairs set as "Nama : …" with aligned colons. ``jenis``: isian (PK), or anjuran: legal passages ("KESATU")."""

    pasangan: tuple[tuple[str, Sebaris | Daftar], ...]
    jenis: Literal["isian", "anjuran"] = "isian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Letterhead: lambang at the left, pemerintah kabupaten, kecamatan, address lines, double rule."""

    pemerintah: str
    instansi: str
    alamat: tuple[str, ...]
    lambang: Berkas | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlokTandaTangan:
    """One signature block; ``kepala`` are the lines above the space (place and date, "Pihak Pertama", jabatan)."""

    kepala: tuple[str, ...]
    nama: str
    bawah: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """One block (right) or two (left, right)."""

    blok: tuple[BlokTandaTangan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judul:
    """Centred title lines of a form (PK, SK, RKT), not part of the numbering."""

    baris: tuple[str, ...]
    besar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """Text written by people, as :mod:`reports.writing` reads it."""

    isi: tuple[Paragraf | Daftar | Tabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PindahHalaman:
    """Starts a new page."""


Blok = (
    Paragraf
    | Daftar
    | Tabel
    | Gambar
    | FotoBlok
    | RumusBlok
    | Isian
    | Kop
    | SignatureBlock
    | Judul
    | Narrative
    | PindahHalaman
)

# -- parts -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """A part with its heading. ``tingkat`` 1 is a BAB, lampiran or front part; 2 "A."; 3 "1."; 4 unnumbered.

    ``nomor`` is printed before the title ("BAB I", "A.", "1.", "Lampiran 1"). ``lanskap`` puts the part on
    landscape pages. ``tampil_judul`` False hides the printed heading of a form that brings its own title (the
    heading stays in the bookmarks and the daftar isi).
    """

    kunci: str
    judul: str
    tingkat: int
    nomor: str = ""
    isi: tuple[Blok, ...] = ()
    anak: tuple[Bagian, ...] = ()
    lanskap: bool = False
    tampil_judul: bool = True
    daftar_isi: bool = True

    @property
    def label(self) -> str:
        """The heading in one line, for bookmarks, lists and the running header."""
        return f"{self.nomor} {self.judul}".strip()

    @property
    def own_title(self) -> Judul | None:
        """What stands for the heading. A form without a title must not lose its heading: nothing would lead to it."""
        return None if self.tampil_judul else next((b for b in self.isi if isinstance(b, Judul)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampul:
    """Cover: title lines, kecamatan, kabupaten, year."""

    judul: tuple[str, ...]
    instansi: tuple[str, ...]
    tahun: str
    lambang: Berkas | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumen:
    """A whole document. ``depan`` is numbered i, ii …; ``batang`` and ``lampiran`` 1, 2 …; ``kepala`` is the running
    header.

    ``daftar_isi`` tells whether daftar isi and daftar tabel/gambar are printed after the first front part.
    """

    kunci: str
    judul: str
    konsep: bool
    batang: tuple[Bagian, ...]
    kepala: str = ""
    sampul: Sampul | None = None
    depan: tuple[Bagian, ...] = ()
    lampiran: tuple[Bagian, ...] = ()
    daftar_isi: bool = True
