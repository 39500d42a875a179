"""`manage.py periksa-naskah FILE`: what a LKIP in a file says that cannot be so, without entering anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.arguments import tahun
from kecamatan.ground.commands import ProjectCommand, format_argument, kecamatan_of
from kecamatan.ground.errors import InputError
from reports.examine.export import finding_to_dict
from reports.examine.run import examine_file
from sakip.checks import Level


class Command(ProjectCommand):
    """Print the findings, the gravest first, as text or as JSON."""

    help = (
        "Memeriksa LKIP dalam berkas (DOCX, PDF yang berisi teks, XLSX, CSV, TXT) tanpa mencatat apa pun:"
        " jumlah, persentase, tahun, nama, penomoran, dan nilai yang saling bertentangan."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The file; of whom and when it is, where it does not tell; the form of the output."""
        parser.add_argument("berkas", metavar="FILE", type=Path, help="berkas LKIP")
        parser.add_argument(
            "--kecamatan", metavar="K", help="kode atau nama kecamatan; tanpa ini dibaca dari berkasnya"
        )
        parser.add_argument(
            "--tahun", metavar="T", type=tahun, help="tahun laporan; tanpa ini dibaca dari berkasnya"
        )
        format_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, examine, print."""
        path: Path = options["berkas"]
        try:
            content = path.read_bytes()
        except OSError as error:
            raise InputError(f"Berkas {path} tidak dapat dibuka. Periksa nama dan izinnya.") from error
        named = options["kecamatan"]
        done = examine_file(
            content,
            path.name,
            kecamatan=kecamatan_of(named) if named else None,
            tahun=options["tahun"],
        )
        if options["format"] == "json":
            self.write_json([finding_to_dict(one) for one in done.findings])
            return
        for one in done.findings:
            self.stdout.write(f"{one.level} {one.rule} · {one}\n  “{one.quotation}”")
        counts = ", ".join(f"{sum(f.level is level for f in done.findings)} {level}" for level in Level)
        self.stdout.write(f"{done.subject}: {len(done.findings)} temuan: {counts}.")
