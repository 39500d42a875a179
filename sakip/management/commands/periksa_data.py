"""Every check of every kecamatan and year, and the rules that concern more than one of them."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand, format_argument
from kecamatan.ground.errors import InputError
from sakip.checks import CHECKS, Level
from sakip.entry.watch import every_finding
from sakip.integrity import RULES, SCALES, run_rules


class Command(ProjectCommand):
    """Print what breaks a rule or a check; exit 1 when something does that cannot be right."""

    help = "Memeriksa semua catatan terhadap aturan yang menyangkut banyak baris."

    def add_arguments(self, parser: CommandParser) -> None:
        """The form of the output."""
        format_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Run everything."""
        broken = run_rules()
        temuan = [
            {"aturan": b.code, "tingkat": Level.GALAT.value, "lokasi": b.place, "pesan": b.message}
            for b in broken
        ]
        # No year that is measured on a broken scale can be frozen, so the scale comes first.
        measured = all(b.code != SCALES for b in broken)
        temuan += [
            {
                "aturan": f.code,
                "tingkat": f.level.value,
                "lokasi": f"{kecamatan} {tahun}, {f.place.words}",
                "pesan": f.message,
            }
            for kecamatan, tahun, f in (every_finding() if measured else ())
        ]
        temuan.sort(key=lambda t: t["tingkat"] != Level.GALAT)
        error = sum(t["tingkat"] == Level.GALAT for t in temuan)
        if options["format"] == "json":
            self.write_json(temuan)
        else:
            for t in temuan:
                self.stdout.write(f"{t['tingkat']} {t['aturan']} · {t['lokasi']}: {t['pesan']}")
            if not measured:
                self.stdout.write(
                    "Catatan setiap tahun belum diperiksa. Perbaiki dahulu skala itu, lalu ulangi."
                )
            self.stdout.write(
                f"{len(RULES) + len(CHECKS)} aturan diperiksa: {error} galat, {len(temuan) - error} peringatan."
            )
        if error:
            raise InputError(
                f"Ada {error} galat dalam catatan. Perbaiki menurut daftar di atas, lalu ulangi."
            )
