"""Words that several parts of the ikhtisar say alike: names of kecamatan, where figures come from, quotations, and
which wording a sentence gets. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Final, TypeVar

from reports.document.builders import cell
from reports.document.marks import settled
from reports.document.tree import Bold, ParagraphBlock, Piece, TableCell
from reports.overview.facts import Overview, OverviewRow, Quote
from reports.prose.language import chain, compose, count_of, sentence
from reports.prose.position import wording_number_of
from reports.tables.printed import EMPTY
from sakip.capaian.results import Capaian, Rerata, Serapan
from sakip.text.working import shown

T = TypeVar("T", bound=Hashable)

#: As many names as a sentence has; of more it says how many.
MOST_NAMED: Final = 5


def say(overview: Overview, place: int, *slots: Sequence[str]) -> str:
    """A sentence in the wording of this kabupaten and year, one choice of each slot
    (:func:`reports.prose.language.compose`); ``place`` is a number of its own for every statement."""
    number = wording_number_of(overview.kabupaten.kode, overview.tahun, place)
    return sentence(compose(number, *slots))


def things(overview: Overview) -> str:
    """What its kecamatan are called inside a sentence."""
    return overview.sebutan.lower()


def named(rows: Sequence[OverviewRow], overview: Overview) -> str:
    """ "Kecamatan Ajung, Kalisat, dan Silo"; of many their number ("12 (dua belas) kecamatan"), of all of them that."""
    if len(rows) == len(overview.rows) > MOST_NAMED:
        return f"seluruh {things(overview)}"
    if len(rows) > MOST_NAMED:
        return count_of(len(rows), things(overview))
    return f"{overview.sebutan} {chain([row.name for row in rows])}"


def noted(text: str) -> ParagraphBlock:
    """How a table is read, below it."""
    return ParagraphBlock(content=text, style="catatan")


def labelled(label: str, text: str) -> ParagraphBlock:
    """A fact under its name, where a sentence would say the same of each of many."""
    return ParagraphBlock(content=(Bold(f"{label}: "), text), style="rapat")


def alike(rows: Iterable[tuple[OverviewRow, T]]) -> list[tuple[TableCell, T]]:
    """Those of which the same is said, in one row under all their names, in order of first appearance."""
    found: dict[T, list[str]] = {}
    for row, said_of_it in rows:
        found.setdefault(said_of_it, []).append(row.name)
    return [(cell(chain(names), head=True), said_of_them) for said_of_them, names in found.items()]


def source(overview: Overview, what: str) -> str:
    """The source line of a table."""
    return f"{what} {things(overview)} tahun {overview.tahun}, diolah"


def said(value: Capaian | Rerata | Serapan | None) -> str:
    """A percentage or its state; the dash of what a kecamatan has not got at all."""
    return EMPTY if value is None else shown(value)


def head(row: OverviewRow) -> TableCell:
    """The cell that names the kecamatan of a row."""
    return cell(row.name, head=True)


def origin(row: OverviewRow, tahun: int) -> str:
    """Where its figures and words come from: "LKIP Kecamatan Ajung tahun 2023 versi 1", "…, konsep"."""
    facts = row.facts
    kind = f" versi {facts.versi}" if facts and facts.signed else ", konsep"
    return f"LKIP {row.nama} tahun {tahun}{kind}"


def quotation(title: str, quote: Quote, row: OverviewRow, tahun: int) -> ParagraphBlock:
    """What a kecamatan wrote, in its words and with its name; marked where nobody there has confirmed it."""
    content = settled(f"“{quote.text}”", read=quote.read)
    pieces: tuple[Piece, ...] = (content,) if isinstance(content, str) else content
    return ParagraphBlock(content=(Bold(f"{title}: "), *pieces, f" ({origin(row, tahun)})."))
