"""Offices beside the kecamatan that contribute to a sasaran: from a table that says what each does, and from sentences
that name one; these are held back until a person says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reports.papers.paper import Paper, Row, Text, quoted
from reports.papers.roles import Role
from reports.reading.desk import Desk, bare
from reports.reading.placed import PlacedTable, aligned

#: Offices as sentences name them, with the words of their names that follow.
_WHO: Final = (
    r"(?:(?:Dinas|Badan)\s+[A-Z]\w+(?:\s+(?:[A-Z]\w+|(?i:kabupaten|kota)|dan(?=\s+[A-Z])))*"
    r"|(?:BPBD|BNN|BPN|BPJS|PLN|PMI|KUA|TNI|Bulog|Bappeda|Disdukcapil|Kepolisian|Polsek|Polres|Koramil|Kodim|Babinsa"
    r"|Bhabinkamtibmas|Puskesmas|Satpol\s+PP|Inspektorat|Kejaksaan)(?:\s+(?:Kabupaten|Kecamatan|Kota)?\s*[A-Z]\w+)*)"
)
#: Those that are named beside them and are no office.
_WITH: Final = (
    r"(?i:pemerintah\s+desa|perangkat\s+desa|kader\s+posyandu|tokoh\s+(?:masyarakat|agama)|karang\s+taruna)"
)
_TOLD: Final = re.compile(
    r"(?P<what>\b(?i:melapor\w*|berkoordinasi|koordinasi|bekerja\s*sama|kerja\s*sama|bersinergi|sinergi|bersama|patroli|dibantu"
    rf"|melibatkan|didukung)\b[^.;]{{0,80}}?)(?P<who>{_WHO}(?:\s*(?:,\s*(?:dan|serta)|,|/|dan|serta)\s*(?:{_WHO}|{_WITH}))*)"
    r"(?P<behind>[^.;]{0,160})"
)
_HEADING: Final = re.compile(
    r"^\W*(?:sasaran(?:\s+strategis)?(?:\s+(?:\d{1,2}|[ivx]{1,4}))?\s*:\s*(?P<aim>.{10,})|indi[kc]ator(?:\s+(?:kinerja|sasaran))*\s*:\s*(?P<name>.{3,}))$",
    re.IGNORECASE,
)
_CHAPTER: Final = re.compile(r"^\W*(?:bab\s+[ivx\d]|penutup\b)", re.IGNORECASE)
_DOUBT: Final = "Diambil dari kalimat. Pastikan instansi itu mendukung sasaran ini, dan rumuskan perannya."
_LONGEST: Final = 150
_SHORTEST: Final = 5


def is_partners(table: PlacedTable) -> bool:
    """Whether it says what each office does for a sasaran."""
    return {Role.SASARAN, Role.OFFICE, Role.PART} <= table.has


def read_partners(desk: Desk, paper: Paper, tables: Sequence[PlacedTable]) -> None:
    """Propose LintasSektor."""
    for table in filter(is_partners, tables):
        _tabled(desk, table)
    aim = ""
    for text in paper.running_texts:
        if found := _HEADING.match(text.text):
            aim = _aim(desk, found) or aim
        elif _CHAPTER.match(text.text):
            aim = ""
        elif aim:
            _told(desk, text, aim)


def _tabled(desk: Desk, table: PlacedTable) -> None:
    head = table.headed
    at, office, part = (head.column(role) for role in (Role.SASARAN, Role.OFFICE, Role.PART))
    said = ""
    for row in aligned(head):
        said = bare(row[at]) or said
        who, what = bare(row[office]), " ".join(row[part].split())
        if not who or not what:
            continue
        aim, sure = desk.sasaran.find(said)
        if aim is None:
            desk.unplaced(row, f'Sasaran "{said}" tidak cocok dengan sasaran mana pun.')
            continue
        near = f'Dianggap sama dengan sasaran "{aim.kunci}" karena bunyinya mirip: "{said}".'
        desk.propose(
            "LintasSektor",
            row,
            {"sasaran": aim.kunci, "instansi": who[:_LONGEST], "peran": what},
            fact=("sasaran", "instansi"),
            notes=[] if sure else [near],
        )


def _aim(desk: Desk, found: re.Match[str]) -> str:
    """The key of the sasaran that a heading names, or of that of the indikator."""
    if found["aim"]:
        known, _ = desk.sasaran.find(bare(found["aim"]))
        return known.kunci if known else ""
    measured, _ = desk.indikator.find(bare(found["name"]))
    return measured.above if measured else ""


def _told(desk: Desk, text: Text, sasaran: str) -> None:
    for found in _TOLD.finditer(text.text):
        who = " ".join(found["who"].split()).strip(" ,(")
        what = quoted(" ".join(f"{found['what']}{found['who']}{found['behind']}".split()).strip(" ,("))
        if len(who) < _SHORTEST - 2 or any(
            one.cells["instansi"] == who and one.cells["sasaran"] == sasaran
            for _, one in desk.proposed("LintasSektor")
        ):
            continue
        row = Row(cells=(quoted(text.text),), at=text.at)
        cells = {"sasaran": sasaran, "instansi": who[:_LONGEST], "peran": what[:1].upper() + what[1:]}
        desk.propose("LintasSektor", row, cells, fact=("sasaran", "instansi"), doubts=[_DOUBT])
