"""The organisation of the office as a paper lists it: "Susunan organisasi Kecamatan … terdiri dari : a. Camat …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from reports.examine.cells import whole_name
from reports.papers.paper import Paper, Row, Text
from reports.reading.desk import Desk, bare, shared
from sakip.text.key_names import new_key
from sakip.text.reading.short_units import ABOVE

_BEGINS: Final = re.compile(
    r"\bsusunan\s+organisasi\b.*(?:\b(?:terdiri|meliputi|sebagai\s+berikut|adalah)\b|:\s*$)", re.IGNORECASE
)
#: What an item names, by the jenis of a unit: what stands behind these words is its name.
_KINDS: Final = tuple(
    (jenis, re.compile(words, re.IGNORECASE))
    for jenis, words in (
        ("camat", r"camat$"),
        ("sekretariat", r"sek?retar(?:is|iat)\b.{0,30}$"),
        ("subbagian", r"sub\s*[.-]?\s*bag(?:ian|\.)?\s*(?P<name>\S.{3,80})$"),
        ("seksi", r"(?:kepala\s+)?(?:seksi|kasi)\s+(?P<name>\S.{3,80})$"),
        ("kelurahan", r"kelurahan\s+(?P<name>\S.{2,60})$"),
        ("fungsional", r"kelompok\s+jabatan\s+fung\w*$"),
    )
)
_WORDS: Final = {"subbagian": "Subbagian", "seksi": "Seksi", "kelurahan": "Kelurahan"}
_FUNGSIONAL: Final = "Kelompok Jabatan Fungsional"
_KESOS: Final = re.compile(r"\bkesos\b", re.IGNORECASE)
_SMALL: Final = re.compile(r"\b(?:Dan|Di|Pada|Serta|Atau)\b")
_LEADS_ON: Final = re.compile(
    r"[\s;,]*\b(?:dan|serta|terdiri\s+(?:atas|dari)|membawahi|meliputi)\s*:?\s*$", re.IGNORECASE
)
_LONGEST: Final = 110
#: Fewer are no list of an organisation: a sentence names them.
_LEAST: Final = 3


def read_units(desk: Desk, paper: Paper) -> None:
    """Propose UnitKerja from the first such list; what is recorded already is left as it is."""
    texts = paper.running_texts
    for at, text in enumerate(texts):
        if _BEGINS.search(text.text):
            listed = list(_items(texts[at + 1 :]))
            if len(listed) >= _LEAST:
                _propose(desk, listed)
                return


def _items(texts: Sequence[Text]) -> Iterator[tuple[Text, str, str]]:
    """The items with their jenis and name, up to what is none."""
    for text in texts:
        item = _said(text)
        item = item if len(item) <= _LONGEST else ""
        told = next(((jenis, found) for jenis, words in _KINDS if (found := words.match(item))), None)
        if told is None:
            return
        jenis, found = told
        yield text, jenis, _name(jenis, found, item)


def _said(text: Text) -> str:
    """An item without its number and what leads on to the next."""
    return _LEADS_ON.sub("", bare(text.text)).strip(" .:;,")


def _name(jenis: str, found: re.Match[str], item: str) -> str:
    if jenis == "camat":
        return "Camat"
    if jenis == "fungsional":
        return _FUNGSIONAL
    if jenis == "sekretariat":
        return (
            "Sekretariat" if re.fullmatch(r"sek?retariat", item, re.IGNORECASE) else "Sekretariat Kecamatan"
        )
    name = " ".join(found["name"].split())
    name = _KESOS.sub("Kesejahteraan Sosial", name.title() if name.isupper() else name)
    return f"{_WORDS[jenis]} {_SMALL.sub(lambda word: word[0].casefold(), name)}"


def _propose(desk: Desk, listed: Sequence[tuple[Text, str, str]]) -> None:
    stored = desk.recorded.content["UnitKerja"]
    keys = {str(one["kunci"]) for one in stored}
    of_kind = {str(one["jenis"]): str(one["kunci"]) for one in stored}
    below_kelurahan = False
    for text, jenis, name in listed:
        below_kelurahan = below_kelurahan or jenis == "kelurahan"
        if _is_recorded(stored, jenis, name):
            continue
        kunci = (
            jenis if jenis in ("camat", "sekretariat", "fungsional") else new_key(name, keys, default="unit")
        )
        keys.add(kunci)
        of_kind.setdefault(jenis, kunci)
        cells: dict[str, Any] = {"kunci": kunci, "nama": name, "jenis": jenis}
        doubts = []
        if jenis != "camat":
            cells["induk"] = of_kind.get(ABOVE.get(jenis, "camat"), "")
        if below_kelurahan and jenis in ("subbagian", "seksi"):
            doubts.append("Ditulis sesudah kelurahan: mungkin bagian dari kelurahan itu. Tentukan atasannya.")
        said = _said(text)
        notes = (
            [f'Nama dalam dokumen: "{said}".']
            if whole_name(said) != whole_name(name) or said.isupper()
            else []
        )
        row = Row(cells=(text.text,), at=text.at)
        desk.propose("UnitKerja", row, cells, fact=("nama",), notes=notes, doubts=doubts)


def _is_recorded(stored: Sequence[Any], jenis: str, name: str) -> bool:
    """Whether that unit is there: of camat, sekretariat and fungsional there is one, others are told by their names."""
    words = whole_name(name)
    return any(
        one["jenis"] == jenis
        and (jenis not in _WORDS or shared(words, whole_name(str(one["nama"]))) >= _SAME)
        for one in stored
    )


_SAME: Final = 0.8
