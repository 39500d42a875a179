"""Tables that count staff as offices have them: by what they count is said by their head, or by what stands in them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sakip.text.reading.grades import golongan_spelled, says_grade
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.pasted import Block, Pasted, Undecided

_EDUCATION: Final = re.compile(
    r"(?:s|d|strata|diploma)\W{0,2}(?:[1-4]|iv|i{1,3})\b.*|sd|sltp|smp|slta|sma|smk|mts?|ma"
    r"|(?:sarjana|magister|doktor|sma|smp|sd)\b.*|.*\bsederajat\b.*",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(r"(?:jumlah|total)\b", re.IGNORECASE)


def _grouped(block: Block) -> Block:
    """What is counted: a table of golongan alone is one of those; and by what."""
    if "uraian" not in block.columns and "golongan" in block.columns:
        columns = tuple("uraian" if key == "golongan" else key for key in block.columns)
        block = replace(block, columns=columns)
    if "kelompok" not in block.columns and (kelompok := _kelompok(block)):
        block = replace(block, constants={"kelompok": kelompok})
    return block


def _kelompok(block: Block) -> str:
    """What a table of people counts them by; empty where it does not tell."""
    at = block.columns.index("uraian") if "uraian" in block.columns else -1
    head = folded(block.heads[at]) if at >= 0 else ""
    for word in ("pendidikan", "jabatan"):
        if word in head:
            return word
    if "golongan" in head or "pangkat" in head:
        return "golongan"
    said = [row[at] for row in block.rows if row[at] and not _TOTAL.match(row[at])]
    if said and all(_EDUCATION.fullmatch(one) for one in said):
        return "pendidikan"
    if said and all(map(says_grade, said)):
        return "golongan"
    return ""


STAFF: Final = Pasted(
    words=(
        (r"non\W*(?:asn|pns)|honor|ptt|thl|kontrak|sukwan|outsourc", "non_asn"),
        (r"\b(?:asn|pns)\b", "asn"),
        (r"pendidikan|\bjabatan\b|^uraian", "uraian"),
        (r"gol(?:ongan|\b)|pangkat", "golongan"),
        (r"^jumlah|^banyak", "jumlah@?"),
    ),
    undecided=(
        Undecided(key="jumlah@?", question="Jumlah: ASN atau non-ASN?", sum_of=frozenset({"asn", "non_asn"})),
    ),
    looks={"golongan": says_grade},
    spelled={"golongan": golongan_spelled},
    finds=_grouped,
)
