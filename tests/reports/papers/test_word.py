"""Word files as offices really make them: layout tables, text boxes, changes that nobody accepted, formulas."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reports.papers.paper import Block, Table
from reports.papers.read import read_paper

pytestmark = pytest.mark.one_engine

NAMESPACES = (
    f"{nsdecls('w', 'm', 'wp', 'a')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
    " xmlns:v='urn:schemas-microsoft-com:vml'"
)
HALVES = (("m:num", "Jumlah selesai"), ("m:den", "Jumlah laporan"))


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def cell(*inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inside)}<w:p/></w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*texts: str, before: str = "") -> str:
    cells = "".join(text if text.startswith("<w:tc") else cell(paragraph(run(text))) for text in texts)
    return f"<w:tr>{before}{cells}</w:tr>"


def read(*elements: str) -> list[Block]:
    document = docx.Document()
    body = document.element.body
    for element in elements:
        name, _, rest = element.partition(">")
        body.insert(len(body) - 1, parse_xml(f"{name} {NAMESPACES}>{rest}"))
    file = io.BytesIO()
    document.save(file)
    return list(read_paper(file.getvalue(), "lkip.docx").blocks)


def told(*elements: str) -> list[object]:
    """Texts as they are, tables as the cells of their rows."""
    return [
        [one.cells for one in block.rows] if isinstance(block, Table) else block.text
        for block in read(*elements)
    ]


def box(text: str) -> str:
    """A text box as Word keeps it: once for itself, once more for programs that know no other."""
    inside = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    drawn = nested("w:drawing wp:inline a:graphic a:graphicData wps:wsp wps:txbx", inside)
    old = nested("w:pict v:shape v:textbox", inside)
    return nested("w:r mc:AlternateContent", nested("mc:Choice", drawn) + nested("mc:Fallback", old))


def nested(names: str, inside: str) -> str:
    for name in reversed(names.split()):
        inside = f"<{name}>{inside}</{name}>"
    return inside


def test_what_was_struck_out_moved_away_or_hidden_is_not_said() -> None:
    gone = "<w:del><w:r><w:delText>100</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('lama ')}</w:moveFrom>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>tersembunyi</w:t></w:r>"
    new = f"<w:ins>{run('98 persen')}</w:ins>"
    assert told(paragraph(run("Target "), gone, moved, hidden, new)) == ["Target 98 persen"]


def test_a_text_box_is_said_once_behind_the_paragraph_it_hangs_on() -> None:
    assert told(paragraph(run("Bab I"), box("Kantor Kecamatan Balung"))) == [
        "Bab I",
        "Kantor Kecamatan Balung",
    ]
    assert told(table(row("Sasaran", cell(paragraph(box("85")))), row("IKM", "80"))) == [
        [("Sasaran", "85"), ("IKM", "80")]
    ]


def test_a_dash_that_does_not_break_and_a_fraction_are_read_as_they_look() -> None:
    period = paragraph(run("Renstra 2021"), "<w:r><w:noBreakHyphen/></w:r>", run("2026"))
    above, below = (nested(f"{name} m:r m:t", text) for name, text in HALVES)
    fraction = nested("m:oMath", nested("m:f", above + below) + nested("m:r m:t", "x 100%"))
    assert told(period, paragraph(fraction)) == [
        "Renstra 2021-2026",
        "(Jumlah selesai) / (Jumlah laporan) x 100%",
    ]


def test_a_table_in_a_cell_is_one_of_its_own_where_it_names_columns() -> None:
    inner = table(row("No", "Sasaran", "Target"), row("1", "Pelayanan", "85"))
    fraction = table(row("Jumlah selesai"), row("Jumlah laporan"))
    assert told(table(row(cell(paragraph(run("Lampiran PK")), inner)))) == [
        "Lampiran PK",
        [("No", "Sasaran", "Target"), ("1", "Pelayanan", "85")],
    ]
    assert told(
        table(row("Indikator", "Rumus"), row("Tuntas", cell(fraction, paragraph(run("x 100%")))))
    ) == [[("Indikator", "Rumus"), ("Tuntas", "Jumlah selesai Jumlah laporan x 100%")]]


def test_rows_in_a_control_and_cells_left_out_before_a_row_stay_in_their_columns() -> None:
    before = "<w:trPr><w:gridBefore w:val='2'/></w:trPr>"
    inside = f"<w:sdt><w:sdtContent>{row('2', 'Ketertiban', '90')}</w:sdtContent></w:sdt>"
    rows = (row("No", "Sasaran", "Target"), inside, row("100", before=before))
    assert told(table(*rows)) == [[("No", "Sasaran", "Target"), ("2", "Ketertiban", "90"), ("", "", "100")]]


@pytest.mark.parametrize("said", ["", "-3", "dua", "9999999999", "1.5"])
def test_a_width_that_is_no_number_is_one_column(said: str) -> None:
    wide = cell(paragraph(run("Sasaran")), properties=f"<w:gridSpan w:val='{said}'/>")
    ((cells, *_),) = [
        block for block in told(table(row(wide, "Target"), row("IKM", "85"))) if isinstance(block, list)
    ]
    assert cells == ("Sasaran", "Target")


def test_a_raised_mark_behind_a_number_is_no_digit_of_it() -> None:
    up = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    assert told(paragraph(run("Luas 12,3 Km"), up.format("2"), run(" dan 79,6"), up.format("1)"))) == [
        "Luas 12,3 Km² dan 79,6"
    ]
