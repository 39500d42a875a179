"""The first person of an empty installation."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser
from django.db import transaction
from django.urls import reverse

from kecamatan.accounts.accounts import pengguna_create
from kecamatan.accounts.passwords import INVITATION_TERM, first_password_create, invitation_create
from kecamatan.ground.commands import ProjectCommand
from kecamatan.ground.errors import InputError
from kecamatan.models import Keanggotaan


class Command(ProjectCommand):
    """Make an admin of all wilayah, and print once how they come in. A name that exists is left as it is."""

    help = (
        "Membuat akun admin untuk semua wilayah dan mencetak satu kali kata sandi pertamanya, yang wajib diganti"
        " saat masuk, atau tautan sekali pakai. Nama yang sudah ada ditolak dan tidak diubah."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, and how they come in."""
        parser.add_argument("nama_pengguna", metavar="NAMA", help="nama pengguna, misalnya siti.aminah")
        parser.add_argument("--nama", metavar="TEKS", default="", help="nama lengkap (bawaan: nama pengguna)")
        parser.add_argument(
            "--tautan",
            metavar="ALAMAT",
            default="",
            help="cetak tautan sekali pakai di bawah alamat situs ini, misalnya https://sakip.contohkab.go.id",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """The account and its way in, together or not at all."""
        address = _address(options["tautan"])
        nama_pengguna: str = options["nama_pengguna"]
        with transaction.atomic():
            try:
                admin = pengguna_create(
                    username=nama_pengguna,
                    nama=options["nama"].strip() or nama_pengguna,
                    surel="",
                    peran=Keanggotaan.Peran.ADMIN,
                    kecamatan=None,
                    kabupaten=None,
                    by=None,
                )
            except ValidationError as error:
                raise InputError(" ".join(error.messages)) from error
            if address:
                token = invitation_create(pengguna=admin, by=None).token
                run = (
                    f"Tautan sekali pakai: {address}{reverse('undangan', args=[token])}",
                    f"Berlaku {INVITATION_TERM.days} hari.",
                )
            else:
                run = (
                    f"Kata sandi pertama: {first_password_create(pengguna=admin, by=None)}",
                    "Situs meminta kata sandi baru saat pertama masuk.",
                )
        self.stdout.write(f"Admin {admin.username} dibuat. Yang berikut tidak ditampilkan lagi.")
        for row in run:
            self.stdout.write(row)


def _address(text: str) -> str:
    """The site's address without the slash at its end; empty for none. Raises InputError."""
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise InputError(f'Alamat "{text}" bukan alamat situs. Tulis seperti https://sakip.contohkab.go.id.')
    return f"{parts.scheme}://{parts.netloc}" if text else ""
