"""Every rule that concerns many rows, over everything."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.galat import GalatMasukan
from kecamatan.perintah import Perintah, argumen_format
from sakip.pemeriksaan import SEMUA_ATURAN, Tingkat, periksa


class Command(Perintah):
    """Print what breaks a rule; exit 1 when something does that cannot be right."""

    help = "Memeriksa semua catatan terhadap aturan yang menyangkut banyak baris."

    def add_arguments(self, parser: CommandParser) -> None:
        """The form of the output."""
        argumen_format(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Run every rule."""
        temuan = periksa()
        galat = sum(t.tingkat is Tingkat.GALAT for t in temuan)
        if options["format"] == "json":
            self.tulis_json([asdict(t) for t in temuan])
        else:
            for t in temuan:
                self.stdout.write(f"{t.tingkat.value} {t.aturan} · {t.lokasi}: {t.pesan}")
            self.stdout.write(
                f"{len(SEMUA_ATURAN)} aturan diperiksa: {galat} galat, {len(temuan) - galat} peringatan."
            )
        if galat:
            raise GalatMasukan(
                f"Ada {galat} galat dalam catatan. Perbaiki menurut daftar di atas, lalu ulangi."
            )
