"""Money that stands in sentences alone: what kinds of belanja were given and came to."""

from __future__ import annotations

import re
from typing import Any, Final

from reports.papers.paper import Paper, Row, quoted
from reports.reading.desk import Desk, rupiah

_TOLD: Final = re.compile(
    r"\b(?P<spent>(?:ter)?realisasi|penyerapan|terserap)\b|\b(?P<given>pagu|(?:meng|di)?alokasi(?:kan)?|anggaran)\b|"
    r"\bbelanja\s+(?P<kind>tidak\s+langsung|langsung|operasi|modal)\b(?:(?!belanja)[^.;]){0,70}?\brp\s*\.?\s*"
    r"(?P<amount>\d{1,3}(?:\.\d{3})+)(?![.\s]*\d)",
    re.IGNORECASE,
)

_OLDER: Final = (
    "Tabelnya memuat Belanja Operasi dan Belanja Modal; jenis belanja dalam kalimat ini yang lama. Periksa."
)


def read_sentences(desk: Desk, paper: Paper) -> None:
    """Propose Belanja; a table that says otherwise holds both back, as everywhere. Kinds of before 2021 beside a table
    of those since then are held back: one of them is mislabelled, and sums would count money twice."""
    newer = any(one.cells["kode"] in ("operasi", "modal") for _, one in desk.proposed("Belanja"))
    for text in paper.texts:
        if text.contents or "belanja" not in text.text.casefold():
            continue
        column = ""
        for found in _TOLD.finditer(text.text):
            if found["spent"]:
                column = "realisasi"
            elif found["given"]:
                column = column or "pagu"
            elif column:
                name = " ".join(found["kind"].split()).casefold()
                cells: dict[str, Any] = {
                    "kode": name.replace(" ", "-"),
                    "nama": f"Belanja {name.title()}",
                    column: rupiah(found["amount"]),
                }
                row = Row(cells=(quoted(text.text[max(0, found.start() - 40) : found.end()]),), at=text.at)
                note = f"{column.capitalize()} diambil dari kalimat, bukan dari tabel."
                doubts = [_OLDER] if newer and name.endswith("langsung") else []
                desk.propose("Belanja", row, cells, notes=[note], doubts=doubts)
