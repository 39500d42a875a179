"""Sheets of the Keputusan Camat tentang IKU → its head, what it cites, its lampiran."""

from __future__ import annotations

from sakip import models as m
from sakip.records.iku.sheet import stored_iku
from sakip.workbook.run import Run


def apply_iku(run: Run) -> None:
    """The year's SK IKU; none where no sheet says anything of it."""
    cited, items, table = run.rows("DasarHukum", untuk="iku"), run.table["IKUButir"], run.table["IKU"]
    decision = run.document(
        "iku",
        m.KeputusanIKU,
        stored_iku(run.current),
        said=bool(cited or items or table),
        columns=("nomor", "instansi"),
        values=("berlaku_sampai",),
    )
    if decision is None:
        return
    run.write_below(decision, "daftar_mengingat", cited, at=run.sheet("DasarHukum"), also=run.regulation)
    stored_items = run.below(decision, "butir")
    for kind in m.ButirIKU.Jenis.values:
        run.write_rows(
            m.ButirIKU,
            (r for r in items if r["jenis"] == kind),
            at=run.sheet("IKUButir"),
            parent={"keputusan": decision, "jenis": kind},
            stock=[b for b in stored_items if b.jenis == kind],
        )
    recorded = run.below(decision, "baris")
    run.write_below(
        decision,
        "baris",
        table,
        at=run.sheet("IKU"),
        also=lambda r: {"acuan_indikator": run.indikator_of(r, recorded=recorded)},
    )
