"""The generated stylesheet: paper, margins, fonts, the words of header and footer, the mark of a draft."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal

import pytest

from reports.html import render_html, style_sheet
from reports.publish.naskah import PageSettings
from tests.reports.document.example_dokumen import contoh_dokumen


def style(settings: PageSettings, **others: object) -> str:
    return " ".join(style_sheet(dataclasses.replace(contoh_dokumen(), **others), settings).split())  # type: ignore[arg-type]


def test_the_default_page_is_f4_with_the_margins_of_official_letters() -> None:
    css = style(PageSettings())
    assert "@page { size: 215mm 330mm; margin: 25mm 25mm 30mm 30mm;" in css
    assert "@page lanskap { size: 330mm 215mm }" in css
    assert (
        'font-family: "Liberation Sans", Arial, Helvetica, sans-serif; font-size: 12pt; line-height: 1.5'
        in css
    )


def test_every_setting_reaches_the_page() -> None:
    settings = PageSettings(
        kertas="A4",
        margin_atas=Decimal("20.5"),
        margin_kanan=Decimal(21),
        margin_bawah=Decimal(22),
        margin_kiri=Decimal(40),
        huruf="Bookman Old Style",
        ukuran=Decimal("11.5"),
        spasi=Decimal("1.15"),
    )
    css = style(settings)
    assert "@page { size: 210mm 297mm; margin: 20.5mm 21mm 22mm 40mm;" in css
    assert "@page lanskap { size: 297mm 210mm }" in css
    assert 'font-family: "Bookman Old Style", "Liberation Sans", Arial, sans-serif' in css
    assert "font-size: 11.5pt; line-height: 1.15" in css


def test_an_unknown_paper_is_refused_with_the_choices() -> None:
    with pytest.raises(ValueError, match=r'Kertas "Folio" tidak dikenal\. Pilih salah satu dari: A4, F4\.'):
        style(PageSettings(kertas="Folio"))


@pytest.mark.parametrize(
    "evil", ['"} * { display: none } "', "</style><script>", "a\\", "baris\nbaru", "*/ /*"]
)
def test_no_text_escapes_from_its_string(evil: str) -> None:
    css = style(PageSettings(huruf=evil), head=evil)
    assert "display: none }" not in css
    assert "<" not in css
    for content in re.findall(r'@top-left \{ content: "(.*?)" *;', css):
        assert not re.search(r'["\n]|\\(?![0-9a-f]+ )', content)
    html = render_html(dataclasses.replace(contoh_dokumen(), head=evil), PageSettings(huruf=evil))
    assert html.count("</style>") == 4


def test_a_short_document_does_not_name_its_part_beside_itself() -> None:
    assert "@top-right { content: none" not in style(PageSettings())
    assert "@top-right { content: none" in style(PageSettings(), cover=None)


def test_the_mark_lies_in_the_middle_of_the_text_for_browsers_too() -> None:
    """F4 between margins of 30 and 25, 25 and 30 mm: the middle is 30 + 160 : 2 = 110 and 25 + 275 : 2 = 162,5 mm;
    on its side 30 + 275 : 2 = 167,5 and 25 + 160 : 2 = 105 mm."""
    css = style_sheet(contoh_dokumen(), PageSettings())
    locations = re.findall(r"translate%28([\d.]+) ([\d.]+)%29", css)
    assert locations == [("300", "300"), ("110", "162.5"), ("167.5", "105")]
    assert "%" not in re.sub(r"%[0-9A-F]{2}", "", "".join(re.findall(r'url\("(data:[^"]*)"\)', css)))


def test_a_signed_document_has_no_mark() -> None:
    css = style(PageSettings(), konsep=False)
    assert "data:" not in css
    assert "KONSEP" not in css
