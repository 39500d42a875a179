"""Values of kabupaten, provinsi and nation in the workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.querysets import of_year
from sakip.records.pembanding.pasted import AREAS
from sakip.workbook.cells.recorded_value import check_recorded, spread_value
from sakip.workbook.cells.row import SheetChecker
from sakip.workbook.sheets.columns import indikator_key, nama_indikator, of, own_year, recorded_nilai
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.stored import Stored, stock


@stock
def stored_pembanding(data: Stored) -> list[m.PembandingIndikator]:
    """Values of wider areas that the year's LKIP prints."""
    return _PEMBANDING(data.kecamatan.pk, data.tahun)


_PEMBANDING: Final = PreparedRows(
    lambda kecamatan, tahun: (
        of_year(m.PembandingIndikator, kecamatan, tahun)
        .select_related("indikator")
        .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi", "indikator__urut", "pk")
    )
)


def _read(data: Stored) -> Iterator[Said]:
    """Of two under one kunci the last one counts."""
    for p in {(p.indikator.kunci, p.lingkup): p for p in stored_pembanding(data)}.values():
        yield said(p, kunci_indikator=p.indikator.kunci, nama_indikator=p.indikator.nama, nilai=data.nilai(p))


def _settle(p: SheetChecker) -> None:
    for b in p.tables["Pembanding"]:
        spread_value(p, b)
        p.fill_year(b)


register(
    record_sheet(
        "Pembanding",
        "Nilai kabupaten, provinsi, dan nasional untuk dibandingkan",
        indikator_key(meaning="kunci indikator"),
        nama_indikator(),
        of(m.PembandingIndikator, "lingkup", meaning="lingkup: Kabupaten, Provinsi, atau Nasional", width=14),
        own_year(m.PembandingIndikator, "tahun_nilai", title="Tahun nilai", width=12),
        *recorded_nilai(m.PembandingIndikator, "Nilai"),
        of(m.PembandingIndikator, "sumber", width=30),
        model=("sakip.pembandingindikator",),
        unique=("kunci_indikator", "lingkup"),
        read=_read,
        settle=_settle,
        check=check_recorded,
        pasted=AREAS,
    )
)
