"""Text as it may be stored, whoever brings it: a form, a cell of the grid, a workbook, a fixture."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = str.maketrans("\n\t", "  ")
_EXCEL_ESCAPE = re.compile(r"_x(?P<code>[0-9A-Fa-f]{4})_")


class Refused(ValueError):
    """A value that cannot be read; ``str()`` is Indonesian: the value, what is wrong, what to write instead."""


def quote(text: str) -> str:
    """A text as a message quotes it: in one line, its beginning."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def tidy_text(raw: str) -> str:
    """Text as it may be stored: one kind of line break, nothing invisible, no blanks at the ends.

    Raises :class:`Refused` for characters that no page, no document and no workbook can hold.
    """
    text = _EXCEL_ESCAPE.sub(_unescape, raw).replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    if text.translate(_BLANKS).isprintable():  # nearly every text: asked as a whole, ten times as fast
        return text.strip()
    # Soft hyphens, zero-width spaces, byte order marks, changes of direction: dropped, because nobody sees them.
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    for place, char in enumerate(text):
        if _unstorable(char):
            around = "".join(c for c in text[max(0, place - 15) : place + 16] if not _unstorable(c))
            raise Refused(
                f'Isian memuat karakter yang tidak dapat dibaca (U+{ord(char):04X}) pada "{quote(around)}".'
                " Hapus karakter itu, atau ketik ulang."
            )
    return text.strip()


def _unescape(found: re.Match[str]) -> str:
    """Excel writes what no file can hold as ``_x000D_``; other text of that shape is left as it is."""
    char = chr(int(found["code"], 16))
    return char if unicodedata.category(char) == "Cc" or ord(char) >= 0xFFFE else found[0]


def _unstorable(char: str) -> bool:
    if char in "\n\t":
        return False
    return unicodedata.category(char) in ("Cc", "Cs") or (ord(char) & 0xFFFE) == 0xFFFE
