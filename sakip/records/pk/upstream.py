"""What the latest Perjanjian Kinerja repeats of the RKT, and where that has no such indikator of the Renstra."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kecamatan.models import Kecamatan
from sakip.entry.target_form import target_columns
from sakip.entry.upstream import Beside, Upstream
from sakip.models import BarisPK, SasaranRKT, TargetRenstra
from sakip.querysets import of_year
from sakip.records.pk.writes import latest_pk
from sakip.records.renstra.of_year import RenstraOfYear


def _rows(kecamatan: Kecamatan, tahun: int) -> Iterator[Beside]:
    pk = latest_pk(kecamatan, tahun)
    if pk is None:
        return
    renstra = RenstraOfYear(kecamatan, tahun)
    planned = {
        s.acuan_indikator.kunci: s
        for s in of_year(SasaranRKT, kecamatan, tahun).select_related("acuan_indikator")
        if s.acuan_indikator
    }
    promised: defaultdict[str, list[Any]] = defaultdict(
        list
    )  # targets of the PK before, by kunci in this Renstra
    rows = of_year(BarisPK, kecamatan, tahun).filter(perjanjian__versi__lte=pk.versi)
    for row in rows.select_related("perjanjian", "acuan_indikator__renstra").order_by(
        "perjanjian__versi", "urut", "pk"
    ):
        above = renstra.same(row.acuan_indikator)
        if row.perjanjian_id != pk.pk:
            if above is not None:
                promised[above.kunci].append(target_columns(row))
            continue
        if above is None:
            if renstra.lacks(row.acuan_indikator):
                yield Beside(row=row, columns=None)
            continue
        columns = renstra.printed(above)
        target: SasaranRKT | TargetRenstra | None = renstra.target.get(above.kunci)
        if (plan := planned.get(above.kunci)) is not None:
            columns |= {name: getattr(plan, name) for name in ("sasaran", "indikator", "satuan")}
            target = plan if target_columns(plan) else target
        if target is not None and target_columns(target) in promised[above.kunci]:
            target = None  # it was promised before: another target is what a perubahan is for
        yield Beside(row=row, columns=columns | {"acuan_sasaran": above.sasaran}, target=target)


UPSTREAM = Upstream(code="pk", kind="baris-pk", origin="RKT dan Renstra", rows=_rows)
