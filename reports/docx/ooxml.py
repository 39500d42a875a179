"""Words and lengths as WordprocessingML writes them.

The package builds its XML as text, because it then reads like the standard it follows (ECMA-376). Everything that
comes from the document tree goes through :func:`text` or :func:`attribute`; everything else is our own words.
"""

from __future__ import annotations

import re
from decimal import Decimal
from html import escape
from typing import Final

from sakip.capaian.rounding import round_half_up

_SPACE: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
#: Namespace declarations for a root element.
XMLNS: Final = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _SPACE.items())
PICTURE_URI: Final = _SPACE["pic"]
GROUP_URI: Final = _SPACE["wpg"]

# What XML 1.0 cannot hold at all, not even escaped: Word would call the file damaged.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: Twentieths of a point and EMU in a millimetre.
_TWIP: Final = Decimal(1440) / Decimal("25.4")
_EMU: Final = 36_000


class DocxError(ValueError):
    """A document that cannot be made into a Word file. ``str()`` says why, in Indonesian."""


def text(content: str) -> str:
    """Escaped text without the control characters that XML forbids."""
    return escape(_FORBIDDEN.sub("", content), quote=False)


def attribute(content: str) -> str:
    """Escaped text for an attribute in double quotes; a line break is a space there."""
    return escape(" ".join(_FORBIDDEN.sub("", content).split()))


def drop_forbidden(content: str) -> str:
    """The text without control characters, unescaped."""
    return _FORBIDDEN.sub("", content)


def twip(mm: Decimal | int) -> int:
    """Millimetres in twentieths of a point."""
    return whole(mm * _TWIP)


def emu(mm: Decimal | int) -> int:
    """Millimetres in EMU, the unit of drawings."""
    return whole(Decimal(mm) * _EMU)


def half_point(points: Decimal) -> int:
    """A font size in points as Word counts it: in half points."""
    return whole(points * 2)


def whole(nilai: Decimal) -> int:
    return int(round_half_up(nilai, 0))
