"""Ways in: a single-use link, a first password on paper, a password of one's own."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from axes.utils import reset as buka_kunci_masuk
from django.db import transaction
from django.utils import timezone

from kecamatan.accounts.trail import tell
from kecamatan.authority import Wewenang
from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna, Undangan

MASA_UNDANGAN: Final = timedelta(days=7)

#: Read aloud and typed without doubt: no l or 1, no o or 0 beside each other's like.
_KONSONAN: Final = "bdfghjkmnprstvwz"
_VOKAL: Final = "aeiu"
_ANGKA: Final = "23456789"


class InvitationExpired(InputError):
    """A link that is unknown, used, withdrawn or too old; it does not tell which."""

    def __init__(self) -> None:
        super().__init__(
            "Tautan ini tidak berlaku lagi. Mintalah tautan baru kepada Bagian Organisasi atau admin."
        )


@dataclass(frozen=True, kw_only=True)
class UndanganBaru:
    """A link that was just made: the only time that its token is known."""

    token: str
    berlaku_sampai: datetime


@transaction.atomic
def invitation_create(*, pengguna: Pengguna, oleh: Pengguna | None) -> UndanganBaru:
    """Make a link for one person. The former password, the former link and open sessions end with it.

    ``oleh`` is None for a command. Raises InputError for a closed account.
    """
    orang = _terkunci(pengguna, oleh)
    orang.set_unusable_password()
    orang.wajib_ganti_sandi = False
    orang.save(update_fields=["password", "wajib_ganti_sandi"])
    token = secrets.token_urlsafe(32)
    berlaku_sampai = timezone.now() + MASA_UNDANGAN
    Undangan.objects.create(
        pengguna=orang, token_sha256=_sidik(token), dibuat_oleh=oleh, berlaku_sampai=berlaku_sampai
    )
    tell("undangan.dibuat", orang, oleh)
    return UndanganBaru(token=token, berlaku_sampai=berlaku_sampai)


def invitation_for(*, token: str) -> Pengguna:
    """The person whom an open link is for. Raises :class:`InvitationExpired`."""
    undangan = (
        Undangan.objects.filter(
            token_sha256=_sidik(token),
            dipakai_pada=None,
            dicabut_pada=None,
            berlaku_sampai__gt=timezone.now(),
        )
        .select_related("pengguna")
        .first()
    )
    if undangan is None or not undangan.pengguna.is_active:
        raise InvitationExpired
    return undangan.pengguna


@transaction.atomic
def invitation_use(*, token: str, sandi: str) -> Pengguna:
    """Use a link: its person has this password from now on. Only one use ever succeeds.

    Raises :class:`InvitationExpired`.
    """
    # First the person, then the link, as everywhere here: two hands never wait for each other.
    orang = Pengguna.objects.select_for_update().filter(undangan__token_sha256=_sidik(token)).first()
    sekarang = timezone.now()
    # The row's own columns alone: where two uses meet, PostgreSQL asks them again for the one that waited.
    terpakai = Undangan.objects.filter(
        token_sha256=_sidik(token), dipakai_pada=None, dicabut_pada=None, berlaku_sampai__gt=sekarang
    ).update(dipakai_pada=sekarang)
    if orang is None or not orang.is_active or not terpakai:
        raise InvitationExpired
    _install(orang, sandi, wajib_ganti=False)
    tell("undangan.dipakai", orang, orang)
    return orang


@transaction.atomic
def first_password_create(*, pengguna: Pengguna, oleh: Pengguna | None) -> str:
    """Give an account a password to be printed and handed over; its owner has to choose another one at once.

    The former password, an open link and open sessions end with it. Raises InputError for a closed account.
    """
    orang = _terkunci(pengguna, oleh)
    sandi = random_password()
    _install(orang, sandi, wajib_ganti=True)
    tell("sandi_pertama.dibuat", orang, oleh)
    return sandi


@transaction.atomic
def password_change(*, pengguna: Pengguna, sandi: str) -> Pengguna:
    """A person chooses their own password; other sessions of theirs end."""
    orang = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    _install(orang, sandi, wajib_ganti=False)
    tell("sandi.diubah", orang, orang)
    return orang


def random_password() -> str:
    """A password that can be read from paper, "bafu-keri-zuma-nite-47": 54 bits."""
    suku = ["".join(secrets.choice(h) for h in (_KONSONAN, _VOKAL) * 2) for _ in range(4)]
    return "-".join([*suku, "".join(secrets.choice(_ANGKA) for _ in range(2))])


def _terkunci(pengguna: Pengguna, oleh: Pengguna | None) -> Pengguna:
    """The account, held until the end of the transaction, without the links that were open."""
    if oleh is not None:
        Wewenang(oleh).ensure_may_manage(pengguna)
    orang = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if not orang.is_active:
        raise InputError("Akun ini nonaktif. Aktifkan dahulu akunnya, lalu buat jalan masuknya.")
    orang.undangan.filter(dipakai_pada=None, dicabut_pada=None).update(dicabut_pada=timezone.now())
    return orang


def _install(orang: Pengguna, sandi: str, *, wajib_ganti: bool) -> None:
    orang.set_password(sandi)
    orang.wajib_ganti_sandi = wajib_ganti
    orang.save(update_fields=["password", "wajib_ganti_sandi"])
    # Who was locked out for guessing an old password may try the new one at once.
    buka_kunci_masuk(username=orang.username)


def _sidik(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
