"""The shapes that the templates print: every text ready and safe, every choice made."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from reports.document.numbering import Entri
from reports.document.tree import Kop
from reports.html.tables import TampilanTabel


@dataclass(frozen=True, slots=True)
class TampilanBlok:
    """A block with the template that prints it."""

    templat: str
    b: object


@dataclass(frozen=True, slots=True)
class TampilanParagraf:
    gaya: str
    isi: str


@dataclass(frozen=True, slots=True)
class TampilanRumus:
    kiri: str
    kanan: SafeString


@dataclass(frozen=True, slots=True)
class TampilanButir:
    isi: str
    anak: tuple[TampilanDaftar, ...]


@dataclass(frozen=True, slots=True)
class TampilanDaftar:
    """``tag`` is ol or ul; the style of its markers is a class. ``mulai`` is empty where the first number is 1."""

    tag: str
    jenis: str
    butir: tuple[TampilanButir, ...]
    mulai: str = ""


@dataclass(frozen=True, slots=True)
class Pasangan:
    """A label with what stands behind its colon: a line or a list; ``utuh`` keeps it all on one page."""

    label: str
    isi: str
    daftar: TampilanDaftar | None
    utuh: bool


@dataclass(frozen=True, slots=True)
class TampilanPasangan:
    """Labels in one column, colons under one another. ``jenis``: isian (PK) or anjuran (SK)."""

    jenis: str
    pasangan: tuple[Pasangan, ...]


@dataclass(frozen=True, slots=True)
class TampilanGambar:
    id: str
    nomor: str
    judul: str
    svg: SafeString


@dataclass(frozen=True, slots=True)
class TampilanFoto:
    src: str
    lebar: int
    tinggi: int
    keterangan: str


@dataclass(frozen=True, slots=True)
class TampilanLambang:
    """The lambang; ``src`` is empty where none has been uploaded and a neutral shield stands in."""

    src: str
    lebar: int
    tinggi: int


@dataclass(frozen=True, slots=True)
class TampilanKop:
    kop: Kop
    lambang: TampilanLambang


@dataclass(frozen=True, slots=True)
class TampilanPihak:
    """A signature block; ``sela`` empty lines above it bring both names to one height."""

    sela: int
    kepala: tuple[str, ...]
    nama: str
    bawah: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TampilanTandaTangan:
    """``sendiri``: one block, at the right."""

    sendiri: bool
    blok: tuple[TampilanPihak, ...]


@dataclass(frozen=True, slots=True)
class TampilanNarasi:
    """A block of a text that people wrote: words, else a table."""

    isi: str
    tabel: TampilanTabel | None


@dataclass(frozen=True, slots=True)
class TampilanJudul:
    """Title lines of a form. With ``tag`` it stands for the heading of its part, which is not printed."""

    baris: tuple[str, ...]
    besar: bool
    tag: str = ""
    id: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class TampilanBagian:
    """``label`` is the heading in one line, for bookmarks and the running header; ``tingkat`` its level, 1…4."""

    id: str
    tingkat: int
    nomor: str
    judul: str
    label: str
    tercetak: bool
    lanskap: bool
    below_heading: SafeString
    blok: tuple[TampilanBlok, ...]
    anak: tuple[TampilanBagian, ...]


@dataclass(frozen=True, slots=True)
class DaftarDepan:
    """Daftar isi, daftar tabel or daftar gambar."""

    id: str
    judul: str
    entri: tuple[Entri, ...]


@dataclass(frozen=True, slots=True)
class TampilanSampul:
    judul: tuple[str, ...]
    instansi: tuple[str, ...]
    tahun: str
    lambang: TampilanLambang


@dataclass(frozen=True, slots=True)
class Tampilan:
    """A whole document, ready for ``laporan/_dokumen.html``."""

    judul: str
    konsep: bool
    sampul: TampilanSampul | None
    depan: tuple[TampilanBagian, ...]
    daftar: tuple[DaftarDepan, ...]
    depan_lanjut: tuple[TampilanBagian, ...]
    batang: tuple[TampilanBagian, ...]
    lampiran: tuple[TampilanBagian, ...]
