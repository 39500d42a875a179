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

# -- blocks ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraf:
    """``gaya``: biasa (first line indented, justified), rapat (no indent), tengah, catatan (small)."""

    isi: Sebaris
    gaya: Literal["biasa", "rapat", "tengah", "catatan"] = "biasa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Butir:
    isi: Sebaris
    anak: tuple[Daftar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Daftar:
    """A list. ``jenis``: angka (1.), kurung-angka ((1)), huruf (a.), bulatan (•); ``mulai`` is its first number."""

    butir: tuple[Butir, ...]
    jenis: Literal["angka", "kurung-angka", "huruf", "bulatan"] = "angka"
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
    jenis: Literal["biasa", "kelompok", "subjumlah", "jumlah"] = "biasa"
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
    """Pairs set as "Nama : …" with aligned colons (PK, SK)."""

    pasangan: tuple[tuple[str, Sebaris | Daftar], ...]


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
class TandaTangan:
    """One block (right) or two (left, right)."""

    blok: tuple[BlokTandaTangan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judul:
    """Centred title lines of a form (PK, SK, RKT), not part of the numbering."""

    baris: tuple[str, ...]
    besar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Anjuran:
    """A labelled legal passage ("Menimbang", "KESATU") with its text or list."""

    label: str
    isi: Sebaris | Daftar


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
    | TandaTangan
    | Judul
    | Anjuran
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampul:
    """Cover: title lines, kecamatan, kabupaten, year."""

    judul: tuple[str, ...]
    instansi: tuple[str, ...]
    tahun: str
    lambang: Berkas | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumen:
    """A whole document. ``depan`` is numbered i, ii …; ``batang`` and ``lampiran`` 1, 2 …

    ``daftar_isi`` tells whether daftar isi and daftar tabel/gambar are printed after the first front part.
    """

    kunci: str
    judul: str
    kepala: str  # running header
    sampul: Sampul | None
    depan: tuple[Bagian, ...]
    batang: tuple[Bagian, ...]
    lampiran: tuple[Bagian, ...]
    konsep: bool
    daftar_isi: bool = True
