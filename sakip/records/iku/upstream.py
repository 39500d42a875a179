"""What the SK IKU repeats of the Renstra in force."""

from __future__ import annotations

from collections.abc import Iterator

from kecamatan.models import Kecamatan
from sakip.entry.upstream import Beside, Upstream
from sakip.models import BarisIKU
from sakip.querysets import of_year
from sakip.records.renstra.of_year import RenstraOfYear


def _rows(kecamatan: Kecamatan, tahun: int) -> Iterator[Beside]:
    renstra = RenstraOfYear(kecamatan, tahun)
    for row in of_year(BarisIKU, kecamatan, tahun).select_related("acuan_indikator__renstra"):
        if (above := renstra.same(row.acuan_indikator)) is not None:
            yield Beside(row=row, columns=renstra.printed(above))
        elif renstra.lacks(row.acuan_indikator):
            yield Beside(row=row, columns=None)


UPSTREAM = Upstream(code="iku", kind="baris-iku", origin="Renstra", rows=_rows)
