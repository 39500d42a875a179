"""Codes as budget files write them: of program, kegiatan and sub kegiatan, of units, of rekening."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

#: What the ministry writes for the urusan of any perangkat daerah; a kecamatan's is 7.01.
_ANY: Final = re.compile(r"^X(?=[.\s]+XX(?![A-Z]))[.\s]+XX", re.IGNORECASE)
_OURS: Final = "7.01"

#: 7.01.0.00.0.00.06.0006 of a kelurahan of the sixth kecamatan.
_UNIT: Final = re.compile(
    r"(?P<skpd>[0-9]\.[0-9]{2}\.[0-9]\.[0-9]{2}\.[0-9]\.[0-9]{2}\.[0-9]{1,3})(?:\.[0-9]{2,4})?(?![0-9.])"
)
_REKENING: Final = re.compile(r"(?:[4-6])(?:\.[0-9](?:\.[0-9]{2}){0,3}(?:\.[0-9]{3,4})?)(?![0-9.])")
_LEVELS: Final = (
    r"(?P<u>[0-9])(?:{0}(?P<b>[0-9]{{2}})(?:{0}(?P<p>[0-9]{{2}})"
    r"(?:{0}(?P<k>[0-9])(?:{0}(?P<g>[0-9]{{2}})(?:{0}(?P<s>[0-9]{{2,4}}))?)?)?)?)?\.?(?![0-9.,])"
)
#: With dots between all of its parts, else with blanks between some of them ("7 01 01 2.01 01").
_DOTTED: Final = re.compile(_LEVELS.format(r"\s?\.\s?"))
_SPACED: Final = re.compile(_LEVELS.format(r"[.\s]+"))

#: Behind a code with dots: blanks stand between some of its parts.
_GOES_ON: Final = re.compile(r"\s+(?:[0-9]\.[0-9]{2}\b|[0-9][0-9.\s]*$)")

_ONE_PART: Final = re.compile(r"[0-9]{2,4}")
_KEGIATAN_PARTS: Final = re.compile(r"[0-9]\.[0-9]{2}")
_SUB_PARTS: Final = re.compile(r"[0-9]\.[0-9]{2}\.[0-9]{2,4}")

#: Level by the number of parts of a code.
_NAMES: Final = {3: "program", 5: "kegiatan", 6: "sub kegiatan"}


@dataclass(frozen=True, slots=True)
class Kode:
    """A code as the nomenklatur writes it, and the name that stood behind it in the same cell."""

    text: str
    name: str = ""

    @property
    def key(self) -> tuple[int, ...]:
        """Its parts as numbers: 7.01.01.2.01.01 of the lists before 2024 is 7.01.01.2.01.0001."""
        return tuple(map(int, self.text.split(".")))

    @property
    def level(self) -> str:
        """ "program", "kegiatan", "sub kegiatan"; empty for an urusan and whatever else is a heading alone."""
        return _NAMES.get(self.text.count(".") + 1, "")

    def above(self, level: str) -> Kode | None:
        """The code of the level above that it belongs to."""
        parts = {"program": 3, "kegiatan": 5}[level]
        texts = self.text.split(".")
        return Kode(".".join(texts[:parts])) if len(texts) >= parts else None


def read_kode(text: str) -> Kode | None:
    """The code with which a text begins, urusan to sub kegiatan; None where it begins with none."""
    text = _ANY.sub(_OURS, text)
    if unit_code(text) or rekening_code(text):
        return None
    for shape in (_DOTTED, _SPACED):
        if found := shape.match(text):
            rest = text[found.end() :]
            if rest[:1].isalpha() or (found["b"] is None and rest.strip()):  # "7a", "2 Dokumen"
                continue
            parts = [part for part in found.group("u", "b", "p", "k", "g", "s") if part is not None]
            if shape is _DOTTED and len(parts) < 6 and _GOES_ON.match(rest):
                continue
            return Kode(".".join(parts), rest.strip(" .:-–—|\t"))
    return None


def key_of(kode: str) -> tuple[int, ...]:
    """The parts of a recorded code as :attr:`Kode.key` has them; empty for one that has other parts than numbers."""
    return Kode(kode).key if re.fullmatch(r"[0-9]+(?:\.[0-9]+)*", kode) else ()


def read_below(text: str, above: Kode | None) -> Kode | None:
    """A code that says only what comes below another ("2.01", "2.01.0001", "0001"); None where that is not known."""
    if above is None:
        return None
    head = above.text.split(".")
    match text.count("."):
        case 0 if _ONE_PART.fullmatch(text) and len(head) >= 5:
            return Kode(".".join((*head[:5], text)))
        case 0 if re.fullmatch("[0-9]{1,2}", text) and len(head) in (1, 2):
            return Kode(".".join((*head, text.zfill(2))))
        case 1 if _KEGIATAN_PARTS.fullmatch(text) and len(head) >= 3:
            return Kode(".".join((*head[:3], text)))
        case 2 if _SUB_PARTS.fullmatch(text) and len(head) >= 3:
            return Kode(".".join((*head[:3], text)))
    return None


def unit_code(text: str) -> str:
    """The code of an SKPD with which a text begins, without that of a unit below it; empty where there is none."""
    found = _UNIT.match(text)
    return found["skpd"] if found else ""


def without_unit_code(text: str) -> str:
    """What stands behind the code of a unit."""
    found = _UNIT.match(text)
    return text[found.end() :].strip(" .:-–—|\t") if found else text


def rekening_code(text: str) -> str:
    """The code of a rekening with which a text begins (5.1.02.01.01.0024); empty where there is none."""
    found = _REKENING.match(text)
    return found[0] if found else ""
