"""What the SK IKU that counts in a year repeats of the Renstra in force."""

from __future__ import annotations

from collections.abc import Iterator

from kecamatan.models import Kecamatan
from sakip.entry.upstream import Beside, Upstream
from sakip.models import BarisIKU
from sakip.records.iku.of_year import iku_of_year
from sakip.records.renstra.of_year import RenstraOfYear


def _rows(kecamatan: Kecamatan, tahun: int) -> Iterator[Beside]:
    renstra = RenstraOfYear(kecamatan, tahun)
    rows = BarisIKU.objects.filter(keputusan__in=iku_of_year(kecamatan, tahun)[:1])
    for row in rows.select_related("keputusan", "acuan_indikator__renstra"):
        kept, decided = "", row.keputusan.tahun
        if decided != tahun:
            kept = (
                f"ditetapkan dengan SK IKU tahun {decided}. Catat SK IKU tahun {tahun}, atau biarkan berbeda."
            )
        if (above := renstra.same(row.acuan_indikator)) is not None:
            columns = renstra.printed(above)
            if kept:  # it refers to the Renstra of its own year
                del columns["acuan_indikator"]
            yield Beside(row=row, columns=columns, kept=kept)
        elif renstra.lacks(row.acuan_indikator):
            yield Beside(row=row, columns=None, kept=kept)


UPSTREAM = Upstream(code="iku", kind="baris-iku", origin="Renstra", rows=_rows)
