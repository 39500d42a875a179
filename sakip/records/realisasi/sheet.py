"""Measured values in the workbook: of this year, and of the earlier ones that its report compares with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.capaian.triwulan import TAHUNAN
from sakip.entry.value_kinds import WholeChoice
from sakip.records.renstra.sheet import TUJUAN, with_place
from sakip.snapshot.to_engine import MAXIMUM_PREVIOUS_YEARS
from sakip.text.reading.due import triwulan_due
from sakip.workbook.cells.recorded_value import check_recorded, spread_value
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.in_force import indikator_names
from sakip.workbook.sheets.columns import (
    QUARTERS,
    indikator_key,
    nama_indikator,
    nomor,
    of,
    own_year,
    recorded_nilai,
)
from sakip.workbook.sheets.pasted import Cells, Known, Pasted, Spread
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.sheet import Column
from sakip.workbook.stored import Stored, stock

_QUARTERS = ((str(TAHUNAN), "Setahun"), *((str(n), f"Triwulan {roman}") for n, roman in QUARTERS))


@stock
def stored_realisasi(data: Stored) -> list[m.Realisasi]:
    """Values of this year and the earlier ones of indikator that the Renstra in force knows; of two under one kunci
    the last one counts."""
    known = indikator_names(data)
    return [r for r in _MEASURED(*_years(data)) if r.indikator.kunci in known]


def _years(data: Stored) -> tuple[int, int, int]:
    """The kecamatan, the first and the last year of what is compared."""
    return data.kecamatan.pk, data.tahun - MAXIMUM_PREVIOUS_YEARS, data.tahun


_MEASURED: Final = PreparedRows(
    lambda kecamatan, first, last: (
        m.Realisasi.objects.for_kecamatan(kecamatan)
        .filter(tahun__range=(first, last))
        .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi")
        .select_related("indikator__renstra")  # whose a row is, is asked of each that changes
    )
)


def _read(data: Stored) -> Iterator[Said]:
    """What is recorded, then an empty row for whatever of this year is not."""
    names = indikator_names(data)
    order = {key: number for number, key in enumerate(names)}
    recorded = {(r.indikator.kunci, r.tahun, r.triwulan): r for r in stored_realisasi(data)}
    empty = {(key, data.tahun, t) for key in names for t in (*(n for n, _ in QUARTERS), TAHUNAN)}
    # The year's own value after its triwulan.
    for place in sorted({*recorded, *empty}, key=lambda p: (order[p[0]], p[1], p[2] or 9)):
        key, year, quarter = place
        r = recorded.get(place)
        yield said(
            r,
            kunci_indikator=key,
            nama_indikator=names[key],
            tahun=year,
            triwulan=quarter,
            **({"nilai": data.nilai(r)} if r else {}),
        )


def _settle(p: SheetChecker) -> None:
    _settle_values(p, "Realisasi")
    for b in p.tables["Realisasi"]:
        b.nilai.setdefault("triwulan", TAHUNAN)


def _settle_values(p: SheetChecker, sheet: str) -> None:
    for b in p.tables[sheet]:
        spread_value(p, b)
        p.fill_year(b)


def _check(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    check_recorded(p, rows)
    first = p.recorded.tahun - MAXIMUM_PREVIOUS_YEARS
    for b in rows:
        if b["tahun"] is not None and not first <= b["tahun"] <= p.recorded.tahun:
            p.refuse(b, "tahun", f"Isi tahun antara {first} dan {p.recorded.tahun}.")


@stock
def stored_of_tujuan(data: Stored) -> list[m.RealisasiTujuan]:
    """Values of indikator tujuan of this year and the earlier ones, of two versions the later one's last."""
    return _MEASURED_OF_TUJUAN(*_years(data))


_MEASURED_OF_TUJUAN: Final = PreparedRows(
    lambda kecamatan, first, last: (
        m.RealisasiTujuan.objects.for_kecamatan(kecamatan)
        .filter(tahun__range=(first, last))
        .order_by("indikator__tujuan__renstra__tahun_awal", "indikator__tujuan__renstra__versi", "tahun")
        .select_related("indikator__tujuan")
    )
)


def _read_tujuan(data: Stored) -> Iterator[Said]:
    """What is recorded, and an empty row for whatever of this year is not."""
    places = {(i.tujuan.kunci, i.nama): place for _, place, i in with_place(data)}
    recorded = {(r.indikator.tujuan.kunci, r.indikator.nama, r.tahun): r for r in stored_of_tujuan(data)}
    empty = {(*key, data.tahun) for key in places}
    order = {key: number for number, key in enumerate(places)}
    for key in sorted(recorded.keys() | empty, key=lambda k: (order.get(k[:2], len(order)), k[2])):
        if key[:2] in places:
            r = recorded.get(key)
            value = {"nilai": data.nilai(r)} if r else {}
            yield said(r, **places[key[:2]], nama_indikator=key[1], tahun=key[2], **value)


def _triwulan(text: str) -> str:
    """ "TW II", "2", "Juni" in the words of the sheet; what says no single triwulan as it is."""
    plain = text.strip().upper()
    number = triwulan_due(f"TW {plain}" if plain in ("1", "2", "3", "4") else text)
    return dict(_QUARTERS)[str(number)] if number else text


def _this_year(known: Known, _row: Cells) -> Cells:
    """Of the year itself, and of all of it, where a table says neither."""
    return {"tahun": known.recorded.tahun, "triwulan": dict(_QUARTERS)[str(TAHUNAN)]}


_UNIQUE = ("kunci_indikator", "tahun", "triwulan")


def _value(model: type[m.Realisasi | m.RealisasiTujuan]) -> tuple[Column, ...]:
    """The value with notes and source."""
    words = (of(model, name, width=30) for name in ("catatan", "sumber"))
    return (*recorded_nilai(model, "Realisasi"), *words)


_VALUE, _VALUE_TUJUAN = _value(m.Realisasi), _value(m.RealisasiTujuan)

register(
    record_sheet(
        "Realisasi",
        "Realisasi indikator per triwulan atau setahun",
        indikator_key(meaning="kunci indikator"),
        nama_indikator(),
        own_year(m.Realisasi),
        of(
            m.Realisasi,
            "triwulan",
            kind=WholeChoice(choices=_QUARTERS),
            hint="Kosong berarti Setahun.",
            meaning="",
            width=14,
        ),
        *_VALUE,
        model=("sakip.realisasi",),
        unique=_UNIQUE,
        shared=lambda kode, row, rows: f"realisasi {kode} {' '.join(str(row.get(k)) for k in _UNIQUE)}",
        prefilled=frozenset(column.key for column in _VALUE),
        pasted=Pasted(
            words=((r"^(?:triwulan|tw|periode|waktu)$", "triwulan"),),
            spread=Spread("nilai", "triwulan"),
            needed=("nilai",),
            page="realisasi",
            spelled={"triwulan": _triwulan},
            place=_this_year,
        ),
        read=_read,
        settle=_settle,
        check=_check,
    ),
    record_sheet(
        "RealisasiTujuan",
        "Realisasi indikator tujuan setahun",
        TUJUAN,
        nomor("Nomor pada lembar IndikatorTujuan.", meaning="nomor indikator tujuan"),
        nama_indikator("IndikatorTujuan"),
        own_year(m.RealisasiTujuan),
        *_VALUE_TUJUAN,
        model=("sakip.realisasitujuan",),
        unique=("tujuan", "nomor", "tahun"),
        prefilled=frozenset(column.key for column in _VALUE_TUJUAN),
        pasted=Pasted(place=lambda known, row: {"tahun": known.recorded.tahun}),
        read=_read_tujuan,
        settle=lambda p: _settle_values(p, "RealisasiTujuan"),
        check=_check,
        added=True,
    ),
)
