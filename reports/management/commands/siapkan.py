"""Make an empty or older installation ready to serve."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand
from reports.signing.measured import measured_complete
from sakip.records.reference import reference_load


class Command(ProjectCommand):
    """Migrate, load reference data, keep what older archives tell, collect static files. Again it changes nothing."""

    help = "Menyiapkan basis data, data acuan, dan berkas statis. Aman dijalankan berulang kali."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the reference data is read from."""
        parser.add_argument(
            "--referensi",
            metavar="FOLDER",
            type=Path,
            default=Path(settings.BASE_DIR) / "fixtures" / "referensi",
            help="folder data acuan (bawaan: fixtures/referensi)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Four steps, each safe to repeat."""
        call_command("migrate", verbosity=0, interactive=False)
        self.stdout.write("Basis data siap.")
        for nama, tally in reference_load(folder=options["referensi"]).items():
            self.stdout.write(f"Data acuan {nama}: {tally}.")
        if made := measured_complete():
            self.stdout.write(f"Capaian dari arsip: {made} laporan.")
        call_command("collectstatic", verbosity=0, interactive=False)
        self.stdout.write("Berkas statis siap.")
