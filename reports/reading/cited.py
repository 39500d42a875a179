"""The law that a keputusan on IKU calls to mind, and that on which the organisation rests, by their codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reports.papers.paper import Paper, Row, Text
from reports.reading.desk import Desk
from sakip.records.peraturan.named import regulations_meant

_MENGINGAT: Final = re.compile(r"^\W*mengingat\b", re.IGNORECASE)
_DECIDED: Final = re.compile(r"^\W*(?:memutuskan|menetapkan|memperhatikan|kesatu)\b", re.IGNORECASE)
_DECISION: Final = re.compile(r"\bkeputusan\s+camat\b", re.IGNORECASE)
_OF_IKU: Final = re.compile(r"indikator\s+kinerja\s+utama", re.IGNORECASE)
#: What a report says its organisation rests on.
_ORGANISED: Final = re.compile(
    r"\b(?:kedudukan|susunan\s+organisasi|organisasi\s+dan\s+tata\s+kerja|tugas\s+pokok|tugas\s+dan\s+fungsi)\b",
    re.IGNORECASE,
)
#: One citation: it ends where the next begins.
_CITATION: Final = re.compile(
    r"(?:undang\s*-\s*undang|peraturan|permen\w*|perbup|perda|keputusan)\b(?:(?!undang\s*-\s*undang|\bperaturan\b)[^;]){0,140}?"
    r"(?:tahun\s+\d{4}|/\d{4})",
    re.IGNORECASE,
)
_LOCAL: Final = re.compile(r"peraturan\s+bupati|perbup", re.IGNORECASE)
#: "09/M.PAN/05/2007" is PER/9/M.PAN/5/2007.
_ZERO: Final = re.compile(r"(?<![\d.,])0(?=\d\b)")
_LONGEST: Final = 40


def read_cited(desk: Desk, paper: Paper) -> None:
    """Propose DasarHukum. Law that was repealed before the year is held back, that which no list has is said."""
    texts = paper.running_texts
    for at, text in enumerate(texts):
        if _MENGINGAT.match(text.text) and _of_iku(texts, at):
            for one in _list(texts, at):
                _propose(desk, one, "iku")
            break
    for text in texts:
        if _ORGANISED.search(text.text) and _LOCAL.search(text.text):
            _propose(desk, text, "profil")


def _of_iku(texts: list[Text], at: int) -> bool:
    above = " ".join(text.text for text in texts[max(0, at - _LONGEST // 2) : at])
    return bool(_DECISION.search(above) and _OF_IKU.search(above))


def _list(texts: list[Text], at: int) -> Iterator[Text]:
    for text in texts[at : at + _LONGEST]:
        if _DECIDED.match(text.text):
            return
        yield text


def _propose(desk: Desk, text: Text, used_by: str) -> None:
    known = desk.recorded.references.regulations
    row = Row(cells=(text.text,), at=text.at)
    for found in _CITATION.finditer(text.text):
        words = " ".join(found[0].split())
        if used_by == "profil" and not _LOCAL.match(words):
            continue
        meant = regulations_meant(_ZERO.sub("", words), known)
        if len(meant) != 1:
            why = f'Peraturan "{words}" tidak ada dalam daftar; periksa nomor dan tahunnya, atau tambahkan sendiri.'
            desk.unplaced(row, why)
            continue
        until = known[meant[0]].berlaku_sampai
        doubts = (
            [f"Peraturan ini berlaku sampai tahun {until}. Pakai penggantinya."]
            if until is not None and until < desk.tahun
            else []
        )
        cells = {"untuk": used_by, "peraturan": meant[0]}
        desk.propose("DasarHukum", row, cells, doubts=doubts)
