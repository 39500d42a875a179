"""Pages of what is measured: realisasi with capaian, and the budget."""

from __future__ import annotations

from dataclasses import replace

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock, TableCell, TableRow
from reports.lkip.bab3.anggaran import realisasi_anggaran
from reports.lkip.bab3.cakupan import cakupan_pengukuran
from reports.lkip.bab3.ikhtisar_capaian import OF_TUJUAN, ikhtisar_capaian
from reports.lkip.bab3.pengukuran import capaian_cells, capaian_chart, mean_rows
from reports.lkip.bab3.sources import (
    alasan_without_result,
    all_indikator,
    indikator_definition,
    sumber_data,
)
from reports.pages.parts import part, redirect, redirect_all
from reports.prose.language import sentence, tidy
from reports.publish.naskah import Naskah
from reports.tables.capaian_triwulan import capaian_triwulan_table
from reports.tables.indikator_tujuan import indikator_tujuan_table
from reports.tables.printed import EMPTY
from sakip.capaian.inputs import KeadaanNilai, Nilai
from sakip.capaian.nilai import print_value
from sakip.capaian.results import IndikatorResult, Results, SasaranResult
from sakip.capaian.triwulan import ROMAN
from sakip.snapshot.types import Indikator, Realisasi
from sakip.text.states import NOT_YET_CONCLUDED


def realisasi_page(naskah: Naskah) -> tuple[Part, ...]:
    """The grid of the year, its chart and the summary by predikat."""
    results = naskah.results
    if results is None or not all_indikator(results):
        if not any(r.tahun == naskah.snapshot.tahun for r in naskah.snapshot.realisasi):
            return ()
        text = f"Capaian {NOT_YET_CONCLUDED} karena {alasan_without_result(naskah)}"
        return (part("grid-realisasi", "Realisasi dan Capaian", ParagraphBlock(content=sentence(text))),)
    triwulan = _triwulan(naskah)
    notes: tuple[Block, ...] = ()
    if not triwulan:
        notes = (
            ParagraphBlock(
                content="Realisasi triwulan tidak dicatat; yang dicatat adalah realisasi setahun.",
                style="catatan",
            ),
        )
    # The ikhtisar prints the table where something in it is measured, with its source; here it has a part of its own.
    told = ikhtisar_capaian(naskah, results)
    tables = (block for block in told.content if isinstance(block, TableBlock))
    printed = next((table for table in tables if table.key == OF_TUJUAN), None)
    of_tujuan = printed or indikator_tujuan_table(results, key=OF_TUJUAN)
    quarters = capaian_triwulan_table(results, key="tabel-capaian-triwulan")
    return (
        part("grid-realisasi", "Realisasi dan Capaian", realisasi_table(naskah, results), *notes),
        *((part("indikator-tujuan", "Indikator Tujuan", of_tujuan),) if of_tujuan else ()),
        *((part("capaian-triwulan", "Capaian Triwulan", quarters),) if quarters else ()),
        part("grafik-realisasi", "Grafik Capaian", capaian_chart(naskah, all_indikator(results))),
        redirect(replace(told, content=tuple(block for block in told.content if block is not printed))),
        redirect(cakupan_pengukuran(naskah, results)),
    )


def anggaran_page(naskah: Naskah) -> tuple[Part, ...]:
    """Composition, serapan down to sub kegiatan, shares per sasaran, earlier years."""
    if not (naskah.snapshot.anggaran or naskah.snapshot.belanja):
        return ()
    everything = realisasi_anggaran(naskah).children
    return redirect_all(b for b in everything if b.key != "dokumentasi")


def realisasi_table(naskah: Naskah, results: Results) -> TableBlock:
    """A row per indikator, grouped by sasaran: target, triwulan where any is recorded, the year, capaian, predikat."""
    triwulan = _triwulan(naskah)
    many = len(ROMAN) if triwulan else 0
    # No., indikator, satuan, target and realisasi stand before capaian and predikat.
    left = 5 + many
    definition = indikator_definition(naskah.snapshot)
    rows: list[TableRow] = []
    nomor = 0
    for sasaran in results.sasaran:
        rows.append(_group(sasaran, left))
        for i in sasaran.indikator:
            nomor += 1
            # As the engine prints the year's value, so that both can be compared at a glance.
            cetak = [
                _nilai(number, n, i.satuan, definition[i.kunci])
                for number, n in enumerate(triwulan.get(i.kunci, ()), start=1)
            ]
            rows.append(_row(nomor, i, cetak or [EMPTY] * many))
    rows += mean_rows(results.rerata, left=left)
    height = 2 if many else 1
    return TableBlock(
        key="tabel-realisasi",
        title=f"Realisasi dan Capaian Indikator Tahun {results.tahun}",
        columns=columns(
            (5, "tengah"),
            49 - 7 * many,
            (8, "tengah"),
            (8, "kanan"),
            *((7, "kanan") for _ in range(many)),
            (8, "kanan"),
            (8, "kanan"),
            14,
        ),
        heads=header(
            *(TableCell(content=j, row=height) for j in ("No.", "Indikator", "Satuan", "Target")),
            *((TableCell(content="Realisasi triwulan", column=many),) if many else ()),
            *(TableCell(content=j, row=height) for j in ("Realisasi setahun", "Capaian", "Predikat")),
        )
        + (header(*ROMAN) if many else ()),
        rows=tuple(rows),
        sumber=sumber_data(naskah, all_indikator(results)),
        size="kecil",
    )


def realisasi_of_this_year(naskah: Naskah) -> dict[str, Realisasi]:
    """What is recorded for the year, by kunci of the indikator."""
    return {r.kunci_indikator: r for r in naskah.snapshot.realisasi if r.tahun == naskah.snapshot.tahun}


def _triwulan(naskah: Naskah) -> dict[str, tuple[Nilai, ...]]:
    return {key: r.triwulan for key, r in realisasi_of_this_year(naskah).items() if r.triwulan}


def _group(sasaran: SasaranResult, left: int) -> TableRow:
    return row(
        TableCell(content=f"Sasaran: {tidy(sasaran.uraian)}", column=left, head=True),
        *capaian_cells(sasaran.rerata),
        kind="kelompok",
    )


def _row(nomor: int, i: IndikatorResult, triwulan: list[str]) -> TableRow:
    return row(
        cell(nomor),
        cell(tidy(i.nama), head=True),
        cell(i.satuan or EMPTY),
        cell(i.target_cetak),
        *(cell(t) for t in triwulan),
        cell(i.realisasi_cetak),
        *capaian_cells(i.capaian),
    )


def _nilai(triwulan: int, nilai: Nilai, satuan: str, definition: Indikator) -> str:
    """The value of a triwulan or the words of its state; an en dash where it is not measured then."""
    if nilai.keadaan is KeadaanNilai.BELUM_DIISI and triwulan not in definition.triwulan_measured:
        return EMPTY
    return print_value(nilai, satuan, definition.desimal, definition.pengali_pecahan)
