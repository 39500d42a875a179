"""`manage.py cadangkan DIR`: the database, the files and a manifest, while everybody works on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand
from kecamatan.ground.errors import InputError
from sakip.backup.make import make_backup

_MEGABYTE = 1_000_000


class Command(ProjectCommand):
    """Write one backup, whole or not at all, and remove those that need not be kept."""

    help = (
        "Mencadangkan basis data dan berkas unggahan selagi dipakai, ke folder baru di dalam DIR yang hanya dapat"
        " dibaca pemiliknya. Sesudah berhasil, cadangan lama dihapus: yang terbaru dari setiap hari dan"
        " setiap minggu terakhir disimpan."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and how many are kept."""
        parser.add_argument("folder", metavar="DIR", type=Path, help="folder tempat cadangan disimpan")
        parser.add_argument(
            "--harian",
            metavar="N",
            type=int,
            default=7,
            help="jumlah hari yang cadangannya disimpan (bawaan: 7)",
        )
        parser.add_argument(
            "--mingguan",
            metavar="N",
            type=int,
            default=5,
            help="jumlah minggu yang cadangannya disimpan (bawaan: 5)",
        )

    def handle(self, *args: Any, folder: Path, harian: int, mingguan: int, **options: Any) -> None:
        """Make it, and say what is in it."""
        if harian < 1 or mingguan < 0:
            raise InputError(
                f"--harian {harian} --mingguan {mingguan} tidak dapat dipakai. Isi --harian mulai 1 dan --mingguan"
                " mulai 0."
            )
        made = make_backup(folder, daily=harian, weekly=mingguan)
        self.stdout.write(
            f"{made.folder}: {sum(made.manifest.database.rows.values())} baris basis data dan"
            f" {len(made.manifest.media)} berkas, {made.manifest.size / _MEGABYTE:.1f} MB, sudah diperiksa."
        )
        if made.removed:
            self.stdout.write(f"{made.removed} cadangan lama dihapus.")
