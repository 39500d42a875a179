"""Who may do what where: the one table of peran and rights. Names and a lookup, nothing about any page.

Whether a user may see a kecamatan at all is a matter of the row sets (:mod:`kecamatan.querysets`): who may not, gets
404. What is asked here is what those who see it may do: who may not, gets 403 and is told who may.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, Pengguna


class Hak(StrEnum):
    """A right. ``ISI``: write the records of a kecamatan; ``KOMENTAR``: write notes beside them; ``ATUR``: what a
    kabupaten decides for all (RPJMD, kebijakan, kepala daerah, page setting); ``AKUN``: people and their peran."""

    LIHAT = "lihat"
    ISI = "isi"
    KOMENTAR = "komentar"
    ATUR = "atur"
    AKUN = "akun"


_PERAN = Keanggotaan.Peran

HAK_PERAN: Final[dict[str, frozenset[Hak]]] = {
    _PERAN.OPERATOR: frozenset({Hak.LIHAT, Hak.ISI, Hak.KOMENTAR}),
    _PERAN.CAMAT: frozenset({Hak.LIHAT, Hak.KOMENTAR}),
    _PERAN.ORGANISASI: frozenset({Hak.LIHAT, Hak.KOMENTAR, Hak.ATUR, Hak.AKUN}),
    _PERAN.PENGAWAS: frozenset({Hak.LIHAT}),
    _PERAN.ADMIN: frozenset({Hak.LIHAT, Hak.AKUN}),
}

#: Who may, in the words of the page that refuses.
WHO: Final[dict[Hak, str]] = {
    Hak.LIHAT: "pengguna kecamatan ini",
    Hak.ISI: "operator kecamatan",
    Hak.KOMENTAR: "operator kecamatan, camat, dan Bagian Organisasi",
    Hak.ATUR: "Bagian Organisasi",
    Hak.AKUN: "Bagian Organisasi dan admin",
}


class NoRight(PermissionDenied):
    """The user sees the record but may not do this; ``str()`` says who may."""

    def __init__(self, hak: Hak) -> None:
        super().__init__(f"Hanya {WHO[hak]} yang dapat melakukan ini.")
        self.hak = hak


def membership_of(user: Pengguna | AnonymousUser) -> list[Keanggotaan]:
    """The user's memberships with their units (2 queries, once per user object, that is, per request)."""
    if not isinstance(user, Pengguna) or not user.is_active:
        return []
    stored: list[Keanggotaan] | None = getattr(user, "_keanggotaan_izin", None)
    if stored is None:
        stored = list(user.keanggotaan.prefetch_related("unit"))
        user._keanggotaan_izin = stored  # type: ignore[attr-defined]
    return stored


def rights_in(user: Pengguna | AnonymousUser, kecamatan: Kecamatan) -> frozenset[Hak]:
    """What the user may do in a kecamatan."""
    return _join(
        user,
        lambda k: (
            k.kecamatan_id == kecamatan.pk
            or k.kabupaten_id == kecamatan.kabupaten_id
            or (k.kecamatan_id is None and k.kabupaten_id is None)
        ),
    )


def kabupaten_rights(user: Pengguna | AnonymousUser, kabupaten: Kabupaten) -> frozenset[Hak]:
    """What the user may do in a kabupaten as a whole."""
    return _join(
        user, lambda k: k.kecamatan_id is None and (k.kabupaten_id is None or k.kabupaten_id == kabupaten.pk)
    )


def owns(user: Pengguna | AnonymousUser, hak: Hak, place: Kecamatan | Kabupaten) -> bool:
    """Whether the user has the right there."""
    return hak in (rights_in(user, place) if isinstance(place, Kecamatan) else kabupaten_rights(user, place))


def ensure_right(user: Pengguna | AnonymousUser, hak: Hak, place: Kecamatan | Kabupaten) -> None:
    """Raise :class:`NoRight` (403) unless the user has the right there."""
    if not owns(user, hak, place):
        raise NoRight(hak)


def unit_operator(user: Pengguna | AnonymousUser, kecamatan: Kecamatan) -> frozenset[str] | None:
    """Kunci of the units to which an operator is narrowed in a kecamatan; None for the whole of it."""
    for k in membership_of(user):
        if k.peran == _PERAN.OPERATOR and k.kecamatan_id == kecamatan.pk:  # at most one, says the database
            return frozenset(u.kunci for u in k.unit.all()) or None
    return None


def _join(user: Pengguna | AnonymousUser, in_force: Callable[[Keanggotaan], bool]) -> frozenset[Hak]:
    if user.is_active and user.is_superuser:
        return frozenset(Hak)
    results: set[Hak] = set()
    for k in membership_of(user):
        if in_force(k):
            results |= HAK_PERAN[k.peran]
    return frozenset(results)
