"""Texts of the house that speak of areas and offices, in the words of the place that reads them."""

from __future__ import annotations

import re
from typing import Final

from kecamatan.models import Kecamatan

_GENERAL: Final = re.compile(r"\b(kabupaten|kecamatan|camat|desa|kelurahan)\b", re.IGNORECASE)


def own_words(text: str, kecamatan: Kecamatan) -> str:
    """ "Desa dan kelurahan" as the kecamatan says it ("Kalurahan dan kelurahan"), with capitals where they stood.

    Needs its kabupaten. For texts of the program alone: what people typed is never touched.
    """
    names = {
        "kabupaten": kecamatan.kabupaten.sebutan,
        "kecamatan": kecamatan.sebutan,
        "camat": kecamatan.sebutan_camat,
        "desa": kecamatan.kabupaten.sebutan_desa,
        "kelurahan": kecamatan.kabupaten.sebutan_kelurahan,
    }

    def own(found: re.Match[str]) -> str:
        name = names[found[0].lower()]
        return name if found[0][0].isupper() else name.lower()

    return _GENERAL.sub(own, text)
