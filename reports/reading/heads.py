"""Where, when and by whom the documents of a paper were signed, and the number of the keputusan on IKU."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from reports.examine.base import Line, Material
from reports.examine.rules.numbers import decision_numbers
from reports.examine.rules.people import plain_person
from reports.papers.paper import Row, Text
from reports.reading.desk import Desk
from sakip.text.dates import InvalidDate, parse_date, parse_month

#: The heading with which a document begins, by what it is; the year is that of the document.
_HEADINGS: Final = (
    ("pk", re.compile(r"^\W*(?:pernyataan\s+)?perjanjian\s+kinerja\b.{0,60}$", re.IGNORECASE)),
    ("rkt", re.compile(r"^\W*rencana\s+kinerja\s+tahunan\b.{0,60}$", re.IGNORECASE)),
    ("rencana_aksi", re.compile(r"^\W*rencana\s+aksi\b.{0,60}$", re.IGNORECASE)),
    ("iku", re.compile(r"^\W*keputusan\s+camat\b.{0,60}$", re.IGNORECASE)),
    (
        "",
        re.compile(
            r"^\W*(?:matri[kx]s?\b|daftar\s+lampiran|bab\s+[ivx\d]+\b|indikator\s+kinerja\s+utama\b).{0,60}$",
            re.IGNORECASE,
        ),
    ),
)
_CHANGED: Final = re.compile(r"\bperubahan\b", re.IGNORECASE)
_PLACED: Final = re.compile(
    r"^\W*(?:(?P<place>[A-Z][A-Za-z ]{2,30})\s*,\s*)(?P<date>(?:\d{1,2}\s+)?[A-Za-z]{3,10}\s+20\d\d)\W*$"
)
_DECIDED_AT: Final = re.compile(
    r"^\W*ditetapkan\s+di\s*:?\s*(?P<place>[A-Z][A-Za-z ]{2,30})\W*$", re.IGNORECASE
)
_DECIDED_ON: Final = re.compile(
    r"^\W*pada\s+tanggal\s*:?\s*(?P<date>(?:\d{1,2}\s+)?[A-Za-z]{3,10}\s+20\d\d)\W*$", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"^\W*nomor\s*:?\s*(?P<number>[\dA-Z][\w./ -]{3,60})$", re.IGNORECASE)
_CLOSED: Final = re.compile(r"^\W*demikian\s+laporan\s+kinerja\b", re.IGNORECASE)
_CODE: Final = re.compile(r"(?<![\d.])\d\d\.\d\d\.\d\d(?![\d.])")
_NEAR: Final = 8
_HEAD_OF_AREA: Final = re.compile(
    r"^\W*jabatan[\s|:]+(?:pj\.?\s+|penjabat\s+)?(?:bupati|wali\s*kota|gubernur)\b", re.IGNORECASE
)
_NAMED: Final = re.compile(r"^\W*nama[\s|:]+(?P<name>[^\W\d].{3,80})$", re.IGNORECASE)
_NAME_ABOVE: Final = 2


def read_heads(desk: Desk, material: Material, camat: str) -> None:
    """Propose Dokumen; ``camat`` signs them, empty where nobody is told. A month without a day is kept as that."""
    texts = material.paper.running_texts
    kind, begun, changed = "", 0, False
    for at, text in enumerate(texts):
        opened = next((name for name, pattern in _HEADINGS if pattern.match(text.text)), None)
        if opened is not None and (opened or kind != "iku"):
            kind, begun = opened, at
            changed = bool(_CHANGED.search(" ".join(one.text for one in texts[at : at + 2])))
        if _CLOSED.match(text.text):
            kind = "laporan"
        if not kind:
            continue
        told = _told(texts, at, kind)
        if told:
            number = _number(desk, material, texts, begun) if kind == "iku" else ""
            _propose(desk, kind, changed, told, texts[at], number, camat)
            kind = ""


def read_second_party(desk: Desk, material: Material) -> None:
    """Put the kepala daerah who is second party to a PK beside it: by the name that is recorded, else as a note, as who
    is kepala daerah is for the kabupaten to record."""
    told = list(_second_parties(material))
    names = {plain_person(name) for name, _ in told}
    if not told:
        return
    name, line = told[0]
    known = next(
        (
            str(one["nama"])
            for one in desk.recorded.content["Pejabat"]
            if one["jabatan"] == "bupati" and plain_person(str(one["nama"])) == plain_person(name)
        ),
        "",
    )
    note = (
        f"Dokumen menyebut beberapa pihak kedua: {', '.join(dict.fromkeys(one for one, _ in told))}. Pilih sendiri."
        if len(names) > 1
        else f'Pihak kedua dalam dokumen, pada {line.at.words}: "{name}". Namanya belum tercatat sebagai kepala'
        " daerah; minta Bagian Organisasi mencatatnya, lalu pilih pada PK."
    )
    for at, one in desk.proposed("Dokumen"):
        if one.cells["dokumen"] != "pk":
            continue
        stored = (row for row in desk.recorded.content["Dokumen"] if row["dokumen"] == "pk")
        same = [row for row in stored if (row.get("versi") or 0) == one.cells.get("versi", 0)]
        if any(row.get("pihak_kedua") for row in same):
            continue
        if known and len(names) == 1:
            desk.reading.proposals[at] = desk.changed(one, {"pihak_kedua": known})
        else:
            desk.reading.proposals[at] = replace(one, notes=(*one.notes, note))


def _second_parties(material: Material) -> Iterator[tuple[str, Line]]:
    """ "Nama : …" above "Jabatan : Bupati …", in lines or in a table without rules."""
    for at, line in enumerate(material.lines):
        if not line.contents and _HEAD_OF_AREA.match(line.text):
            above = material.lines[max(0, at - _NAME_ABOVE) : at]
            found = next((m for one in reversed(above) if (m := _NAMED.match(one.text))), None)
            if found:
                yield found["name"].strip(" .,|*"), line


def _told(texts: Sequence[Text], at: int, kind: str) -> dict[str, Any]:
    """Place and date that a line tells, or two lines of a keputusan."""
    found = _PLACED.match(texts[at].text)
    place = found["place"] if found else ""
    if found is None and kind == "iku" and (found := _DECIDED_ON.match(texts[at].text)):
        above = next((m for one in texts[max(0, at - 2) : at] if (m := _DECIDED_AT.match(one.text))), None)
        place = above["place"] if above else ""
    if found is None:
        return {}
    date = " ".join(found["date"].split())
    try:
        if date[:1].isdigit():
            day = parse_date(date)
            return {"tempat": place.strip(), "tanggal": f"{day.day}/{day.month}/{day.year}"}
        parse_month(date)
    except InvalidDate:
        return {}
    return {"tempat": place.strip(), "tanggal_cetak": date}


def _number(desk: Desk, material: Material, texts: Sequence[Text], begun: int) -> str:
    """The number of a keputusan. One with a gap is none; one with the code of another kecamatan is held back by itself,
    beside those by which the paper cites the keputusan elsewhere: the rest of its head does not wait for it."""
    for text in texts[begun : begun + _NEAR]:
        if found := _NUMBER.match(text.text):
            number = re.sub(r"\s*/\s*", "/", found["number"].replace("~", "")).strip(" ./")
            own, told = desk.recorded.kecamatan.kode, _CODE.search(number)
            whole = "//" not in number
            if whole and (told is None or told[0] == own):
                return number
            why = (
                f"Nomor keputusan memuat kode {told[0]}, sedangkan kode kecamatan ini {own}." if told else ""
            )
            row = Row(cells=(text.text,), at=text.at)
            if not whole:
                why = "Nomor keputusan belum lengkap."
                desk.unplaced(row, why)
            _numbers_held(desk, material, row, number if whole else "", why)
            return ""
    return ""


def _numbers_held(desk: Desk, material: Material, row: Row, number: str, why: str) -> None:
    """Propose the number that a keputusan bears, where it is whole, and those by which it is cited, one for each: a
    person chooses."""
    if any(one.get("nomor") for one in desk.recorded.content["Dokumen"] if one["dokumen"] == "iku"):
        return
    said: dict[str, Row] = {number: row} if number else {}
    for cited, line in decision_numbers(material)[1]:
        said.setdefault(cited, Row(cells=(line.text,), at=line.at))
    for one, at in said.items():
        others = [
            f"Dokumen menyebut nomor lain pada {place.at.words}: {other}. Pilih salah satu."
            for other, place in said.items()
            if other != one
        ]
        doubts = [why if at is row else f"Keputusannya sendiri, pada {row.at.words}: {why}", *others]
        cells = {"dokumen": "iku", "tahun": desk.tahun, "nomor": one}
        desk.propose("Dokumen", at, cells, doubts=doubts, apart=True)


def _propose(
    desk: Desk, kind: str, changed: bool, told: dict[str, Any], text: Text, number: str, camat: str
) -> None:
    cells: dict[str, Any] = {"dokumen": kind, "tahun": desk.tahun, **told, "nomor": number}
    if kind == "pk":
        cells["versi"] = int(changed)
    if kind != "laporan":
        cells["penandatangan"] = camat
    if kind == "iku":
        place = desk.recorded.kecamatan
        cells["instansi"] = f"{place.sebutan} {place.nama}"
    for stored in desk.recorded.content["Dokumen"]:
        if stored["dokumen"] == kind and (stored.get("versi") or 0) == cells.get("versi", 0):
            cells = {
                key: value
                for key, value in cells.items()
                if not stored.get(key) or key in ("dokumen", "tahun", "versi")
            }
    if len(cells) > 2 + (kind == "pk"):
        row = Row(cells=(text.text,), at=text.at)
        desk.propose("Dokumen", row, cells, notes=_late(desk, kind, told))


def _late(desk: Desk, kind: str, told: dict[str, Any]) -> list[str]:
    """What to say of a date that is not of the year of the document."""
    year = int(str(told.get("tanggal") or told.get("tanggal_cetak")).split()[-1].split("/")[-1])
    meant = desk.tahun + 1 if kind == "laporan" else desk.tahun
    return (
        []
        if year == meant
        else [f"Tanggalnya tahun {year}, sedangkan dokumennya tahun {desk.tahun}. Periksa."]
    )
