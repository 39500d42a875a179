"""BAB III.B.2: the ikhtisar: predikat matrix, counts and shares per predikat, means per sasaran and tujuan."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Bagian, Block, ParagraphBlock, TableBlock, TableCell, TableRow
from reports.lkip.bab3.pengukuran import capaian_cells, say_scope
from reports.lkip.bab3.sources import all_indikator, sumber_data
from reports.prose.language import paragraph, petik, say_persen, tidy
from reports.prose.sentences import rerata_sentence, working_sentence
from reports.publish.naskah import Naskah
from sakip.capaian.inputs import Kategori
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, Hasil, HasilIndikator, HitunganKategori, Rerata
from sakip.text.working import persen, say_kategori

TICK = "√"


def ikhtisar_capaian(naskah: Naskah, hasil: Hasil) -> Bagian:
    """Where every indikator stands on the year's scale."""
    tahun = naskah.snapshot.tahun
    return Bagian(
        key="ikhtisar-capaian",
        title="Ikhtisar Capaian dan Predikat",
        level=3,
        content=(
            ParagraphBlock(
                content=f"Kedudukan setiap indikator pada skala predikat tahun {tahun} disajikan dalam tabel berikut."
            ),
            ikhtisar_table(naskah, hasil),
            *_keterangan_kode(hasil),
            ParagraphBlock(content=working_sentence(hasil.hitungan)),
            working_table(naskah, hasil),
            *_rerata_sasaran(naskah, hasil),
        ),
    )


def ikhtisar_table(naskah: Naskah, hasil: Hasil) -> TableBlock:
    """Sasaran as groups, its indikator as rows, the categories as columns with one mark in each row."""
    kategori: list[Kategori | None] = [*hasil.kebijakan.skala.kategori]
    widths = [6 if k is not None and k.kode != k.label else 10 for k in kategori]
    if any(i.capaian.kategori is None for i in all_indikator(hasil)):
        kategori.append(None)
        widths.append(14)
    return TableBlock(
        key="tabel-ikhtisar",
        title=f"Ikhtisar Capaian Kinerja menurut Predikat Tahun {naskah.snapshot.tahun}",
        columns=columns(100 - 11 - sum(widths), (11, "kanan"), *((w, "tengah") for w in widths)),
        heads=header(
            TableCell(content="Sasaran/indikator", row=2),
            TableCell(content="Capaian", row=2),
            TableCell(content="Predikat", column=len(kategori)),
        )
        + header(*(TIDAK_DAPAT_DISIMPULKAN.capitalize() if k is None else k.kode for k in kategori)),
        rows=tuple(
            line
            for nomor, s in enumerate(hasil.sasaran, start=1)
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
        sumber=sumber_data(naskah, all_indikator(hasil)),
        size="kecil",
    )


def _indikator_row(i: HasilIndikator, kategori: list[Kategori | None]) -> TableRow:
    capaian = i.capaian
    return row(
        cell(tidy(i.nama), head=True),
        cell(say_persen(capaian.nilai)),
        *(cell(TICK if capaian.kategori == k else "") for k in kategori),
        indent=1,
    )


def _keterangan_kode(hasil: Hasil) -> tuple[Block, ...]:
    """What the letters over the columns mean, where a scale has letters."""
    meaning = [f"{k.kode} = {k.label}" for k in hasil.kebijakan.skala.kategori if k.kode != k.label]
    return (ParagraphBlock(content=f"Keterangan: {'; '.join(meaning)}.", style="catatan"),) if meaning else ()


def working_table(naskah: Naskah, hasil: Hasil) -> TableBlock:
    """Predikat | Jumlah indikator | Porsi, with the total of both."""
    return TableBlock(
        key="tabel-hitungan",
        title=f"Jumlah Indikator menurut Predikat Tahun {naskah.snapshot.tahun}",
        columns=columns((8, "tengah"), 48, (22, "kanan"), (22, "kanan")),
        heads=header("No.", "Predikat", "Jumlah indikator", "Porsi"),
        rows=(
            *(
                row(cell(n), cell(_predikat(h), head=True), cell(h.jumlah), cell(persen(h.porsi)))
                for n, h in enumerate(hasil.hitungan, start=1)
            ),
            row(
                TableCell(content="Jumlah", column=2, head=True),
                cell(sum(h.jumlah for h in hasil.hitungan)),
                cell(persen(sum((h.porsi for h in hasil.hitungan), Decimal(0)))),
                kind="jumlah",
            ),
        ),
        sumber=sumber_data(naskah, all_indikator(hasil)),
    )


def _predikat(h: HitunganKategori) -> str:
    return h.label if h.kategori is None else say_kategori(h.kategori)


def _single(rerata: Rerata) -> bool:
    """The mean of one indikator is its capaian: there is nothing to average."""
    return rerata.jumlah == rerata.terhitung == 1


def _rerata_sasaran(naskah: Naskah, hasil: Hasil) -> tuple[Block, ...]:
    """Means per sasaran, where one has several indikator (else they repeat the first table), and per tujuan."""
    blocks: list[Block] = []
    if any(len(s.indikator) > 1 for s in hasil.sasaran):
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
                    for n, s in enumerate(hasil.sasaran, start=1)
                ),
                sumber=sumber_data(naskah, all_indikator(hasil)),
            ),
        ]
    tujuan = [t for t in hasil.tujuan if t.uraian]
    if len(tujuan) > 1:
        text = paragraph(
            *(rerata_sentence(t.rerata, f"tujuan {petik(t.uraian)}", n) for n, t in enumerate(tujuan))
        )
        blocks.append(ParagraphBlock(content=text))
    return tuple(blocks)
