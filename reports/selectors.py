"""Reads for the pages: the kecamatan-years that a user may open, and what each of them holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from kecamatan.models import Kecamatan, Pengguna
from reports.models import Laporan, Narasi
from sakip.selectors import KecamatanTahun, not_reviewed, recorded_dokumen


@dataclass(frozen=True, slots=True, kw_only=True)
class KecamatanYear:
    """A year of a kecamatan: the codes of its pages that hold something, and the latest version of its report."""

    kecamatan: Kecamatan
    tahun: int
    recorded: frozenset[str]
    laporan: Laporan | None


def tahun_kecamatan(user: Pengguna | AnonymousUser) -> list[KecamatanYear]:
    """Every kecamatan-year in the user's scope, by name of the kecamatan, latest year first (5 queries)."""
    recorded = dict(recorded_dokumen(user))
    for pk, tahun in Narasi.objects.for_user(user).order_by().values_list("kecamatan_id", "tahun").distinct():
        recorded[pk, tahun] = recorded.get((pk, tahun), frozenset()) | {"narasi"}
    # In order of versi, so that the latest version is the one that stays.
    laporan: dict[KecamatanTahun, Laporan] = {
        (one.kecamatan_id, one.tahun): one for one in Laporan.objects.for_user(user).order_by("versi")
    }
    kecamatan = {k.pk: k for k in Kecamatan.objects.for_user(user).select_related("kabupaten")}
    rows = [
        KecamatanYear(
            kecamatan=kecamatan[pk],
            tahun=tahun,
            recorded=recorded.get((pk, tahun), frozenset()),
            laporan=laporan.get((pk, tahun)),
        )
        for pk, tahun in recorded.keys() | laporan.keys()
    ]
    return sorted(rows, key=lambda b: (b.kecamatan.nama, b.kecamatan.pk, -b.tahun))


def find_year(rows: Sequence[KecamatanYear], slug: str, tahun: int) -> KecamatanYear | None:
    """The kecamatan-year of that address, or None when it is not among them."""
    return next((b for b in rows if b.kecamatan.slug == slug and b.tahun == tahun), None)


def unreviewed_pieces(*, kecamatan: Kecamatan, tahun: int) -> dict[str, int]:
    """How many carried-over rows and texts nobody has confirmed yet, by the code of their page (2 queries)."""
    results = not_reviewed(kecamatan=kecamatan, tahun=tahun)
    narasi = Narasi.objects.for_kecamatan(kecamatan).for_tahun(tahun).filter(ditinjau=False).count()
    return results | {"narasi": narasi} if narasi else results
