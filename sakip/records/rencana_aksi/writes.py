"""Rows of the rencana aksi taken over from the Perjanjian Kinerja."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kecamatan.models import Pengguna
from sakip.capaian.inputs import Akumulasi
from sakip.capaian.triwulan import ROMAN
from sakip.entry.fields import target_text
from sakip.entry.form import Scope, copy_target
from sakip.entry.writer import New, RecordRefused, last_place, writing
from sakip.models import BarisPK, BarisRencanaAksi, PerjanjianKinerja, RencanaAksi, TargetTriwulan
from sakip.records.pk.writes import latest_pk

#: Where the last triwulan stands for the year, so that the year's target is its target.
WHOLE_YEAR: Final = frozenset({Akumulasi.TERAKHIR, Akumulasi.KUMULATIF, Akumulasi.DIKETAHUI})


@dataclass(frozen=True, slots=True, kw_only=True)
class FillResult:
    """``rows`` are the new rows, ``bertarget`` how many of them got the target of their last triwulan."""

    perjanjian: PerjanjianKinerja
    rows: tuple[BarisRencanaAksi, ...]
    bertarget: int


def rencana_aksi_from_pk(*, rencana: RencanaAksi, by: Pengguna | None) -> FillResult:
    """Add the indikator of the latest PK of the year that the rencana aksi does not have yet.

    How the triwulan add up follows the indikator of the Renstra. Where the last triwulan that is measured stands for
    the year, the target of the PK becomes its target; sums and averages are left to be typed. A second time adds
    nothing. Raises :class:`sakip.entry.writer.RecordRefused` without a PK, and as
    :func:`sakip.entry.writer.writing` and its ``add`` do.
    """
    scope = Scope(kecamatan=rencana.kecamatan, tahun=rencana.tahun, pengguna=by)
    with writing(scope, by=by, hold=rencana) as act:
        perjanjian = latest_pk(rencana.kecamatan, rencana.tahun)
        if perjanjian is None:
            raise RecordRefused(
                f"Perjanjian Kinerja tahun {rencana.tahun} belum dicatat. Isi dahulu Perjanjian Kinerja."
            )
        fresh = _missing(rencana, perjanjian)
        rows = act.add([new for new, _ in fresh], why=f"Ditambahkan dari {perjanjian}.")
        target = [one for _, one in fresh if one]
        act.add([New(row=one, told=False) for one in target])
    return FillResult(perjanjian=perjanjian, rows=tuple(rows), bertarget=len(target))


def _missing(
    rencana: RencanaAksi, perjanjian: PerjanjianKinerja
) -> list[tuple[New[BarisRencanaAksi], TargetTriwulan | None]]:
    """New rows, each with the target of its last triwulan where the year's is its."""
    present: list[BarisPK | BarisRencanaAksi] = list(rencana.baris.select_related("acuan_indikator"))
    order = last_place(rencana.baris)
    fresh: list[tuple[New[BarisRencanaAksi], TargetTriwulan | None]] = []
    for sumber in perjanjian.baris.select_related("acuan_indikator"):
        if any(same_indikator(sumber, b) for b in present):
            continue
        present.append(sumber)
        row = _row(rencana, sumber, order + len(fresh) + 1)
        target = None
        also: dict[str, str] = {}
        if end := year_triwulan(row):
            target = TargetTriwulan(baris=row, triwulan=end, **copy_target(sumber))
            also = {f"Target triwulan {ROMAN[end - 1]}": target_text(copy_target(target))}
        fresh.append((New(row=row, source=sumber, also=also), target))
    return fresh


def year_triwulan(row: BarisRencanaAksi) -> int | None:
    """The triwulan whose target is the year's: the last in which the indikator is measured; None where several of them
    make the year."""
    measured = row.triwulan_measured
    return measured[-1] if row.akumulasi in WHOLE_YEAR or len(measured) == 1 else None


def same_indikator(one: BarisPK | BarisRencanaAksi, other: BarisPK | BarisRencanaAksi) -> bool:
    """Whether two rows are about one indikator: that of the Renstra where both name it, else by their words."""
    if one.acuan_indikator and other.acuan_indikator:
        return one.acuan_indikator.kunci == other.acuan_indikator.kunci
    return one.indikator.casefold().split() == other.indikator.casefold().split()


def _row(rencana: RencanaAksi, sumber: BarisPK, order: int) -> BarisRencanaAksi:
    reference = sumber.acuan_indikator
    return BarisRencanaAksi(
        rencana_aksi=rencana,
        sasaran=sumber.sasaran,
        indikator=sumber.indikator,
        acuan_indikator=reference,
        satuan=sumber.satuan,
        akumulasi=reference.akumulasi if reference else Akumulasi.TERAKHIR.value,
        urut=order,
    )
