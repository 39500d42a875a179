"""What the preview of a paper shows first: what waits for a decision, fact by fact, and its changes by kind. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

#: What the changes may be narrowed to, as the address names it, with its words.
ONLY: Final = (("baru", "baru"), ("berubah", "berubah"), ("catatan", "dengan catatan"))


class Kind(NamedTuple):
    """Changes of one kind: its name in the address, its words, how many."""

    code: str
    words: str
    rows: int


def kinds_of(changes: Sequence[dict[str, Any]]) -> tuple[Kind, ...]:
    """The kinds of which there are some."""
    told = (Kind(code, words, len(paper_changes(changes, code))) for code, words in ONLY)
    return tuple(kind for kind in told if kind.rows)


def paper_changes(changes: Sequence[dict[str, Any]], only: str) -> list[dict[str, Any]]:
    """The changes of a kind; all for a name that is none."""
    if only == "catatan":
        return [one for one in changes if (one.get("usulan") or {}).get("catatan")]
    if any(only == code for code, _ in ONLY):
        return [one for one in changes if one["jenis"] == only]
    return list(changes)


def undecided(held: Iterable[dict[str, Any]]) -> list[tuple[str, list[list[dict[str, Any]]]]]:
    """What is left out by sheet, and of each sheet those that tell one fact together. A record that was kept by an
    older version names no fact: then each stands alone."""
    sheets: dict[str, dict[tuple[object, ...], list[dict[str, Any]]]] = {}
    for one in held:
        fact = ("fact", one["hal"]) if one.get("hal") else ("alone", one["nomor"])
        sheets.setdefault(one["lembar"], {}).setdefault(fact, []).append(one)
    return [(name, list(facts.values())) for name, facts in sheets.items()]
