"""Questions of the checks that nobody has answered yet: about a year, and about a row that was just written."""

from __future__ import annotations

from django.db.models import Model

from kecamatan.models import Kecamatan
from sakip.checks import Finding, questions_of
from sakip.entry.watch import is_about, year_findings


def open_questions(kecamatan: Kecamatan, tahun: int) -> tuple[Finding, ...]:
    """What is asked about the year."""
    return year_findings(kecamatan=kecamatan, tahun=tahun, checks=questions_of())


def questions_about(row: Model, kecamatan: Kecamatan, tahun: int) -> tuple[Finding, ...]:
    """What is asked about this row (nothing is read for a kind that no check asks about)."""
    checks = questions_of(row._meta.label_lower)
    return tuple(
        f for f in year_findings(kecamatan=kecamatan, tahun=tahun, checks=checks) if is_about(f, row)
    )


def say_questions(questions: tuple[Finding, ...]) -> str:
    """What is asked of a value that was stored, to follow "tersimpan."; empty where nothing is."""
    return "".join(f" Pastikan: {question.message}" for question in questions)
