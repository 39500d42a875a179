"""The sheet of the RPJMD: an outline of period, misi, tujuan and sasaran → records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kecamatan.ground.row_sync import Rest
from sakip import models as m
from sakip.records.rpjmd.sheet import period_of
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.run import Run, texts

Branch = tuple[SheetRow, list[SheetRow]]
"""A row of the outline with the rows of the next level below it."""


def apply_rpjmd(run: Run) -> m.PeriodeRPJMD | None:
    """The period with misi, tujuan and sasaran; None where the sheet has none."""
    rows = run.table["RPJMD"]
    head = next((r for r in rows if r["jenis"] == "periode"), None)
    if head is None:
        return None
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
    missions = _branches(rows, "misi", "tujuan")
    written = run.write_below(
        period,
        "misi",
        (r for r, _ in missions),
        at=run.sheet("RPJMD"),
        key=("nomor",),
        rest=Rest.TUNDA,
    )
    goals = {id(r): below for r, below in _branches(rows, "tujuan", "sasaran")}
    for mission, (_, below) in zip(written, missions, strict=True):
        aims = _level(run, m.TujuanRPJMD, below, {"misi": mission}, run.below(mission, "tujuan"))
        for aim, row in zip(aims, below, strict=True):
            _level(run, m.SasaranRPJMD, goals[id(row)], {"tujuan": aim}, run.below(aim, "sasaran"))
    return period


def _branches(rows: Sequence[SheetRow], level: str, below: str) -> list[Branch]:
    result: list[Branch] = []
    for r in rows:
        if r["jenis"] == level:
            result.append((r, []))
        elif r["jenis"] == below and result:
            result[-1][1].append(r)
    return result


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
