"""`manage.py pulihkan DIR`: a backup back into an empty installation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand
from kecamatan.ground.errors import InputError
from sakip.backup.restore import check_backup, restore_backup
from sakip.backup.runs import moment


class Command(ProjectCommand):
    """Restore all of a backup or nothing, and say yes only when it was verified."""

    help = (
        "Memulihkan cadangan ke instalasi kosong: diperiksa seluruhnya sebelum dan sesudah dipulihkan, lalu dibawa ke"
        " versi program ini."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which backup, and whether it is only to be verified."""
        parser.add_argument(
            "folder",
            metavar="DIR",
            type=Path,
            help="folder cadangan, atau folder yang memuatnya (yang terbaru)",
        )
        parser.add_argument(
            "--periksa", action="store_true", help="hanya memeriksa cadangannya, tanpa memulihkan apa pun"
        )

    def handle(self, *args: Any, folder: Path, periksa: bool, **options: Any) -> None:
        """Restore it, and say what came back."""
        if periksa:
            found, manifest = check_backup(folder)
            self.stdout.write(f"{found}: utuh, dan dapat dipulihkan oleh versi ini.")
        else:
            restored = restore_backup(folder)
            found, manifest = restored.folder, restored.manifest
            self.stdout.write(f"{found}: sudah dipulihkan dan diperiksa.")
        self.stdout.write(
            f"Memuat semua yang tersimpan sampai {moment(manifest.begun)}:"
            f" {sum(manifest.database.rows.values())} baris basis data dan {len(manifest.media)} berkas, dari versi"
            f" {manifest.program}."
        )
        if periksa:
            return
        self.stdout.write('Jalankan "manage.py siapkan", lalu nyalakan layanan dan buat cadangan baru.')
        for breach in restored.breaches:
            self.stderr.write(f"{breach.code} · {breach.place}: {breach.message}")
        if restored.breaches:
            raise InputError(
                f"Yang dipulihkan sama dengan cadangannya, tetapi {len(restored.breaches)} hal di atas sudah melanggar"
                " aturan sebelum dicadangkan. Perbaiki menurut daftar itu, atau pulihkan cadangan yang lebih lama."
            )
