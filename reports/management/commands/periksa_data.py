"""Every check of every kecamatan and year, and the rules that concern more than one of them."""

from __future__ import annotations

from typing import Any, Final

from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand, format_argument
from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan
from reports.review.export import finding_to_dict
from reports.review.review import review_year
from sakip.checks import CHECKS, Finding, Level
from sakip.entry.watch import every_finding
from sakip.integrity import SCALES, Breach, all_rules, run_rules

#: Stands for the rule of the catalogue in what concerns more than one year: no review asks it.
_DATA: Final = "data"


class Command(ProjectCommand):
    """Print what breaks a rule or a check; exit 1 when something does that cannot be right."""

    help = "Memeriksa semua catatan, hasil hitungan, dan narasi setiap kecamatan dan tahun."

    def add_arguments(self, parser: CommandParser) -> None:
        """The form of the output."""
        format_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Run everything."""
        broken = run_rules()
        # No year that is measured on a broken scale can be frozen, so the scale comes first.
        measured = all(b.code != SCALES for b in broken)
        found = [
            *map(_breach, broken),
            *(_finding(*one) for one in (every_finding(_review) if measured else ())),
        ]
        found.sort(key=lambda one: list(Level).index(Level(one[1]["tingkat"])))
        counts = {level: sum(one["tingkat"] == level for _, one in found) for level in Level}
        if options["format"] == "json":
            self.write_json([one for _, one in found])
        else:
            for words, one in found:
                self.stdout.write(f"{one['tingkat']} {one['kode']} · {words}: {one['pesan']}")
            if not measured:
                self.stdout.write(
                    "Catatan setiap tahun belum diperiksa. Perbaiki dahulu skala itu, lalu ulangi."
                )
            told = ", ".join(f"{count} {level}" for level, count in counts.items())
            self.stdout.write(f"{len(all_rules()) + len(CHECKS)} aturan diperiksa: {told}.")
        if errors := counts[Level.GALAT]:
            raise InputError(
                f"Ada {errors} galat dalam catatan. Perbaiki menurut daftar di atas, lalu ulangi."
            )


def _review(kecamatan: Kecamatan, tahun: int) -> tuple[Finding, ...]:
    return review_year(kecamatan=kecamatan, tahun=tahun).findings


def _breach(breach: Breach) -> tuple[str, dict[str, Any]]:
    """Its place in words, and what is told of it."""
    return breach.place, {
        "kecamatan": "",
        "tahun": None,
        "aturan": _DATA,
        "kode": breach.code,
        "tingkat": Level.GALAT.value,
        "lokasi": breach.place,
        "pesan": breach.message,
        "tercatat": "",
        "seharusnya": "",
        "tautan": "",
    }


def _finding(kecamatan: Kecamatan, tahun: int, finding: Finding) -> tuple[str, dict[str, Any]]:
    """The same of what a check found."""
    told = finding_to_dict(finding, kecamatan.slug, tahun)
    return f"{kecamatan} {tahun}, {finding.place.words}", {
        "kecamatan": kecamatan.slug,
        "tahun": tahun,
    } | told
