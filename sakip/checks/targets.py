"""Checks that compare the targets of one year over its documents, and those of its triwulan with each other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from sakip.capaian.inputs import Akumulasi, Target
from sakip.capaian.nilai import print_target
from sakip.capaian.perbandingan import compare_targets
from sakip.capaian.results import TargetPosition
from sakip.capaian.triwulan import TRIWULAN, name_triwulan
from sakip.checks.base import AtForm, Found, Level, Said, check
from sakip.checks.material import CheckedYear, Place
from sakip.checks.places import pk_row_place, printed_place
from sakip.checks.plan import definitions
from sakip.snapshot.coverage import document_targets, pk_name
from sakip.snapshot.types import BarisRencanaAksi
from sakip.text.akumulasi import say_akumulasi
from sakip.text.targets import say_difference


@check(
    "target-antardokumen",
    rule="R-target",
    basis="Target tahunan dijabarkan dari Renstra ke dalam RKT dan PK (Permen PANRB Nomor 53 Tahun 2014).",
    example="Target SKM 98 dalam PK murni, 100 dalam PK perubahan, 85 dalam Renstra dan RKT.",
    reads=("renstra", "rkt", "pk"),
    kinds=("baris-pk",),
    level=Level.PERINGATAN,
    at_form=AtForm.SHOW,
)
def one_target_per_indikator(year: CheckedYear) -> Found:
    """The PK in force promises the target of Renstra, RKT and earlier PK; one that differs is printed in the LKIP."""
    pk = year.snapshot.pk_in_force
    known = definitions(year.snapshot)
    for row in pk.indikator if pk else ():
        indikator = known.get(row.kunci_indikator)
        if pk is None or indikator is None:
            continue
        satuan = row.satuan or indikator.satuan
        others = [
            (
                other.dokumen,
                print_target(other.target, satuan),
                compare_targets(row.target, other.target, indikator.skala),
            )
            for other in document_targets(year.snapshot, indikator, without=pk)
        ]
        if said := say_difference(others):
            here = print_target(row.target, satuan)
            yield (
                pk_row_place(pk, row, "target"),
                Said(
                    f"Target {here} {said}. Samakan bila keliru; bila disengaja, LKIP menyajikan semuanya"
                    " berdampingan.",
                    here,
                    "; ".join(f"{dokumen} {cetak}" for dokumen, cetak, _ in others),
                ),
            )


#: The targets of the triwulan are parts of the year's.
_IN_PARTS: Final = (Akumulasi.JUMLAH, Akumulasi.RATA_RATA)


@check(
    "rencana-aksi-sampai-target",
    rule="R-target",
    basis="Rencana aksi menjabarkan target Perjanjian Kinerja ke dalam triwulan (Permen PANRB Nomor 53 Tahun 2014).",
    example="Target empat triwulan berjumlah 95, target PK 100.",
    reads=("renstra", "pk", "rencana_aksi"),
    kinds=("baris-rencana-aksi",),
    level=Level.PERINGATAN,
    at_form=AtForm.SHOW,
)
def the_triwulan_come_to_the_promise(year: CheckedYear) -> Found:
    """What the rencana aksi plans until the end of the year is the target of a PK of the year."""
    snapshot = year.snapshot
    known = definitions(snapshot)
    for row in snapshot.rencana_aksi.baris if snapshot.rencana_aksi else ():
        indikator = known.get(row.kunci_indikator)
        measured = indikator.triwulan_measured if indikator else TRIWULAN
        whole = _of_the_year(row, measured)
        promised = {
            pk_name(pk): own.target
            for pk in snapshot.pk
            for own in pk.indikator
            if own.kunci_indikator == row.kunci_indikator
        }
        if whole is None or indikator is None or not promised:
            continue
        satuan = row.satuan or indikator.satuan
        others = [
            (name, print_target(target, satuan), compare_targets(whole, target, indikator.skala))
            for name, target in promised.items()
        ]
        if all(stands is not TargetPosition.SAMA for _, _, stands in others):
            how = (
                say_akumulasi(row.akumulasi, measured) if row.akumulasi in _IN_PARTS else "sampai akhir tahun"
            )
            yield (
                plan_place(row),
                f"Target {how} {print_target(whole, satuan)} {say_difference(others)}. Samakan bila keliru.",
            )


def _of_the_year(row: BarisRencanaAksi, measured: Sequence[int]) -> Target | None:
    """The target that its triwulan come to; None where one of those that are measured is missing and needed."""
    targets = [row.triwulan[n - 1] for n in measured]
    if row.akumulasi is Akumulasi.DIKETAHUI:
        return next((t for t in reversed(targets) if t is not None), None)
    if row.akumulasi not in _IN_PARTS:
        return targets[-1]
    numbers = [t.angka for t in targets if t is not None and t.angka is not None]
    if not numbers or len(numbers) != len(targets):
        return None
    total = sum(numbers, Decimal(0))
    return Target(angka=total if row.akumulasi is Akumulasi.JUMLAH else total / len(numbers))


@check(
    "rencana-aksi-tidak-mundur",
    rule="R-target",
    basis="Target kumulatif memuat yang dicapai sampai dengan triwulannya.",
    example="Target kumulatif 50% sampai dengan triwulan II, 40% sampai dengan triwulan III.",
    reads=("rencana_aksi",),
    kinds=("baris-rencana-aksi",),
    level=Level.PERINGATAN,
    at_form=AtForm.SHOW,
)
def what_is_planned_so_far_does_not_shrink(year: CheckedYear) -> Found:
    """A target to be reached by a triwulan is not below that of the triwulan before."""
    plan = year.snapshot.rencana_aksi
    for row in plan.baris if plan else ():
        if row.akumulasi is not Akumulasi.KUMULATIF:
            continue
        planned = [(n, t) for n, t in enumerate(row.triwulan, start=1) if t and t.angka is not None]
        for (before, last), (number, target) in pairwise(planned):
            if target.angka is not None and last.angka is not None and target.angka < last.angka:
                here, there = (print_target(one, row.satuan) for one in (target, last))
                yield (
                    plan_place(row, f"target_{number}"),
                    Said(
                        f"Target sampai dengan {name_triwulan([number])} {here} lebih rendah daripada sampai dengan"
                        f" {name_triwulan([before])} ({there}). Perbaiki, atau ubah cara akumulasinya.",
                        here,
                        there,
                    ),
                )


def plan_place(row: BarisRencanaAksi, column: str = "triwulan") -> Place:
    """A row of the rencana aksi, at its triwulan."""
    return printed_place("baris-rencana-aksi", "rencana aksi", row, column)
