"""A year is closed while its report is submitted or signed."""

from __future__ import annotations

from kecamatan.models import Kecamatan
from reports.models import Laporan

#: States in which the office still works on the report; in the others its records are not changed.
IS_OPEN = (Laporan.Status.DRAF, Laporan.Status.DIKEMBALIKAN)

#: States in which nobody has signed the report yet.
_UNSIGNED = (*IS_OPEN, Laporan.Status.DIAJUKAN)


def signed_laporan(kecamatan: Kecamatan) -> frozenset[int]:
    """The years whose latest report is signed (1 query)."""
    latest = dict(
        Laporan.objects.for_kecamatan(kecamatan).order_by("versi").values_list("tahun", "status")
    )  # of several versions the last one's status stands
    return frozenset(tahun for tahun, status in latest.items() if status not in _UNSIGNED)


def locking_laporan(kecamatan: Kecamatan, tahun: int) -> str:
    """Why the records of the year may not be changed, empty when they may (1 query)."""
    laporan = Laporan.objects.for_kecamatan(kecamatan).for_tahun(tahun)
    status = laporan.order_by("-versi").values_list("status", flat=True).first()
    if status is None or status in IS_OPEN:
        return ""
    if status == Laporan.Status.DIAJUKAN:
        advice = "Minta camat mengembalikannya dengan catatan, lalu perbaiki."
    else:
        advice = "Perbaikan dilakukan pada versi baru; mintalah Bagian Organisasi membukanya kembali."
    return (
        f"Catatan tahun {tahun} terkunci karena LKIP sudah {Laporan.Status(status).label.lower()}. {advice}"
    )
