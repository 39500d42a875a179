"""Ways in: a single-use link, a first password on paper, a password of one's own."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from axes.utils import reset as sign_in_key_opening
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from kecamatan.accounts.owner_mail import tell_owner
from kecamatan.accounts.sign_in_budget import counted_name
from kecamatan.accounts.trail import tell
from kecamatan.authority import Authority
from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna, Undangan

INVITATION_TERM: Final = timedelta(days=7)

#: Read aloud and typed without doubt: no l or 1, no o or 0 beside each other's like.
_CONSONANTS: Final = "bdfghjkmnprstvwz"
_VOWELS: Final = "aeiu"
_ANGKA: Final = "23456789"


class InvitationExpired(InputError):
    """A link that is unknown, used, withdrawn or too old; it does not tell which."""

    def __init__(self) -> None:
        super().__init__(
            "Tautan ini tidak berlaku lagi. Mintalah tautan baru kepada Bagian Organisasi atau admin."
        )


@dataclass(frozen=True, kw_only=True)
class NewUndangan:
    """A link that was just made: the only time that its token is known."""

    token: str
    berlaku_sampai: datetime


@transaction.atomic
def invitation_create(*, pengguna: Pengguna, by: Pengguna | None) -> NewUndangan:
    """Make a link for one person. The former password, the former link and open sessions end with it.

    ``by`` is None for a command. Raises InputError for a closed account.
    """
    person = _closed(pengguna, by)
    person.set_unusable_password()
    person.wajib_ganti_sandi = False
    person.save(update_fields=["password", "wajib_ganti_sandi"])
    token = secrets.token_urlsafe(32)
    berlaku_sampai = timezone.now() + INVITATION_TERM
    Undangan.objects.create(
        pengguna=person, token_sha256=_fingerprint(token), dibuat_oleh=by, berlaku_sampai=berlaku_sampai
    )
    tell("undangan.dibuat", person, by)
    tell_owner(person, by, "undangan.dibuat")
    return NewUndangan(token=token, berlaku_sampai=berlaku_sampai)


def invitation_for(*, token: str) -> Pengguna:
    """The person whom an open link is for. Raises :class:`InvitationExpired`."""
    undangan = (
        Undangan.objects.filter(
            token_sha256=_fingerprint(token),
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
def invitation_use(*, token: str, password: str) -> Pengguna:
    """Use a link: its person has this password from now on. Only one use ever succeeds.

    Raises :class:`InvitationExpired`.
    """
    # First the person, then the link, as everywhere here: two hands never wait for each other.
    person = Pengguna.objects.select_for_update().filter(undangan__token_sha256=_fingerprint(token)).first()
    now = timezone.now()
    # The row's own columns alone: where two uses meet, PostgreSQL asks them again for the one that waited.
    used = Undangan.objects.filter(
        token_sha256=_fingerprint(token), dipakai_pada=None, dicabut_pada=None, berlaku_sampai__gt=now
    ).update(dipakai_pada=now)
    if person is None or not person.is_active or not used:
        raise InvitationExpired
    _install(person, make_password(password), must_change=False)
    tell("undangan.dipakai", person, person)
    return person


@dataclass(frozen=True, kw_only=True)
class PreparedPassword:
    """A first password and its hash, which takes long on purpose: of many they are made before anything is locked."""

    password: str
    hashed: str


def password_prepare() -> PreparedPassword:
    """Make a first password, for nobody yet."""
    password = random_password()
    return PreparedPassword(password=password, hashed=make_password(password))


@transaction.atomic
def first_password_create(
    *, pengguna: Pengguna, by: Pengguna | None, prepared: PreparedPassword | None = None
) -> str:
    """Give an account a password to be printed and handed over; its owner has to choose another one at once.

    The former password, an open link and open sessions end with it. Raises InputError for a closed account.
    """
    person = _closed(pengguna, by)
    new = prepared or password_prepare()
    _install(person, new.hashed, must_change=True)
    tell("sandi_pertama.dibuat", person, by)
    tell_owner(person, by, "sandi_pertama.dibuat")
    return new.password


@transaction.atomic
def password_change(*, pengguna: Pengguna, password: str) -> Pengguna:
    """A person chooses their own password; other sessions of theirs end."""
    person = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    _install(person, make_password(password), must_change=False)
    tell("sandi.diubah", person, person)
    return person


def random_password() -> str:
    """A password that can be read from paper, "bafu-keri-zuma-nite-47": 54 bits."""
    syllables = ["".join(secrets.choice(h) for h in (_CONSONANTS, _VOWELS) * 2) for _ in range(4)]
    return "-".join([*syllables, "".join(secrets.choice(_ANGKA) for _ in range(2))])


def _closed(pengguna: Pengguna, by: Pengguna | None) -> Pengguna:
    """The account, held until the end of the transaction, without the links that were open."""
    if by is not None:
        Authority(by).ensure_may_manage(pengguna)
    person = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if not person.is_active:
        raise InputError("Akun ini nonaktif. Aktifkan dahulu akunnya, lalu buat jalan masuknya.")
    person.undangan.filter(dipakai_pada=None, dicabut_pada=None).update(dicabut_pada=timezone.now())
    return person


def _install(person: Pengguna, hashed: str, *, must_change: bool) -> None:
    person.password = hashed
    person.wajib_ganti_sandi = must_change
    person.save(update_fields=["password", "wajib_ganti_sandi"])
    # Who was locked out for guessing an old password may try the new one at once.
    sign_in_key_opening(username=counted_name(person.username))


def _fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
