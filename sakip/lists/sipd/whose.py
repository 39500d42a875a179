"""Whose the rows of a budget file are: known by the name of the kecamatan, by the code of its SKPD, or because somebody
said so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kecamatan.ground.texts import quote
from sakip.lists.sipd.file_rows import Line, ReadFile, Wanted
from sakip.lists.sipd.kode import unit_code, without_unit_code

#: Words with which the name of such an SKPD begins.
_AREAS: Final = frozenset({"kecamatan", "kec", "distrik", "kapanewon", "kemantren", "camat"})
_NAMED: Final = re.compile(r"\b(?:kecamatan|distrik|kapanewon|kemantren)\s+[\w ]+", re.IGNORECASE)


def letters(text: str) -> str:
    """A name as it is compared: letters and figures, capitals aside."""
    return "".join(c for c in text.casefold() if c.isalnum())


def sort_units(lines: Sequence[Line], wanted: Wanted, read: ReadFile) -> None:
    """Mark the lines that are not ours, and name the unit of each; ``read`` is told of all units.

    A kelurahan has the code of its kecamatan and one of its own behind it.
    """
    texts = {line.unit for line in lines}
    if texts <= {""}:
        _warn_of_title(wanted, read)
        return
    chosen = set(wanted.units)
    named = {text for text in texts if any(_names_us(one, wanted) for one in text.split("\n"))}
    codes = {code for text in named for code in _codes(text)}
    for line in lines:
        label = _label(line.unit)
        line.own = label in chosen if chosen else line.unit in named or bool(codes & _codes(line.unit))
        read.units[label] = read.units.get(label, 0) + 1
        if line.own and label not in read.ours:
            read.ours.append(label)
        line.unit = "" if _names_us(label, wanted) else label
    read.unclear = not read.ours
    if chosen and len(read.ours) == 1:
        for line in lines:
            line.unit = "" if line.own else line.unit


def _codes(unit: str) -> set[str]:
    return {code for one in unit.split("\n") if (code := unit_code(one))}


def _label(unit: str) -> str:
    """The last that is said of a unit, by name where there is one."""
    texts = unit.split("\n")
    names = [name for text in texts if (name := without_unit_code(text))]
    return (names or texts)[-1]


def _names_us(text: str, wanted: Wanted) -> bool:
    words = without_unit_code(text).casefold().removeprefix("kantor ").split()
    if not words or words[0].rstrip(".") not in _AREAS | {wanted.sebutan.casefold()}:
        return False
    rest = re.split(r"\b(?:kabupaten|kab|kota)\b", " ".join(words[1:]), maxsplit=1)[0]
    return letters(rest) == letters(wanted.nama)


def _warn_of_title(wanted: Wanted, read: ReadFile) -> None:
    """A file without units may say above its table that it is another's."""
    said = [found[0] for title in read.titles for found in _NAMED.finditer(title)]
    if said and not any(letters(wanted.nama) in letters(text) for text in said):
        read.warnings.append(
            f"Judul berkas menyebut “{quote(said[0])}”, bukan {wanted.sebutan} {wanted.nama}. Periksa apakah berkasnya"
            " benar."
        )
