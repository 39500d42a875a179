"""A chapter that is laid out and drawn page by page: what is kept of it, and how far it is read."""

from __future__ import annotations

import dataclasses
import re
from functools import partial
from typing import Any

import pytest

from reports.document.tree import PageBreak, ParagraphBlock
from reports.document.tree import Part as Bagian
from reports.html import render_html
from reports.pdf import engine
from reports.pdf import render as render_module
from reports.pdf import run as run_module
from reports.pdf.cut import cut
from reports.pdf.engine import Keeping, draw, draw_run
from reports.pdf.part import Part
from reports.pdf.render import render_pdf
from reports.pdf.run import Block, Keys, Reading, Run, Stretch
from reports.pdf.side import allowed
from reports.publish.naskah import PageSettings
from reports.writing.to_document import narrative
from tests.reports.document.example_dokumen import (
    TITLE,
    contoh_dokumen,
    media,
    paragraphs,
    table,
)
from tests.reports.pdf.kept import nothing_kept


def test_a_chapter_is_laid_out_anew_only_up_to_where_a_page_begins_as_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A paragraph that grows moves what follows it, up to the next block that had to begin a page anyway."""
    content = [
        block
        for n in range(5)
        for block in (*paragraphs(n, 4), table(f"t-{n}", "T", column=3, row=9), PageBreak())
    ]
    whole = contoh_dokumen()
    chapter = dataclasses.replace(whole.body[1], content=(*content, *paragraphs(5)), children=())
    html = render_html(dataclasses.replace(whole, front=(), lampiran=(), body=(chapter,)), PageSettings())
    ((blocks,),) = [[piece.run.blocks for piece in cut(html).pieces if piece.run]]
    place = len(blocks) // 3
    paragraph = next(one.content for one in blocks[place:] if one.content.startswith("<p "))
    before, _, after = html.partition(paragraph)
    longer = before + paragraph.replace("</p>", f" {SENTENCE}</p>") + after
    laid: list[int] = []
    draw_run = render_module.draw_run

    def spy(reading: Reading, *more: Any) -> Any:
        drawn = draw_run(reading, *more)
        laid.append(reading.blocks)
        return drawn

    monkeypatch.setattr(render_module, "draw_run", spy)
    monkeypatch.setattr(render_module, "trials", lambda *_: iter(()))  # closer lines are laid out besides
    with nothing_kept():
        render_pdf(html, title=TITLE, media=media())
        everything, laid[:] = sum(laid), []
        changed = render_pdf(longer, title=TITLE, media=media())
        assert everything == len(blocks)
        assert 0 < sum(laid) < everything / 2 < everything - place
    with nothing_kept():
        # Whatever was there before, the bytes are those of a document that is made from the beginning.
        assert render_pdf(longer, title=TITLE, media=media()) == changed


@pytest.mark.parametrize("place", ["sebelum", "sesudah"])
def test_pages_that_begin_within_a_table_are_drawn_once(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word for another as long before the table changes the first page alone; one behind it the last alone."""
    chapter = dataclasses.replace(
        contoh_dokumen().body[1],
        content=(
            ParagraphBlock(content="Yang sebelum tabel."),
            table("t", "T", column=3, row=130),
            *(ParagraphBlock(content="Di antaranya.") for _ in range(5)),  # those next to it have a say in it
            ParagraphBlock(content="Yang sesudah tabel."),
        ),
        children=(),
    )
    html = render_html(
        dataclasses.replace(contoh_dokumen(), front=(), lampiran=(), body=(chapter,)), PageSettings()
    )
    ((pages,),) = [[len(draw(piece.html, media()).pages) for piece in cut(html).pieces if piece.run]]
    assert pages >= 4
    changed = html.replace(f"Yang {place} tabel.", f"Ynag {place} tabel.")
    drawn: list[int] = []
    drawn_by = engine._drawn

    def spy(document: Any, *more: Any) -> Part:
        drawn.append(len(document.pages))
        return drawn_by(document, *more)

    with nothing_kept():
        render_pdf(html, title=TITLE, media=media())
        monkeypatch.setattr(engine, "_drawn", spy)
        result = render_pdf(changed, title=TITLE, media=media())
        assert drawn == [1]
    with nothing_kept():
        assert render_pdf(changed, title=TITLE, media=media()) == result


def test_many_pages_are_drawn_in_two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first paragraph grows, and every page of the chapter is another."""
    chapter = dataclasses.replace(contoh_dokumen().body[1], content=paragraphs(1, 90), children=())
    html = render_html(
        dataclasses.replace(contoh_dokumen(), front=(), lampiran=(), body=(chapter,)), PageSettings()
    )
    ((_, first, *_),) = [piece.run.blocks for piece in cut(html).pieces if piece.run]
    longer = html.replace(first.content, first.content.replace("</p>", f" {SENTENCE}</p>"))
    here: list[int] = []
    drawn_by = engine._drawn

    def spy(document: Any, *more: Any) -> Part:
        here.append(len(document.pages))
        return drawn_by(document, *more)

    monkeypatch.setattr(engine, "_drawn", spy)
    with nothing_kept() as folder:
        render_pdf(html, title=TITLE, media=media())
        before = {one.name for one in folder.iterdir()}
        here.clear()
        with allowed():
            result = render_pdf(longer, title=TITLE, media=media())
        made = {one.name for one in folder.iterdir()} - before
        assert len(made) >= 10
        assert 0 < sum(here) < len(made)  # some here, some by the other
    with nothing_kept():
        assert render_pdf(longer, title=TITLE, media=media()) == result


def test_a_part_that_many_blocks_have_a_say_in_is_found() -> None:
    """Six pages on which no page begins with a block have some hundred of them."""
    run = Run(tuple(Block("", f"<p>{n}</p>", ()) for n in range(150)), "", "", "", "")
    keys = Keys(run, str)
    for start, say in ((0, 1), (0, 100), (20, 150)):
        asked = keys.key(start, say)
        assert keys.found(start, {asked}) == asked
        assert keys.found(start + 1, {asked}) is None
    assert Keys(dataclasses.replace(run, blocks=run.blocks[:100]), str).key(0, 100) != keys.key(0, 100)


def test_so_much_is_read_as_may_have_to_be_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to where the next part that is kept begins, and a little; more as a page comes near that, with the block on
    either side that may have a say in how it looks."""
    blocks = tuple(Block("", f"<p>{n:093}</p>", ()) for n in range(300))  # a hundred characters each
    run = Run(blocks, "", "", "", "")
    keys = Keys(run, str)
    kept = {keys.key(start, start + 5) for start in (10, 60, 230)}
    assert [keys.stop(start, kept) for start in (0, 10, 60, 230, 283)] == [18, 68, 238, 300, 300]
    monkeypatch.setattr(run_module, "_PAGE", 2_000)
    reading = Reading(run, 0, lambda start: keys.stop(start, kept))
    assert (reading.blocks, places(reading.html())) == (18, (0, 18))
    assert places(reading.more(8)) == (17, 68)  # ten fill no page
    assert reading.more(48) is None
    assert places(reading.more(49)) == (67, 238)
    assert (reading.blocks, reading.whole) == (238, False)
    assert places(reading.more(None)) == (237, 299)
    assert (reading.blocks, reading.whole, reading.more(299)) == (300, True, None)


def places(html: str | None) -> tuple[int, int]:
    """The first and the last block of a document, by their places."""
    marks = [int(n) for n in re.findall(r'data-blok="(\d+)"', html or "")]
    assert marks == list(range(marks[0], marks[-1] + 1))
    return marks[0], marks[-1]


def test_a_chapter_is_the_same_however_much_of_it_was_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sections within sections, text that people wrote, a paragraph that keeps a distance to the table before it."""
    whole = contoh_dokumen()
    text = narrative("<p>Satu.</p><p>Dua.</p><ul><li>Tiga.</li><li>Empat.</li></ul>")
    inner = [
        Bagian(key=f"s{n}", title="Sub", level=3, content=(table(f"t{n}", "T", column=3, row=5), *text))
        for n in range(3)
    ]
    section = Bagian(key="s", title="Sub", level=2, content=paragraphs(1, 2), children=tuple(inner))
    other = dataclasses.replace(
        section, key="o", children=(), content=(table("t", "T", column=3, row=7), *paragraphs(2, 6))
    )
    chapter = dataclasses.replace(
        whole.body[1], content=(*paragraphs(3, 6), *text), children=(section, other)
    )
    html = render_html(dataclasses.replace(whole, front=(), lampiran=(), body=(chapter,)), PageSettings())
    (run,) = [piece.run for piece in cut(html).pieces if piece.run]
    at_once = _drawn(Reading(run, 0, lambda _: len(run.blocks)))
    assert len(at_once) >= 3
    monkeypatch.setattr(run_module, "_PAGE", 1)
    last = max(n for n, (stretch, _) in enumerate(at_once) if not stretch.start[1])  # not within a block
    for first, many in ((0, 6), (last, 1)):
        reading = Reading(run, at_once[first][0].start[0], partial(_at_most, len(run.blocks), many))
        bit_by_bit = _drawn(reading)
        assert [part.write() for _, part in bit_by_bit] == [part.write() for _, part in at_once[first:]]


def _drawn(reading: Reading) -> list[tuple[Stretch, Part]]:
    """What is drawn where nothing is kept."""
    drawn: list[tuple[Stretch, Part]] = []

    def keep(stretch: Stretch, part: Part) -> Part:
        drawn.append((stretch, part))
        return part

    assert draw_run(reading, media(), Keeping(lambda _: None, keep)) == [part for _, part in drawn]
    return drawn


def _at_most(most: int, many: int, start: int) -> int:
    return min(start + many, most)


SENTENCE = (
    "Satu kalimat yang cukup panjang ditambahkan di sini sesudah rapat, sehingga baris sesudahnya bergeser."
)
