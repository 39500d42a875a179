"""Rules of the numbers of documents: a decision, a regulation of the area and a budget paper have one number each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reports.examine.base import Flaw, Line, Material, paper_rule
from reports.examine.cells import same_name, whole_name
from reports.examine.numbered import numbered_papers
from sakip.checks import Level

_NUMBER: Final = re.compile(r"\b(?:nomor|nomer|no\.)\s*:?\s*(?P<number>\d[\d./ ]{0,40}\d|\d+)", re.IGNORECASE)
_OF_IKU: Final = re.compile(r"\b(?:keputusan|surat\s+keputusan|sk)\b", re.IGNORECASE)
_HEAD_OF_SK: Final = re.compile(r"^\s*KEPUTUSAN\s+(?:CAMAT|KEPALA)\b")
_BELOW_HEAD: Final = 6
_LONGEST: Final = 70

Numbers = list[tuple[str, Line]]
"""Numbers without blanks, each with the line that says it."""


def decision_numbers(material: Material) -> tuple[Numbers, Numbers]:
    """The numbers that keputusan of the camat bear, and those by which the text cites the keputusan on IKU."""
    lines = material.lines
    borne: Numbers = []
    for at, line in enumerate(lines):
        if line.table < 0 and _HEAD_OF_SK.match(line.text):
            for below in lines[at + 1 : at + _BELOW_HEAD]:
                if (found := _NUMBER.search(below.text)) and len(below.text) < _LONGEST:
                    borne.append((_plain(found["number"]), below))
                    break
    return borne, list(_cited(material))


def _cited(material: Material) -> Iterator[tuple[str, Line]]:
    for line in material.lines:
        decision = _OF_IKU.search(line.text)
        if line.table >= 0 or decision is None or "kinerja utama" not in line.text.casefold():
            continue
        cited = _NUMBER.search(line.text, decision.start())
        if cited and not re.search(r"\b(?:peraturan|undang)", line.text[: cited.start()], re.IGNORECASE):
            yield _plain(cited["number"]), line


def _plain(number: str) -> str:
    return re.sub(r"\s", "", number)


@paper_rule(
    "berkas-nomor-keputusan",
    rule="R-code",
    basis="Keputusan tentang IKU disebut dengan nomor yang tercantum pada keputusan itu.",
    example="Bab II: Nomor 12 Tahun 2020; keputusannya: 065/12/35.09.10/2020.",
    level=Level.PERINGATAN,
)
def decision_has_one_number(material: Material) -> Iterator[Flaw]:
    """The text that cites the SK IKU gives the number which the SK bears."""
    borne, cited = decision_numbers(material)
    for number, line in cited if borne else ():
        if number not in {one for one, _ in borne}:
            head, other = borne[0]
            message = f"Keputusan IKU disebut Nomor {number}, sedangkan keputusannya bernomor {head}. Samakan nomornya."
            yield Flaw(seen=(line.seen, other.seen), message=message, recorded=number, expected=head)


#: A regulation or decision of the area with its number and what it is on.
_OF_AREA: Final = re.compile(
    r"\b(?P<kind>peraturan\s+daerah|perda|(?:peraturan|keputusan)\s+(?:bupati|wali\s*kota|gubernur)|perbup|perwali|kepbup)\b"
    r"(?:\s+(?:kabupaten|kota|provinsi))?(?:\s+[^\W\d_]+){0,2}?\s*(?:nomor|nomer|no)\b\.?\s*:?\s*(?P<number>\d[\w./-]*)"
    r"\s+tahun\s+(?P<year>\d{4})\s+tentang\s+(?P<title>[^;.()“”\"]{12,200})",
    re.IGNORECASE,
)
_KINDS: Final = {
    "perda": "peraturan daerah",
    "perbup": "peraturan bupati",
    "perwali": "peraturan walikota",
    "kepbup": "keputusan bupati",
}
#: A title that is of a change, and a sentence that tells how one followed another.
_REPLACED: Final = re.compile(
    r"\b(?:diubah|dicabut|mencabut|menggantikan|diganti|perubahan|semula|pengganti)\b", re.IGNORECASE
)
#: Where a title ends though the sentence goes on.
_TITLE_ENDS: Final = re.compile(
    r",?\s(?:maka|adalah|yang|telah|sebagaimana|bahwa|perlu|merupakan|ditetapkan|dan\s+(?:peraturan|keputusan))\b",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r"20\d\d")
#: Names of titles have so many words that tell.
_LEAST_WORDS: Final = 3


@paper_rule(
    "berkas-satu-nomor",
    rule="R-code",
    basis="Satu dokumen mempunyai satu nomor.",
    example="Peraturan Bupati Nomor 29 Tahun 2021 dan Nomor 92 Tahun 2021 tentang satu hal.",
    level=Level.PERINGATAN,
)
def document_has_one_number(material: Material) -> Iterator[Flaw]:
    """A regulation or decision of the area with one title, a DPA of one unit and a PK of one jabatan of one year have
    one number."""
    known: list[tuple[_Which, str, Line]] = []
    told: set[tuple[str, str, str]] = set()
    of_area = ((line, which, number) for line in material.lines for which, number in _of_area(line))
    numbered = (
        (line, _Which(one.kind, one.party, one.years), one.number)
        for line, one in numbered_papers(material.lines, material.subject.tahun)
    )
    for line, which, number in (*of_area, *numbered):
        other = next((one for one in known if which.may_be(one[0])), None)
        if other is None:
            known.append((which, number, line))
        elif other[1] != number and (which.kind, other[1], number) not in told:
            told.add((which.kind, other[1], number))
            message = (
                f"{which.kind[:1].upper()}{which.kind[1:]} ini disebut {number}, sedangkan pada {other[2].at.words}"
                f" {other[1]}. Samakan nomornya."
            )
            yield Flaw(seen=(line.seen, other[2].seen), message=message, recorded=number, expected=other[1])


class _Which(NamedTuple):
    """What tells a document from others: its kind, words of its title or of whose it is, years."""

    kind: str
    words: frozenset[str]
    years: frozenset[str]

    def may_be(self, other: _Which) -> bool:
        """Whether two are one, titles spelled alike being one."""
        same = self.words == other.words or (
            len(self.words) >= _LEAST_WORDS and same_name(self.words, other.words)
        )
        return (self.kind, self.years) == (other.kind, other.years) and same


def _of_area(line: Line) -> Iterator[tuple[_Which, str]]:
    """The regulations and decisions of the area that a line names, and their numbers."""
    if _REPLACED.search(line.text):
        return
    for found in _OF_AREA.finditer(line.text):
        kind = " ".join(found["kind"].casefold().split()).replace("wali kota", "walikota")
        title = _TITLE_ENDS.split(found["title"])[0]
        words = whole_name(title)
        if len(words) >= _LEAST_WORDS:
            number = f"Nomor {found['number'].strip('./-')} Tahun {found['year']}"
            yield _Which(_KINDS.get(kind, kind), words, frozenset(_YEARS.findall(title))), number
