"""Tables for the templates: which cell is a header, how it is aligned, which classes its row wears."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from reports.document.column_widths import fit_widths
from reports.document.paper import lebar_isi
from reports.document.table_layout import SelTerletak, lanjutan, tata_tabel
from reports.document.tree import Rata, Sel, Tabel
from reports.html.inline import sebaris
from reports.publish.naskah import Pengaturan

_KELAS_RATA: Final[dict[Rata, str]] = {"kiri": "", "kanan": "ka", "tengah": "te"}
_KELAS_BARIS: Final = {"biasa": "", "kelompok": "kelompok", "subjumlah": "subjumlah", "jumlah": "jumlah"}


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
    """A table with its printed number, its cells ready and its columns' ``lebar`` in whole percents."""

    tabel: Tabel
    nomor: str
    ukuran: str
    lebar: tuple[int, ...]
    kepala: tuple[tuple[TampilanSel, ...], ...]
    baris: tuple[TampilanBaris, ...]

    @property
    def rentang(self) -> str:
        """How much room a screen must give before it scrolls."""
        return "sempit" if len(self.lebar) <= 4 else "sedang" if len(self.lebar) <= 7 else "lebar"


def show_table(tabel: Tabel, nomor: str, pengaturan: Pengaturan, *, lanskap: bool = False) -> TampilanTabel:
    """Prepare a table for its template. Raises ValueError as :func:`reports.document.table_layout.tata_tabel` does."""
    tata = tata_tabel(tabel)
    lebar, ukuran = fit_widths(
        tabel, lebar_isi=lebar_isi(pengaturan, lanskap=lanskap), ukuran_huruf=pengaturan.ukuran
    )
    return TampilanTabel(
        tabel=tabel,
        nomor=nomor,
        ukuran=ukuran,
        lebar=lebar,
        kepala=tuple(tuple(_sel_kepala(sel) for sel in baris) for baris in tata.kepala),
        baris=tuple(
            _baris(b.jenis, sel, rekat=rekat)
            for b, sel, rekat in zip(tabel.baris, tata.baris, tata.rekat, strict=True)
        ),
    )


def _sel_kepala(satu: SelTerletak) -> TampilanSel:
    lingkup = "colgroup" if satu.sel.kolom > 1 else "col"
    return TampilanSel(True, _atribut(_KELAS_RATA[satu.rata], satu.sel, lingkup), sebaris(satu.sel.isi))


def _baris(jenis: str, sel: tuple[SelTerletak, ...], *, rekat: bool) -> TampilanBaris:
    hasil = []
    sambung = lanjutan(sel)
    for letak in sel:
        satu = letak.sel
        kelas = [
            _KELAS_RATA[letak.rata],
            f"in-{letak.inden}" if letak.inden else "",
            "tebal" if satu.tebal else "",
            # Empty cells under a name are one with it: a rule between them would look like a value left out.
            "sambung" if sambung and satu.isi == "" else "",
        ]
        lingkup = ("rowgroup" if satu.baris > 1 else "row") if satu.kepala else ""
        hasil.append(
            TampilanSel(
                satu.kepala, _atribut(" ".join(filter(None, kelas)), satu, lingkup), sebaris(satu.isi)
            )
        )
    kelas_baris = " ".join(filter(None, (_KELAS_BARIS[jenis], "rekat" if rekat else "")))
    return TampilanBaris(kelas_baris, tuple(hasil))


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
