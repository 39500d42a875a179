"""`manage.py ekspor K T F.xlsx`: the workbook of one kecamatan-year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import (
    ProjectCommand,
    ensure_writable,
    kecamatan_of,
    place_argument,
    write_file,
)
from kecamatan.ground.errors import InputError
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from reports.workbook.exchange import workbook_export


class Command(ProjectCommand):
    """Writes the file whole or not at all. A year without records gives an empty workbook to begin with."""

    help = "Menulis buku kerja (XLSX) satu kecamatan dan tahun, berisi semua yang sudah dicatat."

    def add_arguments(self, parser: CommandParser) -> None:
        """K, T and the file."""
        place_argument(parser)
        parser.add_argument("berkas", metavar="F.xlsx", type=Path, help="berkas tujuan")

    def handle(self, *args: Any, kecamatan: str, tahun: int, berkas: Path, **options: Any) -> None:
        """Write the workbook."""
        place = kecamatan_of(kecamatan)
        if not YEAR_FIRST <= tahun <= YEAR_LAST:
            raise InputError(f"Tahun {tahun} di luar {YEAR_FIRST}–{YEAR_LAST}. Tulis tahun yang lain.")
        ensure_writable(berkas)
        content = workbook_export(kecamatan=place, tahun=tahun)
        write_file({berkas: content})
        self.stdout.write(f"{berkas}: {len(content) / 1024:.0f} KB, buku kerja {place} tahun {tahun}.")
