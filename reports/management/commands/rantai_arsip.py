"""The head of the chain of signed documents, to be kept outside."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand, format_argument
from reports.signing.chain import head


class Command(ProjectCommand):
    """Print how many signatures are archived, and the fingerprint of the last link."""

    help = "Menampilkan ujung rantai arsip: simpan di luar, agar kelak terbukti tidak ada arsip yang diganti."

    def add_arguments(self, parser: CommandParser) -> None:
        """The form of the output."""
        format_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it."""
        last = head()
        found = {
            "jumlah": last.urut if last else 0,
            "sidik": last.sidik if last else None,
            "waktu": last.dibuat.isoformat() if last else None,
        }
        if options["format"] == "json":
            self.write_json(found)
        elif last is None:
            self.stdout.write("Belum ada dokumen yang ditandatangani.")
        else:
            self.stdout.write(
                f"{last.urut} arsip, ujung rantai {last.sidik}, {last.dibuat:%d-%m-%Y %H.%M} UTC"
            )
