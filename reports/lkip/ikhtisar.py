"""Ikhtisar eksekutif: goals, capaian per sasaran, predikat counts, budget, kendala and langkah, all generated."""

from __future__ import annotations

from reports.document.tree import Block, ParagraphBlock, Part
from reports.lkip.at_a_glance import answered, at_a_glance, capaian_course, glanced_at
from reports.lkip.bab3.sources import all_indikator, nama_renstra
from reports.official.signatures import nama_kecamatan
from reports.prose.conclusion import (
    anggaran_text,
    attention_text,
    capaian_text,
    efisiensi_text,
    target_sentence,
    told_in_bab4,
)
from reports.prose.coverage_sentences import coverage_summary, valued_outside
from reports.prose.language import compose, count_of, paragraph, sentence
from reports.prose.position import wording_number
from reports.publish.naskah import Naskah
from reports.tables.pk import nama_pk
from sakip.snapshot.coverage import unmeasured
from sakip.snapshot.reads import kept


@kept
def ikhtisar(naskah: Naskah) -> Part:
    """The whole report at a glance; every number is that of the chapters behind it."""
    return Part(
        key="ikhtisar-eksekutif",
        title="Ikhtisar Eksekutif",
        level=1,
        content=(
            *_tujuan(naskah),
            *_capaian(naskah),
            ParagraphBlock(content=paragraph(attention_text(naskah), told_in_bab4(naskah))),
        ),
    )


def _tujuan(naskah: Naskah) -> tuple[Block, ...]:
    """How many goals are behind the report, and how much of them is measured."""
    snapshot = naskah.snapshot
    renstra = snapshot.renstra_in_force
    kecamatan = nama_kecamatan(snapshot)
    if renstra is None or not renstra.tujuan:
        without = sentence(f"Tujuan dan sasaran Renstra {kecamatan} belum dicatat")
        return (ParagraphBlock(content=paragraph(without, _measured(naskah))),)
    sasaran = count_of(sum(len(t.sasaran) for t in renstra.tujuan), "sasaran strategis")
    tujuan, nama = count_of(len(renstra.tujuan), "tujuan"), nama_renstra(snapshot)
    own = nama.replace(f" {kecamatan}", "")  # beside whose it is
    opening = compose(
        wording_number(snapshot),
        (
            f"{nama} menetapkan {sasaran}",
            f"Dalam {nama} ditetapkan {sasaran}",
            f"{kecamatan} menurut {own} mempunyai {sasaran}",
            f"{nama} memuat {sasaran}",
            f"Arah kinerja {kecamatan} dalam {own} adalah {sasaran}",
            f"{nama} berisi {sasaran}",
        ),
        (
            f"untuk mewujudkan {tujuan}",
            f"yang menjabarkan {tujuan}",
            f"untuk mencapai {tujuan}",
            f"sebagai penjabaran {tujuan}",
            f"dari {tujuan}",
            f"yang menuju {tujuan}",
        ),
    )
    # What they are BAB II says.
    return (ParagraphBlock(content=paragraph(sentence(opening), _measured(naskah))),)


def _measured(naskah: Naskah) -> str:
    """How many sasaran and indikator are measured, against which document; empty where nothing is.

    A Renstra may have more sasaran than the PK promises; the reader is told which number this report answers.
    """
    results, snapshot = naskah.results, naskah.snapshot
    if results is None or not all_indikator(results):
        return ""
    pk = (
        nama_pk(snapshot.pk_in_force)
        if snapshot.pk_in_force
        else f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    )
    indikator = count_of(len(all_indikator(results)), "indikator")
    sasaran = count_of(len(results.sasaran), "sasaran strategis")
    return sentence(
        compose(
            wording_number(snapshot, 2),
            (
                f"Menurut {pk}, laporan ini mengukur",
                f"Berdasarkan {pk} diukur",
                f"Sesuai dengan {pk}, yang diukur adalah",
                f"{pk} menjadi dasar pengukuran atas",
                f"Laporan ini mengukur target {pk} pada",
                f"Pengukuran terhadap {pk} meliputi",
            ),
            (
                f"{sasaran} dengan {indikator}",
                f"{indikator} dari {sasaran}",
                f"{sasaran} melalui {indikator}",
                f"{indikator} dalam {sasaran}",
                f"{sasaran} yang memuat {indikator}",
                f"{indikator} pada {sasaran}",
            ),
        )
    )


def _capaian(naskah: Naskah) -> tuple[Block, ...]:
    results = naskah.results
    if results is None or not all_indikator(results):
        anggaran = paragraph(anggaran_text(naskah), efisiensi_text(naskah))
        return ParagraphBlock(content=capaian_text(naskah)), ParagraphBlock(content=anggaran)
    ordering = wording_number(naskah.snapshot)
    glanced = glanced_at(results)  # the table says the mean, and of each sasaran whether it is efficient
    said = (
        target_sentence(all_indikator(results), ordering) if glanced else capaian_text(naskah),
        coverage_summary(unmeasured(naskah.snapshot), ordering, valued=valued_outside(results)),
        anggaran_text(naskah, compared=not glanced),
        "" if glanced else efisiensi_text(naskah),
    )
    return (
        *at_a_glance(naskah, results),
        *capaian_course(results),
        ParagraphBlock(content=paragraph(*said, answered(naskah))),
    )
