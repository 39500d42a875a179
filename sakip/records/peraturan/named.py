"""Which regulation a text means that says it otherwise than by its code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kecamatan.models import Peraturan
from sakip.entry.value_kinds import shorten
from sakip.records.peraturan.form import NOT_RECORDED
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.sheets.sheet import PERATURAN

#: How offices shorten the kinds of regulation.
_KINDS: Final = {
    "uu": "undang undang",
    "pp": "peraturan pemerintah",
    "perpres": "peraturan presiden",
    "permendagri": "peraturan menteri dalam negeri",
    "kepmendagri": "keputusan menteri dalam negeri",
    "permenpanrb": "peraturan menteri pendayagunaan aparatur negara dan reformasi birokrasi",
    "permenpan": "peraturan menteri negara pendayagunaan aparatur negara",
    "perda": "peraturan daerah",
    "perbup": "peraturan bupati",
    "perwali": "peraturan wali kota",
    "kepbup": "keputusan bupati",
}
_FILLING: Final = frozenset({"nomor", "no", "nmr", "tahun", "th", "tentang", "republik", "indonesia", "ri"})
_WORD = re.compile(r"[a-z]+|[0-9]+")


def no_regulation(p: SheetChecker, _row: SheetRow, text: str) -> str:
    """What is wrong with a text that should be the code of a regulation; empty where it is one."""
    regulations = p.references.regulations
    if text in regulations:
        return ""
    meant = regulations_meant(text, regulations)
    if len(meant) == 1:
        return f'"{shorten(text)}" bukan kode peraturan. Tulis {meant[0]}.'
    return f'"{shorten(text)}" bukan kode peraturan. Salin kodenya dari lembar {PERATURAN}. {NOT_RECORDED}'


def regulations_meant(text: str, regulations: Mapping[str, Peraturan]) -> list[str]:
    """Codes of the regulations that a text names by kind, number and year ("Perbup Jember 29/2021")."""
    words = _words(text)
    figures = {one for one in words if one.isdigit()}
    if len(figures) < 2 or len(words) == len(figures):
        return []  # a kind alone, or a number without its year, names nothing
    return [
        code
        for code, one in regulations.items()
        if words <= (said := _words(one.sebutan.partition(" tentang ")[0]))
        and figures == {word for word in said if word.isdigit()}
    ]


def _words(text: str) -> frozenset[str]:
    """Its words, abbreviations written out, without those that say nothing."""
    plain = re.sub(r"\bpermen\s?pan\s?(?:dan\s|-\s?)?rb\b", "permenpanrb", text.casefold())
    words = (_KINDS.get(word, word) for word in _WORD.findall(plain))
    return frozenset(one for word in words for one in word.split()) - _FILLING
