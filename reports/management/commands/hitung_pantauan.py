"""What Pantauan keeps, worked out anew each day; run by a timer."""

from __future__ import annotations

from typing import Any

from kecamatan.ground.commands import ProjectCommand
from reports.monitoring.renewal import renew_kept


class Command(ProjectCommand):
    """Ask the worker for every kabupaten of which not everything was worked out today."""

    help = (
        "Mengantrekan penghitungan kelengkapan dokumen tahun ini dan tahun lalu bagi setiap kabupaten yang belum"
        " dihitung hari ini, untuk Pemantauan dan Rekapitulasi. Jalankan setiap hari; yang sudah diantrekan tidak"
        " diantrekan lagi."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, and say for how many."""
        self.stdout.write(f"{renew_kept()} kabupaten-tahun diantrekan untuk dihitung.")
