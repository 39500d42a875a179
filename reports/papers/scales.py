"""On which of the installed scales the letters of an indikator are read, where nobody has said it yet. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sakip.workbook.raw_cells import folded


def scale_for(scales: Iterable[str], unit: str) -> str:
    """The newest scale for what is measured in this unit: that of surveys for an index, else that of AKIP; empty where
    there is none."""
    wanted = "skm" if folded(unit) == "indeks" else "akip"
    return max((kode for kode in scales if kode.startswith(wanted)), default="")


def scale_of_letters(scales: Mapping[str, Any], letters: Collection[str], unit: str) -> str:
    """The scale that has all of these letters, or words: the one for that unit where it has them, else the only one;
    empty where several have them, or none."""
    wanted = set(map(folded, letters))
    having = [
        kode for kode, scale in scales.items() if wanted <= {folded(one.kode) for one in scale.kategori.all()}
    ]
    usual = scale_for(having, unit)
    return usual or (having[0] if len(having) == 1 else "")
