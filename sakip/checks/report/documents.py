"""Checks of what the documents of a year say of one another: which indikator each has, in which unit, of which plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakip.capaian.nilai import print_target
from sakip.capaian.perbandingan import compare_targets
from sakip.capaian.results import TargetPosition
from sakip.capaian.rumus import BaikBila, rumus_definition
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import WHOLE_REPORT, CheckedYear, Place
from sakip.checks.places import (
    Columns,
    head_place,
    indikator_of,
    pk_words,
    place_of,
    printed_rows,
    renstra_words,
)
from sakip.checks.plan import definitions, target_place, target_tujuan_place
from sakip.snapshot.coverage import is_of, target_of
from sakip.snapshot.types import IndikatorTujuan, Renstra
from sakip.text.targets import chain
from sakip.text.units import same_unit

_PERMEN: Final = "Permen PANRB Nomor 53 Tahun 2014"


@check(
    "target-renstra-terisi",
    rule="R-target",
    basis=f"Target tahunan dijabarkan dari Renstra ({_PERMEN}).",
    example="Indikator PK 2023 tanpa target tahun 2023 dalam Renstra.",
    reads=("renstra", "pk", WHOLE_REPORT),
    kinds=("target-renstra", "target-tujuan"),
    level=Level.PERINGATAN,
)
def what_is_promised_has_a_target_in_the_renstra(year: CheckedYear) -> Found:
    """An indikator of the Renstra that the PK promises has the Renstra's target of the year, and so has one of a tujuan
    that has targets at all."""
    snapshot = year.snapshot
    pk, renstra, tahun = snapshot.pk_in_force, snapshot.renstra_in_force, snapshot.tahun
    promised = {row.kunci_indikator for row in pk.indikator} if pk else set()
    for indikator in indikator_of(renstra) if renstra else ():
        if (
            renstra
            and indikator.kunci in promised
            and indikator.dalam_renstra
            and not target_of(indikator, tahun)
        ):
            yield (
                target_place(renstra, indikator, tahun),
                f"Diperjanjikan, tetapi Renstra tidak memuat target tahun {tahun}. Isi targetnya.",
            )
    for place, own in _of_tujuan(renstra, tahun):
        if own.target and not target_of(own, tahun):
            yield place, f"Renstra menargetkan tahun lain, tetapi tidak tahun {tahun}. Isi targetnya."


@check(
    "target-tidak-mundur",
    rule="R-target",
    basis=f"Target Renstra menuju keadaan yang lebih baik dari tahun ke tahun ({_PERMEN}).",
    example="Target 85 pada 2022 dan 80 pada 2023, padahal makin tinggi makin baik.",
    reads=("renstra", WHOLE_REPORT),
    kinds=("target-renstra", "target-tujuan"),
    level=Level.PERINGATAN,
)
def targets_do_not_go_back(year: CheckedYear) -> Found:
    """The Renstra's target of the year is not worse than that of the year before."""
    renstra, tahun = year.snapshot.renstra_in_force, year.snapshot.tahun
    worse = {BaikBila.NAIK: TargetPosition.LEBIH_RENDAH, BaikBila.TURUN: TargetPosition.LEBIH_TINGGI}
    of_sasaran = ((target_place(renstra, i, tahun), i) for i in indikator_of(renstra)) if renstra else ()
    for place, indikator in (*of_sasaran, *_of_tujuan(renstra, tahun)):
        now, before = target_of(indikator, tahun), target_of(indikator, tahun - 1)
        good = rumus_definition(indikator.rumus).baik_bila
        if now is None or before is None or good not in worse:
            continue
        stands = compare_targets(now, before, indikator.skala)
        if stands is worse[good]:
            here, there = (print_target(target, indikator.satuan) for target in (now, before))
            way = "tinggi" if good is BaikBila.NAIK else "rendah"
            yield (
                place,
                Said(
                    f"Target {here} {stands} target tahun {tahun - 1} ({there}), padahal makin {way} makin baik."
                    " Perbaiki bila keliru, atau ubah rumusnya.",
                    here,
                    there,
                ),
            )


@check(
    "satuan-antardokumen",
    rule="R-target",
    basis="Target dan realisasi satu indikator dibandingkan dalam satuan yang sama.",
    example="Target PK 85%, sedangkan satuan indikatornya indeks.",
    reads=("renstra", "rkt", "pk", "iku", "rencana_aksi", WHOLE_REPORT),
    kinds=("sasaran-rkt", "baris-pk", "baris-iku", "baris-rencana-aksi"),
    level=Level.PERINGATAN,
)
def one_unit_per_indikator(year: CheckedYear) -> Found:
    """A row of a document has the unit of the indikator that it refers to, where both have one."""
    known = definitions(year.snapshot)
    for place, row in printed_rows(year.snapshot, "satuan"):
        indikator = known.get(row.kunci_indikator)
        if indikator is None or not (row.satuan.strip() and indikator.satuan.strip()):
            continue
        if not same_unit(row.satuan, indikator.satuan):
            yield (
                place,
                Said(
                    f"Bersatuan “{row.satuan}”, sedangkan dalam Renstra “{indikator.satuan}”. Samakan satuannya.",
                    row.satuan,
                    indikator.satuan,
                ),
            )


@check(
    "pk-dijabarkan",
    rule="R-cascade",
    basis=f"Indikator yang diperjanjikan direncanakan dalam RKT dan dijabarkan dalam rencana aksi ({_PERMEN}).",
    example="PK memperjanjikan 4 indikator, rencana aksi memuat 3 di antaranya.",
    reads=("rkt", "pk", "rencana_aksi", "renstra", WHOLE_REPORT),
    kinds=("rkt", "rencana-aksi"),
    level=Level.PERINGATAN,
)
def what_is_promised_is_worked_out(year: CheckedYear) -> Found:
    """RKT and rencana aksi have every indikator of the PK that is measured; those that one lacks are named together."""
    snapshot = year.snapshot
    pk, known = snapshot.pk_in_force, definitions(snapshot)
    rkt, plan = snapshot.rkt, snapshot.rencana_aksi
    others = (
        ("rkt", "RKT", rkt, rkt.sasaran if rkt else ()),
        ("rencana-aksi", "rencana aksi", plan, plan.baris if plan else ()),
    )
    for kind, name, document, rows in others:
        lacking = [
            f"“{promised.indikator}”"
            for promised in (pk.indikator if pk and rows else ())
            if (one := known.get(promised.kunci_indikator)) and not any(is_of(row, one) for row in rows)
        ]
        if pk and document and lacking:
            yield (
                head_place(kind, document, "", name),
                f"Tidak memuat indikator {pk_words(pk)}: {chain(lacking)}. Tambahkan, atau jelaskan mengapa tidak ada.",
            )


@check(
    "perubahan-beralasan",
    rule="R-blank",
    basis=f"Dokumen perencanaan diubah dengan alasan yang dinyatakan ({_PERMEN}; Permendagri Nomor 86 Tahun 2017).",
    example="PK perubahan 1 tanpa alasan perubahan.",
    reads=("renstra", "pk", WHOLE_REPORT),
    kinds=("pk", "renstra"),
    level=Level.PERINGATAN,
)
def what_was_amended_says_why(year: CheckedYear) -> Found:
    """A PK perubahan has its reason and a Renstra perubahan what it is based on: the LKIP prints both."""
    for pk in year.snapshot.pk:
        if pk.perubahan and not pk.dikutip and not pk.alasan:
            yield (
                head_place("pk", pk, "alasan", pk_words(pk)),
                "Alasan perubahan belum dipilih, sehingga LKIP tidak menyebut mengapa perjanjiannya diubah. Pilih"
                " alasannya.",
            )
    renstra = year.snapshot.renstra_in_force
    if renstra and renstra.versi and not renstra.dasar.strip():
        yield (
            _renstra_head(renstra, "dasar"),
            "Dasar perubahannya belum diisi, sehingga LKIP tidak menyebut atas dasar apa Renstra diubah. Isi keputusan"
            " atau peraturannya.",
        )


@check(
    "renstra-dalam-rpjmd",
    rule="R-cascade",
    basis="Renstra perangkat daerah menjabarkan RPJMD yang berlaku (Permendagri Nomor 86 Tahun 2017).",
    example="Renstra 2021–2026 mengacu pada RPJMD 2016–2021 dalam laporan tahun 2023.",
    reads=("renstra", "rpjmd", WHOLE_REPORT),
    kinds=("renstra",),
    level=Level.PERINGATAN,
)
def the_renstra_follows_an_rpjmd_of_its_years(year: CheckedYear) -> Found:
    """The RPJMD to which the Renstra refers covers the year of the report."""
    renstra, rpjmd, tahun = year.snapshot.renstra_in_force, year.snapshot.rpjmd, year.snapshot.tahun
    if renstra and rpjmd and not rpjmd.tahun_awal <= tahun <= rpjmd.tahun_akhir:
        period = f"{rpjmd.tahun_awal}–{rpjmd.tahun_akhir}"
        yield (
            _renstra_head(renstra, "periode_rpjmd"),
            f"Mengacu pada RPJMD {period}, yang tidak meliputi tahun {tahun}. Pilih RPJMD yang berlaku.",
        )


def _of_tujuan(renstra: Renstra | None, tahun: int) -> Iterator[tuple[Place, IndikatorTujuan]]:
    """The indikator of every tujuan, each at its target of the year."""
    for tujuan in renstra.tujuan if renstra else ():
        for number, own in enumerate(tujuan.indikator, start=1):
            if renstra:
                yield target_tujuan_place(renstra, tujuan, number, tahun), own


def _renstra_head(renstra: Renstra, column: str) -> Place:
    """A column of a version itself."""
    key: Columns = {"tahun_awal": renstra.tahun_awal, "versi": renstra.versi}
    return place_of("renstra", renstra, column, words=renstra_words(renstra), **key)
