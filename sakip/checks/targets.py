"""Checks that compare the targets of one year over its documents."""

from __future__ import annotations

from sakip.capaian.nilai import print_target
from sakip.capaian.perbandingan import compare_targets
from sakip.checks.base import AtForm, Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.places import pk_row_place
from sakip.checks.plan import definitions
from sakip.snapshot.coverage import document_targets
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
