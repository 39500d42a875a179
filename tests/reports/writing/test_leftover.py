"""A marker without a value is marked wherever it is printed: in a narrative, in a record, in a title."""

from __future__ import annotations

from dataclasses import replace

from reports.document.tree import (
    Bold,
    Dokumen,
    FormBlock,
    Italic,
    Item,
    ItemList,
    Mark,
    ParagraphBlock,
    Part,
    Pecahan,
    Piece,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    Title,
)
from reports.html import render_html
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.naskah import PageSettings
from reports.writing.leftover import mark_leftovers
from reports.writing.to_document import narrative
from tests.reports.docx.read_docx import W, docx_body, docx_file
from tests.reports.lkip.example_naskah import naskah_jombang

WRONG = "{capain: IKM}"
SAID = "[tidak dikenal: {capain: IKM}]"


def marked(*content: Piece) -> tuple[Piece, ...]:
    pieces = mark_leftovers(ParagraphBlock(content=content)).content
    assert isinstance(pieces, tuple)
    return pieces


def test_in_a_narrative_as_it_looks_there() -> None:
    html = "<p>Capaian {capain: IKM} pada <strong>{capaian: Lama}</strong>, {lihat lampiran}.</p>"
    (text,) = map(mark_leftovers, narrative(html))
    assert text.content == (
        ParagraphBlock(
            content=(
                "Capaian ",
                Mark(SAID),
                " pada ",
                Mark(Bold("[tidak dikenal: {capaian: Lama}]")),
                ", {lihat lampiran}.",
            )
        ),
    )
    part = Part(key="b", title="Bagian", level=1, content=(text,))
    page = render_html(
        Dokumen(key="d", title="D", konsep=True, body=(part,)), PageSettings(), standalone=False
    )
    assert f"<mark>{SAID}</mark> pada <mark><strong>[" in page
    highlighted = [
        "".join(t.text or "" for t in run.iter(f"{W}t"))
        for run in docx_body(docx_file(text)).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]
    assert highlighted == [SAID, "[tidak dikenal: {capaian: Lama}]"]


def test_what_is_marked_as_unread_already_stays_so() -> None:
    assert marked(Mark(Italic(f"a {WRONG}"))) == (Mark(Italic("a ")), Mark(Italic(SAID)))


def test_in_every_place_of_a_document() -> None:
    listing = ItemList(items=(Item(content=WRONG, children=(ItemList(items=(Item(content=WRONG),)),)),))
    cell = TableCell(content=WRONG)
    table = TableBlock(
        key="t",
        title=WRONG,
        columns=(TableColumn(width=100),),
        heads=((cell,),),
        rows=(TableRow(cells=(cell,)),),
        sumber=WRONG,
    )
    pairs = FormBlock(pairs=((WRONG, WRONG), ("b", listing)))
    below = Part(key="c", title=WRONG, level=2, content=(pairs, Title(rows=(WRONG,))))
    part = Part(key="b", title="Bagian", level=1, content=(listing, table), children=(below,))
    document = Dokumen(key="d", title="D", konsep=True, body=(part,), lampiran=(replace(below, key="l"),))
    # Twice in the list, four in the table; twice a form with its words and a list, and two titles.
    assert str(mark_leftovers(document)).count(SAID) == 2 + 4 + (1 + 2 + 2) * 2
    assert str(mark_leftovers(document)).count("Mark(") == 2 + 2 + (1 + 2) * 2


def test_a_formula_and_a_document_without_any_stay_as_they_are() -> None:
    paragraph = ParagraphBlock(content=("{realisasi/target}", Pecahan("{a : b}", "c")))
    assert mark_leftovers(paragraph) is paragraph
    lkip = DOKUMEN_KINDS["lkip"].arrange(naskah_jombang())
    assert lkip is not None
    assert mark_leftovers(lkip) is lkip
