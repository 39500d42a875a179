"""Rows of the rencana aksi taken over from the Perjanjian Kinerja."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kecamatan.models import Pengguna
from sakip.capaian.inputs import Akumulasi
from sakip.entry.fields import target_text
from sakip.entry.form import Scope, copy_target
from sakip.entry.writer import New, RecordRefused, last_place, writing
from sakip.models import BarisPK, BarisRencanaAksi, PerjanjianKinerja, RencanaAksi, TargetTriwulan
from sakip.records.pk.writes import latest_pk

AKHIR: Final = 4

#: Where triwulan IV stands for the year, so that the year's target is its target.
SETAHUN: Final = frozenset({Akumulasi.TERAKHIR.value, Akumulasi.KUMULATIF.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilIsi:
    """``baris`` are the new rows, ``bertarget`` how many of them got their target of triwulan IV."""

    perjanjian: PerjanjianKinerja
    baris: tuple[BarisRencanaAksi, ...]
    bertarget: int


def rencana_aksi_dari_pk(*, rencana: RencanaAksi, oleh: Pengguna | None) -> HasilIsi:
    """Add the indikator of the latest PK of the year that the rencana aksi does not have yet.

    How the triwulan add up follows the indikator of the Renstra. Where triwulan IV stands for the year, the target
    of the PK becomes its target; sums and averages are left to be typed. A second time adds nothing. Raises
    :class:`sakip.entry.writer.RecordRefused` without a PK, and as :func:`sakip.entry.writer.writing` and its ``add``
    do.
    """
    lingkup = Scope(kecamatan=rencana.kecamatan, tahun=rencana.tahun, pengguna=oleh)
    with writing(lingkup, by=oleh, hold=rencana) as act:
        perjanjian = latest_pk(rencana.kecamatan, rencana.tahun)
        if perjanjian is None:
            raise RecordRefused(
                f"Perjanjian Kinerja tahun {rencana.tahun} belum dicatat. Isi dahulu Perjanjian Kinerja."
            )
        baru = _missing(rencana, perjanjian)
        baris = act.add([new for new, _ in baru], why=f"Ditambahkan dari {perjanjian}.")
        target = [satu for _, satu in baru if satu]
        act.add([New(row=satu, told=False) for satu in target])
    return HasilIsi(perjanjian=perjanjian, baris=tuple(baris), bertarget=len(target))


def _missing(
    rencana: RencanaAksi, perjanjian: PerjanjianKinerja
) -> list[tuple[New[BarisRencanaAksi], TargetTriwulan | None]]:
    """New rows, each with its target of triwulan IV where the year's is its."""
    ada: list[BarisPK | BarisRencanaAksi] = list(rencana.baris.select_related("acuan_indikator"))
    urut = last_place(rencana.baris)
    baru: list[tuple[New[BarisRencanaAksi], TargetTriwulan | None]] = []
    for sumber in perjanjian.baris.select_related("acuan_indikator"):
        if any(_sama(sumber, b) for b in ada):
            continue
        ada.append(sumber)
        baris = _baris(rencana, sumber, urut + len(baru) + 1)
        target = None
        if baris.akumulasi in SETAHUN:
            target = TargetTriwulan(baris=baris, triwulan=AKHIR, **copy_target(sumber))
        also = {"Target triwulan IV": target_text(copy_target(target))} if target else {}
        baru.append((New(row=baris, source=sumber, also=also), target))
    return baru


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
