"""Findings of a review as pages show them: each with its place in the document, the field that mends it, the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.http import urlencode

from reports.document.tree import Dokumen
from reports.forms.answer import KODE
from reports.pages import SCREEN_PAGES, page_of
from reports.publish.assemble import LKIP
from reports.review.answers import answerable, unanswered
from reports.review.report import Answer, Review
from reports.review.sections import anchors_in, by_section
from sakip.checks import Finding, Level
from sakip.entry.findings_panel import answer_address, reviewed_address
from sakip.entry.place import EntryPlace
from sakip.records.pages import PAGES

#: Findings that Ringkasan shows; the list has all.
GRAVEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One finding: addresses of its place in the document and of the field that mends it, what was answered, and the
    address of the form that answers it; each empty where there is none."""

    finding: Finding
    field: str
    printed: str
    answer: Answer | None
    reply: str
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines under a title; ``anchor`` is that of a section of the document."""

    title: str
    lines: tuple[Line, ...]
    anchor: str = ""


def review_lines(
    findings: Iterable[Finding],
    answers: Mapping[str, Answer],
    here: EntryPlace,
    anchors: Mapping[Finding, str],
    *,
    same_page: bool = False,
) -> dict[Finding, Line]:
    """The lines of findings; ``anchors`` are in the LKIP, on the ``same_page`` in the document that it shows."""
    where = [here.kecamatan.slug, here.tahun]
    document = "" if same_page else reverse("dokumen", args=[*where, LKIP])

    def line(finding: Finding) -> Line:
        answer = answers.get(finding.mark)
        anchor = anchors.get(finding, "")
        reply = answer_address(finding, here)
        if answerable(finding) and answer is None and here.may_enter:
            reply = f"{reverse('baris-baru', args=[*where, KODE])}?{urlencode({'tanda': finding.mark})}"
        return Line(
            finding=finding,
            field=reviewed_address(finding.place, here.kecamatan.slug, here.tahun),
            printed=f"{document}#{anchor}" if anchor else "",
            answer=answer,
            reply=reply,
            change=reverse("baris-ubah", args=[*where, KODE, answer.pk]) if answer and here.may_enter else "",
        )

    return {finding: line(finding) for finding in findings}


def summary_of(review: Review, here: EntryPlace, dokumen: Dokumen | None) -> dict[str, object]:
    """What Ringkasan and the document say of a review: how many there are, and the gravest."""
    gravest = _first(review)[:GRAVEST]
    anchors = anchors_in(dokumen, review.naskah, gravest)
    return {
        "counts": level_counts(review),
        "errors": bool(review.blocking),
        "blocked": bool(review.blocking) and not here.closed,
        "unanswered": len(unanswered(review)),
        "lines": tuple(review_lines(gravest, review.answers, here, anchors).values()),
        "more": max(0, len(review.findings) - GRAVEST),
    }


def _first(review: Review) -> tuple[Finding, ...]:
    """The gravest first, and of those alike what still waits for an answer."""
    levels = list(Level)
    return tuple(
        sorted(review.findings, key=lambda one: (levels.index(one.level), one.mark in review.answers))
    )


def level_counts(review: Review) -> tuple[tuple[Level, int], ...]:
    """Every level of which something was found, with how many."""
    return tuple((level, count) for level in Level if (count := review.counts[level]))


def panel_of(dokumen: Dokumen, review: Review, here: EntryPlace, *, whole: bool) -> tuple[Group, ...]:
    """What was found, by the sections of the document that the page shows; ``whole`` also what stands in none."""
    anchors = anchors_in(dokumen, review.naskah, review.findings)
    lines = review_lines(review.findings, review.answers, here, anchors, same_page=True)
    return tuple(
        Group(title=one.title, anchor=one.anchor, lines=tuple(lines[f] for f in one.findings))
        for one in by_section(dokumen, anchors, elsewhere=whole)
    )


def by_level(lines: Iterable[Line]) -> tuple[Group, ...]:
    """Lines by level, the gravest first."""
    every = tuple(lines)
    groups = (
        Group(
            title=level.label, anchor=level.value, lines=tuple(o for o in every if o.finding.level is level)
        )
        for level in Level
    )
    return tuple(group for group in groups if group.lines)


def page_counts(review: Review) -> tuple[tuple[str, str, int], ...]:
    """Code, name and number of findings of every page of which there are any, in the order of the year."""
    codes = [page_of(one.place) for one in review.findings]
    known = [code for code in SCREEN_PAGES if code in codes]
    others = sorted(set(codes) - set(known))
    return tuple((code, page_name(code), codes.count(code)) for code in (*known, *others))


def page_name(code: str) -> str:
    """What people call the page of that code."""
    if code in SCREEN_PAGES:
        return SCREEN_PAGES[code].nama
    page = PAGES.get(code)
    return (page.title or page.name if page else "") or code.replace("-", " ").capitalize()
