"""What a signed report measured, written beside its archive: with it, or made of it later."""

from __future__ import annotations

from reports.models import Arsip, CapaianLaporan
from reports.peers.median import measured_year
from reports.peers.read import template_ties
from reports.signing.freeze import NoLongerReadable, frozen_of, thaw
from sakip.snapshot.codec import to_plain


def measured_of(arsip: Arsip) -> CapaianLaporan:
    """The row of an archived report, to be saved. Raises :class:`NoLongerReadable`."""
    naskah = thaw(frozen_of(arsip))
    measured = measured_year(naskah.snapshot, naskah.results, template_ties(arsip.kecamatan))
    return CapaianLaporan(laporan=arsip.laporan, isi=to_plain(measured))


def measured_keep(arsip: Arsip) -> bool:
    """Keep what an archived report measured; call it in the transaction that adds the archive. False where this version
    cannot read it: then it stands behind no median."""
    try:
        row = measured_of(arsip)
    except NoLongerReadable:
        return False
    # Two machines may be made ready at once.
    CapaianLaporan.objects.bulk_create([row], ignore_conflicts=True)
    return True


def measured_complete() -> int:
    """Keep it of every archive of which it is not kept, as it was signed before there was such a thing; how many."""
    without = Arsip.objects.filter(laporan__isnull=False, laporan__capaian=None).select_related(
        "kecamatan", "laporan"
    )
    return sum(measured_keep(arsip) for arsip in without.order_by("urut").iterator(chunk_size=20))
