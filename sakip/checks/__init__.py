"""Checks over one kecamatan-year: what concerns many rows, which no constraint can hold and no rule of a row can see.

Each is a named function over the snapshot, its results and the texts of its report, with one kind of message. It
queries nothing and knows no page; the same finding goes to the import's preview, to the form, to the pages, to
``periksa_data`` and to the review of the report. To add one, write the function with its ``@check`` in the module of
its subject, and its rows in the table of the tests.
"""

from collections.abc import Iterable

from sakip.checks import (  # noqa: F401  # each registers its checks
    budget,
    cascade,
    documents,
    evaluation,
    measures,
    money,
    nomenklatur,
    plan,
    plausibility,
    region,
    regulations,
    report,
    signatures,
    survei,
    targets,
    text,
)
from sakip.checks.base import CHECKS, AtForm, Check, Finding, Level, find_all
from sakip.checks.catalogue import RULES
from sakip.checks.kinds import KINDS, Kind, parts_of
from sakip.checks.material import BEYOND_SNAPSHOT, CheckedYear, Place

__all__ = [
    "CHECKS",
    "KINDS",
    "RULES",
    "AtForm",
    "Check",
    "CheckedYear",
    "Finding",
    "Kind",
    "Level",
    "Place",
    "checks_of_document",
    "checks_of_models",
    "find_all",
    "over_records",
    "parts_of",
    "parts_read",
    "questions_of",
]


def over_records() -> tuple[Check, ...]:
    """The checks that need the snapshot alone."""
    return tuple(c for c in CHECKS.values() if not c.reads & BEYOND_SNAPSHOT)


def checks_of_document(document: str) -> tuple[Check, ...]:
    """The checks over records that can point to the page of this code."""
    return tuple(c for c in over_records() if any(KINDS[kind].document == document for kind in c.kinds))


def checks_of_models(*models: str) -> tuple[Check, ...]:
    """The checks over records that a change to rows of these models can break."""
    parts = parts_of(models)
    return tuple(c for c in over_records() if c.reads & parts)


def parts_read(checks: Iterable[Check], *models: str) -> frozenset[str]:
    """The parts of the snapshot that these checks need; of ``apart`` ones only what rows of ``models`` go into."""
    changed = parts_of(models)
    return frozenset(part for c in checks for part in (c.reads & changed if c.apart and models else c.reads))


def questions_of(*models: str) -> tuple[Check, ...]:
    """The checks that ask about what the forms of these models write; of none named every one that asks."""
    return tuple(
        c
        for c in CHECKS.values()
        if c.answerable
        and (not models or any(KINDS[KINDS[kind].form or kind].model in models for kind in c.kinds))
    )
