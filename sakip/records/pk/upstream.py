"""What the latest Perjanjian Kinerja repeats of the RKT, and where that has no such indikator of the Renstra."""

from __future__ import annotations

from collections.abc import Iterator

from kecamatan.models import Kecamatan
from sakip.entry.form import target_columns
from sakip.entry.upstream import Beside, Upstream
from sakip.models import SasaranRKT, TargetRenstra
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
    for row in pk.baris.select_related("acuan_indikator__renstra"):
        above = renstra.same(row.acuan_indikator)
        if above is None:
            continue
        columns = renstra.printed(above)
        target: SasaranRKT | TargetRenstra | None = renstra.target.get(above.kunci)
        if (plan := planned.get(above.kunci)) is not None:
            columns |= {name: getattr(plan, name) for name in ("sasaran", "indikator", "satuan")}
            target = plan if target_columns(plan) else target
        yield Beside(row=row, columns=columns | {"acuan_sasaran": above.sasaran}, target=target)


UPSTREAM = Upstream(code="pk", origin="RKT dan Renstra", rows=_rows)
