"""What the grid says of an indikator beside its plan: the target of each triwulan, and how far it is on its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sakip.capaian.inputs import KeadaanNilai
from sakip.capaian.nilai import print_measured_target, print_measured_value
from sakip.capaian.results import IndikatorResult
from sakip.capaian.triwulan import ROMAN, TRIWULAN, akumulasi
from sakip.snapshot.types import Indikator, Snapshot
from sakip.text.working import persen


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterPlan:
    """ "target 25" and "capaian 96,00%" of a triwulan; empty where the rencana aksi plans nothing for it, or nothing is
    measured yet."""

    target: str = ""
    capaian: str = ""


NO_PLAN: Final = QuarterPlan()


def quarter_plans(
    snapshot: Snapshot, definition: Indikator | None, result: IndikatorResult | None
) -> dict[int, QuarterPlan]:
    """By the number of the triwulan. Where the engine compared another target than the one that stands in the
    rencana aksi (parts added up beside what was reached by then), that one, so that both lines agree."""
    if definition is None:
        return {}
    plan = snapshot.rencana_aksi
    row = next((b for b in plan.baris if b.kunci_indikator == definition.kunci), None) if plan else None
    if row is None:
        return {}
    satuan = row.satuan or definition.satuan
    compared = {one.triwulan: one for one in (result.triwulan if result else ())}
    plans = {}
    for number, target in zip(TRIWULAN, row.triwulan, strict=True):
        one = compared.get(number)
        printed = (
            one.target_cetak
            if one and one.capaian.target
            else print_measured_target(target, satuan)
            if target
            else ""
        )
        value = one.capaian.nilai if one else None
        plans[number] = QuarterPlan(
            target=f"target {printed}" if printed else "",
            capaian=f"capaian {persen(value)}" if value is not None else "",
        )
    return plans


def way_to_target(snapshot: Snapshot, definition: Indikator | None, target: str) -> str:
    """ "s.d. triwulan II: 45 dari 98" until the year has a value; empty where nothing can be said, as where a
    triwulan in between is missing.

    ``target`` is the year's as printed.
    """
    own = next(
        (
            r
            for r in snapshot.realisasi
            if definition and r.kunci_indikator == definition.kunci and r.tahun == snapshot.tahun
        ),
        None,
    )
    if definition is None or own is None or not own.triwulan or not target:
        return ""
    measured = definition.triwulan_measured
    known = [n for n in measured if own.triwulan[n - 1].keadaan is KeadaanNilai.TERISI]
    if not known or own.tahunan.keadaan is KeadaanNilai.TERISI:
        return ""
    until = tuple(n for n in measured if n <= known[-1])
    factor = definition.pengali_pecahan
    so_far = akumulasi(own.triwulan, definition.akumulasi, factor, until)
    if so_far.keadaan is not KeadaanNilai.TERISI:
        return ""
    reached = print_measured_value(so_far, definition.satuan, definition.desimal, factor)
    return f"s.d. triwulan {ROMAN[known[-1] - 1]}: {reached} dari {target}"
