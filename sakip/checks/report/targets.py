"""Checks of targets in the documents that no PK repeats: RKT and rencana aksi, and of letters on their scale."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.capaian.inputs import AsalTarget, Target
from sakip.capaian.nilai import print_target
from sakip.capaian.perbandingan import compare_targets
from sakip.capaian.results import TargetPosition
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import WHOLE_REPORT, CheckedYear, Place
from sakip.checks.measures import comparisons, letter_message
from sakip.checks.places import printed_place
from sakip.checks.plan import definitions, letters_of, target_message
from sakip.checks.targets import plan_place
from sakip.snapshot.coverage import target_of


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
            yield plan_place(planned), "Belum bertarget pada triwulan mana pun. Isi targetnya."


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
        if indikator is None:
            continue
        for place, value in comparisons(compared, indikator, "nilai"):
            if message := letter_message(value.nilai, indikator):
                yield place, message


def _targets(year: CheckedYear) -> Iterator[tuple[Place, str, Target]]:
    rkt, plan = year.snapshot.rkt, year.snapshot.rencana_aksi
    for row in rkt.sasaran if rkt else ():
        if row.target is not None:
            yield printed_place("sasaran-rkt", "RKT", row, "target"), row.kunci_indikator, row.target
    for planned in plan.baris if plan else ():
        for target in dict.fromkeys(t for t in planned.triwulan if t is not None):
            yield plan_place(planned), planned.kunci_indikator, target
