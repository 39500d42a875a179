"""What one row of the RKT must satisfy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.entry.number_kinds import TypedNumber
from sakip.entry.value_kinds import shorten
from sakip.models import IndikatorBarisRKT, SasaranRKT
from sakip.records.renstra.measure import judge_own_target, unit_problem
from sakip.text.numbers import InvalidNumber, parse_number

_FIGURES_ONLY = re.compile(r"[-\u2212]?\s*(?:Rp\.?\s*)?[0-9.,]*[0-9][0-9.,]*\s*%?(?:,-)?", re.IGNORECASE)
_SIGNS = re.compile(r"rp\.?|%", re.IGNORECASE)
_WITH_UNIT = re.compile(r"(?P<figures>[0-9][0-9.,]*)\s+(?P<unit>[A-Za-z][A-Za-z ./]*)")


rule(SasaranRKT)(judge_own_target)


@rule(IndikatorBarisRKT)
def printed_target_reads(row: IndikatorBarisRKT) -> Iterator[Problem]:
    """A target that is a figure reads as one, and its unit stands in its own column; other words stay as they are."""
    text = row.target.strip()
    if _FIGURES_ONLY.fullmatch(text):
        try:
            # It is printed as it stands, its signs too.
            number = TypedNumber.read(parse_number(text), _SIGNS.sub("", text).strip())
        except InvalidNumber as problem:
            yield Problem("target", str(problem))
            return
        if doubt := unit_problem(number, row.satuan, target=True):
            yield Problem("target", doubt)
    elif found := _WITH_UNIT.fullmatch(text):
        yield Problem(
            "target",
            f'"{shorten(text)}" memuat satuan. Tulis {found["figures"]}, dan "{found["unit"].strip()}" pada Satuan.',
        )
