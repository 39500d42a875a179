"""Findings as pages show them: in words, each with a link to the form that mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from django.urls import reverse
from django.utils.http import urlencode

from kecamatan.models import Kecamatan
from sakip.checks import KINDS, Finding, Level, Place, checks_of_document, over_records
from sakip.checks.kinds import NO_KEY
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace
from sakip.entry.watch import year_findings

#: In the address of a form: it was opened from the review, and shows what that found.
REVIEWED: Final = "dari-reviu"

#: The column and the field of what is written in a cell of a grid.
VALUE: Final = "nilai"

#: Findings listed in one place; the others are counted.
LISTED: Final = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """One line, with the address of the form that mends it, and of the one that answers it where it may be so."""

    finding: Finding
    address: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """Lines that say the same of several places ("Realisasi 2023 belum disertai bukti dukung"): their words once, with
    each place."""

    finding: Finding
    lines: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What is shown in one place: how many there are, the gravest lines, and how many more.

    At the top of a page ``count`` is of the whole page, ``tables`` has by its code what stands above a table, and
    ``first`` is the code of the table with the gravest.
    """

    count: str
    errors: bool
    lines: tuple[Shown, ...]
    more: int
    tables: Mapping[str, Findings] = field(default_factory=dict)
    first: str = ""

    @property
    def alike(self) -> list[Alike]:
        """The lines, those that say the same together where the first of them stands; what is asked is answered at
        each place, so it stands alone."""
        said: dict[object, list[Shown]] = {}
        for line in self.lines:
            one = line.finding
            same = (one.code, one.message, one.basis)
            said.setdefault(line if line.answer else same, []).append(line)
        return [Alike(lines[0].finding, tuple(lines)) for lines in said.values()]


def show_findings(
    findings: Iterable[Finding], here: EntryPlace, table_of: Callable[[Place], str] = lambda _place: ""
) -> Findings | None:
    """What there is to show of findings that come gravest first; None where there is nothing.

    ``table_of`` says above which table of the page a finding is shown: its code, empty for the top of the page.
    """
    every = tuple(findings)
    if not every:
        return None
    of_table: dict[str, list[Finding]] = {}
    for finding in every:
        of_table.setdefault(table_of(finding.place), []).append(finding)
    top = _panel(every, of_table.pop("", []), here)
    tables = {code: _panel(found, found, here) for code, found in of_table.items()}
    return replace(top, tables=tables, first=next(iter(of_table), ""))


def _panel(counted: Sequence[Finding], listed: Sequence[Finding], here: EntryPlace) -> Findings:
    where = (here.kecamatan.slug, here.tahun)
    return Findings(
        count=_count(counted),
        errors=any(f.level is Level.GALAT for f in counted),
        lines=tuple(
            Shown(f, place_address(f.place, *where), answer_address(f, here)) for f in listed[:LISTED]
        ),
        more=max(0, len(listed) - LISTED),
    )


def page_findings(here: EntryPlace, page: EntryPage, shown: Mapping[str, Any]) -> Findings | None:
    """What is wrong on an entry page that shows this, from the parts of the snapshot that its checks read."""
    document = page.code
    models = {kind.model for kind in KINDS.values() if kind.document == document}
    findings = year_findings(
        kecamatan=here.kecamatan,
        tahun=here.tahun,
        checks=checks_of_document(document),
        models=sorted(models),
    )
    tables = tuple(page.tables(shown))
    return show_findings(
        (f for f in findings if f.place.about.document == document),
        here,
        lambda place: next((t.code for t in tables if t.holds(place)), ""),
    )


_REVIEWERS: Final[list[Callable[[Kecamatan, int], Iterable[Finding]]]] = []


def register_reviewer(review: Callable[[Kecamatan, int], Iterable[Finding]]) -> None:
    """Let forms that are opened from a review show what it finds; this room knows no reports."""
    _REVIEWERS.append(review)


def form_findings(
    here: EntryPlace, form: str, about: Callable[[Place], bool], *, reviewed: bool, tahun: int | None = None
) -> Findings | None:
    """What is wrong with the row in a form of this kind: what the checks over the records find, and what the whole
    review does where the form was opened from it (``reviewed``), of ``tahun`` where that is not the page's year."""
    kinds = {code: kind.model for code, kind in KINDS.items() if code == form or kind.form == form}
    tahun = tahun or here.tahun
    if reviewed:
        found = [one for review in _REVIEWERS for one in review(here.kecamatan, tahun)]
    else:
        checks = [check for check in over_records() if not check.kinds.isdisjoint(kinds)]
        models = sorted(set(kinds.values()))
        found = list(year_findings(kecamatan=here.kecamatan, tahun=tahun, checks=checks, models=models))
    return show_findings((one for one in found if one.place.kind in kinds and about(one.place)), here)


def _count(findings: Sequence[Finding]) -> str:
    """ "1 kesalahan dan 2 peringatan"."""
    counted = [(level.label, sum(f.level is level for f in findings)) for level in Level]
    return " dan ".join(f"{count} {label.lower()}" for label, count in counted if count)


def answer_address(finding: Finding, here: EntryPlace) -> str:
    """The form that answers at the row what a check asks; empty where nothing is asked, or not of this reader."""
    if not finding.question or not here.may_enter:
        return ""
    address = reverse("baris-baru", args=[here.kecamatan.slug, here.tahun, "penegasan"])
    return f"{address}?{urlencode({'tanda': finding.mark})}"


def place_address(place: Place, slug: str, tahun: int) -> str:
    """The form of the row at the field in question, of one that is missing the form that adds it; where the place is no
    one row, the page it stands on."""
    where: list[Any] = [slug, tahun]
    about = place.about
    kind, document = about.form or place.kind, about.document
    if about.route:
        return reverse(about.route, args=[*where, *(value or NO_KEY for _, value in place.key)])
    if place.parent:
        return f"{reverse('baris-baru', args=[*where, kind])}?{urlencode({'induk': place.parent})}"
    if not place.pk:
        return reverse(
            f"{document}-isi" if about.cells else "isi", args=where if about.cells else [*where, document]
        )
    if about.cells:
        return _cell_address(place, slug, tahun)
    field = about.field.format(**dict(place.key)) or ROW_KINDS[kind].form.error_fields.get(
        place.column, place.column
    )
    anchor = f"#id_{field}" if field else ""
    return f"{reverse('baris-ubah', args=[*where, kind, place.pk])}{anchor}"


def reviewed_address(place: Place, slug: str, tahun: int) -> str:
    """The same for the review: the form shows what was found there."""
    address, anchor, field = place_address(place, slug, tahun).partition("#")
    if place.about.route or not place.pk:
        return f"{address}{anchor}{field}"
    return f"{address}{'&' if '?' in address else '?'}{REVIEWED}{anchor}{field}"


def _cell_address(place: Place, slug: str, tahun: int) -> str:
    """The form of one value, in the year that it is of and with the way back; of another column the page of its row."""
    page, key = place.about.document, dict(place.key)
    if place.column != VALUE:
        anchor = f"#judul-{place.column}" if place.column else ""
        return f"{reverse(f'{page}-rincian', args=[slug, tahun, place.pk])}{anchor}"
    address = reverse(f"{page}-{VALUE}", args=[slug, key["tahun"], place.pk, key["triwulan"]])
    back = f"?{urlencode({'dari': tahun})}" if key["tahun"] != tahun else ""
    return f"{address}{back}#id_{VALUE}"
