"""Load real kecamatan-years and the accounts to look at them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import transaction

from kecamatan.accounts.demo import DemoAccount, demo_account_create, ensure_demo
from kecamatan.ground.commands import ProjectCommand
from reports.workbook.fixtures import fixtures_load


class Command(ProjectCommand):
    """Load the contoh files and create the demo accounts, all or nothing. Running it again changes nothing."""

    help = (
        "Memuat catatan kecamatan contoh dan membuat akun demo. Catatan tahun contoh menjadi seperti dalam berkas, "
        "kecuali LKIP-nya sudah diajukan. Kata sandi yang sudah diubah tidak disentuh."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the files are read from."""
        parser.add_argument(
            "--contoh",
            metavar="FOLDER",
            type=Path,
            default=Path(settings.BASE_DIR) / "fixtures" / "contoh",
            help="folder berkas contoh (bawaan: fixtures/contoh)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, then print what was done and how to sign in."""
        ensure_demo()
        with transaction.atomic():
            results = fixtures_load(folder=options["contoh"])
            accounts = demo_account_create(kecamatan=[(h.kecamatan, h.tahun) for h in results])
        for h in results:
            state = f"dilewati, {h.locked}" if h.locked else str(h.counts)
            self.stdout.write(f"{h.kecamatan} {h.tahun}: {state}.")
        self.stdout.write("")
        self._table(accounts)

    def _table(self, accounts: list[DemoAccount]) -> None:
        titles = ("Nama pengguna", "Kata sandi", "Peran")
        rows = [titles, *((a.pengguna.username, a.sandi or "(sudah diubah)", a.peran) for a in accounts)]
        widths = [max(len(b[column]) for b in rows) for column in range(2)]
        self.stdout.write("Akun demo:")
        for pengguna, password, peran in rows:
            self.stdout.write(f"  {pengguna:<{widths[0]}}  {password:<{widths[1]}}  {peran}")
