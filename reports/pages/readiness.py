"""How far each document of a year is, by the code of its page: the rules of the rooms, and that of the narrative.

Pure: from the Naskah alone.
"""

from __future__ import annotations

from collections import Counter

from reports.pages import SCREEN_PAGES, page_of
from reports.publish.naskah import Naskah
from reports.review.found import checked_year
from reports.review.passages import passages_of, with_braces
from reports.writing.outline import Outline, State, outline
from sakip.checks import CHECKS, find_all
from sakip.entry.readiness import Asked, Readiness, readiness_of
from sakip.records.readiness import READINESS

_MARKERS = (CHECKS["penanda-dikenal"], CHECKS["penanda-dalam-catatan"])


def readiness(naskah: Naskah) -> dict[str, Readiness]:
    """The readiness of every document, in the order of the year."""
    unread = dict(naskah.unread_rows)
    written = outline(naskah)
    asks = {code: rule.asks(naskah.snapshot) for code, rule in READINESS.items()}
    asks["narasi"], unread["narasi"] = _asks(written), written.unreviewed
    # A marker without a value holds the report back: what prints it is not complete.
    wrong: dict[str, dict[Asked, None]] = {}
    for one in find_all(_MARKERS, checked_year(naskah, passages_of(with_braces(naskah)))):
        wrong.setdefault(page_of(one.place), {})[Asked(f"perbaikan {one.recorded}", 1)] = None
    return {
        code: readiness_of(
            None if (asked := asks[code]) is None else [*asked, *wrong.get(code, ())],
            unread.get(code, 0),
        )
        for code in SCREEN_PAGES
    }


def readiness_of_parts(naskah: Naskah) -> dict[str, Readiness]:
    """The readiness of what is handed in by itself among a document (a PK perubahan, a triwulan), by its code. A copy
    that nobody confirmed does not say in which part it stands: none of them is complete before it was read."""
    unread = dict(naskah.unread_rows)
    return {
        code: readiness_of(asks(naskah.snapshot), unread.get(rule.code, 0))
        for rule in READINESS.values()
        for code, asks in rule.parts.items()
    }


def _asks(written: Outline) -> list[Asked] | None:
    """Every text that the report asks for."""
    if not written.filled:
        return None
    asked: Counter[str] = Counter()
    empty: Counter[str] = Counter()
    for place in written.places:
        if place.optional:
            continue
        asked[place.title] += 1
        empty[place.title] += place.state is State.EMPTY
    return [
        Asked(title if empty[title] < 2 else f"{title} ({empty[title]} kali)", empty[title], of)
        for title, of in asked.items()
    ]
