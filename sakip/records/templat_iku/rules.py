"""What a template must satisfy: what the indikator that is made of it must."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sakip.entry.judge import Problem, rule
from sakip.models import TemplatIKU
from sakip.records.renstra.rules import letters_are_not_added_up, rumus_suits_kind


@rule(TemplatIKU)
def a_template_is_measured_as_an_indikator(row: TemplatIKU) -> Iterator[Problem]:
    """Its columns of measuring have the same names, and the same rules."""
    same: Any = row
    yield from rumus_suits_kind(same)
    yield from letters_are_not_added_up(same)
