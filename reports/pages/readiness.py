"""How far each document of a year is, by the code of its page: the rules of the rooms, and that of the narrative.

Pure: from the Naskah alone.
"""

from __future__ import annotations

from collections import Counter

from reports.pages import SCREEN_PAGES
from reports.publish.naskah import Naskah
from reports.writing.outline import Outline, State, outline
from sakip.entry.readiness import Readiness, readiness_of
from sakip.records.readiness import READINESS

#: Places that a report may leave empty: what they add is said elsewhere already.
ADDITIONS = frozenset({"latar-belakang", "profil"})


def readiness(naskah: Naskah) -> dict[str, Readiness]:
    """The readiness of every document, in the order of the year."""
    unread = dict(naskah.unread_rows)
    written = outline(naskah)
    states = {
        code: readiness_of(rule.lacks(naskah.snapshot), unread.get(code, 0))
        for code, rule in READINESS.items()
    }
    states["narasi"] = readiness_of(_lacks(naskah, written), written.unreviewed)
    return {code: states[code] for code in SCREEN_PAGES}


def _lacks(naskah: Naskah, written: Outline) -> list[str] | None:
    """Every text that the report asks for; why the Renstra was changed only where it was."""
    if not written.filled:
        return None
    optional = ADDITIONS if len(naskah.snapshot.renstra) > 1 else ADDITIONS | {"perubahan-renstra"}
    empty = Counter(
        place.title for place in written.places if place.state is State.EMPTY and place.bagian not in optional
    )
    return [title if count == 1 else f"{title} ({count} kali)" for title, count in empty.items()]
