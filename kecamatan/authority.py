"""Who may give which peran where, and whose account they keep.

Bagian Organisasi gives operator, camat, pengawas and kepala daerah in its kabupaten; organisasi and admin are given by
an admin only, and who follows several kabupaten gets the peran from an admin of them all.
An account is kept by who could give every one of its peran: whoever resets a password could use that account.
"""

from __future__ import annotations

from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, Pengguna
from kecamatan.permissions import HAK_PERAN, Hak, NoRight, kabupaten_with, membership_of

Peran = Keanggotaan.Peran

DI_KECAMATAN: Final = (Peran.OPERATOR, Peran.CAMAT)
DI_KABUPATEN: Final = (Peran.ORGANISASI, Peran.PENGAWAS, Peran.BUPATI)
#: Above the kabupaten: a provinsi, or the nation.
ABOVE: Final = (Peran.PROVINSI, Peran.PUSAT)
FROM_ORGANISASI: Final = (Peran.OPERATOR, Peran.CAMAT, Peran.PENGAWAS, Peran.BUPATI)


class NotPermitted(PermissionDenied):
    """The user sees the person but may not do this to them; ``str()`` says who may."""


class Authority:
    """What one user may do with accounts. Raises :class:`kecamatan.permissions.NoRight` for who keeps none."""

    def __init__(self, by: Pengguna | AnonymousUser) -> None:
        guards = [k for k in membership_of(by) if Hak.AKUN in HAK_PERAN[k.peran]]
        root = by.is_active and by.is_superuser
        self.general = root or any(k.kabupaten_id is None for k in guards)
        if not guards and not self.general:
            raise NoRight(Hak.AKUN)
        self.by = by
        self._admin = {k.kabupaten_id for k in guards if k.peran == Peran.ADMIN}
        self._organisasi = {k.kabupaten_id for k in guards if k.peran == Peran.ORGANISASI}

    def may_grant(
        self, peran: str, *, kecamatan: Kecamatan | None = None, kabupaten: Kabupaten | None = None
    ) -> bool:
        """Whether the user may give (and take) this peran there; one above every kabupaten has neither place."""
        if self.general:
            return True
        location = kecamatan.kabupaten_id if kecamatan else kabupaten.pk if kabupaten else None
        return location in self._admin or (location in self._organisasi and peran in FROM_ORGANISASI)

    def may_change(self, keanggotaan: Keanggotaan) -> bool:
        """Whether the user may change or take this peran; never one's own."""
        return keanggotaan.pengguna_id != self.by.pk and self.may_grant(
            keanggotaan.peran, kecamatan=keanggotaan.kecamatan, kabupaten=keanggotaan.kabupaten
        )

    def may_manage(self, person: Pengguna) -> bool:
        """Whether the user keeps this account: name, way in, second factor, open or closed. Never one's own."""
        if person.pk == self.by.pk or (person.is_superuser and not self.by.is_superuser):
            return False
        own = list(person.keanggotaan.all())
        return self.general or (bool(own) and all(self.may_change(k) for k in own))

    def ensure_may_manage(self, person: Pengguna) -> None:
        """Raise :class:`NotPermitted` (403) unless the user keeps this account."""
        if person.pk == self.by.pk:
            raise NotPermitted(
                'Akun sendiri diubah di halaman "Akun saya"; peran dan keadaannya oleh admin atau Bagian Organisasi'
                " lain."
            )
        if not self.may_manage(person):
            raise NotPermitted(
                "Orang ini juga memegang peran yang tidak dapat Anda berikan. Akunnya hanya dapat diubah oleh admin."
            )

    def ensure_may_change(self, keanggotaan: Keanggotaan) -> None:
        """Raise :class:`NotPermitted` (403) unless the user may change or take this peran."""
        if keanggotaan.pengguna_id == self.by.pk:
            raise NotPermitted(
                "Peran sendiri tidak dapat diubah. Mintalah admin atau Bagian Organisasi yang lain."
            )
        if not self.may_change(keanggotaan):
            raise NotPermitted(f"Peran {keanggotaan.get_peran_display()} hanya dapat diubah oleh admin.")

    def peran(self) -> list[Keanggotaan.Peran]:
        """Peran that the user may give somewhere."""
        return [p for p in Peran if self.general or p in FROM_ORGANISASI or (self._admin and p not in ABOVE)]

    def kabupaten(self) -> QuerySet[Kabupaten]:
        """Kabupaten in which the user may give some peran."""
        condition = Q() if self.general else Q(pk__in=self._admin | self._organisasi)
        return Kabupaten.objects.filter(condition)


def arranged(by: Pengguna | AnonymousUser) -> QuerySet[Kabupaten]:
    """The kabupaten for which the user decides what holds for all of their kecamatan. Raises
    :class:`kecamatan.permissions.NoRight` (403) where there can be none."""
    kept = kabupaten_with(by, Hak.ATUR)
    if kept is None:
        return Kabupaten.objects.all()
    if not kept:
        raise NoRight(Hak.ATUR)
    return Kabupaten.objects.filter(pk__in=kept)


def keeps_installation(by: Pengguna | AnonymousUser) -> bool:
    """Whether the user keeps the installation as a whole: a superuser, or an admin of no one kabupaten."""
    return kabupaten_with(by, Hak.AKUN) is None
