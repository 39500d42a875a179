"""axe, made cheaper: it looks at a page that shows something which no page before has shown.

The site's pages are made of few pieces, and axe takes half a second for each page. Of texts that look alike on grounds
that look alike it measures one, whatever page they are on.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: How often a text that axe cannot judge (partly hidden, say) is asked of: texts of one look on a page, and pages.
MOST: Final = 3

_AXE: Final = Axe().axe_script
_LOOK: Final = Path(__file__).with_name("look.js").read_text(encoding="utf-8")

#: What was on the pages in which axe, in this process, found nothing: their pieces, and on how many of them a text had
#: this look; and the looks that it found to stand out.
_pieces: set[str] = set()
_texts: Counter[str] = Counter()
_stand_out: set[str] = set()


def pieces_of(page: Page, *, without: str = "") -> tuple[list[str], list[str]]:
    """Names of the pieces of which the page is made, and of the looks of its texts."""
    pieces, texts = page.evaluate(_LOOK, {"without": without})
    return pieces, texts


def look(page: Page, *, without: str = "") -> list[dict[str, Any]]:
    """What axe finds on the page that is open, but for what that CSS selector chooses."""
    pieces, texts = pieces_of(page, without=without)
    if _pieces.issuperset(pieces) and all(one in _stand_out or _texts[one] >= MOST for one in texts):
        return []
    if not page.evaluate("!!window.axe"):
        page.evaluate(_AXE)
    wanted = {"without": without, "known": sorted(_stand_out), "most": MOST}
    violations: list[dict[str, Any]]
    violations, good = page.evaluate(_LOOK, wanted)
    _stand_out.update(good)
    if not violations:
        _pieces.update(pieces)
        _texts.update(texts)
    return violations
