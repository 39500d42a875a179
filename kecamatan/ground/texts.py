"""Text as it may be stored, whoever brings it: a form, a cell of the grid, a workbook, a fixture."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = str.maketrans("\n\t", "  ")
_EXCEL_ERROR = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|NAM[EA]\?|NUM!|NULL!|N/A|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)|#{3,}|Err:[0-9]{3}"
)
_EXCEL_ESCAPE = re.compile(r"_x(?P<code>[0-9A-Fa-f]{4})_")


class Refused(ValueError):
    """A value that cannot be read; ``str()`` is Indonesian: the value, what is wrong, what to write instead."""


def quote(text: str) -> str:
    """A text as a message quotes it: in one line, its beginning."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def tidy_text(raw: str) -> str:
    """Text as it may be stored: one kind of line break, nothing invisible, no blanks at the ends.

    Raises :class:`Refused` for characters that no page, no document and no workbook can hold, and for what a
    spreadsheet shows in place of a value.
    """
    text = _EXCEL_ESCAPE.sub(_unescape, raw).replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    if text.translate(_BLANKS).isprintable():  # nearly every text: asked as a whole, ten times as fast
        return _no_error(text.strip())
    # Soft hyphens, zero-width spaces, byte order marks, changes of direction: dropped, because nobody sees them.
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    for place, char in enumerate(text):
        if _unstorable(char):
            around = "".join(c for c in text[max(0, place - 15) : place + 16] if not _unstorable(c))
            raise Refused(
                f'Isian memuat karakter yang tidak dapat dibaca (U+{ord(char):04X}) pada "{quote(around)}".'
                " Hapus karakter itu, atau ketik ulang."
            )
    return _no_error(text.strip())


def legible_text(raw: str) -> str:
    """Text that was read from a paper as it may be stored: what nobody sees is dropped, what nothing can hold a blank.

    A soft hyphen at the end stays: it tells that a line divided a word.
    """
    if raw.translate(_BLANKS).isprintable():
        return raw
    kept = (
        c
        for at, c in enumerate(raw)
        if unicodedata.category(c) != "Cf" or (c == "\xad" and at == len(raw) - 1)
    )
    return "".join(" " if _unstorable(c) else c for c in kept)


def excel_error(text: str) -> str:
    """What is said of the error of a spreadsheet where a value belongs."""
    return f'"{quote(text)}" adalah galat Excel, bukan isian. Tulis nilainya, atau kosongkan.'


def _no_error(text: str) -> str:
    if _EXCEL_ERROR.fullmatch(text):
        raise Refused(excel_error(text))
    return text


def _unescape(found: re.Match[str]) -> str:
    """Excel writes what no file can hold as ``_x000D_``; other text of that shape is left as it is."""
    char = chr(int(found["code"], 16))
    return char if unicodedata.category(char) == "Cc" or ord(char) >= 0xFFFE else found[0]


def _unstorable(char: str) -> bool:
    if char in "\n\t":
        return False
    return unicodedata.category(char) in ("Cc", "Cs") or (ord(char) & 0xFFFE) == 0xFFFE
