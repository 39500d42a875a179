"""The sheet of the RPJMD: an outline of periods, misi, tujuan and sasaran → records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kecamatan.ground.row_sync import Rest
from sakip import models as m
from sakip.records.rpjmd.sheet import period_of
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.run import Run, texts


def apply_rpjmd(run: Run) -> list[m.PeriodeRPJMD]:
    """Each period with misi, tujuan and sasaran; those that the sheet does not name stay as they are."""
    return [_period(run, head, rows) for head, rows in _split(run.table["RPJMD"], "periode")]


def _split(rows: Iterable[SheetRow], level: str) -> list[tuple[SheetRow, list[SheetRow]]]:
    """Each row of a level with those up to the next of it."""
    result: list[tuple[SheetRow, list[SheetRow]]] = []
    for row in rows:
        if row["jenis"] == level:
            result.append((row, []))
        elif result:
            result[-1][1].append(row)
    return result


def _period(run: Run, head: SheetRow, rows: Sequence[SheetRow]) -> m.PeriodeRPJMD:
    stored = period_of(run.current, head["nomor"])
    period = run.sync.one(
        m.PeriodeRPJMD,
        run.place(head, tahun_awal="nomor", visi="uraian"),
        keys={"kabupaten": run.kecamatan.kabupaten, "tahun_awal": head["nomor"]},
        nilai={
            "tahun_akhir": head["tahun_akhir"],
            "berlaku_sejak": head["berlaku_sejak"],
            "visi": head["uraian"] or "",
            **texts(head, "dasar"),
        },
        stock=[stored] if stored else [],
    )
    missions = _split(rows, "misi")
    written = run.write_below(
        period,
        "misi",
        (row for row, _ in missions),
        at=run.sheet("RPJMD"),
        key=("nomor",),
        rest=Rest.TUNDA,
    )
    for mission, (_, below) in zip(written, missions, strict=True):
        goals = _split(below, "tujuan")
        at_goals = [row for row, _ in goals]
        aims = _level(run, m.TujuanRPJMD, at_goals, {"misi": mission}, run.below(mission, "tujuan"))
        for aim, (_, own) in zip(aims, goals, strict=True):
            _level(run, m.SasaranRPJMD, own, {"tujuan": aim}, run.below(aim, "sasaran"))
    return period


def _level(
    run: Run, model: type[Any], rows: Sequence[SheetRow], parent: dict[str, Any], stock: list[Any]
) -> list[Any]:
    return run.write(
        model,
        [(run.place(r), {"uraian": r["uraian"] or "", "indikator": r["indikator"] or []}) for r in rows],
        at=run.sheet("RPJMD"),
        parent=parent,
        stock=stock,
        key=("uraian",),
        rest=Rest.TUNDA,
    )
