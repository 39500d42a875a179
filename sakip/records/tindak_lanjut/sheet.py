"""Follow-up in the workbook: of the year, and what became of that of the year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sakip import models as m
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.run import Run
from sakip.workbook.sheets.columns import indikator_key, nama_indikator, of, own_year, penanggung_jawab
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.stored import Stored, stock


@stock
def stored_follow_up(data: Stored) -> list[m.TindakLanjut]:
    """Rows of the year and of the year before."""
    return list(
        m.TindakLanjut.objects.for_kecamatan(data.kecamatan)
        .filter(tahun__in=(data.tahun - 1, data.tahun))
        .select_related("indikator")
        .order_by("tahun", "urut", "id")
    )


def _read(data: Stored) -> Iterator[Said]:
    for r in stored_follow_up(data):
        yield said(r, kunci_indikator=r.indikator.kunci, nama_indikator=r.indikator.nama)


def _settle(p: SheetChecker) -> None:
    for b in p.tables["TindakLanjut"]:
        p.fill_year(b)


def _check(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    years = (p.recorded.tahun - 1, p.recorded.tahun)
    for b in rows:
        if b["tahun"] is not None and b["tahun"] not in years:
            p.refuse(b, "tahun", f"Isi tahun {years[0]} atau {years[1]}.")


def _apply(run: Run) -> None:
    stored = stored_follow_up(run.current)
    for year in (run.tahun - 1, run.tahun):
        run.write_rows(
            m.TindakLanjut,
            run.rows("TindakLanjut", tahun=year),
            at=run.sheet("TindakLanjut"),
            also=lambda r: {"indikator": run.indikator_needed(r), "penanggung_jawab": run.units_of(r)},
            parent={"tahun": year},
            stock=[s for s in stored if s.tahun == year],
        )


register(
    record_sheet(
        "TindakLanjut",
        "Tindak lanjut target yang belum tercapai",
        indikator_key(meaning="kunci indikator"),
        nama_indikator(),
        own_year(m.TindakLanjut),
        of(m.TindakLanjut, "tindakan", meaning="apa yang akan dilakukan", width=60),
        penanggung_jawab(m.TindakLanjut),
        of(m.TindakLanjut, "batas_waktu", meaning="batas waktu", width=14),
        of(m.TindakLanjut, "keadaan", hint="Kosong berarti Belum dilaksanakan.", meaning="", width=20),
        of(m.TindakLanjut, "hasil", width=50),
        model=("sakip.tindaklanjut",),
        read=_read,
        settle=_settle,
        check=_check,
        apply=_apply,
        added=True,
    )
)
