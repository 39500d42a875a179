"""Findings as pages show them: in words, each with a link to the form that mends it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from sakip.checks import KINDS, Finding, Level, Place, checks_of_document
from sakip.entry.kinds import ISIAN
from sakip.entry.place import Tempat
from sakip.entry.watch import year_findings

_LEVELS: Final = {Level.GALAT: "Kesalahan", Level.PERINGATAN: "Peringatan"}

#: Findings listed on one page; the others are counted.
LISTED: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One line: how much it matters, where (with the address of the form), and what is said."""

    level: str
    label: str
    words: str
    address: str
    message: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a page shows: a title that counts, the gravest lines, and how many more there are."""

    title: str
    lines: tuple[Shown, ...]
    more: int

    @property
    def errors(self) -> bool:
        """Whether something cannot be right."""
        return any(line.level == Level.GALAT for line in self.lines)


def show_findings(findings: Iterable[Finding], tempat: Tempat) -> Findings | None:
    """What there is to show of findings that come gravest first; None where there is nothing."""
    every = tuple(findings)
    if not every:
        return None
    counted = [
        f"{count} {label.lower()}"
        for level, label in _LEVELS.items()
        if (count := sum(f.level is level for f in every))
    ]
    return Findings(
        title=f"{' dan '.join(counted)} dalam catatan",
        lines=tuple(_line(f, tempat) for f in every[:LISTED]),
        more=max(0, len(every) - LISTED),
    )


def page_findings(tempat: Tempat, document: str) -> Findings | None:
    """What is wrong on the entry page of that code, from the parts of the snapshot that its checks read."""
    models = {kind.model for kind in KINDS.values() if kind.document == document}
    findings = year_findings(
        kecamatan=tempat.kecamatan,
        tahun=tempat.tahun,
        checks=checks_of_document(document),
        models=sorted(models),
    )
    return show_findings((f for f in findings if f.place.about.document == document), tempat)


def _line(finding: Finding, tempat: Tempat) -> Shown:
    words = finding.place.words
    return Shown(
        level=finding.level.value,
        label=_LEVELS[finding.level],
        words=f"{words[:1].upper()}{words[1:]}",
        address=place_address(finding.place, tempat),
        message=finding.message,
        basis=finding.basis,
    )


def place_address(place: Place, tempat: Tempat) -> str:
    """The form of the row at the field in question; where the place is no one row, the page it stands on."""
    where = [tempat.kecamatan.slug, tempat.tahun]
    if place.kind == "realisasi":  # written in the grid, and at its indikator
        return (
            reverse("realisasi-rincian", args=[*where, place.pk])
            if place.pk
            else reverse("realisasi-isi", args=where)
        )
    kind = place.about.form or place.kind
    if not place.pk:
        return reverse("isi", args=[*where, place.about.document])
    field = ISIAN[kind].form.letak_galat.get(place.column, place.column)
    anchor = f"#id_{field}" if field else ""
    return f"{reverse('baris-ubah', args=[*where, kind, place.pk])}{anchor}"
