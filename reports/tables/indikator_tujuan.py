"""Indikator tujuan: what the Renstra planned for the year, what was reached, and the capaian."""

from __future__ import annotations

from reports.document.builders import cell, columns, grouped, header, of_group, row
from reports.document.tree import TableBlock, TableCell
from reports.prose.language import tidy
from reports.tables.printed import EMPTY, print_capaian
from sakip.capaian.results import Results
from sakip.text.working import say_kategori


def indikator_tujuan_table(results: Results, *, key: str) -> TableBlock | None:
    """No | Tujuan | Indikator | Satuan | Target | Realisasi | Capaian | Predikat; None where no tujuan has one."""
    measured = [(t.uraian, i) for t in results.indikator_tujuan for i in t.indikator]
    if not measured:
        return None
    titles = ("No.", "Tujuan", "Indikator", "Satuan", "Target", "Realisasi", "Capaian", "Predikat")
    return TableBlock(
        key=key,
        title=f"Realisasi dan Capaian Indikator Tujuan Tahun {results.tahun}",
        columns=columns(
            (5, "tengah"), 21, 21, (8, "tengah"), (10, "kanan"), (10, "kanan"), (13, "kanan"), 12
        ),
        heads=header(*(TableCell(content=title) for title in titles)),
        rows=tuple(
            row(
                *of_group(number, tidy(uraian), first),
                cell(tidy(i.nama)),
                cell(i.satuan or EMPTY),
                cell(i.target_cetak),
                cell(i.realisasi_cetak),
                cell(print_capaian(i.capaian)),
                cell(say_kategori(i.capaian.kategori) if i.capaian.kategori else EMPTY),
            )
            for number, first, (uraian, i) in grouped(measured, lambda pair: pair[0])
        ),
        size="kecil",
    )
