"""A pasted table of values of wider areas: a line for each area, or a column for each, perhaps of several years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sakip.capaian.inputs import Lingkup
from sakip.workbook.sheets.pasted import Block, Pasted, Spread

_VALUE: Final = "nilai"
#: A head that names an area and none of these is of its values.
_OTHERWISE: Final = r"(?!.*\b(?:kecamatan|indikator|sumber|satuan|target|capaian|lingkup|nama|selisih)\b)"
_AREAS: Final = tuple(
    (rf"^{_OTHERWISE}.*\b(?:{words})\b", area.value)
    for words, area in (
        ("nasional|indonesia|pusat", Lingkup.NASIONAL),
        ("provinsi|prov", Lingkup.PROVINSI),
        ("kabupaten|kota|kab", Lingkup.KABUPATEN),
    )
)
_YEAR: Final = re.compile(r"\b(20\d\d)\b")


def _latest(block: Block) -> Block:
    """Of an area with a column for each year the last one: the LKIP compares with one value. Its year is said by all
    rows; columns of an earlier one are not read, and neither is a value that is of no area beside those that are."""
    areas = list(_areas(block))
    if not areas:
        return block
    last = max(year for _, _, year in areas)
    read = {area: at for at, area, year in reversed(areas) if year == last}
    columns = tuple(
        f"{_VALUE}@{area}" if (area := next((a for a, place in read.items() if place == at), "")) else key
        for at, key in (
            (at, "" if key.partition("@")[0] == _VALUE else key) for at, key in enumerate(block.columns)
        )
    )
    years = {"tahun": last} if last and "tahun" not in columns else {}
    return replace(block, columns=columns, constants={**block.constants, **years})


def _areas(block: Block) -> Iterator[tuple[int, str, str]]:
    """Place, area and year of each column of an area; the year is empty where its head says none."""
    spread = AREAS.spread
    for at, head in enumerate(block.heads):
        text = head.casefold()
        if spread and (area := spread.which(text)):
            found = _YEAR.search(text)
            yield at, area, found[1] if found else ""


def _lingkup(text: str) -> str:
    """ "Kab. Jember" in the words of the sheet."""
    spread = AREAS.spread
    return (spread.which(text.casefold()).capitalize() if spread else "") or text


AREAS: Final = Pasted(spread=Spread(_VALUE, "lingkup", _AREAS), spelled={"lingkup": _lingkup}, finds=_latest)
