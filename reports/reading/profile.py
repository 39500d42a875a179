"""The office and its area: address of the letterhead, and what sentences tell of area, borders and inhabitants."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final

from reports.examine.cells import decimal_of
from reports.papers.paper import Paper, Row, Text
from reports.reading.desk import Desk, typed

_ADDRESS: Final = re.compile(
    r"^(?:alamat\s*:?\s*)?(?:jl|jln|jalan)\b\s*\.?\s*(?P<street>.{3,90})$", re.IGNORECASE
)
_PHONE: Final = re.compile(
    r"(?:telp?\.?|telepon|☎|✆)?\s*:?\s*\(?\b(0\d{2,3})\)?[\s-]*(\d{5,8})\b", re.IGNORECASE
)
_POSTCODE: Final = re.compile(r"(?:kode\s*pos\s*:?\s*)?(?<!\d)([1-9]\d{4})(?!\d)\s*\.?$", re.IGNORECASE)
_POSTCODE_LINE: Final = re.compile(r"^kode\s*pos\s*:?\s*(\d{5})$", re.IGNORECASE)
_AREA: Final = re.compile(
    r"\bluas\s+(?:wilayah|daerah|kecamatan)?[^.;\d]{0,60}?(?P<number>\d[\d.,]*\d|\d)\s*(?P<unit>km\s*[2²]|km\b|kilometer|ha\b|hektar)",
    re.IGNORECASE,
)
_BORDER: Final = re.compile(
    r"\bsebelah\s+(?P<side>utara|timur|selatan|barat)\s*(?:(?::|adalah|dengan|berbatasan|dibatasi|oleh|yaitu)\s*)*"
    r"(?P<what>[^.;:,]{4,90}?)\s*(?=,|[.;]|$|(?:dan\s+)?\bsebelah\b)",
    re.IGNORECASE,
)
_COUNT: Final = r"(?P<number>\d{1,3}(?:\.\d{3})+|\d{3,7})(?![\d/-]|[.,]\d)"
_COUNTED: Final = r"(?:\s*\([^()]{0,60}\))?\s*(?:jiwa|orang|penduduk)?"
#: "tahun 2023", "per 31 Desember 2023": of what counts people a number that is a year is none.
_YEARS: Final = re.compile(r"(?<![\d.,])20[0-4]\d(?![\d/]|[.,]\d|\s*(?:jiwa|orang)\b)", re.IGNORECASE)
_PEOPLE: Final = re.compile(rf"\bjumlah\s+penduduk\b[^.;]{{0,90}}?(?<![\d.]){_COUNT}", re.IGNORECASE)
_MEN, _WOMEN = (
    tuple(
        re.compile(words, re.IGNORECASE)
        for words in (
            rf"(?<![\d.]){_COUNT}{_COUNTED}\s*(?:adalah\s+|berjenis\s+kelamin\s+)?{sex}",
            rf"{sex}\s*(?::|=|sebanyak|sejumlah|berjumlah|adalah)?\s*{_COUNT}",
        )
    )
    for sex in (r"(?:penduduk\s+)?laki(?:\s*-?\s*laki)?", r"(?:penduduk\s+)?(?:perempuan|wanita)")
)
#: Above the address stands whose it is, at most so many lines.
_ABOVE: Final = 3
_HECTARES: Final = 100


def read_profile(desk: Desk, paper: Paper) -> None:
    """Propose one row of Profil, with what is not recorded yet."""
    texts = paper.running_texts
    cells: dict[str, Any] = {}
    quotes: list[Text] = []
    notes: list[str] = []
    doubts: list[str] = []
    _letterhead(desk, texts, cells, quotes)
    for text in texts:
        _ground(desk, text, cells, quotes, notes)
        _inhabitants(text, cells, quotes, doubts)
    stored = desk.recorded.content["Profil"]
    known = stored[0] if stored else {}
    cells = {key: value for key, value in cells.items() if known.get(key) in (None, "")}
    if not cells:
        return
    people = {key for key in cells if key.startswith("penduduk")}
    told = " | ".join(dict.fromkeys(text.text for text in quotes))
    row = Row(cells=(told,), at=quotes[0].at)
    if doubts and people:
        desk.propose("Profil", row, {key: cells[key] for key in people}, doubts=doubts)
        cells = {key: value for key, value in cells.items() if key not in people}
    if cells:
        desk.propose("Profil", row, cells, notes=[*notes, *_places(quotes)])


def _places(quotes: list[Text]) -> list[str]:
    places = list(dict.fromkeys(text.at.words for text in quotes))
    return [f"Dari {', '.join(places)}."] if len(places) > 1 else []


def _letterhead(desk: Desk, texts: list[Text], cells: dict[str, Any], quotes: list[Text]) -> None:
    """The address below the name of the office; of several the most frequent."""
    name = desk.recorded.kecamatan.nama.casefold()
    streets: Counter[str] = Counter()
    found: dict[str, dict[str, Text]] = {"telepon": {}, "kode_pos": {}}
    first: dict[str, Text] = {}
    counted: dict[str, Counter[str]] = {"telepon": Counter(), "kode_pos": Counter()}
    for at, text in enumerate(texts):
        head = _ADDRESS.match(text.text)
        above = " ".join(one.text for one in texts[max(0, at - _ABOVE) : at]).casefold()
        if head is None or name not in above:
            continue
        rest = head["street"]
        told = {"telepon": _PHONE.search(rest), "kode_pos": _POSTCODE.search(rest)}
        below = _POSTCODE_LINE.match(texts[at + 1].text) if at + 1 < len(texts) else None
        end = min((one.start() for one in told.values() if one), default=len(rest))
        street = re.sub(rf"[\s,–-]*\b{re.escape(name)}\b.*$", "", rest[:end], flags=re.IGNORECASE)
        street = f"Jl. {_plain(street)}"
        streets[street] += 1
        first.setdefault(street, text)
        if told["telepon"]:
            counted["telepon"][f"({told['telepon'][1]}) {told['telepon'][2]}"] += 1
        if code := (told["kode_pos"] or below):
            counted["kode_pos"][code[1]] += 1
        for key in found:
            found[key].setdefault("", text)
    if not streets:
        return
    street = streets.most_common(1)[0][0]
    cells["alamat"] = street
    quotes.append(first[street])
    for key, values in counted.items():
        if values:
            cells[key] = values.most_common(1)[0][0]


def _plain(street: str) -> str:
    """A street as it is written in a sentence: "A.YANI NO.51" → "A. Yani No. 51"."""
    text = re.sub(r"\.(?=\S)", ". ", street.strip(" .,:–-☎✆("))
    text = re.sub(r"(?<=[A-Za-z])\.(?:\s*\.)+", ".", text)
    words = [word.capitalize() if word.isupper() and len(word) > 1 else word for word in text.split()]
    return re.sub(r"\bNo\b\.?\s*", "No. ", " ".join(words))


def _ground(desk: Desk, text: Text, cells: dict[str, Any], quotes: list[Text], notes: list[str]) -> None:
    """Area and borders, of a text that speaks of the kecamatan."""
    if "kecamatan" not in text.text.casefold() and desk.recorded.kecamatan.nama not in text.text:
        return
    found = _AREA.search(text.text)
    if (
        found
        and "luas_km2" not in cells
        and not re.search(r"\bdesa\s*$", text.text[: found.start()], re.IGNORECASE)
    ):
        number = decimal_of(found["number"])
        if number is not None:
            if found["unit"].casefold().startswith("h"):
                notes.append(
                    f'Dokumen menulis luasnya "{found["number"]} {found["unit"]}"; dicatat dalam km².'
                )
                number /= _HECTARES
            cells["luas_km2"] = typed(number)
            quotes.append(text)
    sides = {border["side"].casefold(): border["what"].strip(" -–") for border in _BORDER.finditer(text.text)}
    if len(sides) > 1:
        for side, what in sides.items():
            cells.setdefault(f"batas_{side}", what[:1].upper() + what[1:])
        quotes.append(text)


def _inhabitants(text: Text, cells: dict[str, Any], quotes: list[Text], doubts: list[str]) -> None:
    """How many live there: of both, of men and women; held back where they do not add up."""
    line = _YEARS.sub("", text.text)
    whole = _PEOPLE.search(line)
    if whole is None or "penduduk" in cells or "desa" in line[: whole.start()].casefold():
        return
    told = {"penduduk": whole["number"]}
    for key, pattern in (("penduduk_laki_laki", _MEN), ("penduduk_perempuan", _WOMEN)):
        found = next((one for each in pattern if (one := each.search(line, whole.start()))), None)
        if found:
            told[key] = found["number"]
    numbers = {key: int(value.replace(".", "")) for key, value in told.items()}
    cells |= numbers
    quotes.append(text)
    if len(numbers) == 3 and 2 * numbers["penduduk"] != sum(numbers.values()):
        doubts.append(
            f"Laki-laki {told['penduduk_laki_laki']} dan perempuan {told['penduduk_perempuan']} tidak berjumlah"
            f" {told['penduduk']}. Periksa ketiganya."
        )
