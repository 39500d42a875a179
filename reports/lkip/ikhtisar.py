"""Ikhtisar eksekutif: goals, capaian per sasaran, predikat counts, budget, kendala and langkah, all generated."""

from __future__ import annotations

from reports.document.builders import listing
from reports.document.tree import Block, Bold, ParagraphBlock, Part
from reports.lkip.at_a_glance import at_a_glance
from reports.lkip.bab3.sources import all_indikator, nama_renstra
from reports.official.signatures import full_name, nama_kecamatan
from reports.prose.conclusion import anggaran_text, capaian_text, efisiensi_text, kendala_blocks, step_blocks
from reports.prose.coverage_sentences import coverage_summary
from reports.prose.language import count_of, paragraph, quoted, sentence
from reports.prose.target_sentences import differing_summary
from reports.publish.naskah import Naskah
from reports.tables.pk import nama_pk
from sakip.snapshot.coverage import unmeasured


def ikhtisar(naskah: Naskah) -> Part:
    """The whole report on one or two pages; every number is that of the chapters behind it."""
    return Part(
        key="ikhtisar-eksekutif",
        title="Ikhtisar Eksekutif",
        level=1,
        content=(
            *_tujuan(naskah),
            *_capaian(naskah),
            ParagraphBlock(content=paragraph(anggaran_text(naskah), efisiensi_text(naskah))),
            ParagraphBlock(content=(Bold("Kendala"),), style="rapat"),
            *kendala_blocks(naskah),
            ParagraphBlock(content=(Bold("Langkah perbaikan"),), style="rapat"),
            *step_blocks(naskah),
        ),
    )


def _tujuan(naskah: Naskah) -> tuple[Block, ...]:
    """What the report measures and the goals behind it."""
    snapshot = naskah.snapshot
    reference = (
        nama_pk(snapshot.pk_in_force)
        if snapshot.pk_in_force
        else f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    )
    opening = sentence(
        f"Laporan Kinerja {full_name(snapshot)} Tahun {snapshot.tahun} menyajikan hasil pengukuran atas target "
        f"dalam {reference} beserta analisisnya"
    )
    renstra = snapshot.renstra_in_force
    if renstra is None or not renstra.tujuan:
        without = sentence(f"Tujuan dan sasaran Renstra {nama_kecamatan(snapshot)} belum dicatat")
        return (ParagraphBlock(content=paragraph(opening, without)),)
    jumlah = count_of(sum(len(t.sasaran) for t in renstra.tujuan), "sasaran strategis")
    if len(renstra.tujuan) == 1:
        one = quoted(renstra.tujuan[0].uraian)
        content = f"{nama_renstra(snapshot)} menetapkan satu tujuan, yaitu {one}, dengan {jumlah}"
        return (ParagraphBlock(content=paragraph(opening, sentence(content))),)
    content = f"{nama_renstra(snapshot)} menetapkan {count_of(len(renstra.tujuan), 'tujuan')} dengan {jumlah}"
    return (
        ParagraphBlock(
            content=paragraph(opening, sentence(content), "Tujuan tersebut adalah sebagai berikut.")
        ),
        listing(sentence(t.uraian) for t in renstra.tujuan),
    )


def _capaian(naskah: Naskah) -> tuple[Block, ...]:
    results = naskah.results
    if results is None or not all_indikator(results):
        return (ParagraphBlock(content=capaian_text(naskah)),)
    # A Renstra may have more sasaran than the PK promises; the reader is told which number this report answers.
    measured = sentence(
        f"Pengukuran kinerja tahun {naskah.snapshot.tahun} mencakup "
        f"{count_of(len(results.sasaran), 'sasaran strategis')} dengan "
        f"{count_of(len(all_indikator(results)), 'indikator')}"
    )
    return (
        ParagraphBlock(content=measured),
        *at_a_glance(naskah, results),
        ParagraphBlock(content=capaian_text(naskah)),
        *(
            ParagraphBlock(content=said)
            for said in (
                coverage_summary(unmeasured(naskah.snapshot)),
                differing_summary(all_indikator(results)),
            )
            if said
        ),
    )
