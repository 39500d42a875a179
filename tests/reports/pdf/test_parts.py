"""Parts of a document that are made apart: joined they are the document that is made in one piece."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from reports.html import render_html
from reports.pdf import closer, store
from reports.pdf import render as render_module
from reports.pdf.cut import Cut, Piece, cut
from reports.pdf.engine import draw, draw_list
from reports.pdf.fonts import SharedFonts
from reports.pdf.lines import filled
from reports.pdf.numbers import page_numbers, written_numbers
from reports.pdf.part import BrokenPart, Face, Line, Part
from reports.pdf.render import PdfError, PdfResult, render_pdf
from reports.pdf.side import allowed
from reports.publish.naskah import PageSettings
from reports.publish.requests import FILES
from sakip.web.jobs import JOBS, jobs_ready
from tests.flows.pdf_ua import faults
from tests.flows.read_pdf import PdfReading, read_pdf
from tests.reports.document.example_dokumen import (
    TITLE,
    contoh_dokumen,
    media,
    short,
)
from tests.reports.pdf.kept import nothing_kept

HTML = render_html(short(contoh_dokumen()), PageSettings())


#: The same with three pages more, from the first chapter on.
LONGER = HTML.replace(
    '<h2 id="landasan"', '<p class="pindah-halaman">Sehalaman.</p>' * 3 + '<h2 id="landasan"', 1
)


@pytest.fixture(scope="module", autouse=True)
def as_far_apart_as_usual() -> Iterator[None]:
    """Nothing is closer for the sake of a page (test_closer.py): in one piece nothing is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(closer, "LITTLE", -1.0)
        yield


@dataclasses.dataclass(frozen=True)
class Made:
    """The document made from nothing, the folder of its parts as it was then, and the HTML of the lists drawn."""

    result: PdfResult
    folder: Path
    lists: list[str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("bagian")
    with pytest.MonkeyPatch.context() as patch, override_settings(PDF_PARTS=folder):
        lists = lists_drawn(patch)
        return Made(render_pdf(HTML, title=TITLE, media=media()), folder, lists)


@pytest.fixture(scope="module")
def in_parts(made: Made) -> PdfResult:
    return made.result


@pytest.fixture
def kept(made: Made, tmp_path: Path) -> Iterator[Path]:
    """A folder in which all parts of the document are kept."""
    folder = Path(shutil.copytree(made.folder, tmp_path / "bagian"))
    with override_settings(PDF_PARTS=folder):
        yield folder


def lists_drawn(patch: pytest.MonkeyPatch) -> list[str]:
    """The HTML of every list that is drawn from now on."""
    html: list[str] = []
    draw_list = render_module.draw_list

    def spy(piece: str, *rest: Any) -> Part:
        html.append(piece)
        return draw_list(piece, *rest)

    patch.setattr(render_module, "draw_list", spy)
    return html


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The HTML of every part that is drawn."""
    html: list[str] = []
    draw = render_module.draw

    def spy(piece: str, *rest: Any, **more: Any) -> Part:
        html.append(piece)
        return draw(piece, *rest, **more)

    monkeypatch.setattr(render_module, "draw", spy)
    return html


# -- the same document ---------------------------------------------------------------------------------


def test_the_parts_make_the_document_that_is_made_in_one_piece(
    kept: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where some were made for another one, of which the lists name other pages."""
    lists = lists_drawn(monkeypatch)
    in_parts = render_pdf(LONGER, title=TITLE, media=media())
    assert in_parts.places["bab-3"] != made.result.places["bab-3"]
    assert (len(made.lists), lists) == (1, [])  # drawn once, whatever the numbers
    assert len(cut(LONGER).pieces) > 5
    monkeypatch.setattr(render_module, "cut", lambda html: Cut((Piece(html),), cut(html).head))
    in_one_piece = render_pdf(LONGER, title=TITLE, media=media())
    joined, whole = read_pdf(in_parts.content), read_pdf(in_one_piece.content)
    assert in_parts.page == in_one_piece.page
    # Every word at its place, in its font, under its tag.
    assert joined.root == whole.root
    assert [page.artefact for page in joined.pages] == [page.artefact for page in whole.pages]
    assert joined.tujuan == whole.tujuan
    assert [page.label for page in joined.pdf.pages] == [page.label for page in whole.pdf.pages]
    assert outline(joined) == outline(whole)
    assert faults(in_parts.content) == []
    assert len(in_parts.content) < 1.1 * len(in_one_piece.content)


def outline(reading: PdfReading) -> list[tuple[int, str, Any]]:
    pages = {page.objgen: n for n, page in enumerate(reading.pdf.pages)}
    found: list[tuple[int, str, Any]] = []

    def walk(items: Any, depth: int) -> None:
        for one in items:
            page, *at = one.destination
            found.append((depth, one.title, (pages[page.objgen], *map(str, at))))
            walk(one.children, depth + 1)

    with reading.pdf.open_outline() as tree:
        walk(tree.root, 0)
    return found


def test_every_content_has_one_place_in_the_parent_tree(in_parts: PdfResult) -> None:
    pdf = read_pdf(in_parts.content).pdf
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    keys = [int(key) for key in nums[::2]]
    assert keys == list(range(len(keys)))
    asked = [int(page.obj.StructParents) for page in pdf.pages]
    for page in pdf.pages:
        entry = nums[1::2][int(page.obj.StructParents)]
        assert all(one is None or one.Pg.objgen == page.obj.objgen for one in entry)
        for link in page.obj.get("/Annots", []):
            asked.append(int(link.StructParent))
            assert any("/Obj" in one and one.Obj.objgen == link.objgen for one in nums[1::2][asked[-1]].K)
    assert sorted(asked) == keys


def test_a_font_is_embedded_once(in_parts: PdfResult) -> None:
    fonts = {
        font.objgen: str(font.BaseFont)
        for page in read_pdf(in_parts.content).pdf.pages
        for font in page.Resources.Font.values()
    }
    assert len(fonts) == len(set(fonts.values()))


def test_a_page_that_is_built_otherwise_is_one_piece() -> None:
    for html in (
        "<html><body><p>isi</p></body></html>",
        HTML.replace('<div class="batang">', '<div class="batang">kata'),
        HTML.replace("</article>", "", 1),
    ):
        assert [piece.html for piece in cut(html).pieces] == [html]


def test_a_link_to_what_is_nowhere_stops_the_document() -> None:
    html = HTML.replace('href="#ikhtisar', 'href="#tidak-ada-ikhtisar').replace(
        'href="#bab', 'href="#tidak-ada', 1
    )
    assert html != HTML
    with pytest.raises(PdfError, match="tidak-ada"):
        render_pdf(html, title=TITLE, media=media())


def test_pages_are_numbered_by_their_kind_over_all_parts() -> None:
    kinds = ["sampul", *["depan"] * 4, "batang", "lanskap", "batang", "lampiran"]
    assert page_numbers(kinds) == ["", "i", "ii", "iii", "iv", "1", "2", "3", "4"]
    lines = written_numbers(140, 49)
    assert lines[199] == "200"
    assert "xlix" in lines
    assert page_numbers(["depan"] * 49)[-1] == "xlix"


# -- what is kept --------------------------------------------------------------------------------------


def test_only_what_changed_is_drawn_again(kept: Path, in_parts: PdfResult, drawn: list[str]) -> None:
    assert len(list(kept.iterdir())) > 5
    assert render_pdf(HTML, title=TITLE, media=media()) == in_parts
    assert drawn == []
    paragraph = re.findall(r'<p class="paragraf paragraf-biasa">([^<]{80,})</p>', HTML)[-1]
    before, _, after = HTML.rpartition(paragraph)
    changed = f"{before}{paragraph} Lagi.{after}"
    render_pdf(changed, title=TITLE, media=media())
    assert 1 <= len(drawn) <= 2
    other = media()
    other["foto/1.jpg"] = media(2)["foto/2.jpg"]
    del drawn[:]
    render_pdf(changed, title=TITLE, media=other)
    assert drawn
    assert all("foto/1.jpg" in one for one in drawn)


@pytest.mark.usefixtures("kept")
def test_a_list_that_its_numbers_do_not_fit_is_laid_out_with_them(
    in_parts: PdfResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = render_module.filled

    def narrow(part: Part, pages: Any) -> Part | None:
        standing_in = all(line.drawn == render_module.STAND_IN for line in part.lines)
        return None if standing_in else filled(part, pages)

    monkeypatch.setattr(render_module, "filled", narrow)
    lists = lists_drawn(monkeypatch)
    assert render_pdf(HTML, title=TITLE, media=media()) == in_parts
    assert len(lists) == 1


@pytest.mark.parametrize(
    ("number", "fits"),
    [("9", True), ("7", True), ("10", True), ("viii", True), ("100", False), ("101", False), ("", True)],
)
def test_a_line_says_which_numbers_leave_it_as_it_is(number: str, fits: bool) -> None:
    line = Line("bab-1", "10", "f", start=50.0, group=10.0, groups=2, right=90.0, least=5.0, most=19.0)
    face = Face("<11>", {"": ("", 6.0), "9": ("[<9>] TJ", 10.0), "10": ("[<10>] TJ", 16.0)})
    face.numbers["7"] = "[<7>] TJ", 10.05  # three groups of dots all but fit
    face.numbers |= {"viii": ("[<viii>] TJ", 12.0), "100": ("[<100>] TJ", 22.0)}
    part = Part(
        streams=[(3, b"<<>>", b"\x040p\x04 Tm \x040n\x04 \x040d\x04")], lines=[line], faces={"f": face}
    )
    with_number = filled(part, {"bab-1": number})
    assert (with_number is not None) == fits
    if with_number:
        ((_, extra, content),) = with_number.streams
        dots = {"9": 3, "": 3}.get(number, 2)
        place = {"9": 80, "7": "79.95", "10": 74, "viii": 78, "": 84}[number]
        own = f"[<{number}>] TJ" if number else ""
        assert zlib.decompress(content).decode() == f"{place} Tm {own} [{'<11>' * dots}] TJ"
        assert extra == b"<</Filter /FlateDecode>>"


def test_a_line_with_no_room_for_dots_is_as_it_is_with_a_number_that_leaves_some() -> None:
    """Four dots are 15,3 px wide, the second figure of a number 7,6: of titles that grow by the 3,8 px of an "i" some
    leave room for one of them alone."""
    content = "".join(
        f'<div class="entri entri-2">{"i" * n}<span class="tautan-halaman" data-tujuan="#t{n}"></span></div>'
        for n in range(136, 149)
    )
    page = f"{HTML[: HTML.index('<body')]}<body><main>"
    styled = page.replace(
        "</head>",
        '<style media="print">.entri { font-size: 12px; width: 600px }'
        '.tautan-halaman::after { content: "\\a0" leader("....") "\\a0" attr(data-halaman) }</style></head>',
    )

    def list_with(numbers: dict[str, str]) -> Part:
        piece = Piece(f"{styled}{content}</main></body></html>", tuple(numbers))
        return draw_list(piece.with_pages(numbers), {}, written_numbers(50, 10))

    stands_in = list_with({f"t{n}": "10" for n in range(136, 149)})
    tight = {line.target for line in stands_in.lines if not line.groups}
    numbers = {line.target: "4" if line.target in tight else "10" for line in stands_in.lines}
    own = list_with(numbers)
    assert {line.groups for line in own.lines if line.target in tight} == {0, 1}
    made, wanted = filled(stands_in, numbers), filled(own, numbers)
    assert made
    assert wanted
    assert (made.objects, made.parents) == (wanted.objects, wanted.parents)
    assert texts_of(made) == texts_of(wanted)


def texts_of(part: Part) -> list[bytes]:
    return [
        line
        for _, extra, content in part.streams
        if b"/Filter" in extra
        for line in zlib.decompress(content).split(b"\n")
        if line.endswith((b" TJ", b" Tm"))
    ]


@pytest.fixture(scope="module")
def little() -> str:
    """Its first chapter alone."""
    whole = contoh_dokumen()
    return render_html(dataclasses.replace(whole, front=(), lampiran=(), body=whole.body[:1]), PageSettings())


def test_what_is_broken_or_gone_is_made_again(little: str) -> None:
    with nothing_kept() as folder:
        made = render_pdf(little, title=TITLE, media=media())
        assert len(list(folder.iterdir())) > 5
        for n, file in enumerate(sorted(folder.iterdir())):
            content = file.read_bytes()
            file.write_bytes((content[:-9] + b"rusak....", content[:40], b"")[n % 3])
        assert render_pdf(little, title=TITLE, media=media()).content == made.content
        for file in folder.glob("huruf-*"):
            file.unlink()
        assert render_pdf(little, title=TITLE, media=media()).content == made.content


def test_a_folder_that_cannot_be_written_does_not_stop_a_document(
    settings: Any, tmp_path: Path, little: str
) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    made = render_pdf(little, title=TITLE, media=media())
    settings.PDF_PARTS = tmp_path / "berkas"
    assert render_pdf(little, title=TITLE, media=media()).content == made.content


def test_what_was_not_asked_for_longest_goes_first(settings: Any, tmp_path: Path) -> None:
    settings.PDF_PARTS = tmp_path
    for n, name in enumerate("abcd"):
        store.put(name, bytes(1000))
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (n, n))
    assert store.get("a") == bytes(1000)  # asked for now
    store.tidy(limit=2500)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a", "d"]


def test_two_processes_make_the_same_bytes(in_parts: PdfResult, monkeypatch: pytest.MonkeyPatch) -> None:
    here, told, beside = os.getpid(), os.pipe(), os.pipe()
    met: list[bytes] = []

    def meeting(draw: Any) -> Any:
        """Each of the two begins to draw when the other has begun, too."""

        def spy(*content: Any, **more: Any) -> Any:
            if not met:
                mine, others = (told, beside) if os.getpid() == here else (beside, told)
                os.write(mine[1], b".")
                os.close(others[1])
                met.append(os.read(others[0], 1))
            return draw(*content, **more)

        return spy

    monkeypatch.setattr(render_module, "_MUCH", 0)
    for name in ("draw", "draw_run", "draw_list"):
        monkeypatch.setattr(render_module, name, meeting(getattr(render_module, name)))
    with nothing_kept(), allowed():
        assert render_pdf(HTML, title=TITLE, media=media()) == in_parts
        assert met == [b"."]
        with pytest.raises(PdfError, match="tidak ada dalam laporan ini"):
            render_pdf(HTML.replace("Latar", "Letak"), title=TITLE, media={})


def test_half_a_part_is_none() -> None:
    whole = Part(objects=[(3, b"<<>>")], streams=[(4, b"<<>>", b"isi")], labels={"1": ("x", 1.5)}).write()
    assert Part.read(whole).write() == whole
    for content in (b"", whole[:20], whole[:-1], whole + b"x"):
        with pytest.raises(BrokenPart):
            Part.read(content)


def test_parts_that_do_not_agree_on_the_width_of_a_glyph_share_no_font() -> None:
    record = cut_record()
    shared = SharedFonts()
    narrow, wide = ({**record, "widths": [[36, width]]} for width in (600, 700))
    first, same, other = (shared.add([one])[record["hash"]] for one in (narrow, narrow, wide))
    assert first is same is not other


def cut_record() -> dict[str, Any]:
    return draw("<p>A</p>", {}).fonts[0]


@pytest.mark.parametrize(
    ("asked", "pieces"), [("", 1), ('dx="1"', 6), ('letter-spacing="2"', 6)], ids=["biasa", "dx", "spasi"]
)
def test_the_words_of_a_drawing_are_drawn_at_once_unless_letters_are_placed(asked: str, pieces: int) -> None:
    svg = f'<svg viewBox="0 0 90 20"><title>x</title><text x="9" y="9" {asked}>Target</text></svg>'
    drawn = b"".join(zlib.decompress(content) for _, _, content in draw(svg, {}).streams)
    assert len(re.findall(rb"T[jJ]\b", drawn)) == pieces


def test_the_dots_of_a_leader_are_one_text(in_parts: PdfResult) -> None:
    dots = [piece.text for piece in read_pdf(in_parts.content).root.pieces() if "...." in piece.text]
    assert len(dots) == HTML.count('<span class="tautan-')
    assert min(map(len, dots)) > 4


def test_a_line_of_a_list_is_one_link(in_parts: PdfResult) -> None:
    """Not one more for each word, for the dots and for the number."""
    pdf = read_pdf(in_parts.content).pdf
    leads = [str(link.Dest) for page in pdf.pages for link in page.obj.get("/Annots", [])]
    for name in ("kata-pengantar", "landasan"):
        assert HTML.count(f'href="#{name}"') == 1
        assert leads.count(name) == 1


def test_a_worker_begins_also_where_nothing_can_be_drawn(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise OSError("libpango")

    monkeypatch.setitem(JOBS, "berkas", dataclasses.replace(FILES, ready=broken))
    jobs_ready()
    assert "pekerjaan berkas belum dapat disiapkan" in caplog.text
