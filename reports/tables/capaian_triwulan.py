"""What was reached in each triwulan, against the targets that the rencana aksi sets for it."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, of_group, row
from reports.document.tree import TableBlock, TableCell
from reports.prose.language import tidy
from sakip.capaian.results import Capaian, Results
from sakip.capaian.triwulan import ROMAN
from sakip.capaian.values import Keadaan
from sakip.text.working import persen


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
                cell(_say(one.capaian)),
            )
            for number, indikator in enumerate(measured, start=1)
            for one in indikator.triwulan
        ),
        size="kecil",
    )


def _say(capaian: Capaian) -> str:
    """The percentage, or which of the three states there is instead, with its reason unless that is plain."""
    if capaian.nilai is not None:
        return persen(capaian.nilai)
    if capaian.keadaan is Keadaan.BELUM_DIISI:
        return capaian.keadaan.value
    return f"{capaian.keadaan.value}: {capaian.alasan}"
