"""How far each document of a year is, by the code of its page: the rules of the rooms, and that of the narrative.

Pure: from the Naskah alone.
"""

from __future__ import annotations

from collections import Counter

from reports.pages import SCREEN_PAGES, page_of
from reports.publish.naskah import Naskah
from reports.review.passages import passages_of, with_braces
from reports.review.review import checked_year
from reports.writing.outline import Outline, State, outline
from sakip.capaian.rounding import HUNDRED
from sakip.checks import CHECKS, find_all
from sakip.entry.readiness import Readiness, readiness_of
from sakip.records.readiness import READINESS

#: Places that a report may leave empty: what they add is said elsewhere already.
ADDITIONS = frozenset({"latar-belakang", "profil"})

#: Of an indikator that reached its target nobody asks what kept it back, of one that missed it not what carried it.
_OF_THE_MISSED = frozenset({"penghambat", "solusi", "rencana-aksi"})
_OF_THE_REACHED = frozenset({"pendorong"})

_MARKERS = (CHECKS["penanda-dikenal"], CHECKS["penanda-dalam-catatan"])


def readiness(naskah: Naskah) -> dict[str, Readiness]:
    """The readiness of every document, in the order of the year."""
    unread = dict(naskah.unread_rows)
    written = outline(naskah)
    lacks = {code: rule.lacks(naskah.snapshot) for code, rule in READINESS.items()}
    lacks["narasi"], unread["narasi"] = _lacks(naskah, written), written.unreviewed
    # A marker without a value holds the report back: what prints it is not complete.
    wrong: dict[str, list[str]] = {}
    for one in find_all(_MARKERS, checked_year(naskah, passages_of(with_braces(naskah)))):
        wrong.setdefault(page_of(one.place), []).append(f"perbaikan {one.recorded}")
    return {
        code: readiness_of(
            None if (missing := lacks[code]) is None else [*missing, *dict.fromkeys(wrong.get(code, ()))],
            unread.get(code, 0),
        )
        for code in SCREEN_PAGES
    }


def _lacks(naskah: Naskah, written: Outline) -> list[str] | None:
    """Every text that the report asks for; why the Renstra was changed only where it was, and of an indikator what
    fits its capaian."""
    if not written.filled:
        return None
    renstra = naskah.snapshot.renstra_in_force
    optional = ADDITIONS if renstra and renstra.versi else ADDITIONS | {"perubahan-renstra"}
    measured = {
        i.kunci: raw >= HUNDRED
        for s in (naskah.results.sasaran if naskah.results else ())
        for i in s.indikator
        if (raw := i.capaian.mentah) is not None
    }
    unasked = {True: _OF_THE_MISSED, False: _OF_THE_REACHED}
    empty = Counter(
        place.title
        for place in written.places
        if place.state is State.EMPTY
        and place.bagian not in optional
        and not (place.key in measured and place.bagian in unasked[measured[place.key]])
    )
    return [title if count == 1 else f"{title} ({count} kali)" for title, count in empty.items()]
