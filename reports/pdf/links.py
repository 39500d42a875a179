"""The links of pages that are laid out, before they are drawn."""

from __future__ import annotations

from typing import Any, Final

import weasyprint

#: CSS pixels by which a word may stand out of the line of its link.
_NEAR: Final = 1.0
#: CSS pixels between a number that hangs in front of its line and the line.
_GAP: Final = 8.0

_Corners = tuple[float, float, float, float]


def links_once(document: weasyprint.Document) -> None:
    """Make one link of each line: the engine makes another of everything inside it, and who goes from link to link by
    keyboard comes by a line of the daftar isi four times."""
    for page in document.pages:
        page.links[:] = _joined(page.links)


def _joined(links: list[Any]) -> list[Any]:
    """The links; those that touch one to the same place on its line are part of it. What is outside comes first."""
    found: list[Any] = []
    places: dict[str, list[int]] = {}
    for link in links:
        kind, target, corners, _ = link
        own = places.setdefault(target, [])
        for at in own:
            if _touches(corners, found[at][2]):
                found[at] = kind, target, _around(corners, found[at][2]), found[at][3]
                break
        else:
            own.append(len(found))
            found.append(link)
    return found


def _touches(inner: _Corners, outer: _Corners) -> bool:
    return (
        inner[1] >= outer[1] - _NEAR
        and inner[3] <= outer[3] + _NEAR
        and inner[0] <= outer[2] + _GAP
        and inner[2] >= outer[0] - _GAP
    )


def _around(one: _Corners, other: _Corners) -> _Corners:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def links_elsewhere(document: weasyprint.Document) -> list[str]:
    """The anchors of other parts that this one leads to. The engine would drop such links: let it find them here."""
    here = {name for page in document.pages for name in page.anchors}
    asked = {target for page in document.pages for kind, target, *_ in page.links if kind == "internal"}
    elsewhere = sorted(asked - here)
    document.pages[-1].anchors.update(dict.fromkeys(elsewhere, (0, 0, 0, 0)))
    return elsewhere
