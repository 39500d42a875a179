"""Checks of targets in the documents that no PK repeats: RKT and rencana aksi, and of letters on their scale."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from sakip.capaian.inputs import Akumulasi, AsalTarget, Target
from sakip.capaian.nilai import print_target
from sakip.capaian.perbandingan import compare_targets
from sakip.capaian.results import TargetPosition
from sakip.capaian.triwulan import TRIWULAN, name_triwulan
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import WHOLE_REPORT, CheckedYear, Place
from sakip.checks.measures import comparisons, letter_message
from sakip.checks.places import printed_place
from sakip.checks.plan import definitions, letters_of, target_message
from sakip.snapshot.coverage import pk_name, target_of
from sakip.snapshot.types import BarisRencanaAksi
from sakip.text.akumulasi import say_akumulasi
from sakip.text.targets import say_difference


@check(
    "target-rkt-sesuai-renstra",
    rule="R-target",
    basis="Target tahunan dijabarkan dari Renstra ke dalam RKT (Permen PANRB Nomor 53 Tahun 2014).",
    example="Target SKM Aparatur 95 dalam RKT, 96 dalam Renstra.",
    reads=("renstra", "rkt", "pk", WHOLE_REPORT),
    kinds=("sasaran-rkt",),
    level=Level.PERINGATAN,
)
def the_rkt_plans_what_the_renstra_does(year: CheckedYear) -> Found:
    """Of an indikator that the PK leaves out, the RKT has the target of the Renstra; of others another check speaks."""
    snapshot = year.snapshot
    known = definitions(snapshot)
    promised = {row.kunci_indikator for row in snapshot.pk_in_force.indikator} if snapshot.pk_in_force else ()
    for row in snapshot.rkt.sasaran if snapshot.rkt else ():
        indikator = known.get(row.kunci_indikator)
        planned = target_of(indikator, snapshot.tahun) if indikator else None
        if indikator is None or planned is None or row.target is None or row.kunci_indikator in promised:
            continue
        stands = compare_targets(row.target, planned, indikator.skala)
        if stands is not TargetPosition.SAMA:
            here = print_target(row.target, row.satuan or indikator.satuan)
            there = print_target(planned, indikator.satuan)
            yield (
                printed_place("sasaran-rkt", "RKT", row, "target"),
                Said(
                    f"Target {here} {stands} {AsalTarget.RENSTRA} ({there}). Samakan bila keliru.",
                    here,
                    there,
                ),
            )


#: The targets of the triwulan are parts of the year's.
_IN_PARTS: Final = (Akumulasi.JUMLAH, Akumulasi.RATA_RATA)


@check(
    "dokumen-bertarget",
    rule="R-target",
    basis="RKT dan rencana aksi menjabarkan target Renstra dan Perjanjian Kinerja (Permen PANRB Nomor 53 Tahun 2014).",
    example="Baris SKM dalam RKT tanpa target.",
    reads=("rkt", "rencana_aksi", WHOLE_REPORT),
    kinds=("sasaran-rkt", "baris-rencana-aksi"),
    level=Level.PERINGATAN,
)
def every_row_of_a_plan_has_a_target(year: CheckedYear) -> Found:
    """An indikator of the RKT has its target, one of the rencana aksi that of a triwulan at least."""
    rkt, plan = year.snapshot.rkt, year.snapshot.rencana_aksi
    for row in rkt.sasaran if rkt else ():
        if row.target is None:
            yield printed_place("sasaran-rkt", "RKT", row, "target"), "Belum bertarget. Isi targetnya."
    for planned in plan.baris if plan else ():
        if not any(planned.triwulan):
            yield _plan_place(planned), "Belum bertarget pada triwulan mana pun. Isi targetnya."


@check(
    "rencana-aksi-sampai-target",
    rule="R-target",
    basis="Rencana aksi menjabarkan target Perjanjian Kinerja ke dalam triwulan (Permen PANRB Nomor 53 Tahun 2014).",
    example="Target empat triwulan berjumlah 95, target PK 100.",
    reads=("renstra", "pk", "rencana_aksi", WHOLE_REPORT),
    kinds=("baris-rencana-aksi",),
    level=Level.PERINGATAN,
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
                _plan_place(row),
                f"Target {how} {print_target(whole, satuan)} {say_difference(others)}. Samakan bila keliru.",
            )


def _of_the_year(row: BarisRencanaAksi, measured: Collection[int]) -> Target | None:
    """The target that its triwulan come to; None where one of those that are measured is missing and needed."""
    known = [t for t in row.triwulan if t is not None]
    if row.akumulasi not in _IN_PARTS:
        return known[-1] if known else None
    targets = [row.triwulan[n - 1] for n in measured]
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
    reads=("rencana_aksi", WHOLE_REPORT),
    kinds=("baris-rencana-aksi",),
    level=Level.PERINGATAN,
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
                    _plan_place(row, f"target_{number}"),
                    Said(
                        f"Target sampai dengan {name_triwulan([number])} {here} lebih rendah daripada sampai dengan"
                        f" {name_triwulan([before])} ({there}). Perbaiki, atau ubah cara akumulasinya.",
                        here,
                        there,
                    ),
                )


@check(
    "huruf-sesuai-skala",
    rule="R-scale",
    basis="Huruf dibandingkan pada skala indikatornya.",
    example="Target “BB” dalam RKT, sedangkan skalanya hanya mengenal A sampai D.",
    reads=("renstra", "rkt", "rencana_aksi", "pembanding", WHOLE_REPORT),
    kinds=("sasaran-rkt", "baris-rencana-aksi", "pembanding"),
    level=Level.PERINGATAN,
)
def letters_are_of_their_scale(year: CheckedYear) -> Found:
    """Targets of RKT and rencana aksi are of their indikator's kind, letters of a comparison too."""
    known = definitions(year.snapshot)
    for place, kunci, target in _targets(year):
        if kunci in known and (message := target_message(target, **letters_of(known[kunci]))):
            yield place, message
    for compared in year.snapshot.pembanding:
        indikator = known.get(compared.kunci_indikator)
        for place, value in comparisons(compared, indikator, "nilai") if indikator else ():
            if indikator and (message := letter_message(value.nilai, indikator)):
                yield place, message


def _targets(year: CheckedYear) -> Iterator[tuple[Place, str, Target]]:
    rkt, plan = year.snapshot.rkt, year.snapshot.rencana_aksi
    for row in rkt.sasaran if rkt else ():
        if row.target is not None:
            yield printed_place("sasaran-rkt", "RKT", row, "target"), row.kunci_indikator, row.target
    for planned in plan.baris if plan else ():
        for target in dict.fromkeys(t for t in planned.triwulan if t is not None):
            yield _plan_place(planned), planned.kunci_indikator, target


def _plan_place(row: BarisRencanaAksi, column: str = "triwulan") -> Place:
    return printed_place("baris-rencana-aksi", "rencana aksi", row, column)
