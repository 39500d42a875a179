"""What was reached, where a paper says it in a sentence alone: realisasi of the year and of those before it, and values
of the kabupaten, provinsi and nation beside it.

A table that says it counts: of what it has no sentence is taken; where the two differ Periksa berkas says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from reports.examine.cells import read_value, words_of
from reports.papers.paper import Paper, Row, Text, quoted
from reports.reading.desk import FROM_SENTENCE, Desk, Named, bare, target_cells

_VALUE: Final = (
    r"(?P<value>\d{1,3}(?:[.,]\d{1,2})?\s*(?:%|persen\b)?|(?:AA|A|BB|B|CC|C|D)(?![\w.]))(?![.,]?\d)"
)
_IS: Final = (
    r"(?:adalah|yaitu|sebesar|mencapai|tercapai|menjadi|memperoleh|:|=)\s*"
    r"(?:sebesar\s+|nilai\s+|predikat\s+|kategori\s+)*"
)
_HEADING: Final = re.compile(
    r"^\W*(?:(?:[a-z]|\d{1,2})\s*[.)]\s*)?indi[kc]ator(?:\s+(?:kinerja|utama|sasaran))*(?:\s+\d{1,2})?\s*:\s*(?P<name>.{3,200})$",
    re.IGNORECASE,
)
#: What ends that a text is about one indikator.
_ENDS: Final = re.compile(r"^\W*(?:bab\s+[ivx\d]|sasaran\b|tujuan\b|tabel\b|program\b)", re.IGNORECASE)
_REALISASI: Final = re.compile(
    rf"\brealisasi(?:nya)?\b(?!\s+(?:anggaran|keuangan|belanja|nasional|provinsi|kabupaten))[^.;,%\d]{{0,60}}?\btahun\s+(?P<year>20\d\d)\s+{_IS}{_VALUE}",
    re.IGNORECASE,
)
#: "Nilai SAKIP Kecamatan X Tahun 2023 adalah B": a sentence that begins with the name of what is measured.
_NAMED: Final = re.compile(
    rf"(?:^|(?<=[.;]\s))\W*(?:hasil\s+(?:evaluasi|survei|pengukuran|penilaian)\s+|realisasi\s+|perolehan\s+)?(?P<name>[^\W\d][^.;:\d]{{2,160}}?)"
    rf"\s*,?\s+(?:pada\s+)?tahun\s+(?P<year>20\d\d)\s+{_IS}{_VALUE}",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"\b(?:di\s+|pada\s+)?(?:kantor\s+)?(?:kecamatan|kapanewon|distrik)\s+[A-Z]\w+.*$")
#: A share of a target, a target or money is no realisasi.
_OTHER: Final = re.compile(r"\b(?:capaian|target|anggaran|serapan|pagu|rata\s*-?\s*rata)\b", re.IGNORECASE)
_AREA: Final = re.compile(
    r"(?P<name>(?:[^\W\d]+\s+){1,6}?)(?P<area>kabupaten|kota|provinsi|nasional)\b(?:\s+[A-Z]\w+){0,3}\s+(?:pada\s+)?tahun\s+(?P<year>20\d\d)\s+"
    + _IS
    + _VALUE,
    re.IGNORECASE,
)
_AREAS: Final = {
    "kabupaten": "kabupaten",
    "kota": "kabupaten",
    "provinsi": "provinsi",
    "nasional": "nasional",
}
_SHORTEST: Final = 30


def read_told(desk: Desk, paper: Paper) -> None:
    """Propose Realisasi and Pembanding; to be asked when the tables have been read."""
    tabled = {
        (one.cells["kunci_indikator"], one.cells["tahun"])
        for _, one in desk.proposed("Realisasi")
        if not one.cells["triwulan"]
    }
    beside = {
        (one.cells["kunci_indikator"], one.cells["lingkup"])
        for _, one in desk.proposed("Pembanding")
        if one.cells.get("keadaan") == "terisi"
    }
    about: tuple[Named, bool] | None = None
    for text in paper.running_texts:
        if found := _HEADING.match(text.text):
            known, sure = desk.indikator.find(bare(found["name"]))
            about = (known, sure) if known is not None else None
            continue
        if _ENDS.match(text.text) and len(text.text) < _SHORTEST * 5:
            about = None
        if len(text.text) < _SHORTEST:
            continue
        for known, sure, words in _reached(desk, text, about):
            year = int(words["year"])
            if (known.kunci, year) not in tabled and desk.tahun - 4 <= year <= desk.tahun:
                cells = {"kunci_indikator": known.kunci, "tahun": year, "triwulan": 0, "keadaan": "terisi"}
                _say(desk, "Realisasi", text, known, sure, words, cells, ())
        if about is None:
            continue
        for words in _AREA.finditer(text.text):
            lingkup = _AREAS[words["area"].casefold()]
            if (about[0].kunci, lingkup) not in beside and _is_of(desk, words["name"], about[0]):
                cells = {"kunci_indikator": about[0].kunci, "lingkup": lingkup, "tahun": int(words["year"])}
                cells["keadaan"] = "terisi"
                _say(desk, "Pembanding", text, *about, words, cells, ("kunci_indikator", "lingkup"))


def _reached(
    desk: Desk, text: Text, about: tuple[Named, bool] | None
) -> Iterator[tuple[Named, bool, re.Match[str]]]:
    """The indikator of which a text says what was reached, and the words that do."""
    if about is not None:
        for found in _REALISASI.finditer(text.text):
            yield *about, found
    for found in _NAMED.finditer(text.text):
        name = _OWN.sub("", found["name"]).strip()
        if _OTHER.search(name):
            continue
        known, sure = desk.indikator.find(name)
        if known is not None and sure:
            yield known, True, found


def _is_of(desk: Desk, name: str, about: Named) -> bool:
    """Whether the words before "kabupaten" are those of the indikator: one of them names it, and no other."""
    words = words_of(name)
    others = {
        word for one in desk.indikator.known if one is not about for known in one.names for word in known
    }
    own = {word for known in about.names for word in known}
    return bool(words & own) and not words & (others - own)


def _say(
    desk: Desk,
    sheet: str,
    text: Text,
    known: Named,
    sure: bool,
    words: re.Match[str],
    cells: dict[str, Any],
    fact: tuple[str, ...],
) -> None:
    name = next(
        (
            str(one.cells["nama"])
            for _, one in desk.proposed("Indikator")
            if one.cells["kunci"] == known.kunci
        ),
        "",
    )
    value = target_cells(words["value"].replace("persen", "%"), name, "nilai")
    if value is None:
        return
    doubts = []
    said = read_value(words["value"].replace("persen", "%"))
    if desk.unit(known.kunci, name) == "%" and said is not None and said.number is not None:
        value["cetak"] = f"{str(value['cetak']).rstrip('%')}%"
        if not said.percent:
            doubts.append(
                f'Tertulis "{words["value"].strip()}" tanpa persen. Pastikan itu nilai indikatornya.'
            )
    notes = [FROM_SENTENCE]
    if not sure:
        notes.append(f'Dianggap sama dengan indikator "{known.kunci}" karena namanya mirip.')
    start = max(0, words.start() - 40)
    row = Row(cells=(quoted(text.text[start : words.end() + 40]),), at=text.at)
    desk.propose(sheet, row, cells | value, fact=fact or None, notes=notes, doubts=doubts)
