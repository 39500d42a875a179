"""axe, made cheaper: it looks at a page that shows something which no page before has shown.

The site's pages are made of few pieces, and axe takes half a second for each page. It is asked of what is new on a
page and of what lies around that. Of texts that look alike on grounds that look alike it measures one, whatever page
they are on.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: How often a text that axe cannot judge (partly hidden, say) is asked of: texts of one look on a page, and pages.
MOST: Final = 3

_AXE: Final = Axe().axe_script
_LOOK: Final = Path(__file__).with_name("look.js").read_text(encoding="utf-8")


class Seen:
    """What was on the pages in which axe found nothing: their pieces, on how many of them a text had this look, and
    the looks that it found to stand out. The processes of a run tell each other in a file, a line for a page."""

    def __init__(self) -> None:
        self.pieces: set[str] = set()
        self.texts: Counter[str] = Counter()
        self.stand_out: set[str] = set()
        self._file: Path | None = None
        self._heard = 0

    def share(self, file: Path) -> None:
        """Tell and hear in this file, which each process of the run names; before, what was seen stays here."""
        self._file = file
        file.touch()

    def hear(self) -> None:
        """What was seen meanwhile, by this process and the others."""
        if self._file is None:
            return
        with self._file.open("rb") as told:
            told.seek(self._heard)
            whole = told.read().rpartition(b"\n")[0]
        for line in whole.splitlines():
            self._take(*json.loads(line))
        self._heard += len(whole) + 1 if whole else 0

    def tell(self, pieces: list[str], texts: list[str], stand_out: list[str]) -> None:
        """What a look has shown."""
        if self._file is None:
            self._take(pieces, texts, stand_out)
            return
        with self._file.open("ab", buffering=0) as told:  # all at once: nobody writes between
            told.write(json.dumps((pieces, texts, stand_out)).encode() + b"\n")

    def _take(self, pieces: list[str], texts: list[str], stand_out: list[str]) -> None:
        self.pieces.update(pieces)
        self.texts.update(texts)
        self.stand_out.update(stand_out)


seen: Final = Seen()


def pieces_of(page: Page, *, without: str = "") -> tuple[list[str], list[str]]:
    """Names of the pieces of which the page is made, and of the looks of its texts."""
    pieces, texts = page.evaluate(_LOOK, {"without": without})
    return pieces, texts


def look(page: Page, *, without: str = "") -> list[dict[str, Any]]:
    """What axe finds on the page that is open, but for what that CSS selector chooses."""
    pieces, texts = pieces_of(page, without=without)
    seen.hear()
    if seen.pieces.issuperset(pieces) and all(
        one in seen.stand_out or seen.texts[one] >= MOST for one in texts
    ):
        return []
    if not page.evaluate("!!window.axe"):
        page.evaluate(_AXE)
    wanted = {
        "without": without,
        "fresh": sorted(set(pieces) - seen.pieces),
        "known": sorted(seen.stand_out),
        "most": MOST,
    }
    violations: list[dict[str, Any]]
    violations, good = page.evaluate(_LOOK, wanted)
    if violations:
        pieces, texts = [], []
    seen.tell(pieces, texts, good)
    return violations
