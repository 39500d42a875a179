"""The sections of a document, and what was found in each. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reports.document.numbering import CONTENT_LIST_LEVEL, number_all, traverse
from reports.document.tree import Dokumen, Part
from reports.publish.naskah import Naskah
from reports.review.place import anchor_of, sasaran_of_indikator
from sakip.checks import Finding

#: What belongs to no section of the document.
ELSEWHERE: Final = "Tidak tercetak pada satu tempat"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionFindings:
    """What was found in a section; ``anchor`` is its own, empty for what stands in none."""

    anchor: str
    title: str
    findings: tuple[Finding, ...]


def sections_of(dokumen: Dokumen) -> dict[str, str]:
    """Every anchor of a document, with that of the section of its daftar isi in which it stands."""
    return {key: headings[-1].key for key, headings in _anchors(dokumen)}


def numbers_of(dokumen: Dokumen) -> dict[str, str]:
    """Every anchor of a document, with the number by which its section is found in print: "BAB III B.3", "Kata
    Pengantar"."""
    return {key: _number(headings) for key, headings in _anchors(dokumen)}


def _number(headings: Sequence[Part]) -> str:
    first, *below = (part.nomor.rstrip(".") or part.title for part in headings)
    if len(below) > 1 and below[-1].startswith(f"{below[0]}."):  # "2.1.3" says the others already
        below = below[-1:]
    return f"{first} {'.'.join(below)}".strip()


def _anchors(dokumen: Dokumen) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Every anchor with the headings of the daftar isi below which it stands, the outermost first."""
    for main in (*dokumen.front, *dokumen.body, *dokumen.lampiran):
        headings: tuple[Part, ...] = (main,)
        for part in traverse(main):
            if 1 < part.level <= CONTENT_LIST_LEVEL:
                headings = (*(one for one in headings if one.level < part.level), part)
            for key in (part.key, *(getattr(block, "key", "") for block in part.content)):
                if key:
                    yield key, headings


def anchors_in(dokumen: Dokumen | None, naskah: Naskah, findings: Iterable[Finding]) -> dict[Finding, str]:
    """The anchor of each finding in a document, empty where it is not printed there."""
    present = sections_of(dokumen) if dokumen else {}
    sasaran = sasaran_of_indikator(naskah)
    return {one: anchor_of(one.place, present, sasaran) for one in findings}


def by_section(
    dokumen: Dokumen, anchors: Mapping[Finding, str], *, elsewhere: bool
) -> tuple[SectionFindings, ...]:
    """Findings by section, in the order of the document; ``elsewhere`` says whether those of none follow."""
    sections = sections_of(dokumen)
    found: dict[str, list[Finding]] = {}
    for one, anchor in anchors.items():
        found.setdefault(sections.get(anchor, ""), []).append(one)
    left = found.pop("", [])
    titled = {
        entry.id: f"{entry.nomor} {entry.title}".strip()
        for entry in number_all(dokumen).content
        if entry.id in found
    }
    ordered = dict.fromkeys(section for section in sections.values() if section in found)
    groups = tuple(
        SectionFindings(
            anchor=section, title=titled.get(section) or dokumen.title, findings=tuple(found[section])
        )
        for section in ordered
    )
    if left and elsewhere:
        groups += (SectionFindings(anchor="", title=ELSEWHERE, findings=tuple(left)),)
    return groups
