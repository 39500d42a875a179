"""BAB III.B.2: the ikhtisar: predikat matrix with counts, shares and means per sasaran, then the means per tujuan."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock, TableCell, TableRow
from reports.lkip.bab3.pengukuran import say_scope
from reports.lkip.bab3.sources import all_indikator, nama_renstra, sumber_data
from reports.prose.coverage_sentences import recorded
from reports.prose.language import paragraph, quoted, tidy, unique
from reports.prose.position import wording_number
from reports.prose.sentences import rerata_sentence
from reports.publish.naskah import Naskah
from reports.tables.indikator_tujuan import indikator_tujuan_table
from sakip.capaian.inputs import Kategori
from sakip.capaian.results import IndikatorResult, Results, SasaranResult
from sakip.capaian.rounding import HUNDRED
from sakip.capaian.values import Keadaan
from sakip.snapshot.reads import kept
from sakip.text.states import say_state
from sakip.text.working import persen, say_predikat, shown

TICK = "√"

OF_TUJUAN: Final = "tabel-indikator-tujuan"
"""The table of the indikator of the tujuan."""


@kept
def ikhtisar_capaian(naskah: Naskah, results: Results) -> Part:
    """Where every indikator stands on the year's scale, and how many stand where."""
    return Part(
        key="ikhtisar-capaian",
        title="Ikhtisar Capaian dan Predikat",
        level=3,
        content=(
            ikhtisar_table(naskah, results),
            *_keterangan_kode(results),
            *_rerata_tujuan(naskah, results),
            *_indikator_tujuan(naskah, results),
        ),
    )


def ikhtisar_table(naskah: Naskah, results: Results) -> TableBlock:
    """Sasaran as groups, its indikator as rows, the categories as columns with one mark in each row; then how many
    and what share each category has."""
    kategori: list[Kategori | Keadaan] = [*results.kebijakan.skala.kategori]
    widths = [7 if isinstance(k, Kategori) and k.kode != k.label else 10 for k in kategori]
    states = [h.keadaan for h in results.hitungan if h.kategori is None]
    kategori += states
    widths += [14 if len(states) == 1 else 10] * len(states)
    return TableBlock(
        key="tabel-ikhtisar",
        title=f"Ikhtisar Capaian Kinerja menurut Predikat Tahun {naskah.snapshot.tahun}",
        columns=columns(100 - 11 - sum(widths), (11, "kanan"), *((w, "tengah") for w in widths)),
        heads=header(
            TableCell(content="Sasaran/indikator", row=2),
            TableCell(content="Capaian", row=2),
            TableCell(content="Predikat", column=len(kategori)),
        )
        + header(*(k.kode if isinstance(k, Kategori) else say_state(k).capitalize() for k in kategori)),
        rows=(
            *(
                line
                for nomor, s in enumerate(results.sasaran, start=1)
                for line in (
                    _sasaran_row(nomor, s, len(kategori)),
                    *(_indikator_row(i, kategori) for i in s.indikator),
                )
            ),
            *_count_rows(results),
        ),
        sumber=sumber_data(naskah, all_indikator(results)),
        size="kecil",
    )


def _sasaran_row(nomor: int, s: SasaranResult, kategori: int) -> TableRow:
    """The name of a sasaran, with the mean of its indikator where it has several."""
    nama = f"Sasaran {nomor}: {tidy(s.uraian)}"
    if s.rerata.jumlah < 2:
        return row(TableCell(content=nama, column=2 + kategori, head=True), kind="kelompok")
    scope = f"{say_scope(s.rerata)}, {say_predikat(s.rerata)}"
    return row(
        cell(nama, head=True),
        cell(shown(s.rerata)),
        cell(scope, column=kategori),
        kind="kelompok",
    )


def _count_rows(results: Results) -> tuple[TableRow, ...]:
    """How many indikator each category has, and their share."""
    hitungan = results.hitungan
    return (
        row(
            cell("Jumlah indikator", head=True),
            cell(sum(h.jumlah for h in hitungan)),
            *(cell(h.jumlah) for h in hitungan),
            kind="jumlah",
        ),
        row(
            cell("Porsi", head=True),
            cell(persen(HUNDRED.quantize(hitungan[0].porsi))),
            *(cell(persen(h.porsi)) for h in hitungan),
            kind="jumlah",
        ),
    )


def _indikator_row(i: IndikatorResult, kategori: list[Kategori | Keadaan]) -> TableRow:
    capaian = i.capaian
    return row(
        cell(tidy(i.nama), head=True),
        cell(shown(capaian)),
        *(cell(TICK if (capaian.kategori or capaian.keadaan) == k else "") for k in kategori),
        indent=1,
    )


def _keterangan_kode(results: Results) -> tuple[Block, ...]:
    """What the letters over the columns mean, where a scale has letters."""
    meaning = [f"{k.kode} = {k.label}" for k in results.kebijakan.skala.kategori if k.kode != k.label]
    return (ParagraphBlock(content=f"Keterangan: {'; '.join(meaning)}.", style="catatan"),) if meaning else ()


def _rerata_tujuan(naskah: Naskah, results: Results) -> tuple[Block, ...]:
    """Means per tujuan, of several. What serves a tujuan is no measure of it: that are its own indikator, below."""
    tujuan = [t for t in results.tujuan if t.uraian and t.rerata.jumlah > 1]
    if len([t for t in results.tujuan if t.uraian]) < 2 or not tujuan:
        return ()
    said = (
        rerata_sentence(
            t.rerata, f"sasaran pada tujuan {quoted(t.uraian)}", wording_number(naskah.snapshot, 3 + n)
        )
        for n, t in enumerate(tujuan)
    )
    return (ParagraphBlock(content=paragraph(*said)),)


def _indikator_tujuan(naskah: Naskah, results: Results) -> tuple[Block, ...]:
    """The indikator of the tujuan themselves, where any realisasi of them is recorded."""
    table = indikator_tujuan_table(results, key=OF_TUJUAN)
    if table is None or not any(recorded(i) for t in results.indikator_tujuan for i in t.indikator):
        return ()
    sources = [r.sumber for r in naskah.snapshot.realisasi_tujuan if r.tahun == results.tahun]
    return (replace(table, sumber="; ".join(unique([nama_renstra(naskah.snapshot), *sources]))),)
