"""Fill an empty database with records for measuring scale."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand
from reports.simulation.fill import simulate
from reports.simulation.places import PASSWORD


class Command(ProjectCommand):
    """Repeat the contoh in many kecamatan and years."""

    help = (
        "Mengisi basis data yang baru disiapkan dengan catatan untuk mengukur skala: tahun-tahun kecamatan contoh,"
        " diulang dengan nilai yang berlainan. Hanya untuk mesin uji; ditolak pada mode produksi dan bila sudah ada"
        " catatan. Bila terhenti di tengah, hapus basis datanya dan ulangi."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How much."""
        parser.add_argument(
            "--kabupaten", metavar="N", type=int, default=1, help="banyaknya kabupaten (bawaan: 1)"
        )
        parser.add_argument(
            "--kecamatan", metavar="M", type=int, default=31, help="banyaknya kecamatan (bawaan: 31)"
        )
        parser.add_argument(
            "--tahun", metavar="J", type=int, default=3, help="banyaknya tahun, 1 sampai 5 (bawaan: 3)"
        )
        parser.add_argument(
            "--benih", metavar="B", type=int, default=1, help="benih acak; benih yang sama, catatan yang sama"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill, and say how much and in what time."""
        start = time.monotonic()
        count = simulate(
            kabupaten=options["kabupaten"],
            kecamatan=options["kecamatan"],
            years=options["tahun"],
            seed=options["benih"],
            say=self.stdout.write,
        )
        seconds = time.monotonic() - start
        self.stdout.write(
            f"{count} baris dalam {seconds:.0f} detik. Kata sandi semua akun simulasi: {PASSWORD}"
        )
