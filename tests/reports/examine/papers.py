"""Short papers in the shape of real ones."""

from __future__ import annotations

from reports.examine.base import PAPER_RULES, Flaw, Material, PaperFinding
from reports.examine.examine import examine
from reports.examine.subject import Known, read_subject
from reports.examine.surroundings import empty_year, printed_kecamatan
from reports.papers.paper import Paper
from reports.papers.plain_text import text_paper
from sakip.checks.material import Area, Surroundings

COVER = (
    "LAPORAN KINERJA KECAMATAN SUKAMAJU\nKABUPATEN CONTOH\nTAHUN 2023\n\n"
    "Laporan Kinerja Kecamatan Sukamaju Tahun 2023.\n\n"
)
AREAS = (
    Known(pk=1, kode="99.01.01", nama="Sukamaju", kabupaten="Contoh"),
    Known(pk=2, kode="99.01.02", nama="Mekarsari", kabupaten="Contoh"),
)


def paper(text: str, cover: str = COVER) -> Paper:
    """A text file of Kecamatan Sukamaju 2023."""
    return text_paper((cover + text).encode(), "lkip.txt")


def material(text: str) -> Material:
    """As the rules look at it."""
    one = paper(text)
    return Material(one, read_subject(one, AREAS))


def flaws(code: str, text: str) -> list[Flaw]:
    """What one rule finds in it."""
    return list(PAPER_RULES[code].find(material(text)))


def findings(text: str) -> list[PaperFinding]:
    """Everything that is found in it, with a neighbour, and no regulation."""
    one = material(text)
    year = empty_year(printed_kecamatan(one.subject), one.subject.tahun)
    around = Surroundings(neighbours=(Area(kode="99.01.02", nama="Mekarsari"),))
    return list(examine(one.paper, one.subject, year, around))


def line_of(text: str, needle: str) -> int:
    """The line of a paper on which something stands."""
    lines = (COVER + text).split("\n")
    return next(number for number, line in enumerate(lines, start=1) if needle in line)
