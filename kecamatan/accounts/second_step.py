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

from kecamatan.accounts.trail import tell
from kecamatan.authority import Wewenang
from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna

logger = logging.getLogger(__name__)

PENERBIT: Final = "SAKIP Kecamatan"
JUMLAH_CADANGAN: Final = 10
_PANJANG_KODE: Final = 6
_BELUM_DITANYA: Final[Any] = object()
_TOLERANSI: Final = 1  # steps of 30 seconds: clocks of phones are seldom exact
_HURUF_CADANGAN: Final = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, kw_only=True)
class Pemeriksaan:
    """Whether a code was right; ``tunggu_sampai`` is set when too many were wrong and none is looked at yet."""

    cocok: bool
    tunggu_sampai: datetime | None = None

    @property
    def pesan(self) -> str:
        """What the person should do who gave a wrong one."""
        if self.tunggu_sampai is None:
            return (
                "Kode tidak cocok. Periksa, lalu isi lagi: kode di aplikasi berganti tiap 30 detik, kode cadangan"
                " hanya berlaku sekali."
            )
        saat = timezone.localtime(self.tunggu_sampai + timedelta(seconds=1))
        return f"Terlalu banyak kode yang salah. Tunggu sampai pukul {saat:%H.%M.%S}, lalu isi kode lagi."


@dataclass(frozen=True, kw_only=True)
class Terpasang:
    """A second step that was just added: number of the device, and the only time that the spare codes are shown."""

    perangkat: int
    cadangan: list[str]


def nomor_perangkat(user: Pengguna | AnonymousUser) -> int | None:
    """Number of the person's device, None without. No query for who came in with a session (see autentikasi)."""
    if not user.is_authenticated:
        return None
    nomor = getattr(user, "perangkat_kode", _BELUM_DITANYA)
    if nomor is _BELUM_DITANYA:
        perangkat = TOTPDevice.objects.filter(user=user, confirmed=True).order_by("pk")
        nomor = perangkat.values_list("pk", flat=True).first()
    return nomor


def kunci_baru() -> str:
    """A secret for an application, in hexadecimal."""
    kunci: str = random_hex(20)
    return kunci


def kunci_ketik(kunci: str) -> str:
    """The secret as a person types it: groups of four letters."""
    teks = _base32(kunci)
    return " ".join(teks[n : n + 4] for n in range(0, len(teks), 4))


def draw_qr(*, pengguna: Pengguna, kunci: str) -> str:
    """The secret as an SVG drawing to be scanned, without any style of its own."""
    label = quote(f"{PENERBIT}:{pengguna.username}")
    isi = urlencode({"secret": _base32(kunci), "issuer": PENERBIT}, quote_via=quote)
    qr = segno.make_qr(f"otpauth://totp/{label}?{isi}", error="m")
    svg: str = qr.svg_inline(
        scale=5, dark="#000", light="#fff", svgclass="qr", lineclass=None, title="Kode QR", omitsize=True
    )
    return svg


@transaction.atomic
def second_factor_attach(*, pengguna: Pengguna, kunci: str, kode: str) -> Terpasang:
    """Add the second step after one right code. Raises InputError for a wrong one."""
    orang = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if TOTPDevice.objects.filter(user=orang).exists():
        raise InputError("Langkah kedua sudah terpasang. Lepaskan dahulu yang lama untuk menggantinya.")
    perangkat = TOTPDevice(user=orang, name="aplikasi autentikator", key=kunci, tolerance=_TOLERANSI)
    totp = TOTP(perangkat.bin_key, perangkat.step, perangkat.t0, perangkat.digits)
    totp.time = time.time()
    if not (_angka(kode) and totp.verify(int(kode), _TOLERANSI)):
        raise InputError(
            "Kode tidak cocok. Pastikan jam ponsel disetel otomatis, lalu isi kode yang sedang tampil."
        )
    perangkat.last_t = totp.t()  # this code has done its work
    perangkat.drift = totp.drift
    perangkat.save()
    tell("langkah_kedua.dipasang", orang, orang)
    return Terpasang(perangkat=perangkat.pk, cadangan=_cadangan(orang))


@transaction.atomic
def kode_periksa(*, pengguna: Pengguna, kode: str) -> Pemeriksaan:
    """Try a code of the application, or a spare code, which is used up by it.

    Each wrong one doubles the wait before the next is looked at (1, 2, 4 … seconds).
    """
    jenis = TOTPDevice if _angka(kode) else StaticDevice
    perangkat = jenis.objects.select_for_update().filter(user=pengguna).order_by("pk").first()
    if perangkat is None:
        return Pemeriksaan(cocok=False)
    boleh, keterangan = perangkat.verify_is_allowed()
    if not boleh:
        return Pemeriksaan(cocok=False, tunggu_sampai=keterangan["locked_until"])
    if not perangkat.verify_token(kode if jenis is TOTPDevice else _baku(kode)):
        logger.warning("kode langkah kedua salah: pengguna=%s", pengguna.pk)
        return Pemeriksaan(cocok=False)
    if jenis is StaticDevice:
        tell("kode_cadangan.dipakai", pengguna, pengguna)
    return Pemeriksaan(cocok=True)


def recovery_codes_left(pengguna: Pengguna) -> int:
    """How many spare codes are left."""
    jumlah: int = StaticToken.objects.filter(device__user=pengguna).count()
    return jumlah


@transaction.atomic
def recovery_codes_create(*, pengguna: Pengguna) -> list[str]:
    """New spare codes in place of all former ones. Raises InputError without a second step."""
    orang = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if not TOTPDevice.objects.filter(user=orang).exists():
        raise InputError("Pasang dahulu langkah kedua; kode cadangan hanya berguna bersamanya.")
    tell("kode_cadangan.dibuat", orang, orang)
    return _cadangan(orang)


@transaction.atomic
def second_factor_detach(*, pengguna: Pengguna, oleh: Pengguna, alasan: str = "") -> None:
    """Take the second step away: a person their own, or who keeps the account when the phone is lost."""
    if oleh.pk != pengguna.pk:
        Wewenang(oleh).ensure_may_manage(pengguna)
    dilepas, _ = TOTPDevice.objects.filter(user=pengguna).delete()
    StaticDevice.objects.filter(user=pengguna).delete()
    if dilepas:
        tell("langkah_kedua.dilepas", pengguna, oleh, alasan=alasan)


def _cadangan(orang: Pengguna) -> list[str]:
    StaticDevice.objects.filter(user=orang).delete()
    perangkat = StaticDevice.objects.create(user=orang, name="kode cadangan")
    kode = ["".join(secrets.choice(_HURUF_CADANGAN) for _ in range(8)) for _ in range(JUMLAH_CADANGAN)]
    StaticToken.objects.bulk_create(StaticToken(device=perangkat, token=satu) for satu in kode)
    return [f"{satu[:4]}-{satu[4:]}" for satu in kode]


def _angka(kode: str) -> bool:
    return len(kode) == _PANJANG_KODE and kode.isascii() and kode.isdigit()


def _baku(kode: str) -> str:
    return kode.replace("-", "").lower()


def _base32(kunci: str) -> str:
    return b32encode(bytes.fromhex(kunci)).decode()
