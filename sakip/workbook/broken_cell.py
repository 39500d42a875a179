"""Which cell of a sheet the library stumbled over: it gives up a whole sheet for one number that is none."""

from __future__ import annotations

from typing import IO

from defusedxml.ElementTree import iterparse
from openpyxl.utils.cell import coordinate_to_tuple


def broken_number(sheet: IO[bytes]) -> tuple[int, int, str] | None:
    """Row, column (both from 1) and text of the first cell that says that it holds a number and holds none.

    Only for a sheet that was read once and is therefore known to be XML. None where no such cell is found.
    """
    for _, element in iterparse(sheet, events=("end",), forbid_dtd=True):
        if element.tag.rpartition("}")[2] != "c":
            continue
        if element.get("t", "n") == "n":
            text = next((v.text or "" for v in element if v.tag.rpartition("}")[2] == "v"), "").strip()
            if text and not _is_number(text):
                row, column = coordinate_to_tuple(element.get("r") or "A1")
                return row, column, text
        element.clear()
    return None


def _is_number(text: str) -> bool:
    """Whether the library reads it: a whole number, or a float where it has a point or an exponent."""
    try:
        float(text) if any(sign in text for sign in ".eE") else int(text)
    except ValueError:
        return False
    return True
