"""Errors of one pasted row that differ in their value alone, said once: the targets of an indikator stand in a column
for each year, and each of them is refused for the same reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

_QUOTED: Final = re.compile(r'("[^"]*") (.+)', re.DOTALL)


def said_once(errors: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The errors in their order; those of one row and column with one reason are one, with all of their values, and
    what is said twice in the same words is said once."""
    merged: dict[object, list[dict[str, Any]]] = {}
    for number, one in enumerate(errors):
        found = _QUOTED.fullmatch(str(one.get("pesan", "")))
        place = (one.get("lembar"), one.get("baris"), one.get("kolom"))
        reason = found[2] if found else str(one.get("pesan", ""))
        merged.setdefault((*place, reason) if place[1] else number, []).append(one)
    return [_one(several) for several in merged.values()]


def _one(errors: list[dict[str, Any]]) -> dict[str, Any]:
    first = errors[0]
    if len(errors) == 1:
        return first
    if not _QUOTED.fullmatch(str(first["pesan"])):
        return first
    matches = [_QUOTED.fullmatch(str(one["pesan"])) for one in errors]
    values = list(dict.fromkeys(found[1] for found in matches if found))
    said = str(first["pesan"])
    pesan = f"{', '.join(values)}{said[len(values[0]) :]}"
    return first | {"pesan": pesan, "kalimat": str(first["kalimat"]).replace(said, pesan)}
