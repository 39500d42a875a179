"""What the RKT repeats of the Renstra in force."""

from __future__ import annotations

from collections.abc import Iterator

from kecamatan.models import Kecamatan
from sakip.entry.measured import NO_TARGET
from sakip.entry.target_form import target_columns
from sakip.entry.upstream import Beside, Upstream
from sakip.models import SasaranRKT
from sakip.querysets import of_year
from sakip.records.renstra.of_year import RenstraOfYear


def _rows(kecamatan: Kecamatan, tahun: int) -> Iterator[Beside]:
    renstra = RenstraOfYear(kecamatan, tahun)
    for row in of_year(SasaranRKT, kecamatan, tahun).select_related("acuan_indikator__renstra"):
        if (above := renstra.same(row.acuan_indikator)) is not None:
            target = renstra.target.get(above.kunci)
            # The matrix prints the indikator without a target of the year: it was never set, or taken out again.
            lacks = target is None and above.dalam_renstra and target_columns(row)
            emptied = NO_TARGET | {"cetak": ""} if lacks else {}
            yield Beside(row=row, columns=renstra.printed(above) | emptied, target=target)
        elif renstra.lacks(row.acuan_indikator):
            yield Beside(row=row, columns=None)


UPSTREAM = Upstream(code="rkt", kind="sasaran-rkt", origin="Renstra", rows=_rows)
