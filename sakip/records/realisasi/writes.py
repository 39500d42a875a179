"""Cells of the realisasi grid: stored one by one, each locked against others and audited."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kecamatan.ground.trail import record_history
from kecamatan.models import Pengguna
from sakip.entry.form import Lingkup
from sakip.entry.lock import pastikan_terbuka
from sakip.entry.save import Bentrok, CatatanDitolak, catatan_hapus, catatan_simpan, save_held
from sakip.models import Indikator, Realisasi
from sakip.querysets import TAHUNAN
from sakip.records.realisasi.form import FormRealisasi, FormRealisasiRinci


class NilaiTidakSah(CatatanDitolak):
    """The text of a cell is no value; ``str()`` says what to write instead."""


class BukanUnitnya(PermissionDenied):
    """An operator of one unit writes on an indikator of another; ``str()`` says so."""

    def __init__(self) -> None:
        super().__init__("Indikator ini diisi oleh unit kerja lain. Minta unit kerja itu mengisinya.")


def boleh_unit(indikator: Indikator, unit: frozenset[str] | None) -> bool:
    """Whether an operator of these units (None: of the whole kecamatan) enters this indikator."""
    return unit is None or not unit.isdisjoint(indikator.penanggung_jawab)


def pastikan_unit(indikator: Indikator, unit: frozenset[str] | None) -> None:
    """Raise :class:`BukanUnitnya` (403) where :func:`boleh_unit` says no."""
    if not boleh_unit(indikator, unit):
        raise BukanUnitnya


def realisasi_tersimpan(
    *, indikator: Indikator, tahun: int, for_update: bool = False
) -> dict[int, list[Realisasi]]:
    """Stored rows of the indikator by triwulan, over all Renstra versions; the last one counts.

    1 query, and 2 more for indikator of other versions than ``indikator`` itself, which rows of its own bring along.
    ``for_update`` takes the rows, inside a transaction.
    """
    rows = Realisasi.objects.filter(
        indikator__kunci=indikator.kunci,
        indikator__renstra__kecamatan=indikator.renstra.kecamatan_id,
        tahun=tahun,
    ).order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi", "triwulan")
    if for_update:
        rows = rows.select_for_update(of=("self",))
    of_versions = {indikator.pk: indikator}
    if others := {row.indikator_id for row in rows} - {indikator.pk}:
        known = Indikator.objects.select_related("renstra", "skala").prefetch_related("skala__kategori")
        of_versions |= known.in_bulk(others)
    hasil: dict[int, list[Realisasi]] = {}
    for row in rows:
        row.indikator = of_versions[row.indikator_id]
        hasil.setdefault(row.triwulan, []).append(row)
    return hasil


def cell_emptied(cell: Realisasi) -> Bentrok:
    """The conflict over a cell whose row is gone, with who emptied it; ``cell`` need not be stored (1 query)."""
    return Bentrok(tersimpan={"nilai": ""}, jejak=record_history(cell).first(), terhapus=True)


def realisasi_simpan(
    *, lingkup: Lingkup, indikator: Indikator, triwulan: int, teks: str, sidik: str, oleh: Pengguna
) -> Realisasi | None:
    """Store what was typed into a cell; an empty text empties it. Returns the row, None when there is none now.

    ``sidik`` is the fingerprint of the row that the typist saw, empty where the cell was. What is stored already is
    a success, so that a cell sent twice is written once. Raises :class:`NilaiTidakSah`,
    :class:`~sakip.entry.save.CatatanDitolak`, :class:`~sakip.entry.save.Bentrok` and
    :class:`~sakip.entry.lock.TahunTerkunci`.
    """
    try:
        return _simpan(lingkup, indikator, triwulan, teks, sidik, oleh)
    except NilaiTidakSah:
        raise
    except CatatanDitolak:
        # Somebody filled the empty cell between our look and our write: now there is a row to compare with.
        if sidik or not realisasi_tersimpan(indikator=indikator, tahun=lingkup.tahun).get(triwulan):
            raise
        return _simpan(lingkup, indikator, triwulan, teks, sidik, oleh)


@transaction.atomic
def _simpan(
    lingkup: Lingkup, indikator: Indikator, triwulan: int, teks: str, sidik: str, oleh: Pengguna
) -> Realisasi | None:
    pastikan_terbuka(kecamatan=lingkup.kecamatan, tahun=lingkup.tahun)
    tersimpan = realisasi_tersimpan(indikator=indikator, tahun=lingkup.tahun, for_update=True)
    semua = tersimpan.get(triwulan, [])
    if not teks.strip():
        _kosongkan(lingkup, semua, sidik, oleh)
        return None
    kosong = Realisasi(indikator=indikator, tahun=lingkup.tahun, triwulan=triwulan)
    if semua:
        baris = semua[-1]
    elif sidik:
        raise cell_emptied(kosong)
    else:
        baris = kosong
        _pastikan_setahun(triwulan, tersimpan)
    form = FormRealisasi(data={"nilai": teks}, instance=baris, lingkup=lingkup)
    if not form.is_valid():
        raise NilaiTidakSah(" ".join(str(p) for daftar in form.errors.values() for p in daftar))
    hasil = save_held(form=form, oleh=oleh, sidik=sidik)
    assert isinstance(hasil, Realisasi)  # noqa: S101  # what the form is about
    return hasil


@transaction.atomic
def realisasi_simpan_rinci(*, form: FormRealisasiRinci, sidik: str, oleh: Pengguna) -> Realisasi:
    """Store a value with its notes and source from a page of its own; the form must be valid. Raises as above."""
    baris = form.instance
    if baris.pk is None:
        _pastikan_setahun(
            baris.triwulan, realisasi_tersimpan(indikator=baris.indikator, tahun=form.lingkup.tahun)
        )
    hasil = catatan_simpan(form=form, oleh=oleh, sidik=sidik)
    assert isinstance(hasil, Realisasi)  # noqa: S101  # what the form is about
    return hasil


def _pastikan_setahun(triwulan: int, tersimpan: dict[int, list[Realisasi]]) -> None:
    """The year's value is entered directly only where no triwulan is: two of them could contradict each other."""
    if triwulan == TAHUNAN and any(tersimpan):
        raise CatatanDitolak(
            "Nilai setahun mengikuti triwulan yang sudah diisi. Ubah nilai triwulan,"
            " atau kosongkan semua triwulan untuk mengisi nilai setahun langsung."
        )


def _kosongkan(lingkup: Lingkup, semua: list[Realisasi], sidik: str, oleh: Pengguna) -> None:
    """Delete the row of a cell, and with it the rows of earlier Renstra versions that it stood before."""
    for satu in reversed(semua):
        if banyak := satu.bukti.count():
            raise CatatanDitolak(
                f"Realisasi ini mempunyai {banyak} bukti dukung. Hapus dahulu bukti dukungnya, lalu kosongkan."
            )
        form = FormRealisasi(instance=satu, lingkup=lingkup)
        catatan_hapus(form=form, oleh=oleh, sidik=sidik if satu is semua[-1] else form.sidik)
