"""Texts of the house that speak of areas and offices, in the words of the place that reads them. Pure: no Django."""

from __future__ import annotations

import re
from typing import Any, Final

_GENERAL: Final = re.compile(r"\b(kabupaten|kecamatan|camat|desa|kelurahan)\b", re.IGNORECASE)


def own_words(text: str, kecamatan: Any) -> str:
    """ "Desa dan kelurahan" as the kecamatan says it ("Kalurahan dan kelurahan"), with capitals where they stood.

    A stored kecamatan or a frozen one. For texts of the program alone: what people typed is never touched.
    """

    def own(found: re.Match[str]) -> str:
        word = found[0].lower()
        owner = kecamatan if word in ("kecamatan", "camat") else kecamatan.kabupaten
        name: str = getattr(owner, "sebutan" if word in ("kecamatan", "kabupaten") else f"sebutan_{word}")
        return name if found[0][0].isupper() else name.lower()

    return _GENERAL.sub(own, text)
