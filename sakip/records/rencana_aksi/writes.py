"""Rows of the rencana aksi taken over from the Perjanjian Kinerja."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kecamatan.models import Pengguna
from sakip.capaian.inputs import Akumulasi
from sakip.capaian.triwulan import ROMAN
from sakip.entry.fields import target_text
from sakip.entry.form import Scope
from sakip.entry.target_form import copy_target
from sakip.entry.writer import New, RecordRefused, last_place, writing
from sakip.models import BarisPK, BarisRencanaAksi, PerjanjianKinerja, RencanaAksi, TargetTriwulan
from sakip.records.pk.writes import latest_pk
from sakip.records.rencana_aksi.quarters import proposed_quarters

#: Where the last triwulan stands for the year, so that the year's target is its target.
WHOLE_YEAR: Final = frozenset({Akumulasi.TERAKHIR, Akumulasi.KUMULATIF, Akumulasi.DIKETAHUI})


@dataclass(frozen=True, slots=True, kw_only=True)
class FillResult:
    """``rows`` are the new rows, ``bertarget`` how many of them got the target of their last triwulan alone,
    ``proposed`` how many got one for every triwulan that is measured: they wait to be looked at."""

    perjanjian: PerjanjianKinerja
    rows: tuple[BarisRencanaAksi, ...]
    bertarget: int
    proposed: int = 0


def rencana_aksi_from_pk(*, rencana: RencanaAksi, by: Pengguna | None) -> FillResult:
    """Add the indikator of the latest PK of the year that the rencana aksi does not have yet.

    How the triwulan add up follows the indikator of the Renstra. A number is shared out over the triwulan that are
    measured as last year's rencana aksi did, else evenly (:mod:`sakip.records.rencana_aksi.quarters`); as every row
    made from another it is *belum ditinjau*. Of anything else the target of the PK becomes that of the last triwulan,
    where that stands for the year. A second time adds nothing. Raises :class:`sakip.entry.writer.RecordRefused`
    without a PK, and as :func:`sakip.entry.writer.writing` and its ``add`` do.
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
        act.add([New(row=one, told=False) for _, target in fresh for one in target])
    proposed = sum(len(target) > 1 for _, target in fresh)
    return FillResult(
        perjanjian=perjanjian,
        rows=tuple(rows),
        bertarget=sum(bool(target) for _, target in fresh) - proposed,
        proposed=proposed,
    )


def _missing(
    rencana: RencanaAksi, perjanjian: PerjanjianKinerja
) -> list[tuple[New[BarisRencanaAksi], list[TargetTriwulan]]]:
    """New rows, each with the targets of its triwulan."""
    present: list[BarisPK | BarisRencanaAksi] = list(rencana.baris.select_related("acuan_indikator"))
    order = last_place(rencana.baris)
    before = _last_year(rencana)
    fresh: list[tuple[New[BarisRencanaAksi], list[TargetTriwulan]]] = []
    for sumber in perjanjian.baris.select_related("acuan_indikator"):
        if any(same_indikator(sumber, b) for b in present):
            continue
        present.append(sumber)
        row = _row(rencana, sumber, order + len(fresh) + 1)
        target = _targets(row, sumber, next((b for b in before if same_indikator(sumber, b)), None))
        also = {f"Target triwulan {ROMAN[t.triwulan - 1]}": target_text(copy_target(t)) for t in target}
        fresh.append((New(row=row, source=sumber, also=also), target))
    return fresh


def _last_year(rencana: RencanaAksi) -> list[BarisRencanaAksi]:
    rows = BarisRencanaAksi.objects.for_kecamatan(rencana.kecamatan).for_tahun(rencana.tahun - 1)
    return list(rows.select_related("acuan_indikator").prefetch_related("target"))


def _targets(row: BarisRencanaAksi, sumber: BarisPK, before: BarisRencanaAksi | None) -> list[TargetTriwulan]:
    """Those of every triwulan that is measured, where the year's is a number; else that of the last, where it is the
    year's."""
    end = year_triwulan(row)
    whole = {end: TargetTriwulan(baris=row, triwulan=end, **copy_target(sumber))} if end else {}
    if sumber.angka is None or sumber.angka <= 0:
        return list(whole.values())
    alike = before is not None and before.akumulasi == row.akumulasi
    earlier = (
        {t.triwulan: t.angka for t in before.target.all() if t.angka is not None} if before and alike else {}
    )
    quarters = proposed_quarters(sumber.angka, row.triwulan_measured, Akumulasi(row.akumulasi), earlier)
    made = {n: TargetTriwulan(baris=row, triwulan=n, angka=angka) for n, angka in quarters.items()}
    if row.akumulasi == Akumulasi.RATA_RATA:  # the same as promised, printed alike
        same = {"baris": row, **copy_target(sumber)}
        made |= {n: TargetTriwulan(triwulan=n, **same) for n, a in quarters.items() if a == sumber.angka}
    return [one for _, one in sorted((made | whole).items())]


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
