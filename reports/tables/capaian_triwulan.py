"""What was reached in each triwulan, against the targets that the rencana aksi sets for it."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, of_group, row
from reports.document.tree import TableBlock, TableCell
from reports.prose.language import tidy
from reports.tables.printed import EMPTY, print_capaian
from sakip.capaian.results import Results, TriwulanResult
from sakip.capaian.triwulan import ROMAN, TRIWULAN
from sakip.text.working import shown


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


def realisasi_rencana_aksi_table(results: Results, *, key: str) -> TableBlock | None:
    """No | Indikator | Target, Realisasi, Capaian of each triwulan beside each other, a line per indikator; None where
    none is measured. A reason why there is no capaian stands on the page of realisasi."""
    measured = [i for s in results.sasaran for i in s.indikator if i.triwulan]
    if not measured:
        return None
    return TableBlock(
        key=key,
        title=f"Target dan Realisasi Rencana Aksi per Triwulan Tahun {results.tahun}",
        columns=columns((4, "tengah"), 24, *((6, "kanan") for _ in ROMAN for _ in range(3))),
        heads=header(
            TableCell(content="No.", row=2),
            TableCell(content="Indikator", row=2),
            *(TableCell(content=f"Triwulan {roman}", column=3) for roman in ROMAN),
        )
        + header(*(word for _ in ROMAN for word in ("Target", "Realisasi", "Capaian"))),
        rows=tuple(
            row(
                cell(str(number)),
                cell(tidy(indikator.nama), head=True),
                *(
                    c
                    for n in TRIWULAN
                    for c in _three(next((t for t in indikator.triwulan if t.triwulan == n), None))
                ),
            )
            for number, indikator in enumerate(measured, start=1)
        ),
        size="mini",
    )


def _three(one: TriwulanResult | None) -> tuple[TableCell, TableCell, TableCell]:
    if one is None:
        return cell(EMPTY), cell(EMPTY), cell(EMPTY)
    return cell(one.target_cetak), cell(one.realisasi_cetak), cell(shown(one.capaian))
