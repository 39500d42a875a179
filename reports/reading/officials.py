"""Who signs a paper as camat: name, NIP and golongan, as they stand below its documents most often."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from kecamatan.nip import InvalidNip, parse_nip
from reports.examine.base import Line, Material
from reports.examine.rules.people import Signed, garbled, plain_person, plain_rank, signatures
from reports.papers.paper import Row
from reports.reading.desk import Desk

_CAMAT: Final = re.compile(r"\b(?:camat|panewu|kepala\s+distrik|mantri\s+pamong\s+praja)\b", re.IGNORECASE)
_ACTING: Final = re.compile(r"\bpl[th]\.?\s*camat\b|\bpejabat\s+sementara\b", re.IGNORECASE)
#: Above a name stands the office, at most so many lines.
_ABOVE: Final = 5
_SHORT: Final = 70
#: A gelar of which all parts have a dot but the last: "M.Si", "S.Sos", and not "S.STP".
_DOTTED: Final = re.compile(r",\s*(?:[A-Z][a-z]{0,4}\.)+[A-Z][a-z]{1,4}$|\b[A-Z]\.[A-Z]$")


def read_officials(desk: Desk, material: Material) -> str:
    """Propose the camat, unless one of that NIP or name is recorded; returns the name as it is to be called, empty
    where none signs."""
    signed = [one for one in signatures(material) if one.name and _as_camat(one, material)]
    if not signed:
        return ""
    often = Counter(one.nip for one in signed)
    nip = often.most_common(1)[0][0]
    names = Counter(_written(one.name) for one in signed if one.nip == nip)
    name = names.most_common(1)[0][0]
    for stored in desk.recorded.content["Pejabat"]:
        if stored.get("nip") == nip or plain_person(str(stored["nama"])) == plain_person(name):
            return str(stored["nama"])
    one = next(one for one in signed if one.nip == nip and _written(one.name) == name)
    notes = [
        f"Tanggal mulai menjabat tidak tertulis dalam dokumen; diisi 1 Januari {desk.tahun}. Perbaiki bila lain."
    ]
    notes += [
        f'Dokumen juga menulis namanya "{other}".'
        for other in names
        if plain_person(other) != plain_person(name) and garbled(plain_person(other), plain_person(name))
    ]
    cells = {
        "nama": name,
        "nip": nip,
        "jabatan": "camat",
        "mulai": f"1/1/{desk.tahun}",
        "golongan": _grade(desk, signed, nip),
    }
    try:
        parse_nip(nip)
    except InvalidNip as problem:
        cells["nip"] = ""
        notes.append(f"NIP-nya tidak dipakai: {problem}")
    if _ACTING.search(" ".join(line.text for line in _above(one, material))):
        notes.append("Dokumen menyebutnya pelaksana tugas atau harian; periksa jabatannya.")
    row = Row(cells=tuple(filter(None, (one.name, one.rank, one.line.text))), at=one.name_line.at)
    desk.propose("Pejabat", row, cells, fact=("nama",), notes=notes)
    return name


def _written(name: str) -> str:
    """A name as it is written, without the marks around it; the dot of a gelar belongs to it."""
    plain = name.strip(" .*")
    return f"{plain}." if _DOTTED.search(plain) and f"{plain}." in name else plain


def _as_camat(one: Signed, material: Material) -> bool:
    return any(_CAMAT.search(line.text) for line in _above(one, material))


def _above(one: Signed, material: Material) -> tuple[Line, ...]:
    at = material.lines.index(one.name_line)
    return tuple(line for line in material.lines[max(0, at - _ABOVE) : at + 1] if len(line.text) < _SHORT)


def _grade(desk: Desk, signed: list[Signed], nip: str) -> str:
    """The golongan of the pangkat that is written most often and is one; empty where none is."""
    known = {
        plain_rank(grade.pangkat): golongan for golongan, grade in desk.recorded.references.grades.items()
    }
    told = Counter(
        known[rank] for one in signed if one.nip == nip and (rank := plain_rank(one.rank)) in known
    )
    return told.most_common(1)[0][0] if told else ""
