"""The table of indikator kinerja utama: how each is computed, who answers for it, and where its data come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from reports.papers.paper import Row
from reports.papers.roles import Role
from reports.reading.agreement import names_in
from reports.reading.desk import Desk, bare, unit_of
from reports.reading.lines import says_what
from reports.reading.placed import PlacedTable, aligned, appended_first

_FRACTION: Final = (
    re.compile(
        r"^(?:\((?P<above>.{8,}?)\)\s*/\s*\((?P<below>.{8,}?)\))\s*(?:[x×*]\s*100\s*%?)?$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<above>.{8,}?)\s*[_—–\-]{2,}\s*[x×]\s*100\s*%?\s*(?P<below>.{8,})$", re.IGNORECASE),
    re.compile(r"^(?P<above>.{8,}?)\s*[x×]\s*100\s*%?\s*(?P<below>jumlah\b.{8,})$", re.IGNORECASE),
    re.compile(
        r"^(?P<above>jumlah\b.{8,}?)\s+dibagi\s+(?:dengan\s+)?(?P<below>.{8,}?)\s*(?:[x×]\s*100\s*%?|dikali.*)?$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<above>jumlah\b.{8,}?)\s+(?P<below>jumlah\b.{8,}?)\s*[x×]\s*100\s*%?$", re.IGNORECASE),
)
_EXPLAINED: Final = re.compile(r"\bpenjelasan\b[^:]{0,40}:|^penjelasan(?:\s+indikator)?\b", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"^(?:formula(?:si)?|rumus)(?:\s+(?:perhitungan|kegiatan|indikator))?\s*:\s*", re.IGNORECASE
)
#: "… (B) / (B) × 100%": a fraction of which one half was copied twice; the other stands before or behind it.
_TWICE: Final = re.compile(
    r"^(?P<above>.{8,}?)?\s*\((?P<half>.{8,})\)\s*/\s*\((?P=half)\)\s*[x×*]\s*100\s*%?(?:\s+(?P<below>.{8,}))?$"
)
#: A fraction's line as a mark of the page it was copied from; and the items of a list within a cell.
_LINE: Final = re.compile(r"<hr\s*/?>", re.IGNORECASE)
_ITEMS: Final = re.compile(r"(?:^|\s)\d{1,2}[.)]\s+(?=[A-Z])")
_PARTS: Final = re.compile(r"(?:^|\s)[-–•]\s*(?=[A-Za-z])")
_SAME_HALVES: Final = re.compile(r"\((?P<half>.{8,})\)\s*/\s*\((?P=half)\)")

_TRIWULAN: Final = re.compile(r"\b(?:tri\s*wulan|tw)\b", re.IGNORECASE)
#: So few words name no indikator, unless they say what is measured.
_LEAST_WORDS: Final = 3


def is_iku(table: PlacedTable) -> bool:
    """Whether it says how indikator are computed; a plan of the triwulan says how their targets add up."""
    planned = any(_TRIWULAN.search(head.text) for head in table.headed.heads)
    return {Role.INDIKATOR, Role.FORMULA} <= table.has and not table.individual and not planned


def read_iku(desk: Desk, tables: Sequence[PlacedTable]) -> None:
    """Propose the IKU, and what they say of the indikator of the Renstra."""
    told: set[str] = set()
    for table in filter(is_iku, appended_first(tables)):
        head = table.headed
        roles = (Role.SASARAN, Role.INDIKATOR, Role.FORMULA, Role.ANSWERABLE, Role.SOURCE)
        at = {role: head.column(role) for role in roles}
        sasaran = ""
        for row in _whole(list(aligned(head)), at):
            # A row that begins with its indikator goes on with the sasaran of the row above.
            first = at[Role.INDIKATOR]
            short = len(row.cells) == len(head.heads) - first
            left = first if short and (says_what(row[0]) or desk.indikator.find(row[0])[1]) else 0
            cell = {role: row[column - left] if column >= left else "" for role, column in at.items()}
            sasaran = bare(cell[Role.SASARAN]) or sasaran
            names = names_in(cell[Role.INDIKATOR])
            if not names:
                continue
            if len(names) > 1:
                desk.unplaced(
                    row, f"Satu baris memuat {len(names)} indikator; rumusnya masing-masing tidak terbaca."
                )
                continue
            _one(desk, row, sasaran, names[0], cell, told)


def _whole(rows: Sequence[Row], at: dict[Role, int]) -> Iterator[Row]:
    """The rows, each with those below that only go on with it: cut by a page, they name no sasaran, and no more of an
    indikator than a last word or two."""
    kept: Row | None = None
    for row in rows:
        above, name = row[at[Role.SASARAN]] if at[Role.SASARAN] >= 0 else "", row[at[Role.INDIKATOR]]
        whole = kept is not None and len(row.cells) == len(kept.cells)
        if kept and whole and not above and len(name.split()) < _LEAST_WORDS and not says_what(name):
            cells = zip(kept.cells, row.cells, strict=True)
            kept = replace(kept, cells=tuple(" ".join(filter(None, both)) for both in cells))
            continue
        if kept:
            yield kept
        kept = row
    if kept:
        yield kept


def _one(desk: Desk, row: Row, sasaran: str, name: str, cell: dict[Role, str], told: set[str]) -> None:
    known, sure = desk.indikator.find(name)
    computed = _formula(cell[Role.FORMULA])
    source = "" if cell[Role.SOURCE].strip(" -–.") == "" else cell[Role.SOURCE].strip(" .")
    cells: dict[str, Any] = {
        "sasaran": sasaran,
        "indikator": name,
        "kunci_indikator": known.kunci if known else "",
        "satuan": unit_of(name),
        "penanggung_jawab": _answerable(cell[Role.ANSWERABLE]),
        "sumber_data": source,
    } | computed
    fact = "kunci_indikator" if known else "indikator"
    if any(one.cells.get(fact) == cells[fact] for _, one in desk.proposed("IKU")):
        # How it is computed stands in one place: halves of two tables are no formula.
        cells = {key: value for key, value in cells.items() if key not in computed}
    notes = (
        []
        if sure or known is None
        else [f'Dianggap sama dengan indikator "{known.kunci}" karena namanya mirip.']
    )
    if _SAME_HALVES.search(cell[Role.FORMULA]):
        notes.append("Pembilang dan penyebutnya tertulis sama dalam dokumen; periksa rumusnya.")
    desk.propose("IKU", row, cells, fact=(fact,), notes=notes)
    if known is None or known.kunci in told:
        return
    told.add(known.kunci)
    said = {key: value for key, value in computed.items() if key != "penjelasan"} | {"iku": "ya"}
    if source:
        said["sumber_data"] = source
    for at, one in desk.proposed("Indikator"):
        if one.cells["kunci"] == known.kunci:
            desk.reading.proposals[at] = desk.changed(one, said)


def _formula(text: str) -> dict[str, Any]:
    text = _LINE.sub(" ____ ", text)
    found = _EXPLAINED.search(text)
    formula, explained = (text[: found.start()], text[found.end() :]) if found else (text, "")
    if not found and len(_ITEMS.findall(text)) > 1:
        formula, *items = _ITEMS.split(text)
        explained = " - ".join(["", *items])
    formula = _LABEL.sub("", " ".join(formula.split()).strip(" ."))
    cells: dict[str, Any] = {}
    if formula:
        cells["formulasi"] = formula
    if (match := _TWICE.match(formula)) and bool(match["above"]) != bool(match["below"]):
        above, below = match["above"] or match["half"], match["below"] or match["half"]
        cells = {"pembilang": above.strip(" ."), "penyebut": below.strip(" .")}
    for pattern in _FRACTION if "formulasi" in cells else ():
        if match := pattern.match(formula):
            cells = {"pembilang": match["above"].strip(" .—–_-"), "penyebut": match["below"].strip(" .—–_-")}
            break
    if explained.strip():
        cells["penjelasan"] = "\n".join(filter(None, (part.strip(" .") for part in _PARTS.split(explained))))
    return cells


def _answerable(text: str) -> str:
    _head, _, rest = text.partition(":")
    parts = [part.strip(" .-") for part in _PARTS.split(rest if rest else text)]
    return "\n".join(part for part in parts if part)
