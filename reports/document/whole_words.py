"""Words joined by a slash that are read as one, a satuan above all ("orang/bulan"): they stand on one line. Pure."""

from __future__ import annotations

import re
from typing import Final

#: Short, and no two names ("Kabupaten/Kota"): what is longer may break, or it would take room from the columns beside.
JOINED: Final = re.compile(r"(?<![\w/])(?=[\w/]{3,14}(?![\w/]))[^\W\d_]+/[a-z]+(?![\w/])")


def joined_as_one(text: str) -> str:
    """The text to be measured: a line breaks at no slash of theirs. A full stop is as wide."""
    return JOINED.sub(lambda found: found[0].replace("/", "."), text) if "/" in text else text
