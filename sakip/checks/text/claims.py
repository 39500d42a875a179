"""Checks of numbers in sentences and tables: what a text says to be a target, a realisasi or a capaian is what is
recorded."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage, Shape
from sakip.checks.text.claim import Claim
from sakip.checks.text.headings import told
from sakip.checks.text.partial_names import Measured
from sakip.checks.text.record_texts import KINDS_OF_REASONS, REASONS
from sakip.checks.text.recorded import (
    PLANS,
    Known,
    Role,
    planned_values,
    recorded_amounts,
    recorded_of_belanja,
    recorded_values,
)
from sakip.checks.text.row_claims import row_claims
from sakip.checks.text.sentence_claims import sentence_claims
from sakip.checks.text.subjects import Subjects, name_of, subjects_of
from sakip.text.reading.figures import FigureKind

#: "Sekitar Rp3,2 miliar" may be so far from the record.
_ROUGHLY: Final = Decimal("0.02")


@check(
    "angka-sesuai-catatan",
    rule="R-real",
    basis="Angka dalam kalimat sama dengan target, realisasi, dan capaian yang dicatat.",
    example="Realisasi IKM tahun 2023 sebesar 80,67, padahal tercatat 85.",
    reads=("passages", "results", *REASONS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_REASONS),
    level=Level.PERINGATAN,
)
def numbers_in_sentences_are_those_recorded(year: CheckedYear) -> Found:
    """A number that a text calls target, realisasi, capaian, pagu or serapan of something is the recorded one."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage in told(year, subjects):
        for claim in _claims(passage, subjects):
            if said := contradiction(claim, subjects, year):
                yield passage.place, said


def _claims(passage: Passage, subjects: Subjects) -> Iterator[Claim]:
    if passage.shape is Shape.ROW and any(passage.heads):
        yield from row_claims(passage, subjects)
    for text in passage.cells or (passage.text,):
        yield from sentence_claims(text, passage, subjects)


def contradicted(text: str, passage: Passage, year: CheckedYear) -> frozenset[int]:
    """Where the numbers of a sentence begin that are held against the record and found wrong."""
    subjects = subjects_of(year)
    if subjects is None:
        return frozenset()
    claims = sentence_claims(text, passage, subjects)
    return frozenset(claim.figure.start for claim in claims if contradiction(claim, subjects, year))


def contradiction(claim: Claim, subjects: Subjects, year: CheckedYear) -> Said | None:
    """What is said of a claim that is not recorded; None where it is, or nothing is known of it."""
    known = [
        value
        for subject in (claim.subject, *claim.others)
        for value in _known(claim, subject, subjects, year)
    ]
    right = [value for value, _ in known]
    this_year = claim.tahun == subjects.results.tahun
    if claim.figure.kind is FigureKind.RUPIAH and not claim.named and this_year:
        right += recorded_amounts(year, belanja=claim.belanja, role=claim.role)
    if claim.figure.kind is FigureKind.RUPIAH and claim.of_pk:
        right += [row.anggaran for pk in year.snapshot.pk for row in pk.anggaran]
        right += [sum((row.anggaran for row in pk.anggaran), Decimal(0)) for pk in year.snapshot.pk]
    if claim.role is Role.SERAPAN and claim.subject is None:
        right += recorded_of_belanja(year)
    if claim.of_column:
        right += [value for value, _ in planned_values(year, claim.subject, Role.PLANNED, claim.tahun)]
    if not known or any(_agrees(claim, value) for value in right):
        return None
    if claim.share is not None and not _is_recorded(claim.share, subjects):
        return None  # the share of another amount
    expected = known[0][1]
    of_year = f"tahun {claim.tahun}" if claim.tahun else ""
    what = " ".join(filter(None, (claim.role.value, name_of(claim.subject), of_year)))
    message = f"{what[:1].upper()}{what[1:]} ditulis {claim.figure.text}; tercatat {expected}."
    return Said(f"{message} Perbaiki kalimat atau catatannya.", claim.figure.text, expected)


def _known(claim: Claim, subject: Measured | None, subjects: Subjects, year: CheckedYear) -> list[Known]:
    if claim.role in PLANS or claim.tahun is None:
        return planned_values(year, subject, claim.role, claim.tahun)
    return recorded_values(subjects.results, subject, claim.role, claim.tahun, claim.figure.kind)


def _agrees(claim: Claim, exact: Decimal) -> bool:
    if claim.figure.agrees_with(exact):
        return True
    return claim.about and abs((claim.figure.value or 0) - exact) <= abs(exact) * _ROUGHLY


def _is_recorded(spent: Claim, subjects: Subjects) -> bool:
    known = recorded_values(subjects.results, spent.subject, Role.SPENT, spent.tahun or 0, spent.figure.kind)
    return any(spent.figure.agrees_with(value) for value, _ in known)
