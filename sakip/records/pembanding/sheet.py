"""Values of kabupaten, provinsi and nation in the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from sakip import models as m
from sakip.querysets import of_year
from sakip.workbook.cells.recorded_value import check_recorded
from sakip.workbook.cells.row import SheetChecker
from sakip.workbook.sheets.columns import kunci_indikator, nama_indikator, nilai_tercatat, of, own_year
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.stored import Stored, stock


@stock
def stored_pembanding(data: Stored) -> list[m.PembandingIndikator]:
    """Values of wider areas that the year's LKIP prints."""
    return list(
        of_year(m.PembandingIndikator, data.kecamatan, data.tahun)
        .select_related("indikator")
        .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi", "indikator__urut", "pk")
    )


def _read(data: Stored) -> Iterator[Said]:
    """Of two under one kunci the last one counts."""
    for p in {(p.indikator.kunci, p.lingkup): p for p in stored_pembanding(data)}.values():
        yield said(p, kunci_indikator=p.indikator.kunci, nama_indikator=p.indikator.nama, nilai=data.nilai(p))


def _settle(p: SheetChecker) -> None:
    for b in p.tabel["Pembanding"]:
        p.fill_year(b)


register(
    record_sheet(
        "Pembanding",
        "Nilai kabupaten, provinsi, dan nasional untuk dibandingkan",
        kunci_indikator(arti="kunci indikator"),
        nama_indikator(),
        of(m.PembandingIndikator, "lingkup", arti="lingkup: Kabupaten, Provinsi, atau Nasional", lebar=14),
        own_year(m.PembandingIndikator, "tahun_nilai", judul="Tahun nilai", lebar=12),
        *nilai_tercatat(m.PembandingIndikator, "Nilai"),
        of(m.PembandingIndikator, "sumber", lebar=30),
        model=("sakip.pembandingindikator",),
        unik=("kunci_indikator", "lingkup"),
        read=_read,
        settle=_settle,
        check=check_recorded,
    )
)
