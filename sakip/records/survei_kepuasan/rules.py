"""What one survey of satisfaction must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.models import SurveiKepuasan
from sakip.text.unsur import InvalidUnsur, read_unsur


@rule(SurveiKepuasan)
def other_unsur_are_read(row: SurveiKepuasan) -> Iterator[Problem]:
    """Every line of the other unsur has a name of its own and a mean."""
    try:
        read_unsur(row.unsur_lain or "")
    except InvalidUnsur as error:
        yield Problem("unsur_lain", str(error))
