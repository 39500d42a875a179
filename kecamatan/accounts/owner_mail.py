"""The owner of an account is told by mail what somebody else did to it; never how it is opened."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Final

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from kecamatan.models import Pengguna

log = logging.getLogger(__name__)

#: What others do to a way in, or to whose account it is, in words that follow their name.
BY_OTHERS: Final = {
    "undangan.dibuat": "membuat jalan masuk baru ke akun Anda",
    "sandi_pertama.dibuat": "mengganti kata sandi akun Anda",
    "langkah_kedua.dilepas": "melepas langkah kedua akun Anda",
    "akun_pejabat.dihubungkan": "menghubungkan akun Anda dengan seorang pejabat",
    "akun_pejabat.dilepas": "melepas hubungan akun Anda dengan pejabat",
}


def tell_owner(person: Pengguna, by: Pengguna | None, action: str) -> None:
    """Mail it once it is stored; not to who did it himself, nor where there is no address. A mail that cannot be sent
    stops nothing: the owner is told on the page as well."""
    if person.email and (by is None or by.pk != person.pk):
        moment = timezone.localtime()
        transaction.on_commit(
            lambda: _send(person, f"{by or 'Admin'} {BY_OTHERS[action]}", f"{moment:%d-%m-%Y %H.%M}")
        )


def _send(person: Pengguna, said: str, moment: str) -> None:
    body = (
        f"Yth. {person},\n\n{said} pada {moment}. Bila bukan atas permintaan Anda, segera beri tahu inspektorat atau"
        " admin.\n\nSurel ini dikirim otomatis demi keamanan akun Anda."
    )
    try:
        EmailMessage(
            subject="SAKIP Kecamatan: akun Anda diubah orang lain", body=body, to=[person.email]
        ).send()
    except (OSError, SMTPException):
        log.warning("surel kepada pemilik akun tidak terkirim: pengguna=%s", person.pk)
