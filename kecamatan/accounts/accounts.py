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

from kecamatan.accounts.trail import tell
from kecamatan.authority import NotPermitted, Wewenang
from kecamatan.ground.errors import InputError
from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, Pengguna, UnitKerja

Peran = Keanggotaan.Peran

#: Beside which field of a form the message of a rule belongs.
LETAK_GALAT = {
    "username_tanpa_besar_kecil": "username",
    "wilayah_peran": "wilayah",
    "peran_kecamatan": "peran",
    "peran_kabupaten": "peran",
    "peran_umum": "peran",
}


_USERNAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{2,49}")
PESAN_USERNAME: Final = (
    "Isi nama pengguna 3–50 karakter: huruf kecil, angka, titik, atau tanda hubung, misalnya siti.aminah."
)


class AccountChanged(Exception):
    """Somebody else changed this account since the form was opened; nothing was written."""


def standard_username(teks: str) -> str:
    """A user name in small letters that nobody has yet. Raises InputError."""
    username = teks.strip().lower()
    if not _USERNAME.fullmatch(username):
        raise InputError(PESAN_USERNAME)
    if Pengguna.objects.filter(username__iexact=username).exists():
        raise InputError(f'Nama pengguna "{username}" sudah dipakai. Pilih nama lain.')
    return username


def person_fingerprint(pengguna: Pengguna) -> str:
    """What a form has seen of a person, to be compared when it comes back."""
    return _sidik([pengguna.nama, pengguna.email])


def unit_fingerprint(keanggotaan: Keanggotaan) -> str:
    """What a form has seen of an operator's units."""
    return _sidik(sorted(keanggotaan.unit.values_list("pk", flat=True)))


@transaction.atomic
def pengguna_create(
    *,
    username: str,
    nama: str,
    surel: str,
    peran: str,
    kecamatan: Kecamatan | None,
    kabupaten: Kabupaten | None,
    oleh: Pengguna | None,
) -> Pengguna:
    """Open an account with its first peran and no way in yet; an invitation or a first password gives one.

    ``oleh`` is None only for the command that makes the first admin. Raises InputError or ValidationError for what
    the rules refuse, :class:`NotPermitted` for a peran the user may not give.
    """
    pengguna = Pengguna(username=standard_username(username), nama=nama, email=surel)
    pengguna.set_unusable_password()
    pengguna.full_clean()
    try:
        with transaction.atomic():
            pengguna.save()
    except IntegrityError as galat:  # another hand was faster than full_clean()
        raise ValidationError({"username": "Nama pengguna ini sudah dipakai. Pilih nama lain."}) from galat
    tell("pengguna.dibuat", pengguna, oleh, kecamatan=kecamatan, sesudah={"nama": nama, "surel": surel})
    membership_add(pengguna=pengguna, peran=peran, kecamatan=kecamatan, kabupaten=kabupaten, oleh=oleh)
    return pengguna


@transaction.atomic
def pengguna_change(*, pengguna: Pengguna, nama: str, surel: str, sidik: str, oleh: Pengguna) -> Pengguna:
    """Change name and surel. Raises :class:`AccountChanged` when they are no longer what the form showed."""
    Wewenang(oleh).ensure_may_manage(pengguna)
    orang = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    lama = {"nama": orang.nama, "surel": orang.email}
    baru = {"nama": nama, "surel": surel}
    if lama == baru:  # sent twice, or nothing changed
        return orang
    if sidik != person_fingerprint(orang):
        raise AccountChanged
    orang.nama, orang.email = nama, surel
    orang.full_clean(exclude=["password"])
    orang.save(update_fields=["nama", "email"])
    beda = [k for k in baru if lama[k] != baru[k]]
    tell(
        "pengguna.diubah", orang, oleh, sebelum={k: lama[k] for k in beda}, sesudah={k: baru[k] for k in beda}
    )
    return orang


@transaction.atomic
def pengguna_deactivate(*, pengguna: Pengguna, oleh: Pengguna, alasan: str = "") -> None:
    """Close an account; it stays, with all that it did. Open sessions end, open invitations are withdrawn."""
    if _switch(pengguna, "pengguna.dinonaktifkan", active=False, oleh=oleh, alasan=alasan):
        pengguna.undangan.filter(dipakai_pada=None, dicabut_pada=None).update(dicabut_pada=timezone.now())


@transaction.atomic
def pengguna_activate(*, pengguna: Pengguna, oleh: Pengguna, alasan: str = "") -> None:
    """Open a closed account again, with the peran it had."""
    _switch(pengguna, "pengguna.diaktifkan", active=True, oleh=oleh, alasan=alasan)


@transaction.atomic
def membership_add(
    *,
    pengguna: Pengguna,
    peran: str,
    kecamatan: Kecamatan | None,
    kabupaten: Kabupaten | None,
    oleh: Pengguna | None,
) -> Keanggotaan:
    """Give a peran; ``oleh`` is None only for the command that makes the first admin. Raises ValidationError."""
    baru = Keanggotaan(pengguna=pengguna, peran=peran, kecamatan=kecamatan, kabupaten=kabupaten)
    if oleh is not None:
        wewenang = Wewenang(oleh)
        if pengguna.pk == oleh.pk or not wewenang.may_grant(peran, kecamatan=kecamatan, kabupaten=kabupaten):
            raise NotPermitted(f"Peran {baru.get_peran_display()} di sini hanya dapat diberikan oleh admin.")
    baru.full_clean()
    try:
        with transaction.atomic():
            baru.save()
    except IntegrityError as galat:
        raise ValidationError("Pengguna sudah memiliki peran ini. Ubah keanggotaan yang ada.") from galat
    tell("keanggotaan.dibuat", pengguna, oleh, kecamatan=kecamatan, sesudah=_uraian(baru))
    return baru


@transaction.atomic
def membership_change_unit(
    *, keanggotaan: Keanggotaan, unit: Iterable[UnitKerja], sidik: str, oleh: Pengguna
) -> None:
    """Narrow an operator to some units of the kecamatan; none means all of it. Raises :class:`AccountChanged`."""
    Wewenang(oleh).ensure_may_change(keanggotaan)
    kini = Keanggotaan.objects.select_for_update().get(pk=keanggotaan.pk)
    lama = {u.pk: u for u in kini.unit.all()}
    baru = {u.pk: u for u in unit}
    if lama.keys() == baru.keys():
        return
    if sidik != unit_fingerprint(kini):
        raise AccountChanged
    if kini.peran != Peran.OPERATOR or any(u.kecamatan_id != kini.kecamatan_id for u in baru.values()):
        raise InputError("Pilih unit kerja dari kecamatan operator itu.")
    kini.unit.set(baru.values())
    tell(
        "keanggotaan.diubah",
        kini.pengguna,
        oleh,
        kecamatan=kini.kecamatan,
        sebelum=_uraian(kini, lama.values()),
        sesudah=_uraian(kini, baru.values()),
    )


@transaction.atomic
def membership_revoke(*, keanggotaan: Keanggotaan, oleh: Pengguna, alasan: str = "") -> None:
    """Take a peran away. Raises InputError for the last one: an account without any would be lost from sight."""
    Wewenang(oleh).ensure_may_change(keanggotaan)
    orang = Pengguna.objects.select_for_update().get(pk=keanggotaan.pengguna_id)
    if not orang.keanggotaan.exclude(pk=keanggotaan.pk).exists():
        raise InputError(
            "Ini satu-satunya peran orang ini. Tambahkan dahulu peran barunya, atau nonaktifkan akunnya."
        )
    uraian = _uraian(keanggotaan, keanggotaan.unit.all())
    dihapus, _ = Keanggotaan.objects.filter(pk=keanggotaan.pk).delete()
    if not dihapus:
        return
    tell("keanggotaan.dicabut", orang, oleh, kecamatan=keanggotaan.kecamatan, sebelum=uraian, alasan=alasan)


def _switch(pengguna: Pengguna, tindakan: str, *, active: bool, oleh: Pengguna, alasan: str) -> bool:
    """Open or close an account; False where it is so already."""
    Wewenang(oleh).ensure_may_manage(pengguna)
    if not Pengguna.objects.filter(pk=pengguna.pk, is_active=not active).update(is_active=active):
        return False
    keadaan = {True: "aktif", False: "nonaktif"}
    tell(
        tindakan,
        pengguna,
        oleh,
        sebelum={"keadaan": keadaan[not active]},
        sesudah={"keadaan": keadaan[active]},
        alasan=alasan,
    )
    return True


def _uraian(keanggotaan: Keanggotaan, unit: Iterable[UnitKerja] = ()) -> dict[str, str]:
    uraian = {"peran": str(keanggotaan.get_peran_display()), "wilayah": keanggotaan.wilayah}
    if keanggotaan.peran == Peran.OPERATOR:
        uraian["unit"] = ", ".join(sorted(u.nama for u in unit)) or "seluruh kecamatan"
    return uraian


def _sidik(isi: object) -> str:
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()
