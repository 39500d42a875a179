"""A year is closed while its report is submitted or signed."""

from __future__ import annotations

from kecamatan.models import Kecamatan
from reports.models import Laporan

#: States in which the office still works on the report; in the others its records are not changed.
TERBUKA = (Laporan.Status.DRAF, Laporan.Status.DIKEMBALIKAN)


def laporan_mengunci(kecamatan: Kecamatan, tahun: int) -> str:
    """Why the records of the year may not be changed, empty when they may (1 query)."""
    laporan = Laporan.objects.for_kecamatan(kecamatan).for_tahun(tahun).order_by("-versi").first()
    if laporan is None or laporan.status in TERBUKA:
        return ""
    status = laporan.get_status_display().lower()
    if laporan.status == Laporan.Status.DIAJUKAN:
        saran = "Minta camat mengembalikannya dengan catatan, lalu perbaiki."
    else:
        saran = "Perbaikan dilakukan pada versi baru; mintalah Bagian Organisasi membukanya kembali."
    return f"Catatan tahun {tahun} terkunci karena LKIP sudah {status}. {saran}"
