"""Names as they are compared; and the stable one (*kunci*) of a tujuan, sasaran or indikator, made of its words once
and never changed again."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import count
from typing import Final

from django.utils.text import slugify

LENGTH: Final = 50
"""Of the words; the column has room for a number behind them."""


#: A longer text is no name that comes again.
_MOST_KEPT: Final = 300


def squeezed(text: str) -> str:
    """A name as it is compared: small letters and digits alone, its numbering aside."""
    return _kept(text) if len(text) <= _MOST_KEPT else _squeezed(text)


def _squeezed(text: str) -> str:
    bare = re.sub(r"^\s*(?:\(?\d{1,2}[.)]|[a-z][.)])\s+", "", text.casefold())
    return " ".join(re.sub(r"[^\w%]+", " ", bare).split())


#: The same names are compared again for every row of a table.
_kept = lru_cache(maxsize=8_192)(_squeezed)


def new_key(word: str, used: Collection[str], *, default: str) -> str:
    """A kunci that is not among ``used``: "Indeks Kepuasan (%)" → "indeks-kepuasan", the next one "…-2".

    Long words are cut between words; ``default`` stands where no letter or digit is left.
    """
    base = slugify(word)
    if len(base) > LENGTH:
        cut = base[: LENGTH + 1]
        base = cut.rpartition("-")[0] or cut[:LENGTH]
    base = base or default
    if base not in used:
        return base
    return next(candidate for n in count(2) if (candidate := f"{base}-{n}") not in used)
