"""The NIK by which BSrE knows a signer: entered by its owner, encrypted at rest, shown to nobody whole.

It is encrypted (Fernet: AES-128-CBC with HMAC-SHA-256) under a key drawn from SAKIP_SECRET_KEY, which is kept apart
from the database and its backups. With another secret it cannot be read, and is entered again.
"""

from __future__ import annotations

import base64
import re
from typing import Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import trail_add
from kecamatan.models import Pengguna
from reports.models import NikPenandaTangan

LENGTH: Final = 16

#: Province, kabupaten, kecamatan, day (of women + 40), month, year, serial number.
_SHAPE: Final = re.compile(
    r"[1-9][0-9]{5}(0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(0[1-9]|1[0-2])[0-9]{2}(?!0000)[0-9]{4}"
)
_SEPARATOR: Final = re.compile(r"[\s.-]+")


def parse_nik(text: str) -> str:
    """The 16 digits, typed with or without spaces. Raises InputError, which does not repeat what was typed."""
    digits = _SEPARATOR.sub("", text)
    if not digits:
        raise InputError(f"Isi NIK Anda, {LENGTH} angka.")
    if not (digits.isascii() and digits.isdigit()) or len(digits) != LENGTH:
        raise InputError(f"Isi {LENGTH} angka NIK saja, seperti pada KTP.")
    if not _SHAPE.fullmatch(digits):
        raise InputError(
            "Periksa NIK pada KTP: angka 7–12 bukan tanggal lahir, atau empat angka terakhirnya nol."
        )
    return digits


@transaction.atomic
def nik_save(*, pengguna: Pengguna, nik: str) -> None:
    """Keep a person's own NIK. Raises InputError. The trail says that it was entered, not what."""
    content = _cipher().encrypt(parse_nik(nik).encode())
    row, _ = NikPenandaTangan.objects.update_or_create(
        pengguna=pengguna, defaults={"nik": content, "diisi": timezone.now()}
    )
    trail_add(action="nik_penanda_tangan.diisi", subject=row, sebutan=str(row), pengguna=pengguna)


@transaction.atomic
def nik_delete(*, pengguna: Pengguna) -> None:
    """Forget a person's NIK; nothing where there is none."""
    row = NikPenandaTangan.objects.select_for_update().filter(pengguna=pengguna).first()
    if row is not None:
        trail_add(action="nik_penanda_tangan.dihapus", subject=row, sebutan=str(row), pengguna=pengguna)
        row.delete()


def nik_of(pengguna: Pengguna) -> str:
    """A person's NIK. Raises InputError where there is none that can be read."""
    row = NikPenandaTangan.objects.filter(pengguna=pengguna).first()
    if row is None:
        raise InputError("NIK Anda belum diisi. Isi dahulu di halaman NIK BSrE.")
    try:
        return _cipher().decrypt(bytes(row.nik)).decode()
    except InvalidToken:
        raise InputError(
            "NIK Anda tidak dapat dibaca lagi karena kunci instalasi berganti. Isi ulang di halaman NIK BSrE."
        ) from None


def nik_end(pengguna: Pengguna) -> str:
    """The last four digits, by which its owner knows it again; empty where there is none that can be read."""
    try:
        return nik_of(pengguna)[-4:]
    except InputError:
        return ""


def _cipher() -> MultiFernet:
    return MultiFernet(
        [Fernet(_key(str(one))) for one in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    )


def _key(secret: str) -> bytes:
    """A key of its own: what else is drawn from the secret opens nothing here."""
    drawn = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"sakip.nik-penanda-tangan")
    return base64.urlsafe_b64encode(drawn.derive(secret.encode()))
