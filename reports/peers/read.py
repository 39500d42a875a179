"""What the kecamatan of a kabupaten signed, read together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db.models import Q

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan
from reports.models import CapaianLaporan, Laporan
from reports.peers.median import FEWEST, MeasuredYear, medians
from reports.publish.naskah import MedianKecamatan
from sakip.capaian.results import Results
from sakip.models import TautanTemplatIKU
from sakip.snapshot.codec import from_plain
from sakip.snapshot.types import Snapshot

#: A report that stands: one that was opened again is being corrected.
_STANDS: Final = (Laporan.Status.DITANDATANGANI, Laporan.Status.DITERIMA)

_OTHERS: Final = PreparedRows(
    lambda kabupaten, kecamatan, tahun: CapaianLaporan.objects.filter(
        ~Q(laporan__kecamatan=kecamatan),
        laporan__kecamatan__kabupaten=kabupaten,
        laporan__tahun=tahun,
        laporan__status__in=_STANDS,
    ).order_by("laporan")
)


def read_medians(
    kecamatan: Kecamatan, snapshot: Snapshot, results: Results | None
) -> tuple[MedianKecamatan, ...]:
    """The medians of the other kecamatan of the kabupaten beside what was measured of a year (1 query, and 1 more where
    enough of them have signed)."""
    signed = _OTHERS(kecamatan.kabupaten_id, kecamatan.pk, snapshot.tahun) if results else ()
    if len(signed) < FEWEST:
        return ()
    others = [from_plain(one.isi, MeasuredYear) for one in signed]
    return medians(snapshot, results, template_ties(kecamatan), others)


def template_ties(kecamatan: Kecamatan) -> Mapping[str, int]:
    """By the kunci of its indikator the number of the template that each is what says (1 query)."""
    return dict(TautanTemplatIKU.objects.filter(kecamatan=kecamatan).values_list("kunci", "templat"))
