"""The installation's certificates: the authority, what it certifies, what it withdraws."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from kecamatan.ground.commands import ProjectCommand, write_file
from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from reports.models import OtoritasSertifikat
from reports.signing.keys.installation import authority_create, certificate_issue, key_revoke, owner_of
from sakip.text.dates import format_tanggal


class Command(ProjectCommand):
    """Make the authority, certify keys, withdraw them, hand out its certificate and revocation list."""

    help = "Mengelola sertifikat tanda tangan instalasi ini."

    def add_arguments(self, parser: CommandParser) -> None:
        """One verb, and what it is about."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="PERINTAH")
        create = verbs.add_parser("otoritas", help="buat otoritas sertifikat; frasa sandinya ditanyakan")
        create.add_argument("nama", metavar="NAMA", help='misalnya "SAKIP Kabupaten Jember"')
        issue = verbs.add_parser(
            "terbitkan", help="terbitkan sertifikat atas kunci yang sudah dibuat pemiliknya"
        )
        issue.add_argument("pengguna", metavar="PENGGUNA", help="nama pengguna")
        revoke = verbs.add_parser("cabut", help="cabut kunci dan sertifikat seseorang")
        revoke.add_argument("pengguna", metavar="PENGGUNA", help="nama pengguna")
        revoke.add_argument("--alasan", required=True, metavar="TEKS", help="alasan pencabutan")
        export = verbs.add_parser("ekspor", help="tulis sertifikat otoritas dan daftar cabutnya (DER)")
        export.add_argument("folder", metavar="DIR", type=Path, help="folder tujuan")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the verb says."""
        match options["verb"]:
            case "otoritas":
                authority = authority_create(nama=options["nama"], passphrase=_new_passphrase())
                self.stdout.write(
                    f"Otoritas sertifikat {authority} dibuat. Simpan frasa sandinya di tempat aman."
                )
            case "terbitkan":
                row = certificate_issue(pengguna=_person(options["pengguna"]), passphrase=_passphrase())
                self.stdout.write(
                    f"Sertifikat {owner_of(row)} (akun {row.pengguna.username}) terbit, nomor seri"
                    f" {row.nomor_seri}, berlaku sampai {format_tanggal(timezone.localdate(row.berlaku_sampai))}."
                )
            case "cabut":
                row = key_revoke(
                    pengguna=_person(options["pengguna"]), alasan=options["alasan"], passphrase=_passphrase()
                )
                self.stdout.write(f"Kunci {row.pengguna} dicabut.")
            case _:
                self._export(options["folder"])

    def _export(self, folder: Path) -> None:
        files: dict[Path, bytes] = {}
        for one in OtoritasSertifikat.objects.all():
            files[folder / f"otoritas-{one.pk}.cer"] = bytes(one.sertifikat)
            if bytes(one.daftar_cabut):
                files[folder / f"otoritas-{one.pk}.crl"] = bytes(one.daftar_cabut)
        if not files:
            raise InputError(
                "Otoritas sertifikat belum dibuat. Jalankan: manage.py sertifikat otoritas NAMA."
            )
        write_file(files)
        for location in files:
            self.stdout.write(str(location))


def _person(username: str) -> Pengguna:
    person = Pengguna.objects.named(username.strip()).first()
    if person is None:
        raise InputError(f'Pengguna "{username}" tidak ada. Lihat namanya di halaman Pengguna.')
    return person


def _passphrase(words: str = "Frasa sandi otoritas sertifikat: ") -> str:
    """Asked for, never an argument: those stay in the history of the shell and in the list of processes."""
    return getpass.getpass(words) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def _new_passphrase() -> str:
    first = _passphrase("Frasa sandi baru: ")
    if first != _passphrase("Sekali lagi: "):
        raise InputError("Kedua frasa sandi tidak sama. Ulangi.")
    return first
