"""A kabupaten and its kecamatan made, renamed and taken away.

They come before any kecamatan and year in which an act of the writer could stand: what is made here is told in the
trail of no kecamatan, and no report's year closes it. A kecamatan that is there is changed by the writer like every
other record, so that a report that prints its name is not changed behind its signer's back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, QuerySet
from django.utils import timezone

from kecamatan.accounts.accounts import memberships_take_of_closed
from kecamatan.authority import NotPermitted, arranged, keeps_installation
from kecamatan.ground.row_write import RowsRefused, taken_along, users_of
from kecamatan.ground.trail import trail_add
from kecamatan.models import DesaKelurahan, Kabupaten, Kecamatan, Pengguna
from sakip.entry.form import RecordForm, Scope
from sakip.entry.shown import Shown, changed_since
from sakip.entry.writer import CHANGED, DELETED, MADE, ROWS, SAME_ROW, New, RecordRefused, writing
from sakip.records.wilayah.area_list import Planned

CHANGED_MEANWHILE = (
    "Data ini diubah orang lain sejak halaman dibuka, dan isian Anda belum disimpan. Di bawah ini isian Anda; buka"
    " halaman ini sekali lagi untuk melihat yang tersimpan."
)


def kept_areas(user: Pengguna | AnonymousUser) -> QuerySet[Kabupaten]:
    """The kabupaten of which the user says which kecamatan and desa they have: those whose Bagian Organisasi the user
    is, all to who keeps the installation. Raises :class:`kecamatan.permissions.NoRight` (403) where there can be none.
    """
    return Kabupaten.objects.all() if keeps_installation(user) else arranged(user)


def ensure_makes_kabupaten(user: Pengguna | AnonymousUser) -> None:
    """Raise :class:`kecamatan.authority.NotPermitted` (403) for who does not keep the installation as a whole."""
    if not keeps_installation(user):
        raise NotPermitted("Kabupaten hanya dapat dibuat dan dihapus oleh admin semua wilayah.")


@transaction.atomic
def area_save(*, form: RecordForm, by: Pengguna, fingerprint: str = "") -> models.Model:
    """Store a kabupaten, or a new kecamatan, of a valid form; what is stored already is not stored again.

    Raises :class:`sakip.entry.writer.RecordRefused` where another has its kode or name, or changed it since the page
    with this ``fingerprint`` was opened.
    """
    row = form.instance
    old: Shown = {}
    if row.pk is not None:
        stored = type(row)._base_manager.select_for_update().get(pk=row.pk)
        old = type(form)(instance=stored, scope=form.scope).shown_values()
        if changed_since(old, fingerprint):
            raise RecordRefused(CHANGED_MEANWHILE)
    new = form.shown_of_fields()
    if new == old:
        return row
    _put(row)
    changed = [name for name in new if old.get(name, "") != new[name]]
    trail_add(
        action=CHANGED if old else MADE,
        subject=row,
        sebutan=str(row),
        pengguna=by,
        before=_said(form, old, changed) if old else None,
        after=_said(form, new, changed),
    )
    return row


def _put(row: models.Model) -> None:
    """Insert or change a row that was judged, and held to its model's rules, by its form."""
    try:
        with transaction.atomic():
            ROWS.put(row)
    except IntegrityError as problem:
        raise RecordRefused(SAME_ROW) from problem


def _said(form: RecordForm, shown: Shown, names: list[str]) -> dict[str, str]:
    return {form.sebutan(name): form.shown(name, shown[name]) for name in names}


@transaction.atomic
def list_store(*, kabupaten: Kabupaten, make: Callable[[], Sequence[Planned]], by: Pengguna) -> int:
    """Store what a list comes to now, all of it or nothing; returns how many rows are new.

    ``make`` works it out again behind the lock. Raises :class:`sakip.entry.writer.RecordRefused` where a row is refused
    by now, and :class:`sakip.entry.lock.YearClosed` where a submitted report prints the desa of its kecamatan.
    """
    Kabupaten.objects.select_for_update().get(pk=kabupaten.pk)
    plan = make()
    if refused := next((one for one in plan if one.problem), None):
        raise RecordRefused(f"Baris {refused.line.number}: {refused.problem}")
    new = [one.new for one in plan if one.new is not None]
    _insert([row for row in new if isinstance(row, Kecamatan)], by)
    desa: dict[Kecamatan, list[DesaKelurahan]] = {}
    for row in new:
        if isinstance(row, DesaKelurahan):
            desa.setdefault(row.kecamatan, []).append(row)
    for kecamatan, rows in desa.items():
        place = Scope(kecamatan=kecamatan, tahun=timezone.localdate().year, pengguna=by)
        with writing(place, by=by, yearly=False) as act:
            act.add([New(row=row) for row in rows])
    return len(new)


def _insert(rows: Sequence[Kecamatan], by: Pengguna) -> None:
    if not rows:
        return
    try:
        ROWS.insert(rows)
    except RowsRefused as refused:
        first = refused.refusals[0]
        raise RecordRefused(f"{first.row}: {first.message}") from refused
    for row in rows:
        trail_add(action=MADE, subject=row, sebutan=str(row), pengguna=by, after=_identity(row))


def _identity(row: Kecamatan) -> dict[str, str]:
    return {"kode wilayah": row.kode, "nama": row.nama, "kabupaten": str(row.kabupaten)}


def why_kecamatan_stays(kecamatan: Kecamatan) -> list[str]:
    """Why a kecamatan cannot be taken away, and the remedy; nothing where nothing hangs on it."""
    try:
        along = [one for one in taken_along(kecamatan) if one != kecamatan]
    except ProtectedError as error:
        what = users_of(error)
    else:
        what = ", ".join(sorted({str(one._meta.verbose_name) for one in along}))
    if not what:
        return []
    return [f"{kecamatan} sudah memiliki catatan ({what}). Bila keliru, ubah nama atau kodenya saja."]


@transaction.atomic
def kecamatan_remove(*, kecamatan: Kecamatan, by: Pengguna, why: str) -> None:
    """Take away a kecamatan on which nothing hangs. Raises :class:`sakip.entry.writer.RecordRefused` otherwise."""
    row = Kecamatan.objects.select_for_update().get(pk=kecamatan.pk)
    if reasons := why_kecamatan_stays(row):
        raise RecordRefused(" ".join(reasons))
    _remove(row, _identity(row), by, why)


#: What goes with a kabupaten: it says something of nothing else.
_GOES_ALONG: Final = ("keanggotaan", "kunci sistem", "pengaturan dokumen")


def why_kabupaten_stays(kabupaten: Kabupaten) -> list[str]:
    """Why a kabupaten cannot be taken away, each with its remedy; nothing where nothing hangs on it.

    Closed accounts, keys that open nothing and the page setting go with it.
    """
    reasons = []
    try:
        along = {str(one._meta.verbose_name) for one in taken_along(kabupaten) if one != kabupaten}
        hanging = sorted(along.difference(_GOES_ALONG))
    except ProtectedError as error:
        hanging = users_of(error).split(", ")
    kinds = [kind for kind in hanging if kind != Kecamatan._meta.verbose_name]
    if kinds:
        reasons.append(
            f"{kabupaten} sudah memiliki catatan ({', '.join(kinds)}). Hapus dahulu di halaman Pengaturan salah satu"
            " kecamatannya; bila hanya nama atau kodenya yang keliru, ubah itu saja."
        )
    if total := kabupaten.kecamatan.count():
        reasons.append(
            f"{kabupaten} masih memiliki {total} kecamatan. Hapus dahulu satu per satu dari halaman kabupaten ini."
        )
    people = Pengguna.objects.filter(keanggotaan__kabupaten=kabupaten, is_active=True).distinct()
    if names := [f"{one} ({one.username})" for one in people.order_by("username")]:
        reasons.append(
            f"Akun yang masih aktif: {', '.join(names)}. Nonaktifkan akunnya, atau pindahkan perannya lalu"
            " cabut yang di sini."
        )
    if keys := [str(key) for key in kabupaten.kunci_sistem.all() if key.opens]:
        reasons.append(f"Kunci sistem yang masih berlaku: {', '.join(keys)}. Cabut kuncinya.")
    return reasons


@transaction.atomic
def kabupaten_remove(*, kabupaten: Kabupaten, by: Pengguna, why: str) -> None:
    """Take away a kabupaten on which nothing hangs. Raises :class:`sakip.entry.writer.RecordRefused` otherwise, and
    :class:`kecamatan.authority.NotPermitted` (403) for who does not keep the installation."""
    ensure_makes_kabupaten(by)
    row = Kabupaten.objects.select_for_update().get(pk=kabupaten.pk)
    if reasons := why_kabupaten_stays(row):
        raise RecordRefused(" ".join(reasons))
    memberships_take_of_closed(kabupaten=row, by=by, alasan=why)
    _remove(row, {"kode wilayah": row.kode, "nama": str(row), "provinsi": row.provinsi}, by, why)


def _remove(row: Kabupaten | Kecamatan, identity: dict[str, str], by: Pengguna, why: str) -> None:
    trail_add(action=DELETED, subject=row, sebutan=str(row), pengguna=by, before=identity, alasan=why)
    ROWS.remove(row)
