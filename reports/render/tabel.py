"""Tables for the templates: which cell is a header, how it is aligned, which classes its row wears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from reports.dokumen import BarisTabel, Kolom, Rata, Sel, Tabel
from reports.render.sebaris import sebaris

_KELAS_RATA: Final[dict[Rata, str]] = {"kiri": "", "kanan": "ka", "tengah": "te"}
_KELAS_BARIS: Final = {"biasa": "", "kelompok": "kelompok", "subjumlah": "subjumlah", "jumlah": "jumlah"}
#: Deepest indentation that has a class.
_INDEN_TERDALAM: Final = 4


@dataclass(frozen=True, slots=True)
class TampilanSel:
    """A cell: whether it heads a row or column, its attributes (safe, with a leading space) and its text."""

    kepala: bool
    atribut: SafeString
    isi: str


@dataclass(frozen=True, slots=True)
class TampilanBaris:
    kelas: str
    sel: tuple[TampilanSel, ...]


@dataclass(frozen=True, slots=True)
class TampilanTabel:
    """``judul_tampil`` False leaves the title to screen readers. ``lebar`` are whole percents, one a column."""

    id: str
    nomor: str
    judul: str
    judul_tampil: bool
    ukuran: str
    lebar: tuple[int, ...]
    kepala: tuple[tuple[TampilanSel, ...], ...]
    nomor_kolom: tuple[int, ...]
    baris: tuple[TampilanBaris, ...]
    sumber: str


def tampilkan_tabel(tabel: Tabel, nomor: str) -> TampilanTabel:
    """Prepare a table for its template.

    Raises :class:`ValueError` when a row does not fill the columns exactly or the widths do not sum to 100: such a
    table would print figures under the wrong heading.
    """
    if (jumlah := sum(k.lebar for k in tabel.kolom)) != 100:
        raise ValueError(f"tabel {tabel.kunci!r}: lebar kolom berjumlah {jumlah}, seharusnya 100")
    kisi = _Kisi(tabel)
    kepala = tuple(
        tuple(_sel_kepala(sel) for _, sel in kisi.isi(f"kepala {i}", baris))
        for i, baris in enumerate(tabel.kepala, start=1)
    )
    kisi.tutup("kepala")
    badan = tuple(
        _baris(baris, tuple(kisi.isi(f"baris {i}", baris.sel)), tabel.kolom)
        for i, baris in enumerate(tabel.baris, start=1)
    )
    kisi.tutup("badan")
    return TampilanTabel(
        id=tabel.kunci,
        nomor=nomor,
        judul=tabel.judul,
        judul_tampil=tabel.judul_tampil or bool(nomor),
        ukuran=tabel.ukuran,
        lebar=tuple(k.lebar for k in tabel.kolom),
        kepala=kepala,
        nomor_kolom=tuple(range(1, len(tabel.kolom) + 1)) if tabel.nomor_kolom else (),
        baris=badan,
        sumber=tabel.sumber,
    )


class _Kisi:
    """Places cells in the grid, so that a cell below a row span knows its column."""

    def __init__(self, tabel: Tabel) -> None:
        self._kunci = tabel.kunci
        self._sisa = [0] * len(tabel.kolom)  # rows that a span still covers, by column

    def isi(self, tempat: str, baris: tuple[Sel, ...]) -> Iterator[tuple[int, Sel]]:
        """Every cell of a row with the column where it begins."""
        lebar = len(self._sisa)
        kolom = 0
        tertutup = [sisa > 0 for sisa in self._sisa]
        self._sisa = [max(sisa - 1, 0) for sisa in self._sisa]
        for sel in baris:
            while kolom < lebar and tertutup[kolom]:
                kolom += 1
            rentang = range(kolom, kolom + sel.kolom)
            if rentang.stop > lebar or any(tertutup[k] for k in rentang):
                raise ValueError(f"tabel {self._kunci!r}, {tempat}: sel melampaui {lebar} kolom")
            for k in rentang:
                self._sisa[k] = sel.baris - 1
            yield kolom, sel
            kolom = rentang.stop
        if not all(tertutup[kolom:]):
            raise ValueError(f"tabel {self._kunci!r}, {tempat}: sel tidak memenuhi {lebar} kolom")

    def tutup(self, tempat: str) -> None:
        """Refuse a span that would reach out of the header or the body."""
        if any(self._sisa):
            raise ValueError(f"tabel {self._kunci!r}: sel {tempat} melampaui baris terakhir")


def _sel_kepala(sel: Sel) -> TampilanSel:
    lingkup = "colgroup" if sel.kolom > 1 else "col"
    return TampilanSel(True, _atribut(_KELAS_RATA[sel.rata or "tengah"], sel, lingkup), sebaris(sel.isi))


def _baris(baris: BarisTabel, sel: tuple[tuple[int, Sel], ...], kolom: tuple[Kolom, ...]) -> TampilanBaris:
    hasil = []
    inden = min(baris.inden, _INDEN_TERDALAM)
    for letak, satu in sel:
        rata = satu.rata or ("kiri" if satu.kolom > 1 else kolom[letak].rata)
        kelas = [_KELAS_RATA[rata]]
        # The name of a row steps in, not its number or code: that is the row's header, else its first text.
        if inden and rata == "kiri" and (satu.kepala or not any(s.kepala for _, s in sel)):
            kelas.append(f"in-{inden}")
            inden = 0
        if satu.tebal:
            kelas.append("tebal")
        lingkup = ("rowgroup" if satu.baris > 1 else "row") if satu.kepala else ""
        hasil.append(
            TampilanSel(
                satu.kepala, _atribut(" ".join(filter(None, kelas)), satu, lingkup), sebaris(satu.isi)
            )
        )
    return TampilanBaris(_KELAS_BARIS[baris.jenis], tuple(hasil))


def _atribut(kelas: str, sel: Sel, lingkup: str) -> SafeString:
    hasil = ""
    if lingkup:
        hasil += f' scope="{lingkup}"'
    if kelas:
        hasil += f' class="{kelas}"'
    if sel.kolom > 1:
        hasil += f' colspan="{sel.kolom}"'
    if sel.baris > 1:
        hasil += f' rowspan="{sel.baris}"'
    return mark_safe(hasil)  # noqa: S308 built from our own words and integers only
