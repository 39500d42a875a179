"""A reviewed report: what it is made of, what was found in it, and what people answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from reports.publish.naskah import Naskah
from sakip.checks import Finding, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Why a person lets a peringatan stand; ``pk`` is of the stored row, ``mark`` of the finding as it was then."""

    pk: int
    mark: str
    code: str
    location: str
    alasan: str
    by: str
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A report as it is now, what was found in it, the gravest first, and by the mark of the finding what was
    answered."""

    naskah: Naskah
    findings: tuple[Finding, ...]
    answers: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[Level, int]:
        """How many there are of each level."""
        return Counter(finding.level for finding in self.findings)

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What keeps the report from being submitted until it is mended."""
        return tuple(one for one in self.findings if one.level is Level.GALAT)

    @property
    def outdated(self) -> tuple[Answer, ...]:
        """Answers to what is no longer found as it was then."""
        marks = {one.mark for one in self.findings}
        return tuple(answer for mark, answer in self.answers.items() if mark not in marks)
