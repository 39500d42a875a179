"""Whether somebody else has lately opened an account, or said whose it is: whoever does could sign as its owner.

Read from the trail, which nobody can change. Who signs under his own name is asked for more than a way in: to have set
password and second step himself since, and a time in which the owner, who is told, can object.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from kecamatan.accounts.owner_mail import BY_OTHERS
from kecamatan.accounts.second_step import nomor_perangkat
from kecamatan.models import Jejak, Pengguna

_PASSWORDS: Final = ("undangan.dibuat", "sandi_pertama.dibuat")

#: What the owner does to the password.
_BY_OWNER: Final = ("sandi.diubah", "undangan.dipakai")


def last_by_others(person: Pengguna) -> Jejak | None:
    """The latest act of somebody else upon the way into an account, or upon whose it is (1 query)."""
    return _by_others(person, tuple(BY_OTHERS)).first()


def notice(person: Pengguna) -> str:
    """What the owner is told of it, while it is recent; else empty."""
    last = last_by_others(person)
    if last is None or timezone.now() >= last.waktu + _wait():
        return ""
    moment = timezone.localtime(last.waktu)
    return (
        f"{last.pengguna or 'Admin lewat perintah'} {BY_OTHERS[last.tindakan]} pada {said_moment(moment)}."
        " Bila bukan atas permintaan Anda, segera beri tahu inspektorat atau admin."
    )


def said_moment(moment: datetime) -> str:
    """ "17 Agustus 2026 pukul 09.05"."""
    return f"{date_format(moment, 'j F Y')} pukul {moment:%H.%M}"


def why_closed(person: Pengguna) -> str:
    """Why this person may not sign yet, with what opens it again; empty where nothing stands in the way."""
    last = last_by_others(person)
    if last is None:
        return ""
    password = _by_others(person, _PASSWORDS).first()
    if password is not None and not _by_owner(person).filter(waktu__gte=password.waktu).exists():
        return f"Penandatanganan ditutup: {_said(last)}. Ganti kata sandi Anda sendiri di halaman Akun."
    if settings.SAKIP_TOTP != "mati" and nomor_perangkat(person) is None:
        return f"Penandatanganan ditutup: {_said(last)}. Pasang langkah kedua Anda sendiri di halaman Akun."
    until = last.waktu + _wait()
    if timezone.now() < until:
        moment = timezone.localtime(until)
        return f"Penandatanganan ditutup sampai {said_moment(moment)}: {_said(last)}. Tunggu sampai saat itu."
    return ""


def _said(last: Jejak) -> str:
    return f"{last.pengguna or 'admin lewat perintah'} {BY_OTHERS[last.tindakan]}"


def _wait() -> timedelta:
    return timedelta(hours=settings.SAKIP_SIGN_AFTER_HOURS)


def _of(person: Pengguna) -> QuerySet[Jejak]:
    rows = Jejak.objects.filter(objek_jenis=Pengguna._meta.label_lower, objek_pk=person.pk)
    return rows.select_related("pengguna").order_by("-waktu", "-id")


def _by_others(person: Pengguna, acts: tuple[str, ...]) -> QuerySet[Jejak]:
    return _of(person).filter(tindakan__in=acts).exclude(pengguna=person)


def _by_owner(person: Pengguna) -> QuerySet[Jejak]:
    return _of(person).filter(tindakan__in=_BY_OWNER, pengguna=person)
