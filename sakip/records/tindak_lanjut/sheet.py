"""Follow-up in the workbook: of the year, and what became of that of the year before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.records.realisasi.apply import indikator_tujuan_of
from sakip.records.renstra.sheet import TUJUAN, with_place
from sakip.records.tindak_lanjut.models import FollowUp
from sakip.text.reading.due import due_day_of
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.run import Run
from sakip.workbook.sheets.columns import (
    indikator_key,
    nama_indikator,
    nomor,
    of,
    own_year,
    penanggung_jawab,
)
from sakip.workbook.sheets.pasted import Cells, Known, Pasted
from sakip.workbook.sheets.record_sheet import RecordSheet, record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.sheet import Column
from sakip.workbook.stored import Stored, stock


@stock
def stored_follow_up(data: Stored) -> list[m.TindakLanjut]:
    """Rows of the year and of the year before."""
    return _FOLLOW_UP(data.kecamatan.pk, data.tahun - 1, data.tahun)


_FOLLOW_UP: Final = PreparedRows(
    lambda kecamatan, before, tahun: (
        m.TindakLanjut.objects.for_kecamatan(kecamatan)
        .filter(tahun__in=(before, tahun))
        .select_related("indikator")
        .order_by("tahun", "urut", "id")
    )
)


@stock
def stored_of_tujuan(data: Stored) -> list[m.TindakLanjutTujuan]:
    """The same of indikator tujuan that the sheet of these names."""
    rows = _OF_TUJUAN(data.kecamatan.pk, data.tahun - 1, data.tahun)
    places = _places(data)
    return [row for row in rows if (row.indikator.tujuan.kunci, row.indikator.nama) in places]


_OF_TUJUAN: Final = PreparedRows(
    lambda kecamatan, before, tahun: (
        m.TindakLanjutTujuan.objects.for_kecamatan(kecamatan)
        .filter(tahun__in=(before, tahun))
        .select_related("indikator__tujuan")
        .order_by("tahun", "urut", "id")
    )
)


def _places(data: Stored) -> dict[tuple[str, str], dict[str, Any]]:
    return {(i.tujuan.kunci, i.nama): place for _, place, i in with_place(data)}


def _read(data: Stored) -> Iterator[Said]:
    for r in stored_follow_up(data):
        yield said(r, kunci_indikator=r.indikator.kunci, nama_indikator=r.indikator.nama)


def _read_tujuan(data: Stored) -> Iterator[Said]:
    places = _places(data)
    for r in stored_of_tujuan(data):
        place = places[r.indikator.tujuan.kunci, r.indikator.nama]
        yield said(r, **place, nama_indikator=r.indikator.nama)


def _check(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    years = (p.recorded.tahun - 1, p.recorded.tahun)
    for b in rows:
        if b["tahun"] is not None and b["tahun"] not in years:
            p.refuse(b, "tahun", f"Isi tahun {years[0]} atau {years[1]}.")


def _due(known: Known, row: Cells) -> Cells:
    """ "Triwulan II" is its last day; where it names no year that of the year after the one that missed the target,
    in which rencana aksi takes the step up."""
    missed = str(row.get("tahun") or known.recorded.tahun)
    if not row.get("batas_waktu") or not missed.isdecimal():
        return {}
    return {"batas_waktu": due_day_of(str(row["batas_waktu"]), year=int(missed) + 1)}


def _sheet(
    model: type[FollowUp],
    title: str,
    *about: Column,
    told: tuple[str, ...],
    read: Callable[[Stored], Iterator[Said]],
    stored: Callable[[Stored], Sequence[FollowUp]],
    indikator: Callable[[Run, SheetRow], Any],
    pasted: Pasted,
) -> RecordSheet:
    """The sheet of one of the two; ``about`` are the columns that name the ``indikator``, ``told`` those of them that
    tell rows apart."""
    name = model.__name__

    def settle(p: SheetChecker) -> None:
        for b in p.tables[name]:
            p.fill_year(b)

    def apply(run: Run) -> None:
        rows = stored(run.current)
        for year in (run.tahun - 1, run.tahun):
            run.write_rows(
                model,
                run.rows(name, tahun=year),
                at=run.sheet(name),
                also=lambda r: {"indikator": indikator(run, r), "penanggung_jawab": run.units_of(r)},
                parent={"tahun": year},
                stock=[s for s in rows if s.tahun == year],
            )

    return record_sheet(
        name,
        title,
        *about,
        own_year(model),
        of(model, "tindakan", meaning="apa yang akan dilakukan", width=60),
        penanggung_jawab(model),
        of(model, "batas_waktu", meaning="batas waktu", width=14),
        of(model, "keadaan", hint="Kosong berarti Belum dilaksanakan.", meaning="", width=20),
        of(model, "hasil", width=50),
        of(model, "ukuran", width=40, added=True),
        model=(model._meta.label_lower,),
        read=read,
        settle=settle,
        check=_check,
        apply=apply,
        told=(*told, "tahun", "tindakan"),
        added=True,
        pasted=pasted,
    )


register(
    _sheet(
        m.TindakLanjut,
        "Tindak lanjut target yang belum tercapai",
        indikator_key(meaning="kunci indikator"),
        nama_indikator(),
        told=("kunci_indikator",),
        read=_read,
        stored=stored_follow_up,
        indikator=Run.indikator_needed,
        pasted=Pasted(
            words=(
                (r"batas|waktu|jadwal|tri ?wulan|\btw\b", "batas_waktu"),
                (r"tindak|rencana|aksi|langkah|upaya|solusi", "tindakan"),
                (r"hasil", "hasil"),
                (r"^(?:pj|pic)$", "penanggung_jawab"),
            ),
            reread=_due,
        ),
    ),
    _sheet(
        m.TindakLanjutTujuan,
        "Tindak lanjut target indikator tujuan yang belum tercapai",
        TUJUAN,
        nomor("Nomor pada lembar IndikatorTujuan.", meaning="nomor indikator tujuan"),
        nama_indikator("IndikatorTujuan"),
        told=("tujuan", "nomor"),
        read=_read_tujuan,
        stored=stored_of_tujuan,
        indikator=indikator_tujuan_of,
        pasted=Pasted(reread=_due),
    ),
)
