"""Money that stands in sentences alone: what kinds of belanja were given and came to."""

from __future__ import annotations

import re
from typing import Any, Final

from reports.papers.paper import Paper, Row, quoted
from reports.reading.desk import Desk, rupiah

_SPENT: Final = r"(?:(?:ter|di)?realisasi(?:kan|nya)?|penyerapan|terserap)"
_GIVEN: Final = r"(?:pagu|(?:meng|di|ter)?alokasi(?:kan)?|(?:di|meng)?anggar(?:an|kan))"
_TOLD: Final = re.compile(
    rf"\b(?P<spent>{_SPENT})\b|\b(?P<given>{_GIVEN})\b|"
    r"\bbelanja\s+(?P<kind>tidak\s+langsung|langsung|operasi|modal)\b(?P<between>(?:(?!belanja)[^.;]){0,70}?)\brp\s*\.?\s*"
    r"(?P<amount>\d{1,3}(?:\.\d{3})+)(?![.\s]*\d)",
    re.IGNORECASE,
)
_BETWEEN: Final = tuple(
    (column, re.compile(rf"\b{words}\b", re.IGNORECASE))
    for column, words in (("realisasi", _SPENT), ("pagu", _GIVEN))
)
#: A sentence begins.
_ANEW: Final = re.compile(r"[.;]\s+[A-Z]")

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
        column, last = "", 0
        for found in _TOLD.finditer(text.text):
            anew, last = bool(_ANEW.search(text.text, last, found.start() + 1)), found.end()
            if found["spent"]:
                column = "realisasi"
            elif found["given"] and (anew or not column):
                column = "pagu"
            elif found["between"]:
                # What stands between the kind and its amount counts before what was said last.
                told = {key for key, words in _BETWEEN if words.search(found["between"])}
                column = told.pop() if len(told) == 1 else column
            if found["kind"] and column:
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
