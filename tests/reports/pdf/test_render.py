"""The PDF engine's door: what it reads and refuses, the same bytes each time, the tags of a whole document."""

from __future__ import annotations

import dataclasses
import gc
import re
import socket
from urllib.request import Request

import pytest
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from reports.html import embed, render_html
from reports.pdf import engine
from reports.pdf.fetch import OwnFetcher
from reports.pdf.render import PdfError, PdfResult, render_pdf
from reports.publish.naskah import PageSettings
from tests.flows.read_pdf import PdfReading, read_pdf
from tests.reports.document.example_dokumen import TITLE, contoh_dokumen, media, short
from tests.reports.pdf.kept import nothing_kept


def page(content: str) -> str:
    return f'<!DOCTYPE html><html lang="id"><head><title>T</title></head><body>{content}</body></html>'


@pytest.fixture
def without_socket(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Record every attempt to open a socket or look up a name."""
    attempt: list[object] = []

    def refuse(*content: object, **other: object) -> None:
        attempt.append(content)
        raise OSError("jaringan tertutup dalam pengujian")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return attempt


# -- what it reads -----------------------------------------------------------------------------------


FOREIGN_ADDRESSES = [
    "http://contoh.id/gambar.jpg",
    "file:///etc/hostname",
    "https://contoh.id/gambar.jpg",
    "//contoh.id/gambar.jpg",
    "ftp://contoh.id/gambar.jpg",
    "/etc/hostname",
    "../../etc/hostname",
    "data:text/html,x",
    "data:image/svg+xml;base64,PHN2Zy8+",
]
OUTER_FIGURE = '<img src="{}" alt="x">'
OTHER_WAY = {
    "link": '<link rel="stylesheet" href="{}">',
    "import": "<style>@import url({});</style>",
    "font-face": "<style>@font-face {{ font-family: x; src: url({}) }} p {{ font-family: x }}</style><p>x</p>",
    "background": '<p style="background: url({})">x</p>',
    "object": '<object data="{}"></object>',
    "svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="{}" width="9" height="9"/></svg>'
    ),
}


@pytest.mark.parametrize(
    ("address", "shape"),
    [
        *(pytest.param(address, OUTER_FIGURE, id=f"img-{address}") for address in FOREIGN_ADDRESSES),
        # Every way ends in the same fetcher: the two that the engine would fetch by itself are enough.
        *(
            pytest.param(address, shape, id=f"{way}-{address}")
            for way, shape in OTHER_WAY.items()
            for address in FOREIGN_ADDRESSES[:2]
        ),
    ],
)
def test_nothing_outside_is_read(address: str, shape: str, without_socket: list[object]) -> None:
    with pytest.raises(PdfError, match=r"ditolak|tidak ada dalam laporan ini|tidak dapat dijadikan PDF"):
        render_pdf(page(shape.format(address)), title=TITLE)
    assert without_socket == []


def test_the_second_door_of_the_fetcher_is_shut_too(without_socket: list[object]) -> None:
    fetcher = OwnFetcher({})
    for address in ("file:///etc/hostname", Request("http://contoh.id/")):
        with pytest.raises(PdfError, match="ditolak"):
            fetcher.open(address)
    assert without_socket == []


def test_pictures_come_by_name_or_inside_the_document() -> None:
    content = media(2)
    named = render_pdf(page('<img src="media:foto/1.jpg" alt="Foto">'), title=TITLE, media=content)
    photos = dataclasses.replace(short(contoh_dokumen(many_foto=1)), front=(), lampiran=())
    embedded = render_pdf(render_html(photos, PageSettings(), address=embed(content)), title=TITLE)
    assert named.warnings == embedded.warnings == ()
    # A JPEG is passed through as it is.
    assert content["foto/1.jpg"] in named.content
    assert content["foto/1.jpg"] in embedded.content


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({}, r'Gambar "foto/1\.jpg" tidak ada dalam laporan ini'),
        ({"foto/1.jpg": b"<svg/>"}, r'"foto/1\.jpg" bukan gambar JPEG atau PNG'),
        ({"foto/1.jpg": b"\xff\xd8\xffrusak"}, r"tidak dapat dijadikan PDF.*foto/1\.jpg"),
    ],
    ids=["tidak ada", "bukan gambar", "rusak"],
)
def test_a_picture_that_cannot_be_shown_stops_the_document(content: dict[str, bytes], message: str) -> None:
    with pytest.raises(PdfError, match=message):
        render_pdf(page('<img src="media:foto/1.jpg" alt="Foto">'), title=TITLE, media=content)


# -- the same bytes ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def short_html() -> str:
    """A chapter with a table, a photo, and a wide page: test_parts prints more of it from nothing and again."""
    whole = short(contoh_dokumen(many_foto=1))
    photos = dataclasses.replace(whole.body[1], children=whole.body[1].children[-1:])
    return render_html(dataclasses.replace(whole, front=(), body=(whole.body[0], photos)), PageSettings())


@pytest.fixture(scope="module")
def short_result(short_html: str) -> PdfResult:
    return render_pdf(short_html, title=TITLE, media=media())


def test_two_renders_are_byte_identical_whatever_lies_between(
    short_html: str, short_result: PdfResult
) -> None:
    """Of a short document; tests/flows prints real ones again, in this process and in others."""
    files = {"capaian.csv": b"indikator,95\n", "capaian.json": b"{}"}
    other, again = (render_pdf(page("<p>lain</p>"), title="Lain", attachments=files) for _ in range(2))
    assert other == again
    with nothing_kept():
        assert render_pdf(short_html, title=TITLE, media=media()) == short_result


def test_the_identifier_follows_the_input(contoh_readings: PdfReading) -> None:
    def identifier(title: str, content: str) -> str:
        return str(
            read_pdf(render_pdf(page(f'<p id="x">{content}</p>'), title=title).content).pdf.trailer.ID[0]
        )

    everything = [
        identifier("a", "b"),
        identifier("a", "c"),
        identifier("b", "b"),
        str(contoh_readings.pdf.trailer.ID[0]),
    ]
    assert len(set(everything)) == 4
    assert identifier("a", "b") == everything[0]


def test_the_file_says_nothing_of_when_it_was_made(contoh_readings: PdfReading) -> None:
    assert set(contoh_readings.pdf.docinfo.keys()) == {"/Title", "/Producer"}
    assert not re.search(
        rb"CreateDate|ModifyDate|MetadataDate", contoh_readings.pdf.Root.Metadata.read_bytes()
    )


def test_the_styles_that_are_kept_print_what_the_engine_s_own_way_prints(
    monkeypatch: pytest.MonkeyPatch, short_html: str, short_result: PdfResult
) -> None:
    """Sheets read once, and the lean defaults."""
    monkeypatch.setattr(engine, "Source", Plain)
    with nothing_kept():
        assert render_pdf(short_html, title=TITLE, media=media()) == short_result


class Plain(weasyprint.HTML):
    """The engine's own way."""

    notes = ()

    def __init__(self, html: str, base_url: str, fetcher: OwnFetcher) -> None:
        super().__init__(string=html, base_url=base_url, url_fetcher=fetcher)

    def laid_out(self, font_config: FontConfiguration, variant: str, _: object = None) -> weasyprint.Document:
        return self.render(font_config=font_config, pdf_variant=variant)


def test_memory_of_one_document_is_freed_before_the_next() -> None:
    html = page("<p>isi</p>" * 50)
    render_pdf(html, title=TITLE)
    jumlah = []
    for _ in range(3):
        with nothing_kept():
            render_pdf(html, title=TITLE)
        gc.collect()
        jumlah.append(len(gc.get_objects()))
    assert jumlah[2] - jumlah[1] < 100
    assert gc.get_threshold()[0] < 1_000_000


# -- tags --------------------------------------------------------------------------------------------


def test_the_engine_is_content_with_the_whole_document(contoh_results: PdfResult) -> None:
    assert contoh_results.warnings == ()
    assert 30 <= contoh_results.page <= 45


def test_it_declares_itself_pdf_ua_with_language_and_title(contoh_readings: PdfReading) -> None:
    root = contoh_readings.pdf.Root
    assert str(root.Lang) == "id"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert str(contoh_readings.pdf.docinfo.Title) == TITLE
    # Not in a with: leaving it would write its own date and editor into the file that other tests read.
    assert contoh_readings.pdf.open_metadata()["pdfuaid:part"] == "1"


def test_no_tag_is_out_of_reach_and_no_cell_names_foreign_headers(contoh_readings: PdfReading) -> None:
    elements = [
        o for o in contoh_readings.pdf.objects if hasattr(o, "get") and o.get("/Type") == "/StructElem"
    ]
    assert len(elements) == sum(1 for _ in contoh_readings.root.everything()) - 1
    assert not [e for e in elements if "/Headers" in e.get("/A", {}) or "/ID" in e]


def test_header_cells_head_columns_above_and_rows_beside(contoh_readings: PdfReading) -> None:
    iku = next(t for t in contoh_readings.root.everything("Table") if "Formulasi" in t.text())
    scope = {th.text(): th.scope for th in iku.everything("TH")}
    assert scope == {
        "No.": "Column",
        "Sasaran": "Column",
        "Indikator": "Column",
        "Formulasi": "Column",
        "Penanggung jawab": "Column",
        "Meningkatnya kualitas pelayanan publik": "Row",
    }
    program = next(
        th for th in contoh_readings.root.everything("TH") if th.text() == "Program 1 penunjang urusan"
    )
    assert program.scope == "Row"
    nama = {
        th.scope
        for t in contoh_readings.root.everything("Table")
        for th in t.everything("TH")
        if th.text() in ("Nama", "KESATU")
    }
    assert nama == {"Row"}


def test_a_row_of_headers_in_a_narrative_heads_columns() -> None:
    html = page("<table><tbody><tr><th>A</th><th>B</th></tr><tr><th>1</th><td>2</td></tr></tbody></table>")
    reading = read_pdf(render_pdf(html + '<a href="#x" id="x">x</a>', title=TITLE).content)
    assert [(th.text(), th.scope) for th in reading.root.everything("TH")] == [
        ("A", "Column"),
        ("B", "Column"),
        ("1", "Row"),
    ]


def test_a_fraction_is_read_in_order(contoh_readings: PdfReading) -> None:
    rumus = next(p for p in contoh_readings.root.everything("P") if p.text().startswith("Capaian ="))
    assert rumus.text() == "Capaian = Realisasi /Target × 100%"


def test_lists_are_lists_within_lists(contoh_readings: PdfReading) -> None:
    outside = next(
        listing for listing in contoh_readings.root.everything("L") if "rincian pertama" in listing.text()
    )
    assert [e.text() for e in outside.everything("Lbl")] == ["a.", "1.", "2.", "b."]
    assert {e.kind for e in outside.children} == {"LI", "L"}  # type: ignore[union-attr]


def test_figures_are_named_in_words(contoh_readings: PdfReading) -> None:
    alt = [f.alt for f in contoh_readings.root.everything("Figure")]
    assert alt.count("Lambang Kabupaten Contoh") == alt.count("Lambang Kecamatan Contoh") == 2
    assert "Capaian Penutup: enam batang, makin panjang ke bawah." in alt
    assert "Foto: Musyawarah desa ke-6 bersama perangkat kecamatan" in alt
    assert all(alt)
