"""The owner of an account is told by mail what somebody else did to it; never how it is opened."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Final

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from kecamatan.models import Pengguna

log = logging.getLogger(__name__)

#: What others do to a way in, to where its owner is told of it, or to whose account it is, in words that follow
#: their name.
BY_OTHERS: Final = {
    "undangan.dibuat": "membuat jalan masuk baru ke akun Anda",
    "sandi_pertama.dibuat": "mengganti kata sandi akun Anda",
    "langkah_kedua.dilepas": "melepas langkah kedua akun Anda",
    "surel.diganti": "mengganti surel akun Anda",
    "akun_pejabat.dihubungkan": "menghubungkan akun Anda dengan seorang pejabat",
    "akun_pejabat.dilepas": "melepas hubungan akun Anda dengan pejabat",
}


def tell_owner(person: Pengguna, by: Pengguna | None, action: str, *, address: str = "") -> None:
    """Mail it once it is stored, to ``address`` or the person's own; not to who did it himself, nor where there is no
    address. A mail that cannot be sent stops nothing: the owner is told on the page as well."""
    if by is None or by.pk != person.pk:
        _mail(person, f"{by or 'Admin'} {BY_OTHERS[action]}", address or person.email)


def tell_people(people: Iterable[Pengguna], said: str) -> None:
    """Mail to others what was done to the account of somebody with whom they work, once it is stored."""
    for one in people:
        _mail(one, said, one.email)


def _mail(person: Pengguna, said: str, address: str) -> None:
    if address:
        moment = date_format(timezone.localtime(), "j F Y H.i")
        transaction.on_commit(lambda: _send(person, said, moment, address))


def _send(person: Pengguna, said: str, moment: str, address: str) -> None:
    body = (
        f"Yth. {person},\n\n{said} pada {moment}. Bila itu tidak semestinya, segera beri tahu inspektorat atau"
        " admin.\n\nSurel ini dikirim otomatis demi keamanan akun."
    )
    try:
        EmailMessage(subject="SAKIP Kecamatan: akun diubah orang lain", body=body, to=[address]).send()
    except (OSError, ValueError):  # no server, or an address that makes no header
        log.warning("surel tentang perubahan akun tidak terkirim: pengguna=%s", person.pk)
