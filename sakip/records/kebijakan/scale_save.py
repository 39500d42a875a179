"""A kabupaten's own scale stored, its rows together as they were shown, and taken away."""

from __future__ import annotations

from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from kecamatan.ground.row_write import taken_along, users_of
from kecamatan.ground.trail import trail_add
from kecamatan.models import Kabupaten, Pengguna
from sakip.capaian.inputs import Skala as FrozenSkala
from sakip.entry.writer import CHANGED, DELETED, MADE, ROWS, RecordRefused
from sakip.models import KategoriSkala, Skala
from sakip.records.kebijakan.freeze import skala as frozen_scale
from sakip.records.kebijakan.scale_form import say_scale, stored_mark


@transaction.atomic
def scale_save(
    *, kabupaten: Kabupaten, scale: FrozenSkala, stored: Skala | None, seen: str, by: Pengguna
) -> Skala:
    """Store a scale of the kabupaten; what is stored already is not stored again.

    What measures a year cannot change: another scale is chosen for it instead. Raises
    :class:`sakip.entry.writer.RecordRefused` where it does, where the kabupaten has one of that name, or another
    changed it since it was ``seen``.
    """
    Kabupaten.objects.select_for_update().get(pk=kabupaten.pk)
    before = ""
    row = Skala(kabupaten=kabupaten, kode=_new_kode(kabupaten), untuk=Skala.Untuk.CAPAIAN)
    if stored is not None:
        row = Skala.objects.select_for_update(of=("self",)).prefetch_related("kategori").get(pk=stored.pk)
        before = say_scale(frozen_scale(row))
        if seen != stored_mark(row):
            raise RecordRefused(
                "Skala ini diubah orang lain sejak halaman dibuka. Buka halaman ini sekali lagi, lalu ubah."
            )
        if before == say_scale(scale):
            return row
        if kept := why_scale_is_kept(row):
            raise RecordRefused(kept)
    row.nama, row.dasar = scale.nama, scale.dasar
    try:
        with transaction.atomic():
            ROWS.put(row)
    except IntegrityError as problem:
        raise RecordRefused(
            f'{kabupaten} sudah memiliki skala bernama "{scale.nama}". Pilih nama lain.'
        ) from problem
    for old in KategoriSkala.objects.filter(skala=row):
        ROWS.remove(old)
    ROWS.insert(
        [
            KategoriSkala(
                skala=row,
                kode=one.kode,
                label=one.label,
                batas=one.batas,
                tertutup=one.tertutup,
                rentang_cetak=one.rentang_cetak,
            )
            for one in scale.kategori
        ]
    )
    trail_add(
        action=CHANGED if before else MADE,
        subject=row,
        sebutan=str(row),
        pengguna=by,
        before={"skala": before} if before else None,
        after={"skala": say_scale(scale)},
    )
    return row


class ScaleUse(NamedTuple):
    """What reads a scale, in words: ``by`` what, and ``at`` what another one can be chosen."""

    by: str
    at: str


def scale_use(scale: Skala) -> ScaleUse | None:
    """The policies that measure by it, by their years, else the kinds of records; None where nothing reads it."""
    years = sorted(set(scale.kebijakan.values_list("tahun", flat=True)))
    if years:
        used = f"dipakai kebijakan pengukuran tahun {', '.join(map(str, years))}"
        return ScaleUse(used, "pada kebijakan itu")
    try:
        taken_along(scale)
    except ProtectedError as error:
        return ScaleUse(f"dipakai catatan lain ({users_of(error)})", "di sana")
    return None


def why_scale_stays(scale: Skala) -> list[str]:
    """What reads a scale of a kabupaten, and the remedy before it can go; nothing where nothing does."""
    used = scale_use(scale)
    return [f'Skala "{scale}" {used.by}. Pilih skala lain {used.at} dahulu.'] if used else []


def why_scale_is_kept(scale: Skala) -> str:
    """Why a scale of a kabupaten can be changed no more, and what is done instead; empty where it can."""
    if (used := scale_use(scale)) is None:
        return ""
    return f'Skala "{scale}" {used.by}, jadi tidak dapat diubah. Tambah skala baru, lalu pilih {used.at}.'


@transaction.atomic
def scale_remove(*, scale: Skala, by: Pengguna, why: str) -> None:
    """Take away a scale of a kabupaten that nothing reads. Raises :class:`sakip.entry.writer.RecordRefused`
    otherwise."""
    row = Skala.objects.select_for_update(of=("self",)).prefetch_related("kategori").get(pk=scale.pk)
    if reasons := why_scale_stays(row):
        raise RecordRefused(" ".join(reasons))
    trail_add(
        action=DELETED,
        subject=row,
        sebutan=str(row),
        pengguna=by,
        before={"skala": say_scale(frozen_scale(row))},
        alasan=why,
    )
    ROWS.remove(row)


def _new_kode(kabupaten: Kabupaten) -> str:
    """By what files name it: the kode of the kabupaten, and which of its scales it is."""
    start = kabupaten.kode.replace(".", "-")
    used = set(Skala.objects.filter(kode__startswith=start).values_list("kode", flat=True))
    return next(kode for n in range(1, len(used) + 2) if (kode := f"{start}-{n}") not in used)
