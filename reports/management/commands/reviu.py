"""What a review finds in the report of one kecamatan and year."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand, format_argument, place_argument
from reports.review.export import finding_to_dict
from reports.review.review import review_year
from sakip.checks import Level
from sakip.year_command import place_and_year


class Command(ProjectCommand):
    """Print the findings, the gravest first, as text or as JSON."""

    help = "Mereviu laporan satu kecamatan pada satu tahun: catatan, hasil hitungan, dan narasinya."

    def add_arguments(self, parser: CommandParser) -> None:
        """K, T and the form of the output."""
        place_argument(parser)
        format_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Review, print."""
        kecamatan = place_and_year(kecamatan=options["kecamatan"], tahun=options["tahun"])
        findings = review_year(kecamatan=kecamatan, tahun=options["tahun"]).findings
        if options["format"] == "json":
            where = (kecamatan.slug, options["tahun"])
            self.write_json([finding_to_dict(one, *where) for one in findings])
            return
        for one in findings:
            self.stdout.write(f"{one.level} {one.rule} · {one}")
        counts = (f"{sum(f.level is level for f in findings)} {level}" for level in Level)
        self.stdout.write(f"{len(findings)} temuan: {', '.join(counts)}.")
