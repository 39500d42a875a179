"""People and their peran: every change of an account, by whom it may be made, with its trail."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Final

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from kecamatan.accounts.owner_mail import BY_OTHERS, tell_owner
from kecamatan.accounts.sessions import end_sessions
from kecamatan.accounts.trail import tell
from kecamatan.authority import Authority, NotPermitted
from kecamatan.ground.errors import InputError
from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, Pengguna, Provinsi, UnitKerja

Peran = Keanggotaan.Peran

#: In which field of a form a column is entered that has none of its name.
ERROR_FIELDS = {"kecamatan": "wilayah", "kabupaten": "wilayah", "provinsi": "wilayah", "email": "surel"}


_USERNAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{2,49}")
USERNAME_MESSAGE: Final = (
    "Isi nama pengguna 3–50 karakter: huruf kecil, angka, titik, atau tanda hubung, misalnya siti.aminah."
)


class AccountChanged(Exception):
    """Somebody else changed this account since the form was opened; nothing was written."""


def standard_username(text: str) -> str:
    """A user name in small letters that nobody has yet. Raises InputError."""
    username = text.strip().lower()
    if not _USERNAME.fullmatch(username):
        raise InputError(USERNAME_MESSAGE)
    if Pengguna.objects.named(username).exists():
        raise InputError(f'Nama pengguna "{username}" sudah dipakai. Pilih nama lain.')
    return username


def person_fingerprint(pengguna: Pengguna) -> str:
    """What a form has seen of a person, to be compared when it comes back."""
    return _fingerprint([pengguna.nama, pengguna.email])


def unit_fingerprint(keanggotaan: Keanggotaan) -> str:
    """What a form has seen of an operator's units."""
    return _fingerprint(sorted(keanggotaan.unit.values_list("pk", flat=True)))


@transaction.atomic
def pengguna_create(
    *,
    username: str,
    nama: str,
    surel: str,
    peran: str,
    kecamatan: Kecamatan | None,
    kabupaten: Kabupaten | None,
    provinsi: Provinsi | None = None,
    by: Pengguna | None,
) -> Pengguna:
    """Open an account with its first peran and no way in yet; an invitation or a first password gives one.

    ``by`` is None only for the command that makes the first admin. Raises InputError or ValidationError for what
    the rules refuse, :class:`NotPermitted` for a peran the user may not give.
    """
    pengguna = Pengguna(username=standard_username(username), nama=nama, email=surel)
    pengguna.set_unusable_password()
    pengguna.full_clean()
    try:
        with transaction.atomic():
            pengguna.save()
    except IntegrityError as error:  # another hand was faster than full_clean()
        raise ValidationError({"username": "Nama pengguna ini sudah dipakai. Pilih nama lain."}) from error
    tell("pengguna.dibuat", pengguna, by, kecamatan=kecamatan, after={"nama": nama, "surel": surel})
    membership_add(
        pengguna=pengguna, peran=peran, kecamatan=kecamatan, kabupaten=kabupaten, provinsi=provinsi, by=by
    )
    return pengguna


@transaction.atomic
def notices_switch(*, pengguna: Pengguna, on: bool) -> None:
    """Let what waits for a person be told by mail, or not; the same once more does nothing."""
    if Pengguna.objects.filter(pk=pengguna.pk).exclude(pemberitahuan=on).update(pemberitahuan=on):
        words = {True: "menyala", False: "mati"}
        tell(
            "pengguna.diubah",
            pengguna,
            pengguna,
            before={"pemberitahuan": words[not on]},
            after={"pemberitahuan": words[on]},
        )


@transaction.atomic
def pengguna_change(*, pengguna: Pengguna, nama: str, surel: str, fingerprint: str, by: Pengguna) -> Pengguna:
    """Change name and surel. Raises :class:`AccountChanged` when they are no longer what the form showed."""
    Authority(by).ensure_may_manage(pengguna)
    person = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    old = {"nama": person.nama, "surel": person.email}
    new = {"nama": nama, "surel": surel}
    if old == new:  # sent twice, or nothing changed
        return person
    if fingerprint != person_fingerprint(person):
        raise AccountChanged
    person.nama, person.email = nama, surel
    person.full_clean(exclude=["password"])
    person.save(update_fields=["nama", "email"])
    for action, names in _as_told(old, new).items():
        tell(action, person, by, before={k: old[k] for k in names}, after={k: new[k] for k in names})
        if action in BY_OTHERS:
            tell_owner(person, by, action, address=old["surel"])
    return person


def _as_told(old: dict[str, str], new: dict[str, str]) -> dict[str, list[str]]:
    """What is another, by the act as which the trail tells it: an address in place of one at which the owner was told
    of what others did is an act of its own."""
    acts: dict[str, list[str]] = {}
    for name in new:
        if old[name] != new[name]:
            action = "surel.diganti" if name == "surel" and old[name] else "pengguna.diubah"
            acts.setdefault(action, []).append(name)
    return acts


@transaction.atomic
def pengguna_deactivate(*, pengguna: Pengguna, by: Pengguna, alasan: str = "") -> None:
    """Close an account; it stays, with all that it did. Open sessions end, open invitations are withdrawn."""
    if _switch(pengguna, "pengguna.dinonaktifkan", active=False, by=by, alasan=alasan):
        pengguna.undangan.filter(dipakai_pada=None, dicabut_pada=None).update(dicabut_pada=timezone.now())
        end_sessions(pengguna.pk)


@transaction.atomic
def pengguna_activate(*, pengguna: Pengguna, by: Pengguna) -> None:
    """Open a closed account again, with the peran it had."""
    _switch(pengguna, "pengguna.diaktifkan", active=True, by=by, alasan="")


@transaction.atomic
def membership_add(
    *,
    pengguna: Pengguna,
    peran: str,
    kecamatan: Kecamatan | None,
    kabupaten: Kabupaten | None,
    provinsi: Provinsi | None = None,
    by: Pengguna | None,
) -> Keanggotaan:
    """Give a peran; ``by`` is None only for the command that makes the first admin. Raises ValidationError."""
    new = Keanggotaan(
        pengguna=pengguna, peran=peran, kecamatan=kecamatan, kabupaten=kabupaten, provinsi=provinsi
    )
    if by is not None:
        authority = Authority(by)
        if pengguna.pk == by.pk or not authority.may_grant(peran, kecamatan=kecamatan, kabupaten=kabupaten):
            raise NotPermitted(f"Peran {new.get_peran_display()} di sini hanya dapat diberikan oleh admin.")
    new.full_clean()
    try:
        with transaction.atomic():
            new.save()
    except IntegrityError as error:
        raise ValidationError("Pengguna sudah memiliki peran ini. Ubah keanggotaan yang ada.") from error
    tell("keanggotaan.dibuat", pengguna, by, kecamatan=kecamatan, after=_uraian(new))
    return new


@transaction.atomic
def membership_change_unit(
    *, keanggotaan: Keanggotaan, unit: Iterable[UnitKerja], fingerprint: str, by: Pengguna
) -> None:
    """Narrow an operator to some units of the kecamatan; none means all of it. Raises :class:`AccountChanged`."""
    Authority(by).ensure_may_change(keanggotaan)
    current = Keanggotaan.objects.select_for_update().get(pk=keanggotaan.pk)
    old = {u.pk: u for u in current.unit.all()}
    new = {u.pk: u for u in unit}
    if old.keys() == new.keys():
        return
    if fingerprint != unit_fingerprint(current):
        raise AccountChanged
    if current.peran != Peran.OPERATOR or any(u.kecamatan_id != current.kecamatan_id for u in new.values()):
        raise InputError("Pilih unit kerja dari kecamatan operator itu.")
    current.unit.set(new.values())
    tell(
        "keanggotaan.diubah",
        current.pengguna,
        by,
        kecamatan=current.kecamatan,
        before=_uraian(current, old.values()),
        after=_uraian(current, new.values()),
    )


@transaction.atomic
def membership_revoke(*, keanggotaan: Keanggotaan, by: Pengguna, alasan: str = "") -> None:
    """Take a peran away. Raises InputError for the last one: an account without any would be lost from sight."""
    Authority(by).ensure_may_change(keanggotaan)
    person = Pengguna.objects.select_for_update().get(pk=keanggotaan.pengguna_id)
    if not person.keanggotaan.exclude(pk=keanggotaan.pk).exists():
        raise InputError(
            "Ini satu-satunya peran orang ini. Tambahkan dahulu peran barunya, atau nonaktifkan akunnya."
        )
    uraian = _uraian(keanggotaan, keanggotaan.unit.all())
    deleted, _ = Keanggotaan.objects.filter(pk=keanggotaan.pk).delete()
    if not deleted:
        return
    tell("keanggotaan.dicabut", person, by, kecamatan=keanggotaan.kecamatan, before=uraian, alasan=alasan)


@transaction.atomic
def memberships_take_of_closed(*, kabupaten: Kabupaten, by: Pengguna, alasan: str) -> None:
    """Take from accounts that are closed what they held in a kabupaten that goes, be it the last one: who keeps the
    installation sees them still."""
    closed = Keanggotaan.objects.select_for_update(of=("self",)).filter(
        kabupaten=kabupaten, pengguna__is_active=False
    )
    for one in closed.select_related("pengguna", "kabupaten").order_by("pk"):
        Authority(by).ensure_may_change(one)
        tell("keanggotaan.dicabut", one.pengguna, by, before=_uraian(one), alasan=alasan)
        one.delete()


def _switch(pengguna: Pengguna, action: str, *, active: bool, by: Pengguna, alasan: str) -> bool:
    """Open or close an account; False where it is so already."""
    Authority(by).ensure_may_manage(pengguna)
    if not Pengguna.objects.filter(pk=pengguna.pk, is_active=not active).update(is_active=active):
        return False
    state = {True: "aktif", False: "nonaktif"}
    tell(
        action,
        pengguna,
        by,
        before={"keadaan": state[not active]},
        after={"keadaan": state[active]},
        alasan=alasan,
    )
    return True


def _uraian(keanggotaan: Keanggotaan, unit: Iterable[UnitKerja] = ()) -> dict[str, str]:
    uraian = {"peran": str(keanggotaan.get_peran_display()), "wilayah": keanggotaan.wilayah}
    if keanggotaan.peran == Peran.OPERATOR:
        uraian["unit"] = ", ".join(sorted(u.nama for u in unit)) or "seluruh kecamatan"
    return uraian


def _fingerprint(content: object) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()
