"""Characters that a page can show, and the signs by which Word marks the items of a list.

Word's symbol fonts put their signs into Unicode's private area, where every other font has an empty box, and its line
breaks are control characters, which Excel spells ``_x000B_``. Both come through a paste or a workbook.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

Refuse = Callable[[str], object]
"""Takes what is wrong with a text: one sentence with the value, its place and the remedy."""


def ignore(message: str) -> None:
    """For a text that is stored already: whatever is wrong with it, it has to be shown."""


#: Signs of an item that are nothing else where a blank follows at the beginning of a line.
BULLETS: Final = "•·▪▫■□●○◦‣⁃➢➤➔❖✓✔◆◇♦"

#: What Excel writes for a character that XML cannot hold.
_SPELLED: Final = re.compile(r"_x(00[01][0-9a-f]|007f|fff[ef])_", re.IGNORECASE)
_LINE_BREAKS: Final = dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n")
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
#: Word's signs that mean the same in Symbol and Wingdings, or stand in one of them alone.
_SYMBOLS: Final = str.maketrans(
    {
        "\uf02d": "-",
        "\uf0a3": "≤",
        "\uf0a7": "▪",
        "\uf0b0": "°",
        "\uf0b1": "±",
        "\uf0b3": "≥",
        "\uf0b4": "×",
        "\uf0b7": "•",
        "\uf0d8": "➢",
        "\uf0e0": "→",
        "\uf0fc": "✓",
        "\uf06c": "●",
        "\uf06e": "■",
        "\uf071": "□",
        "\uf076": "❖",
    }
)
_PRIVATE: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_PRIVATE_BULLET: Final = re.compile(rf"(?m)^(?P<before>[ \t\xa0]*)[{_PRIVATE}](?=[ \t\xa0])")
_PRIVATE_SIGN: Final = re.compile(f"[{_PRIVATE}]")
_AROUND: Final = 20


def opening(text: str) -> str:
    """The beginning of a text on one line, as a message quotes it."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def printable(text: str, refuse: Refuse = ignore) -> str:
    """The text without what no page shows: breaks of Word are line breaks, its symbols ordinary signs.

    A sign of a symbol font that has no ordinary one is refused with its surroundings, and left out.
    """
    if text.isascii() and text.isprintable() and "_" not in text:
        return text  # nearly every text
    text = _SPELLED.sub(lambda m: chr(int(m[1], 16)), text)
    # Soft hyphens, zero-width blanks, changes of direction: nobody sees them.
    text = text.translate({ord(char): None for char in set(text) if unicodedata.category(char) == "Cf"})
    # Word's hyphen that keeps a word on one line is the only control character that is seen.
    text = _INVISIBLE.sub("", text.replace("\x1e", "-").translate(_LINE_BREAKS))
    if not _PRIVATE_SIGN.search(text):
        return text
    text = text.translate(_SYMBOLS)
    text = _PRIVATE_BULLET.sub(r"\g<before>•", text)
    for sign in _PRIVATE_SIGN.finditer(text):
        before = _PRIVATE_SIGN.sub("□", text[max(sign.start() - _AROUND, 0) : sign.start()])
        after = _PRIVATE_SIGN.sub("□", text[sign.end() : sign.end() + _AROUND])
        around = " ".join(f"{before}□{after}".split())
        refuse(
            f"Tanda U+{ord(sign[0]):04X} pada “{around}” berasal dari huruf simbol Word dan tidak dapat dicetak. "
            f"Hapus, atau ganti dengan huruf atau tanda biasa."
        )
    return _PRIVATE_SIGN.sub("", text)
