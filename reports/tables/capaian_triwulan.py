"""What was reached in each triwulan, against the targets that the rencana aksi sets for it."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, of_group, row
from reports.document.tree import TableBlock, TableCell
from reports.prose.language import tidy
from reports.tables.printed import print_capaian
from sakip.capaian.results import Results
from sakip.capaian.triwulan import ROMAN


def capaian_triwulan_table(results: Results, *, key: str) -> TableBlock | None:
    """No | Indikator | Triwulan | Target | Realisasi | Capaian, a line per triwulan; None where none is measured."""
    measured = [i for s in results.sasaran for i in s.indikator if i.triwulan]
    if not measured:
        return None
    return TableBlock(
        key=key,
        title=f"Capaian Triwulan terhadap Rencana Aksi Tahun {results.tahun}",
        columns=columns((6, "tengah"), 36, (10, "tengah"), (14, "kanan"), (14, "kanan"), (20, "kanan")),
        heads=header(
            *(
                TableCell(content=title)
                for title in ("No.", "Indikator", "Triwulan", "Target", "Realisasi", "Capaian")
            )
        ),
        rows=tuple(
            row(
                *of_group(number, tidy(indikator.nama), one is indikator.triwulan[0]),
                cell(ROMAN[one.triwulan - 1]),
                cell(one.target_cetak),
                cell(one.realisasi_cetak),
                cell(print_capaian(one.capaian)),
            )
            for number, indikator in enumerate(measured, start=1)
            for one in indikator.triwulan
        ),
        size="kecil",
    )
