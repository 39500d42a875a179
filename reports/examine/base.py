"""What a rule of a paper is, what it looks at, and what it finds. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from reports.examine.subject import Subject
from reports.papers.headed import HeadedTable, headed
from reports.papers.paper import Paper, Row, Spot, Text, quoted
from sakip.checks import RULES, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A place of the paper with what stands there."""

    at: Spot
    quotation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text, a line of a table of contents, or a row of a table; ``table`` is the number of its table, -1 of none."""

    text: str
    at: Spot
    contents: bool = False
    table: int = -1

    @property
    def seen(self) -> Seen:
        """Its place with its beginning."""
        return Seen(at=self.at, quotation=quoted(self.text))


@dataclass(frozen=True)
class Material:
    """What the rules of a paper look at."""

    paper: Paper
    subject: Subject

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Everything it says, in order."""
        return tuple(self._lines())

    @cached_property
    def tables(self) -> tuple[HeadedTable, ...]:
        """Its tables, their heads told from their rows."""
        return tuple(headed(table) for table in self.paper.tables)

    def _lines(self) -> Iterator[Line]:
        number = -1
        for block in self.paper.blocks:
            if isinstance(block, Text):
                yield Line(text=block.text, at=block.at, contents=block.contents)
                continue
            number += 1
            for row in block.rows:
                if row.filled:
                    yield Line(text=" | ".join(row.filled), at=row.at, table=number)


def seen_row(row: Row) -> Seen:
    """A row of a table as it is quoted."""
    return Seen(at=row.at, quotation=row.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What a rule found: where (the first place is where it is listed), what is said of it, what is recorded and what
    it should be, where the rule tells them apart."""

    seen: tuple[Seen, ...]
    message: str
    recorded: str = ""
    expected: str = ""
    level: Level | None = None


Finder = Callable[[Material], Iterator[Flaw]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRule:
    """A rule of a paper: its stable code, the rule of the catalogue that it belongs to, how much it matters, why it
    holds, a sentence or value that breaks it."""

    code: str
    rule: str
    basis: str
    example: str
    find: Finder
    level: Level = Level.GALAT


#: Every rule by its code, in the order in which they are asked.
PAPER_RULES: Final[dict[str, PaperRule]] = {}


def paper_rule(code: str, *, rule: str, **about: Any) -> Callable[[Finder], Finder]:
    """Register the function as a rule. Raises ValueError for a code that is taken or a rule that is unknown."""

    def register(find: Finder) -> Finder:
        if code in PAPER_RULES:
            raise ValueError(f"kode aturan dipakai dua kali: {code!r}")
        if rule not in RULES:
            raise ValueError(f"aturan tidak dikenal pada {code!r}: {rule!r}")
        PAPER_RULES[code] = PaperRule(code=code, rule=rule, find=find, **about)
        return find

    return register


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFinding:
    """What was found in a paper; ``seen`` are its places, the first of them that of the finding."""

    code: str
    rule: str
    level: Level
    basis: str
    message: str
    seen: tuple[Seen, ...]
    recorded: str = ""
    expected: str = ""

    @property
    def words(self) -> str:
        """Where it is, as a sentence begins: "Baris 12"."""
        words = self.seen[0].at.words if self.seen else "berkas"
        return f"{words[:1].upper()}{words[1:]}"

    @property
    def quotation(self) -> str:
        """What stands there."""
        return self.seen[0].quotation if self.seen else ""

    def __str__(self) -> str:
        return f"{self.words}: {self.message}"


def in_order(findings: Sequence[PaperFinding]) -> tuple[PaperFinding, ...]:
    """The gravest first, those of one level as they stand in the paper."""
    levels = list(Level)

    def key(one: PaperFinding) -> tuple[int, int, int]:
        at = one.seen[0].at if one.seen else Spot()
        return levels.index(one.level), at.page, at.line

    return tuple(sorted(findings, key=key))
