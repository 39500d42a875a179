"""Tables of staff: by jabatan, by pangkat and golongan, by pendidikan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reports.papers.headed import HeadedTable
from reports.papers.paper import Row
from reports.papers.roles import Role
from reports.reading.desk import Desk
from reports.reading.placed import PlacedTable

_KINDS: Final = (
    (Role.PANGKAT, "golongan"),
    (Role.GOLONGAN, "golongan"),
    (Role.EDUCATION, "pendidikan"),
    (Role.JABATAN, "jabatan"),
)
_NAMES: Final = frozenset({Role.NAME, Role.NIP, Role.INDIKATOR, Role.SASARAN, Role.TARGET, Role.MONEY})
_TOTAL: Final = re.compile(r"^(?:jumlah|total)\b", re.IGNORECASE)
_NON_ASN: Final = re.compile(
    r"\bnon[\s-]*(?:asn|pns)\b|honorer|\bthl\b|\bptt\b|kontrak|sukarela|sukwan|outsourc|alih\s*daya|pramubakti",
    re.IGNORECASE,
)
_ASN: Final = re.compile(r"^(?:asn|pns)$", re.IGNORECASE)
#: ASN by the kinds that they are of, and all of them.
_OF_ASN: Final = re.compile(r"\b(?:c?pns|pppk|p3k)\b", re.IGNORECASE)
_ALL_ASN: Final = re.compile(r"\basn\b", re.IGNORECASE)


def is_staff(table: PlacedTable) -> bool:
    """Whether it counts staff."""
    return Role.COUNT in table.has and any(role in table.has for role, _ in _KINDS) and not table.has & _NAMES


def read_staff(desk: Desk, tables: Sequence[PlacedTable]) -> None:
    """Propose the rows of SDM; ASN and non-ASN of one jabatan or pendidikan are one row."""
    for table in filter(is_staff, tables):
        head = table.headed
        role, group = next(one for one in _KINDS if one[0] in table.has)
        named, rank, remark = head.column(role), head.column(Role.GOLONGAN), head.column(Role.REMARK)
        counts = _counts(head)
        rows: dict[str, tuple[Row, dict[str, object]]] = {}
        for row in head.rows:
            name = row[named]
            if not name or any(_TOTAL.match(cell) for cell in row.filled[:1]):
                continue
            _, cells = rows.setdefault(name.casefold(), (row, {"kelompok": group, "uraian": name}))
            if group == "golongan" and rank >= 0:
                cells["golongan"] = row[rank]
            told = row[remark] if remark >= 0 else ""
            counted: dict[str, int] = {}
            for x in counts:
                column = "non_asn" if _NON_ASN.search(head.heads[x].text) or _NON_ASN.search(told) else "asn"
                if re.fullmatch(r"\d{1,4}", row[x].strip()):
                    counted[column] = counted.get(column, 0) + int(row[x])  # PNS and PPPK are both ASN
            cells |= counted
            if told.strip(" -–") and not _NON_ASN.search(told) and not _ASN.match(told.strip()):
                cells["keterangan"] = told
        for row, cells in rows.values():
            desk.propose("SDM", row, cells, fact=("kelompok", "uraian"))


def _counts(head: HeadedTable) -> Sequence[int]:
    """The columns that count whom they name; where none names them the last, which is their sum. Nobody is counted
    twice: all ASN are no part beside their kinds, nor is the sum of ASN and others."""
    counts = head.columns(Role.COUNT)
    others: list[int] = []
    whole: list[int] = []
    parts: list[int] = []
    for x in counts:
        text = head.heads[x].text
        names = _NON_ASN.sub("", text)
        kinds = {one.casefold() for one in _OF_ASN.findall(names)}
        if names != text:
            others += [] if kinds or _ALL_ASN.search(names) else [x]
        elif _ALL_ASN.search(names) and len(kinds) != 1:
            whole.append(x)
        elif kinds:
            parts.append(x)
    told = sorted([*others, *(whole or parts)])
    return told or counts[-1:]
