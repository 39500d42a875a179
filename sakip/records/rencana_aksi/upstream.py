"""What the rencana aksi repeats of the latest Perjanjian Kinerja."""

from __future__ import annotations

from collections.abc import Iterator

from kecamatan.models import Kecamatan
from sakip.entry.upstream import Beside, Upstream
from sakip.models import BarisRencanaAksi
from sakip.querysets import of_year
from sakip.records.pk.writes import latest_pk
from sakip.records.rencana_aksi.writes import same_indikator, year_triwulan


def _rows(kecamatan: Kecamatan, tahun: int) -> Iterator[Beside]:
    pk = latest_pk(kecamatan, tahun)
    promised = list(pk.baris.select_related("acuan_indikator__renstra")) if pk else []
    rows = of_year(BarisRencanaAksi, kecamatan, tahun).select_related("acuan_indikator__renstra")
    for row in rows.prefetch_related("target"):
        above = next((b for b in promised if same_indikator(b, row)), None)
        if above is None:
            if promised:
                yield Beside(row=row, columns=None)
            continue
        names = ("sasaran", "indikator", "satuan", "acuan_indikator")
        yield Beside(row=row, columns={name: getattr(above, name) for name in names})
        last = next((t for t in row.target.all() if t.triwulan == year_triwulan(row)), None)
        if last is not None:
            yield Beside(row=last, columns={}, target=above, about=row)


UPSTREAM = Upstream(code="rencana-aksi", kind="baris-rencana-aksi", origin="Perjanjian Kinerja", rows=_rows)
