"""The IKU table: indikator with its formulation (fractions set as fractions), responsible units and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reports.document.builders import cell, columns, grouped, header, line_rows, of_group, row
from reports.document.marks import settled
from reports.document.plain_text import plain_text
from reports.document.tree import Bold, Inline, LineBreak, Pecahan, Piece, TableBlock
from reports.prose.language import tidy
from reports.tables.printed import EMPTY
from sakip.capaian.rounding import HUNDRED
from sakip.snapshot.types import BarisIKU
from sakip.text.numbers import format_angka

#: Widths behind the number, as formulations are usually long, and where one has so many letters that its row would be
#: half a page high.
_USUAL: Final = (21, 19, 30, 13, 13)
_WORDY: Final = (17, 15, 42, 11, 11)
_LONG: Final = 240

NOT_FORMULATED = "Formulasi belum ditetapkan."


def iku_table(
    rows: Sequence[BarisIKU],
    *,
    key: str,
    title: str,
    sumber: str = "",
    numbered: bool = True,
    kinerja: str = "Kinerja utama",
    indikator: str = "Indikator kinerja utama",
) -> TableBlock:
    """Columns as the lampiran of the SK has them; a sasaran is printed on its first row only. ``kinerja`` and
    ``indikator`` are the heads of the two, where the rows are no IKU."""
    return TableBlock(
        key=key,
        title=title,
        columns=columns((4, "tengah"), *(_WORDY if any(map(_wordy, rows)) else _USUAL)),
        heads=header(
            "No.",
            kinerja,
            indikator,
            "Formulasi perhitungan dan penjelasan",
            "Penanggung jawab",
            "Sumber data",
        ),
        rows=tuple(
            row(
                *of_group(nomor, tidy(b.sasaran), first),
                cell(settled(tidy(b.indikator), read=b.ditinjau)),
                cell(formulasi(b)),
                cell(line_rows(tidy(p) for p in b.penanggung_jawab) or EMPTY),
                cell(tidy(b.sumber_data) or EMPTY),
            )
            for nomor, first, b in grouped(rows, lambda b: b.sasaran)
        ),
        sumber=sumber,
        numbered=numbered,
        shown_title=numbered,
        size="kecil",
    )


def _wordy(row: BarisIKU) -> bool:
    return len(plain_text(formulasi(row))) > _LONG


def formulasi(row: BarisIKU) -> Inline:
    """The fraction or the words of the formulation, then the numbered explanation."""
    content: list[Piece] = []
    if row.pembilang and row.penyebut:
        pecahan = Pecahan(tidy(row.pembilang), tidy(row.penyebut))
        if row.pengali is not None and row.pengali != HUNDRED:
            pecahan = replace(pecahan, pengali=f"× {format_angka(row.pengali)}")
        content.append(pecahan)
    elif row.formulasi:
        content.append(tidy(row.formulasi))
    if row.penjelasan:
        if content:
            content += [LineBreak(), Bold("Penjelasan:"), LineBreak()]
        many = len(row.penjelasan) > 1
        for nomor, item in enumerate(row.penjelasan, start=1):
            if nomor > 1:
                content.append(LineBreak())
            content.append(f"{nomor}. {tidy(item)}" if many else tidy(item))
    return tuple(content) if content else NOT_FORMULATED
