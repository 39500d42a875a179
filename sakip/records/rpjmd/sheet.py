"""The RPJMD in the workbook: an outline of periods, each with its misi, tujuan and sasaran."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.entry.value_kinds import Choice
from sakip.records.rpjmd.in_effect import in_effect
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.in_force import stored_renstra
from sakip.workbook.sheets.columns import of
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.sheet import Column, Only
from sakip.workbook.stored import Stored, stock

LEVELS: Final = (("periode", "Periode"), ("misi", "Misi"), ("tujuan", "Tujuan"), ("sasaran", "Sasaran"))

#: What a row of a level stands below, and what begins anew with it.
_ABOVE: Final = {"misi": "periode", "tujuan": "misi", "sasaran": "tujuan"}
_BEGINS: Final = {"periode": {"misi", "tujuan"}, "misi": {"tujuan"}}


@stock
def stored_periods(data: Stored) -> list[m.PeriodeRPJMD]:
    """Every period of the kabupaten with its outline (4 queries)."""
    return _PERIODS(data.kecamatan.kabupaten_id)


_PERIODS: Final = PreparedRows(
    lambda kabupaten: m.PeriodeRPJMD.objects.filter(kabupaten=kabupaten).prefetch_related(
        "misi__tujuan__sasaran"
    )
)


def period_of(data: Stored, first_year: int | None) -> m.PeriodeRPJMD | None:
    """The period that begins in a year."""
    return next((p for p in stored_periods(data) if p.tahun_awal == first_year), None)


def sasaran_of_period(data: Stored, period: int | None, words: str) -> m.SasaranRPJMD | None:
    """The sasaran of a period that says this, as it is stored now."""
    read = (
        s
        for p in stored_periods(data)
        if p.pk == period
        for misi in p.misi.all()
        for t in misi.tujuan.all()
        for s in t.sasaran.all()
    )
    if found := next((s for s in read if s.uraian == words and s.pk), None):
        return found
    return (
        m.SasaranRPJMD.objects.filter(uraian=words, tujuan__misi__periode=period)
        .select_related("tujuan__misi")
        .order_by("tujuan__misi__nomor", "tujuan__urut", "urut")
        .first()
    )


def _outline(data: Stored) -> Iterator[Said]:
    """Every period that a Renstra of the year refers to; where none does the one in effect in the year."""
    periods = stored_periods(data)
    referred = {r.periode_rpjmd_id for r in stored_renstra(data)}
    current = in_effect(periods, data.tahun)
    for period in [p for p in periods if p.pk in referred] or filter(None, [current]):
        yield said(period, jenis="periode", nomor=period.tahun_awal, uraian=period.visi)
        for misi in period.misi.all():
            yield said(misi, jenis="misi")
            for tujuan in misi.tujuan.all():
                yield said(tujuan, jenis="tujuan", uraian=tujuan.uraian)
                for sasaran in tujuan.sasaran.all():
                    yield said(jenis="sasaran", uraian=sasaran.uraian, indikator=sasaran.indikator)


def _shared(kode: str, _row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> str:
    """Each period is a fact of its own."""
    years = (row.get("nomor") for row in reversed(rows) if row.get("jenis") == "periode")
    return f"RPJMD {kode[:5]} {next(years, None)}"


def _check(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    """An outline: periods, below each its misi, below each its tujuan, below each its sasaran."""
    above: set[str] = set()
    for b in rows:
        level = b["jenis"]
        if level is None:
            continue
        needed = _ABOVE.get(level)
        if needed and needed not in above:
            p.refuse(b, "jenis", f"Tulis {needed} di atas {level} ini.")
        if level == "periode":
            _check_period(p, b)
        elif level == "misi" and b["nomor"] is None:
            p.refuse(b, "nomor", "Isi nomor misi.")
        above.add(level)
        above -= _BEGINS.get(level, set())


def _check_period(p: SheetChecker, b: SheetRow) -> None:
    if b["nomor"] is None:
        p.refuse(b, "nomor", "Isi tahun awal periode.")
    if b["tahun_akhir"] is None:
        p.refuse(b, "tahun_akhir", "Isi tahun akhir periode.")


def _only(*levels: str, reason: str) -> Only:
    return Only("jenis", frozenset(levels), reason)


register(
    record_sheet(
        "RPJMD",
        "RPJMD kabupaten; diubah oleh Bagian Organisasi, operator hanya membacanya",
        Column(
            key="jenis",
            title="Jenis",
            kind=Choice(choices=LEVELS),
            hint="Bertingkat: misi di bawah periodenya, tujuan di bawah misinya, sasaran di bawah tujuannya.",
            meaning="jenis",
            width=12,
        ),
        of(
            m.MisiRPJMD,
            "nomor",
            hint="Tahun awal periode, atau nomor misi.",
            meaning="",
            width=10,
            only=_only("periode", "misi", reason="hanya periode dan misi yang bernomor"),
        ),
        of(
            m.PeriodeRPJMD,
            "tahun_akhir",
            meaning="",
            width=12,
            only=_only("periode", reason="hanya periode yang mempunyai tahun akhir"),
        ),
        of(m.MisiRPJMD, "uraian", hint="Visi, misi, tujuan, atau sasaran.", meaning="", width=80),
        of(
            m.TujuanRPJMD,
            "indikator",
            hint="Satu per baris dalam sel (Alt+Enter).",
            width=50,
            only=_only("tujuan", "sasaran", reason="hanya tujuan dan sasaran yang berindikator"),
        ),
        of(
            m.PeriodeRPJMD,
            "dasar",
            hint="Peraturan yang menetapkan periode.",
            width=40,
            only=_only("periode", reason="hanya periode yang mempunyai dasar hukum"),
        ),
        of(
            m.PeriodeRPJMD,
            "berlaku_sejak",
            added=True,
            only=_only("periode", reason="hanya periode yang mempunyai tanggal berlaku"),
        ),
        model=("sakip.perioderpjmd", "sakip.misirpjmd", "sakip.tujuanrpjmd", "sakip.sasaranrpjmd"),
        told=("jenis", "nomor", "uraian"),
        shared=_shared,
        read=_outline,
        check=_check,
    )
)
