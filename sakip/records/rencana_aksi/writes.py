"""Rows of the rencana aksi taken over from the Perjanjian Kinerja."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from sakip.capaian.inputs import Akumulasi
from sakip.entry.derive import save_row
from sakip.entry.fields import TARGET_COLUMNS, target_text
from sakip.entry.form import Lingkup
from sakip.entry.judge import refuse
from sakip.entry.lock import ensure_open
from sakip.entry.save import RecordRefused
from sakip.models import BarisPK, BarisRencanaAksi, PerjanjianKinerja, RencanaAksi, TargetTriwulan

AKHIR: Final = 4

#: Where triwulan IV stands for the year, so that the year's target is its target.
SETAHUN: Final = frozenset({Akumulasi.TERAKHIR.value, Akumulasi.KUMULATIF.value})


class PKBelumDicatat(InputError):
    """The year has no PK; ``str()`` says what helps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilIsi:
    """``baris`` are the new rows, ``bertarget`` how many of them got their target of triwulan IV."""

    perjanjian: PerjanjianKinerja
    baris: tuple[BarisRencanaAksi, ...]
    bertarget: int


@transaction.atomic
def rencana_aksi_dari_pk(*, rencana: RencanaAksi, oleh: Pengguna | None) -> HasilIsi:
    """Add the indikator of the latest PK of the year that the rencana aksi does not have yet.

    How the triwulan add up follows the indikator of the Renstra. Where triwulan IV stands for the year, the target
    of the PK becomes its target; sums and averages are left to be typed. A second time adds nothing. Raises
    :class:`PKBelumDicatat`, :class:`sakip.entry.save.RecordRefused` and
    :class:`sakip.entry.lock.YearClosed`.
    """
    ensure_open(kecamatan=rencana.kecamatan, tahun=rencana.tahun)
    RencanaAksi.objects.select_for_update().get(pk=rencana.pk)
    perjanjian = (
        PerjanjianKinerja.objects.for_kecamatan(rencana.kecamatan)
        .for_tahun(rencana.tahun)
        .filter(dikutip=False)
        .select_related("kecamatan")
        .order_by("-versi")
        .first()
    )
    if perjanjian is None:
        raise PKBelumDicatat(
            f"Perjanjian Kinerja tahun {rencana.tahun} belum dicatat. Isi dahulu Perjanjian Kinerja."
        )
    ada: list[BarisPK | BarisRencanaAksi] = list(rencana.baris.select_related("acuan_indikator"))
    urut = rencana.baris.aggregate(n=Max("urut"))["n"] or 0
    baru: list[BarisRencanaAksi] = []
    bertarget = 0
    lingkup = Lingkup(kecamatan=rencana.kecamatan, tahun=rencana.tahun, pengguna=oleh)
    for sumber in perjanjian.baris.select_related("acuan_indikator"):
        if any(_sama(sumber, b) for b in ada):
            continue
        ada.append(sumber)
        urut += 1
        baris = _baris(rencana, sumber, urut)
        target = _target(baris, sumber)
        isi = {
            "Sasaran": baris.sasaran,
            "Indikator": baris.indikator,
            "Satuan": baris.satuan,
            "Akumulasi triwulan": baris.get_akumulasi_display(),
            "Target triwulan IV": target_text(target) if target else "",
        }
        save_row(baris, lingkup=lingkup, isi=isi, alasan=f"Ditambahkan dari {perjanjian}.")
        if target:
            _store_target(TargetTriwulan(baris=baris, triwulan=AKHIR, cetak=sumber.cetak, **target))
            bertarget += 1
        baru.append(baris)
    return HasilIsi(perjanjian=perjanjian, baris=tuple(baru), bertarget=bertarget)


def _store_target(target: TargetTriwulan) -> None:
    """Store the target of a row that was just stored and told in the trail. Raises RecordRefused."""
    try:
        refuse(target)
    except ValidationError as problem:
        raise RecordRefused(f"{target.baris}: {' '.join(problem.messages)}") from problem
    target.save(force_insert=True)


def _sama(satu: BarisPK | BarisRencanaAksi, lain: BarisPK | BarisRencanaAksi) -> bool:
    """Whether two rows are about one indikator: that of the Renstra where both name it, else by their words."""
    if satu.acuan_indikator and lain.acuan_indikator:
        return satu.acuan_indikator.kunci == lain.acuan_indikator.kunci
    return satu.indikator.casefold().split() == lain.indikator.casefold().split()


def _baris(rencana: RencanaAksi, sumber: BarisPK, urut: int) -> BarisRencanaAksi:
    acuan = sumber.acuan_indikator
    return BarisRencanaAksi(
        rencana_aksi=rencana,
        sasaran=sumber.sasaran,
        indikator=sumber.indikator,
        acuan_indikator=acuan,
        satuan=sumber.satuan,
        akumulasi=acuan.akumulasi if acuan else Akumulasi.TERAKHIR.value,
        urut=urut,
    )


def _target(baris: BarisRencanaAksi, sumber: BarisPK) -> dict[str, Any] | None:
    """Columns of the target of triwulan IV where the year's is its; None elsewhere."""
    if baris.akumulasi not in SETAHUN:
        return None
    return {nama: getattr(sumber, nama) for nama in TARGET_COLUMNS}
