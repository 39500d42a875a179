"""Reads for the pages: the kecamatan-years that a user may open, and what each of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak, has_duty
from reports.models import Laporan, Narasi
from sakip.selectors import KecamatanTahun, recorded_dokumen, unread_dokumen


@dataclass(frozen=True, slots=True, kw_only=True)
class KecamatanYear:
    """A year of a kecamatan: the codes of its pages that hold something, of those among them with copied rows or texts
    that nobody has confirmed yet, and the latest version of its report."""

    kecamatan: Kecamatan
    tahun: int
    recorded: frozenset[str]
    unread: frozenset[str]
    laporan: Laporan | None


def tahun_kecamatan(listed: Iterable[Kecamatan]) -> list[KecamatanYear]:
    """Every year of these kecamatan, a page of those that the user sees, by name of the kecamatan, latest year first
    (6 queries)."""
    kecamatan = {one.pk: one for one in listed}
    recorded = dict(recorded_dokumen(kecamatan))
    unread = unread_dokumen(kecamatan)
    texts = (
        Narasi.objects.filter(kecamatan__in=kecamatan)
        .order_by()
        .values_list("kecamatan_id", "tahun", "ditinjau")
        .distinct()
    )
    for pk, tahun, read in texts:
        recorded[pk, tahun] = recorded.get((pk, tahun), frozenset()) | {"narasi"}
        if not read:
            unread[pk, tahun] = unread.get((pk, tahun), frozenset()) | {"narasi"}
    # In order of versi, so that the latest version is the one that stays.
    laporan: dict[KecamatanTahun, Laporan] = {
        (one.kecamatan_id, one.tahun): one
        for one in Laporan.objects.filter(kecamatan__in=kecamatan).order_by("versi")
    }
    rows = [
        KecamatanYear(
            kecamatan=kecamatan[pk],
            tahun=tahun,
            recorded=recorded.get((pk, tahun), frozenset()),
            unread=unread.get((pk, tahun), frozenset()),
            laporan=laporan.get((pk, tahun)),
        )
        for pk, tahun in recorded.keys() | laporan.keys()
    ]
    return sorted(rows, key=lambda b: (b.kecamatan.nama, b.kecamatan.pk, -b.tahun))


def latest_laporan(kecamatan: Kecamatan, tahun: int) -> Laporan | None:
    """The version of the report on which work goes on (1 query)."""
    laporan = _LATEST.first(kecamatan.pk, tahun)
    if laporan is not None:
        laporan.kecamatan = kecamatan
    return laporan


_LATEST: Final = PreparedRows(
    lambda kecamatan, tahun: Laporan.objects.for_kecamatan(kecamatan).for_tahun(tahun).order_by("-versi")
)


def latest_reports(user: Pengguna) -> list[tuple[Kecamatan, Laporan]]:
    """The latest version of every report in the user's scope, by name of the kecamatan (1 query; none for who has
    nothing to do with any)."""
    if not has_duty(user, Hak.ISI, Hak.SAHKAN, Hak.TERIMA):
        return []
    rows = Laporan.objects.for_user(user).select_related("kecamatan__kabupaten")
    latest = {
        (one.kecamatan_id, one.tahun): one for one in rows.order_by("kecamatan__nama", "-tahun", "versi")
    }
    return [(one.kecamatan, one) for one in latest.values()]


def find_year(rows: Sequence[KecamatanYear], slug: str, tahun: int) -> KecamatanYear | None:
    """The kecamatan-year of that address, or None when it is not among them."""
    return next((b for b in rows if b.kecamatan.slug == slug and b.tahun == tahun), None)
