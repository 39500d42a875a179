"""The HTML of a document: what the templates print, in which order, and what they never let through."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from reports.document.tree import (
    Block,
    Bold,
    Dokumen,
    Figure,
    FormBlock,
    FotoBlock,
    Item,
    ItemList,
    ParagraphBlock,
    Part,
    Pecahan,
    SignatureBlock,
    TandaTanganBlock,
    Title,
)
from reports.html import embed, render_html, style_sheet
from reports.publish.naskah import PageSettings
from reports.writing.to_document import narrative
from sakip.snapshot.types import Berkas
from tests.reports.document.example_dokumen import contoh_dokumen, media
from tests.reports.document.one_part import of_part


class PageParser(HTMLParser):
    """Start tags with their attributes, and the words, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tag: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag.append((tag, {nama: nilai or "" for nama, nilai in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def named(self, *tag: str) -> list[dict[str, str]]:
        return [attributes for nama, attributes in self.tag if nama in tag]

    def classed(self, css_class: str) -> list[dict[str, str]]:
        return [a for _, a in self.tag if css_class in a.get("class", "").split()]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def dokumen(*content: Block, shows_title: bool = True) -> Dokumen:
    part = Part(key="satu", title="Bagian Satu", level=1, content=content, shows_title=shows_title)
    return of_part(part)


def excerpt(*content: Block, shows_title: bool = True) -> PageParser:
    """The fragment of a document with one part."""
    return PageParser(
        render_html(dokumen(*content, shows_title=shows_title), PageSettings(), standalone=False)
    )


@pytest.fixture(scope="module")
def contoh() -> PageParser:
    return PageParser(render_html(contoh_dokumen(), PageSettings(), standalone=False))


# -- the whole ---------------------------------------------------------------------------------------


def test_anchors_are_unique_and_every_link_has_its_target(contoh: PageParser) -> None:
    anchor = Counter(a["id"] for _, a in contoh.tag if "id" in a)
    assert max(anchor.values()) == 1
    links = [a["href"] for a in contoh.named("a")]
    assert len(links) > 50
    assert {t.removeprefix("#") for t in links} <= set(anchor)


def test_the_fragment_obeys_a_policy_without_inline_styles_and_scripts(contoh: PageParser) -> None:
    assert not contoh.named("style", "script", "link", "html", "body")
    assert not [a for _, a in contoh.tag if "style" in a or any(nama.startswith("on") for nama in a)]


def test_the_file_that_stands_alone_asks_for_nothing() -> None:
    html = render_html(contoh_dokumen(), PageSettings(), address=embed(media()))
    page = PageParser(html)
    assert not page.named("link", "script")
    assert [a["src"][:23] for a in page.named("img")] == ["data:image/jpeg;base64,"] * (6 + 2 + 2)
    assert not re.search(r"@import|url\((?!\"data:)", html)
    assert page.named("html") == [{"lang": "id"}]
    assert "<title>Laporan Kinerja Instansi Pemerintah Kecamatan Contoh Tahun 2024</title>" in html


def test_the_same_document_gives_the_same_text() -> None:
    assert render_html(contoh_dokumen(), PageSettings()) == render_html(contoh_dokumen(), PageSettings())


def test_parts_follow_one_another_as_printed(contoh: PageParser) -> None:
    ordering = [a["id"] for a in contoh.named("h1") if not a["id"].startswith("lampiran")]
    assert ordering == [
        "kata-pengantar",
        "daftar-isi",
        "daftar-tabel",
        "daftar-gambar",
        "ikhtisar",
        "bab-1",
        "bab-2",
        "bab-3",
        "bab-4",
    ]
    assert "BAB III Akuntabilitas Kinerja" in contoh.text
    assert "Tabel 1.1 Indikator Kinerja Utama" in contoh.text
    assert "Tabel L2.1 Matriks 2 Bagian 1" in contoh.text


def test_a_draft_says_so_and_a_signed_document_does_not() -> None:
    for konsep in (True, False):
        content = contoh_dokumen(konsep=konsep)
        html = render_html(content, PageSettings())
        assert ("KONSEP" in PageParser(html).text) == konsep
        assert ("KONSEP" in style_sheet(content, PageSettings())) == konsep


# -- text --------------------------------------------------------------------------------------------


def test_text_is_escaped_wherever_it_stands() -> None:
    evil = '"><script>alert(1)</script>&'
    content: tuple[Block, ...] = (
        ParagraphBlock(content=evil),
        ParagraphBlock(content=(Bold(evil), evil, Pecahan(pembilang=evil, penyebut=evil, pengali=evil))),
        ItemList(items=(Item(content=evil),)),
        FormBlock(pairs=((evil, evil),)),
        Title(rows=(evil,)),
        SignatureBlock(blocks=(TandaTanganBlock(heads=(evil,), nama=evil, below=(evil,)),)),
        Figure(key="g", title=evil, svg="<svg></svg>", alt=evil),
        FotoBlock(file=Berkas(nama=evil, sha256="", lebar=1, tinggi=1), keterangan=evil),
    )
    html = render_html(
        dataclasses.replace(dokumen(*content), title=evil, head=evil, konsep=True), PageSettings()
    )
    page = PageParser(html)
    assert not page.named("script")
    assert len(page.named("style")) == 4
    assert "<script" not in html


def test_narrative_is_sanitised_again_on_the_way_out() -> None:
    page = excerpt(*narrative('<p onclick="x()">isi <a href="//luar">tautan</a></p><script>x</script>'))
    assert page.text.endswith("isi tautan")
    assert not page.named("a", "script")
    assert not [a for a in page.named("p") if "onclick" in a]


def test_a_fraction_reads_numerator_slash_denominator_multiplier() -> None:
    page = excerpt(ParagraphBlock(content=(Pecahan(pembilang="desa tertib", penyebut="seluruh desa"),)))
    assert page.text.endswith("desa tertib / seluruh desa × 100%")
    assert page.classed("pecahan")[0]["aria-label"] == "desa tertib dibagi seluruh desa × 100%"


def test_a_bold_line_stays_with_what_it_titles() -> None:
    title = excerpt(ParagraphBlock(content=(Bold("Faktor pendorong"),), style="rapat"))
    plain = excerpt(ParagraphBlock(content=(Bold("Faktor"), " pendorong"), style="rapat"))
    assert len(title.classed("paragraf-judul")) == 1
    assert not plain.classed("paragraf-judul")


# -- forms -------------------------------------------------------------------------------------------


def test_the_title_of_a_form_takes_the_place_of_its_heading() -> None:
    page = excerpt(Title(rows=("PERJANJIAN", "TAHUN 2024")), Title(rows=("LAGI",)), shows_title=False)
    assert [(a["id"], a["data-label"]) for a in page.named("h1")] == [("satu", "Bagian Satu")]
    assert page.text == "PERJANJIAN TAHUN 2024 LAGI"


def test_a_form_without_a_title_keeps_its_heading() -> None:
    assert excerpt(ParagraphBlock(content="isi"), shows_title=False).text == "Bagian Satu isi"


def test_a_passage_without_a_label_has_no_colon() -> None:
    continuation = ItemList(items=(Item(content="lanjutan"),))
    page = excerpt(
        FormBlock(kind="anjuran", pairs=(("KESATU", "pertama"), ("", continuation))),
        Title(rows=("MEMUTUSKAN:",)),
        FormBlock(kind="anjuran", pairs=(("KEDUA", "kedua"),)),
    )
    assert len(page.classed("pasangan-anjuran")) == 2
    assert page.text == "Bagian Satu KESATU : pertama lanjutan MEMUTUSKAN: KEDUA : kedua"


def test_names_below_signatures_stand_level() -> None:
    def block(*heads: str, below: tuple[str, ...] = ("Pembina", "NIP")) -> TandaTanganBlock:
        return TandaTanganBlock(heads=heads, nama="N", below=below)

    def places(*blocks: TandaTanganBlock) -> list[str]:
        page = excerpt(SignatureBlock(blocks=blocks))
        return [a["class"].split()[1] for a in page.classed("tanda-tangan-blok")]

    bupati, camat = block("Pihak Kedua,", below=()), block("Contoh, Januari", "Pihak Pertama,")
    two = excerpt(SignatureBlock(blocks=(bupati, camat)))
    # On their last lines: what stands above a name may wrap to more of them. A bupati has no rank and no NIP.
    assert places(bupati, camat) == ["kaki-2", "kaki-0"]
    # A stamp is higher than the space for a pen: beside it they hang from their first lines.
    assert places(
        bupati, dataclasses.replace(camat, stamp=Figure(key="s", title="", svg="<svg></svg>", alt="QR"))
    ) == [
        "sela-1",
        "sela-0",
    ]
    assert not two.classed("tanda-tangan-sela")
    one = excerpt(SignatureBlock(blocks=(block("Contoh, Januari"),)))
    assert len(one.classed("tanda-tangan-sela")) == 1


def test_a_drawing_has_its_description_as_its_name() -> None:
    svg = '<svg viewBox="0 0 1 1"><path/></svg>'
    page = excerpt(Figure(key="g", title="Judul", svg=svg, alt="Dua batang"))
    assert page.named("svg") == [{"role": "img", "viewbox": "0 0 1 1"}]
    assert page.text == "Bagian Satu Dua batang Gambar 1 Judul"
    assert [a["id"] for a in page.named("figure")] == ["g"]


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="'g' bukan SVG"):
        excerpt(Figure(key="g", title="Judul", svg="<p>bukan</p>", alt="x"))


# -- pictures ----------------------------------------------------------------------------------------


def test_pictures_are_embedded_by_what_they_are() -> None:
    file = Berkas(nama="foto/a.txt", sha256="", lebar=1, tinggi=1)
    png = b"\x89PNG\r\n\x1a\n123"
    assert embed({"foto/a.txt": png})(file) == "data:image/png;base64,iVBORw0KGgoxMjM="
    with pytest.raises(ValueError, match=r'"foto/a\.txt" bukan gambar JPEG atau PNG'):
        embed({"foto/a.txt": b"<svg/>"})(file)
    with pytest.raises(KeyError):
        embed({})(file)
