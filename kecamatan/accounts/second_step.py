"""The second step of signing in: a code from an application on the person's phone, or a spare code from paper."""

from __future__ import annotations

import logging
import secrets
import time
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import quote, urlencode

import segno
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from kecamatan.accounts.owner_mail import tell_owner
from kecamatan.accounts.trail import tell
from kecamatan.authority import Authority
from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna

logger = logging.getLogger(__name__)

ISSUER: Final = "SAKIP Kecamatan"
RECOVERY_CODE_COUNT: Final = 10
_KODE_LENGTH: Final = 6
_NOT_ASKED: Final[Any] = object()
_TOLERANCE: Final = 1  # steps of 30 seconds: clocks of phones are seldom exact
_RECOVERY_HURUF: Final = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, kw_only=True)
class CodeCheck:
    """Whether a code was right; ``wait_until`` is set when too many were wrong and none is looked at yet."""

    matches: bool
    wait_until: datetime | None = None

    @property
    def message(self) -> str:
        """What the person should do who gave a wrong one."""
        if self.wait_until is None:
            return (
                "Kode tidak cocok. Periksa, lalu isi lagi: kode di aplikasi berganti tiap 30 detik, kode cadangan"
                " hanya berlaku sekali."
            )
        moment = timezone.localtime(self.wait_until + timedelta(seconds=1))
        return f"Terlalu banyak kode yang salah. Tunggu sampai pukul {moment:%H.%M.%S}, lalu isi kode lagi."


@dataclass(frozen=True, kw_only=True)
class InstalledStep:
    """A second step that was just added: number of the device, and the only time that the spare codes are shown."""

    perangkat: int
    recovery: list[str]


def nomor_perangkat(user: Pengguna | AnonymousUser) -> int | None:
    """Number of the person's device, None without. No query for who came in with a session (see autentikasi)."""
    if not user.is_authenticated:
        return None
    nomor = getattr(user, "perangkat_kode", _NOT_ASKED)
    if nomor is _NOT_ASKED:
        perangkat = TOTPDevice.objects.filter(user=user, confirmed=True).order_by("pk")
        nomor = perangkat.values_list("pk", flat=True).first()
    return nomor


def new_key() -> str:
    """A secret for an application, in hexadecimal."""
    key: str = random_hex(20)
    return key


def typed_key(key: str) -> str:
    """The secret as a person types it: groups of four letters."""
    text = _base32(key)
    return " ".join(text[n : n + 4] for n in range(0, len(text), 4))


def draw_qr(*, pengguna: Pengguna, key: str) -> str:
    """The secret as an SVG drawing to be scanned, without any style of its own."""
    label = quote(f"{ISSUER}:{pengguna.username}")
    content = urlencode({"secret": _base32(key), "issuer": ISSUER}, quote_via=quote)
    qr = segno.make_qr(f"otpauth://totp/{label}?{content}", error="m")
    svg: str = qr.svg_inline(
        scale=5, dark="#000", light="#fff", svgclass="qr", lineclass=None, title="Kode QR", omitsize=True
    )
    return svg


@transaction.atomic
def second_factor_attach(*, pengguna: Pengguna, key: str, kode: str) -> InstalledStep:
    """Add the second step after one right code. Raises InputError for a wrong one."""
    person = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if TOTPDevice.objects.filter(user=person).exists():
        raise InputError("Langkah kedua sudah terpasang. Lepaskan dahulu yang lama untuk menggantinya.")
    perangkat = TOTPDevice(user=person, name="aplikasi autentikator", key=key, tolerance=_TOLERANCE)
    totp = TOTP(perangkat.bin_key, perangkat.step, perangkat.t0, perangkat.digits)
    totp.time = time.time()
    if not (_angka(kode) and totp.verify(int(kode), _TOLERANCE)):
        raise InputError(
            "Kode tidak cocok. Pastikan jam ponsel disetel otomatis, lalu isi kode yang sedang tampil."
        )
    perangkat.last_t = totp.t()  # this code has done its work
    perangkat.drift = totp.drift
    perangkat.save()
    tell("langkah_kedua.dipasang", person, person)
    return InstalledStep(perangkat=perangkat.pk, recovery=_recovery(person))


@transaction.atomic
def check_digits(*, pengguna: Pengguna, kode: str) -> CodeCheck:
    """Try a code of the application, or a spare code, which is used up by it.

    Each wrong one doubles the wait before the next is looked at (1, 2, 4 … seconds).
    """
    kind = TOTPDevice if _angka(kode) else StaticDevice
    perangkat = kind.objects.select_for_update().filter(user=pengguna).order_by("pk").first()
    if perangkat is None:
        return CodeCheck(matches=False)
    allowed, keterangan = perangkat.verify_is_allowed()
    if not allowed:
        return CodeCheck(matches=False, wait_until=keterangan["locked_until"])
    if not perangkat.verify_token(kode if kind is TOTPDevice else _standard(kode)):
        logger.warning("kode langkah kedua salah: pengguna=%s", pengguna.pk)
        return CodeCheck(matches=False)
    if kind is StaticDevice:
        tell("kode_cadangan.dipakai", pengguna, pengguna)
    return CodeCheck(matches=True)


def recovery_codes_left(pengguna: Pengguna) -> int:
    """How many spare codes are left."""
    jumlah: int = StaticToken.objects.filter(device__user=pengguna).count()
    return jumlah


@transaction.atomic
def recovery_codes_create(*, pengguna: Pengguna) -> list[str]:
    """New spare codes in place of all former ones. Raises InputError without a second step."""
    person = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if not TOTPDevice.objects.filter(user=person).exists():
        raise InputError("Pasang dahulu langkah kedua; kode cadangan hanya berguna bersamanya.")
    tell("kode_cadangan.dibuat", person, person)
    return _recovery(person)


@transaction.atomic
def second_factor_detach(*, pengguna: Pengguna, by: Pengguna, alasan: str = "") -> None:
    """Take the second step away: a person their own, or who keeps the account when the phone is lost."""
    if by.pk != pengguna.pk:
        Authority(by).ensure_may_manage(pengguna)
    released, _ = TOTPDevice.objects.filter(user=pengguna).delete()
    StaticDevice.objects.filter(user=pengguna).delete()
    if released:
        tell("langkah_kedua.dilepas", pengguna, by, alasan=alasan)
        tell_owner(pengguna, by, "langkah_kedua.dilepas")


def _recovery(person: Pengguna) -> list[str]:
    StaticDevice.objects.filter(user=person).delete()
    perangkat = StaticDevice.objects.create(user=person, name="kode cadangan")
    kode = ["".join(secrets.choice(_RECOVERY_HURUF) for _ in range(8)) for _ in range(RECOVERY_CODE_COUNT)]
    StaticToken.objects.bulk_create(StaticToken(device=perangkat, token=one) for one in kode)
    return [f"{one[:4]}-{one[4:]}" for one in kode]


def _angka(kode: str) -> bool:
    return len(kode) == _KODE_LENGTH and kode.isascii() and kode.isdigit()


def _standard(kode: str) -> str:
    return kode.replace("-", "").lower()


def _base32(key: str) -> str:
    return b32encode(bytes.fromhex(key)).decode()
