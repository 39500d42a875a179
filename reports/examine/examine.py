"""A paper examined: the checks of the review over its texts, and the rules of a paper alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from reports.examine import rules  # noqa: F401  # registers them
from reports.examine.base import PAPER_RULES, Flaw, Material, PaperFinding, PaperRule, Seen, in_order
from reports.examine.passages import passages_of, spots_of
from reports.examine.rules.order import caption_numbers
from reports.examine.subject import Subject
from reports.papers.paper import Paper, Spot, quoted
from sakip.checks import CHECKS, Check, CheckedYear, Finding, Level, find_all
from sakip.checks.material import Shape, Surroundings
from sakip.snapshot.types import Snapshot

#: What a check reads that a paper cannot give: results need recorded targets, the others the site's own texts.
_NOT_IN_A_PAPER: Final = frozenset({"results", "unsettled"})
#: Checks that ask what a record lacks, or what the site knows of its own texts.
_OF_RECORDS: Final = frozenset({"bagian-terisi", "tulisan-ditinjau", "penanda-dikenal"})
#: A name in a cell may end where its line does: "Desa | Hasil (outcome)".
_NOT_IN_ROWS: Final = frozenset({"desa-tidak-tercatat"})
#: Where pages are told, a sentence may end where its line or its page does.
_NOT_OF_PAGES: Final = frozenset({"kalimat-selesai"})
_FIGURE: Final = re.compile(r"\s*(?:gambar|grafik)\s+(\d{1,2}\.\d{1,2})(?![\d.]*\d)", re.IGNORECASE)


def checks_of_a_paper() -> tuple[Check, ...]:
    """The checks of the review that make sense for a file: those that read texts and need no record."""
    return tuple(
        one
        for one in CHECKS.values()
        if "passages" in one.reads and not one.reads & _NOT_IN_A_PAPER and one.code not in _OF_RECORDS
    )


def examine(
    paper: Paper,
    subject: Subject,
    snapshot: Snapshot,
    around: Surroundings,
    *,
    step: Callable[[int], None] = lambda percent: None,
) -> tuple[PaperFinding, ...]:
    """Everything that is found in it, the gravest first. ``step`` is told how far it is, in percent, and may raise."""
    material = Material(paper, subject)
    step(10)
    found = list(_of_checks(material, snapshot, around))
    if paper.scanned:
        found.append(_unread(paper))
    step(60)
    for at, rule in enumerate(PAPER_RULES.values(), start=1):
        found += (_finding(rule, flaw) for flaw in rule.find(material))
        step(60 + 40 * at // len(PAPER_RULES))
    return in_order(tuple(_merged(found)))


def _unread(paper: Paper) -> PaperFinding:
    """Pages that are pictures: what stands there was not examined."""
    return PaperFinding(
        code="berkas-halaman-pindaian",
        rule="R-blank",
        level=Level.INFO,
        basis="Hanya halaman yang memuat teks dapat diperiksa.",
        message=paper.unread,
        seen=(Seen(at=Spot(page=paper.scanned[0]), quotation=""),),
    )


def _of_checks(material: Material, snapshot: Snapshot, around: Surroundings) -> Iterator[PaperFinding]:
    passages, spots = passages_of(material.paper), spots_of(material.paper)
    numbered = frozenset(f"Tabel {number}" for number in caption_numbers(material)) | frozenset(
        f"Gambar {found[1]}" for line in material.lines if (found := _FIGURE.match(line.text))
    )
    year = CheckedYear(snapshot=snapshot, passages=passages, around=replace(around, numbered=numbered))
    for one in find_all(checks_of_a_paper(), year):
        at = one.place.pk
        in_row = at is not None and passages[at].shape is Shape.ROW
        if (in_row and one.code in _NOT_IN_ROWS) or (material.paper.pages and one.code in _NOT_OF_PAGES):
            continue
        if one.place.kind == "narasi" and at is not None:
            yield _of_check(one, Seen(at=spots[at], quotation=quoted(passages[at].text)))


def _of_check(one: Finding, seen: Seen) -> PaperFinding:
    return PaperFinding(
        code=one.code,
        rule=one.rule,
        level=one.level,
        basis=one.basis,
        message=one.message,
        seen=(seen,),
        recorded=one.recorded,
        expected=one.expected,
    )


def _finding(rule: PaperRule, flaw: Flaw) -> PaperFinding:
    return PaperFinding(
        code=rule.code,
        rule=rule.rule,
        level=flaw.level or rule.level,
        basis=rule.basis,
        message=flaw.message,
        seen=flaw.seen,
        recorded=flaw.recorded,
        expected=flaw.expected,
    )


def _merged(found: Sequence[PaperFinding]) -> Iterator[PaperFinding]:
    """What one rule says of one place once: two columns of one row are one finding."""
    by_place: dict[tuple[object, ...], PaperFinding] = {}
    for one in found:
        key = (one.code, one.seen[0].at if one.seen else None, one.level)
        if key in by_place and one.message not in by_place[key].message:
            first = by_place[key]
            by_place[key] = replace(
                first,
                message=f"{first.message} {one.message}",
                seen=tuple(dict.fromkeys(first.seen + one.seen)),
                recorded="; ".join(filter(None, (first.recorded, one.recorded))),
                expected="; ".join(filter(None, (first.expected, one.expected))),
            )
        by_place.setdefault(key, one)
    yield from by_place.values()
