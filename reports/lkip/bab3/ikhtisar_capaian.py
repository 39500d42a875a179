"""BAB III.B.2: the ikhtisar: predikat matrix, counts and shares per predikat, means per sasaran and tujuan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock, TableCell, TableRow
from reports.lkip.bab3.pengukuran import capaian_cells, say_scope
from reports.lkip.bab3.sources import all_indikator, nama_renstra, sumber_data
from reports.prose.coverage_sentences import recorded
from reports.prose.language import paragraph, quoted, tidy, unique
from reports.prose.sentences import rerata_sentence, working_sentence
from reports.publish.naskah import Naskah
from reports.tables.indikator_tujuan import indikator_tujuan_table
from sakip.capaian.inputs import Kategori
from sakip.capaian.results import IndikatorResult, KategoriCount, Rerata, Results
from sakip.capaian.values import Keadaan
from sakip.text.states import say_state
from sakip.text.working import persen, say_kategori, shown

TICK = "√"


def ikhtisar_capaian(naskah: Naskah, results: Results) -> Part:
    """Where every indikator stands on the year's scale."""
    tahun = naskah.snapshot.tahun
    return Part(
        key="ikhtisar-capaian",
        title="Ikhtisar Capaian dan Predikat",
        level=3,
        content=(
            ParagraphBlock(
                content=f"Kedudukan setiap indikator pada skala predikat tahun {tahun} disajikan dalam tabel berikut."
            ),
            ikhtisar_table(naskah, results),
            *_keterangan_kode(results),
            ParagraphBlock(content=working_sentence(results.hitungan)),
            working_table(naskah, results),
            *_rerata_sasaran(naskah, results),
        ),
    )


def ikhtisar_table(naskah: Naskah, results: Results) -> TableBlock:
    """Sasaran as groups, its indikator as rows, the categories as columns with one mark in each row."""
    kategori: list[Kategori | Keadaan] = [*results.kebijakan.skala.kategori]
    widths = [6 if isinstance(k, Kategori) and k.kode != k.label else 10 for k in kategori]
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
        rows=tuple(
            line
            for nomor, s in enumerate(results.sasaran, start=1)
            for line in (
                row(
                    TableCell(
                        content=f"Sasaran {nomor}: {tidy(s.uraian)}", column=2 + len(kategori), head=True
                    ),
                    kind="kelompok",
                ),
                *(_indikator_row(i, kategori) for i in s.indikator),
            )
        ),
        sumber=sumber_data(naskah, all_indikator(results)),
        size="kecil",
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


def working_table(naskah: Naskah, results: Results) -> TableBlock:
    """Predikat | Jumlah indikator | Porsi, with the total of both."""
    return TableBlock(
        key="tabel-hitungan",
        title=f"Jumlah Indikator menurut Predikat Tahun {naskah.snapshot.tahun}",
        columns=columns((8, "tengah"), 48, (22, "kanan"), (22, "kanan")),
        heads=header("No.", "Predikat", "Jumlah indikator", "Porsi"),
        rows=(
            *(
                row(cell(n), cell(_predikat(h), head=True), cell(h.jumlah), cell(persen(h.porsi)))
                for n, h in enumerate(results.hitungan, start=1)
            ),
            row(
                TableCell(content="Jumlah", column=2, head=True),
                cell(sum(h.jumlah for h in results.hitungan)),
                cell(persen(sum((h.porsi for h in results.hitungan), Decimal(0)))),
                kind="jumlah",
            ),
        ),
        sumber=sumber_data(naskah, all_indikator(results)),
    )


def _predikat(h: KategoriCount) -> str:
    return h.label if h.kategori is None else say_kategori(h.kategori)


def _single(rerata: Rerata) -> bool:
    """The mean of one indikator is its capaian: there is nothing to average."""
    return rerata.jumlah == rerata.terhitung == 1


def _rerata_sasaran(naskah: Naskah, results: Results) -> tuple[Block, ...]:
    """Means per sasaran, of several of which one has several indikator (else they repeat the first table), and per
    tujuan."""
    blocks: list[Block] = []
    if len(results.sasaran) > 1 and any(len(s.indikator) > 1 for s in results.sasaran):
        blocks += [
            ParagraphBlock(content="Rata-rata capaian setiap sasaran disajikan dalam tabel berikut."),
            TableBlock(
                key="tabel-rerata-sasaran",
                title=f"Rata-Rata Capaian per Sasaran Tahun {naskah.snapshot.tahun}",
                columns=columns((8, "tengah"), 42, 22, (12, "kanan"), 16),
                heads=header("No.", "Sasaran strategis", "Cakupan", "Capaian", "Predikat"),
                rows=tuple(
                    row(
                        cell(n),
                        cell(tidy(s.uraian), head=True),
                        cell("1 indikator" if _single(s.rerata) else say_scope(s.rerata)),
                        *capaian_cells(s.rerata),
                    )
                    for n, s in enumerate(results.sasaran, start=1)
                ),
                sumber=sumber_data(naskah, all_indikator(results)),
            ),
        ]
    tujuan = [t for t in results.tujuan if t.uraian]
    if len(tujuan) > 1:
        text = paragraph(
            # What serves a tujuan is no measure of it: that are its own indikator, in the next part.
            *(
                rerata_sentence(t.rerata, f"indikator sasaran pada tujuan {quoted(t.uraian)}", n)
                for n, t in enumerate(tujuan)
            )
        )
        blocks.append(ParagraphBlock(content=text))
    return (*blocks, *_indikator_tujuan(naskah, results))


def _indikator_tujuan(naskah: Naskah, results: Results) -> tuple[Block, ...]:
    """The indikator of the tujuan themselves, where any realisasi of them is recorded."""
    table = indikator_tujuan_table(results, key="tabel-indikator-tujuan")
    if table is None or not any(recorded(i) for t in results.indikator_tujuan for i in t.indikator):
        return ()
    sources = [r.sumber for r in naskah.snapshot.realisasi_tujuan if r.tahun == results.tahun]
    return (
        ParagraphBlock(
            content="Pencapaian tujuan diukur dengan indikatornya sendiri terhadap target Renstra sebagaimana tabel "
            "berikut."
        ),
        replace(table, sumber="; ".join(unique([nama_renstra(naskah.snapshot), *sources]))),
    )
