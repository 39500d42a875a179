"""A chapter that ends with a few lines on a page of their own does without that page, its last lines closer."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from reports.document.tree import (
    Block,
    Dokumen,
    Figure,
    ParagraphBlock,
    Part,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from reports.html import render_html
from reports.pdf import closer, engine, render
from reports.pdf.render import render_pdf
from reports.publish.naskah import PageSettings
from tests.flows.read_pdf import PdfReading, read_pdf
from tests.reports.pdf.kept import nothing_kept


def chapters(first: tuple[Block, ...], *, appendix: bool = False) -> str:
    parts = [
        Part(key=f"bab-{n}", title=f"Bab {n}", level=1, content=content)
        for n, content in enumerate((first, (ParagraphBlock(content="akhir"),)), start=1)
    ]
    body, lampiran = (parts[1:], parts[:1]) if appendix else (parts, [])
    dokumen = Dokumen(
        key="d",
        title="Dokumen",
        head="Kepala",
        body=tuple(body),
        lampiran=tuple(lampiran),
        konsep=False,
        contents=False,
    )
    return render_html(dokumen, PageSettings())


def lines(many: int, words: str = "") -> tuple[Block, ...]:
    return tuple(ParagraphBlock(content=f"baris{n}x {words}".strip()) for n in range(many))


def counted(reading: PdfReading) -> list[int]:
    """How many lines there are on each page; none is missing, and they are in their order."""
    numbers = [
        (piece.page, int(one))
        for piece in reading.root.pieces()
        for one in re.findall(r"baris(\d+)x", piece.text)
    ]
    assert [one for _, one in numbers] == list(range(len(numbers)))
    return list(Counter(page for page, _ in numbers).values())


def printed(html: str) -> PdfReading:
    with nothing_kept():
        first = render_pdf(html, title="Dokumen").content
        assert render_pdf(html, title="Dokumen").content == first
    return read_pdf(first)


# 275 mm of paper between the margins are 779,5 pt. The title takes 26,7 of them, a line of 12 pt 18 with 4,8 below it:
# 33 lines fill the first page and 34 one without a title; closer ones, of 15,66 with 3,6, are 39 with a title.
@pytest.mark.parametrize(
    ("many", "pages"), [(33, [33]), (34, [34]), (36, [36]), (42, [33, 9]), (60, [33, 27])]
)
def test_a_page_of_a_few_lines_is_done_without(many: int, pages: list[int]) -> None:
    assert counted(printed(chapters(lines(many)))) == pages


def test_the_form_of_an_appendix_is_kept() -> None:
    assert counted(printed(chapters(lines(36), appendix=True))) == [33, 3]


def test_only_the_last_pages_of_a_long_chapter_are_closer() -> None:
    words = "kata " * 14  # a line of them
    assert counted(printed(chapters(lines(33 + 34 + 34 + 2, words)))) == [33, 34, 36]


def test_no_more_pages_are_laid_out_again_than_a_page_is_worth(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two lines have room on the page before; both pages had to be laid out for it."""
    monkeypatch.setattr(closer, "AGAIN", 1)
    assert counted(printed(chapters(lines(33 + 34 + 34 + 2, "kata " * 14)))) == [33, 34, 34, 2]


def drawing(key: str, height: int) -> Figure:
    """One that spares nothing, so many pixels high, of as many points as make a chapter long."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="{height}" viewBox="0 0 300 {height}" role="img">'
        f'<title>Kotak</title><path d="M0 0h300v{height}h-300z{"h1h-1" * 1000}"/></svg>'
    )
    return Figure(key=key, title="Kotak", svg=svg, alt="Kotak", numbered=False)


def table(many: int) -> TableBlock:
    return TableBlock(
        key="t",
        title="Rincian",
        columns=(TableColumn(width=10), TableColumn(width=90)),
        heads=((TableCell(content="No."), TableCell(content="Uraian")),),
        rows=tuple(
            TableRow(cells=(TableCell(content=str(n)), TableCell(content="uraian"))) for n in range(many)
        ),
    )


def test_where_the_page_before_is_full_of_drawings_those_before_it_are_closer() -> None:
    """The drawings on the fourth page spare nothing, so the two lines on the fifth have room on it with the third laid
    out anew, too, on which the first drawing then stands."""
    every = lines(33 + 34 + 34 + 2, "kata " * 14)
    drawings = (drawing("a", 60), drawing("b", 430), drawing("c", 430))
    reading = printed(chapters((*every[:-2], *drawings, *every[-2:])))
    assert counted(reading) == [33, 34, 34, 2]
    assert len(reading.pages) == 5  # with that of the other chapter


def test_rows_of_a_table_are_closer_too() -> None:
    """43 rows of 16,3 pt fill the first page but for a line: four have room on it where rows take 14,3."""
    reading = printed(chapters((table(43), *lines(4))))
    assert counted(reading) == [4]
    assert len(reading.pages) == 2


@pytest.mark.parametrize("foreseen", [True, False])
def test_nothing_is_drawn_again_where_what_is_spared_is_of_no_use(
    foreseen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the third page spares is of no use to the drawing on the fourth, which is nearly as high as a page: the line
    on the fifth stays. Where that is not foreseen, it is tried, once, until a page begins as before."""
    if not foreseen:
        monkeypatch.setattr(closer, "_stays", lambda *_: False)
    words = "kata " * 14
    html = chapters((*lines(33 + 34 + 20, words), drawing("a", 945), *lines(90, words)[87:]))
    tried: list[int] = []
    draw_run = render.draw_run

    def spy(*asked: Any) -> Any:
        made = draw_run(*asked)
        tried.append(len(made))
        return made

    monkeypatch.setattr(render, "draw_run", spy)
    with nothing_kept():
        first = render_pdf(html, title="Dokumen").content
        assert counted(read_pdf(first)) == [33, 34, 20, 2, 1]
        drawn, *vain = tried
        # Three parts are tried again; only then are those that are printed drawn, which are laid out once more.
        assert (drawn > 3, vain) == (True, [] if foreseen else [0, 3])
        assert render_pdf(html, title="Dokumen").content == first
        assert len(tried) == 1 + len(vain)


LONG = chapters(lines(33 + 34 + 34 + 2, "kata " * 14))


def test_what_closer_lines_replace_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last pages as they were before are measured: every page that is drawn is printed."""
    drawn: list[int] = []
    drawn_by = engine._drawn

    def spy(document: Any, *more: Any) -> Any:
        drawn.append(len(document.pages))
        return drawn_by(document, *more)

    monkeypatch.setattr(engine, "_drawn", spy)
    with nothing_kept():
        result = render_pdf(LONG, title="Dokumen")
        assert counted(read_pdf(result.content)) == [33, 34, 36]
        assert sum(drawn) == result.page
        drawn.clear()
        assert render_pdf(LONG, title="Dokumen") == result
        assert drawn == []


def test_what_was_only_measured_is_drawn_where_it_is_printed_after_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with nothing_kept():
        render_pdf(LONG, title="Dokumen")
        monkeypatch.setattr(closer, "LITTLE", -1.0)
        result = render_pdf(LONG, title="Dokumen")
    assert counted(read_pdf(result.content)) == [33, 34, 34, 2]
    with nothing_kept():
        assert render_pdf(LONG, title="Dokumen") == result
