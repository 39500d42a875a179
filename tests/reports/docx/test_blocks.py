"""The blocks of the Word file, one kind at a time, and the words that must not break it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from docx.oxml import parse_xml
from PIL import Image

from reports.charts import (
    CapaianBar,
    ChartNode,
    KinerjaNode,
    capaian_bar,
    kinerja_tree,
    organisasi_chart,
)
from reports.document.tree import (
    Bold,
    Figure,
    FormBlock,
    FotoBlock,
    Item,
    ItemList,
    Kop,
    Lambang,
    PageBreak,
    ParagraphBlock,
    Part,
    Pecahan,
    RumusBlock,
    SignatureBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TandaTanganBlock,
    Title,
)
from reports.docx import DocxError, render_docx
from reports.publish.naskah import PageSettings
from sakip.snapshot.types import Berkas
from tests.reports.document.example_dokumen import contoh_dokumen, media
from tests.reports.docx.read_docx import (
    WP,
    WPS,
    A,
    M,
    W,
    docx_body,
    docx_file,
    open_page,
    paragraphs,
    part,
    table_rows,
    text,
)


def table(**others: object) -> TableBlock:
    """Two columns, one header row, one body row, unless told otherwise."""
    content: dict[str, object] = {
        "key": "t",
        "title": "Contoh",
        "columns": (TableColumn(width=60), TableColumn(width=40, alignment="kanan")),
        "heads": ((TableCell(content="Uraian"), TableCell(content="Rp")),),
        "rows": (TableRow(cells=(TableCell(content="Gaji", head=True), TableCell(content="1.000"))),),
    }
    return TableBlock(**(content | others))  # type: ignore[arg-type]


def table_cells(content: bytes) -> list[list[object]]:
    (t,) = docx_body(content).iter(f"{W}tbl")
    return [list(tr.iterchildren(f"{W}tc")) for tr in t.iterchildren(f"{W}tr")]


def nilai(unsur: object, path: str, nama: str = "val") -> str | None:
    """An attribute of the element at a path like "tcPr/shd", None where there is none."""
    one = unsur.find("/".join(f"{W}{b}" for b in path.split("/")))  # type: ignore[attr-defined]
    return None if one is None else str(one.get(f"{W}{nama}"))


# -- words -----------------------------------------------------------------------------------------


def test_markup_is_text_and_control_characters_vanish() -> None:
    naughty = 'A & B <w:p/> "kutip"\x00\x0b\x1f\ufffe tamat'
    content = docx_file(
        ParagraphBlock(content=naughty),
        ParagraphBlock(content=(Bold(naughty), Pecahan(pembilang=naughty, penyebut="1"))),
        table(title=naughty, sumber=naughty),
        Title(rows=(naughty,)),
    )
    clean = 'A & B <w:p/> "kutip" tamat'
    root = docx_body(content)
    plain = paragraphs(root, "BodyText")
    assert text(plain[0]) == clean
    assert text(plain[1]) == f"{clean}{clean}1 × 100%"
    assert text(paragraphs(root, "Caption")[0]) == f"Tabel 1.1 {clean}"
    assert text(paragraphs(root, "Sumber")[0]) == f"Sumber: {clean}"
    assert text(paragraphs(root, "JudulFormulir")[0]) == clean


def test_a_font_name_cannot_leave_its_attribute() -> None:
    content = render_docx(contoh_dokumen(), PageSettings(huruf='X"/><w:b/>;&'), media=media())
    huruf = part(content, "word/styles.xml")["word/styles.xml"].find(f".//{W}rFonts")
    assert huruf.get(f"{W}ascii") == 'X"/><w:b/>;&'
    assert len(part(content, "word/header")) > 5  # they parse


def test_paragraphs_have_the_style_of_their_kind() -> None:
    content = docx_file(
        *(ParagraphBlock(content=g, style=g) for g in ("biasa", "rapat", "tengah", "catatan"))
    )
    styles = [(p.style.name, p.text) for p in open_page(content).paragraphs if p.style][1:]
    assert styles == [
        ("Body Text", "biasa"),
        ("Teks Rapat", "rapat"),
        ("Teks Tengah", "tengah"),
        ("Catatan", "catatan"),
    ]


def test_each_list_begins_at_one_and_nested_ones_step_in() -> None:
    child = ItemList(items=(Item(content="a1"), Item(content="a2")), kind="huruf")
    content = docx_file(
        ItemList(items=(Item(content="satu", children=(child,)), Item(content="dua"))),
        ItemList(items=(Item(content="lagi"),), kind="kurung-angka"),
    )
    items = [
        (text(p), nilai(p, "pPr/numPr/numId"), nilai(p, "pPr/numPr/ilvl"))
        for p in paragraphs(docx_body(content), "ButirDaftar")
    ]
    assert items == [
        ("satu", "1", "0"),
        ("a1", "2", "1"),
        ("a2", "2", "1"),
        ("dua", "1", "0"),
        ("lagi", "3", "0"),
    ]
    nomor = part(content, "word/numbering.xml")["word/numbering.xml"]
    kinds = {a.get(f"{W}abstractNumId"): a for a in nomor.iter(f"{W}abstractNum")}
    shapes = []
    for num in nomor.iter(f"{W}num"):
        change = num.find(f"{W}lvlOverride")
        assert nilai(change, "startOverride") == "1"
        level = kinds[nilai(num, "abstractNumId")][1 + int(change.get(f"{W}ilvl"))]
        shapes.append((nilai(level, "numFmt"), nilai(level, "lvlText")))
    assert shapes == [("decimal", "%1."), ("lowerLetter", "%2."), ("decimal", "(%1)")]


def test_a_formula_is_an_equation_of_its_own_line() -> None:
    content = docx_file(
        RumusBlock(left="Capaian", pembilang="Target − (Realisasi − Target)", penyebut="Target")
    )
    (p,) = paragraphs(docx_body(content), "Rumus")
    (rumus,) = p.iter(f"{M}oMathPara")
    assert text(rumus) == "Capaian = Target − (Realisasi − Target)Target × 100%"
    assert (text(rumus.find(f".//{M}num")), text(rumus.find(f".//{M}den"))) == (
        "Target − (Realisasi − Target)",
        "Target",
    )


def test_a_long_fraction_is_stacked_in_a_narrow_column_and_keeps_its_words() -> None:
    p = Pecahan(
        pembilang="Jumlah desa yang tertib administrasi pada tahun berjalan", penyebut="Jumlah seluruh desa"
    )
    narrow = table(rows=(TableRow(cells=(TableCell(content=""), TableCell(content=(p,)))),))
    (pecahan,) = docx_body(docx_file(narrow)).iter(f"{M}f")
    assert len(list(pecahan.find(f"{M}num").iter(f"{M}e"))) > 1
    assert text(pecahan.find(f"{M}num")) == p.pembilang
    (width,) = docx_body(docx_file(ParagraphBlock(content=("Rumus: ", p)))).iter(f"{M}f")
    assert not list(width.iter(f"{M}e"))


# -- tables ----------------------------------------------------------------------------------------


def test_columns_are_percent_of_the_page_and_figures_stand_at_the_right() -> None:
    heads, body = table_cells(docx_file(table()))
    for rows in (heads, body):
        assert [nilai(s, "tcPr/tcW", "w") for s in rows] == ["3000", "2000"]
        assert {nilai(s, "tcPr/tcW", "type") for s in rows} == {"pct"}
    assert [nilai(s, "p/pPr/jc") for s in heads] == ["center", "center"]
    assert [nilai(s, "p/pPr/jc") for s in body] == [None, "right"]


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    """As on paper: a word is not broken in its cell while another column has room to spare."""
    narrow = (TableColumn(width=8), TableColumn(width=92))
    rows = (TableRow(cells=(TableCell(content="Pertanggungjawaban"), TableCell(content="a"))),)
    _, body = table_cells(docx_file(table(columns=narrow, rows=rows)))
    first, second = (int(nilai(s, "tcPr/tcW", "w") or 0) // 50 for s in body)
    # 10.113 thousandths of 3,53 mm in bold, padding 2,82 mm and border 0,3 mm: 38,8 mm of 160
    assert (first, second) == (25, 75)


def test_group_rows_are_shaded_and_stay_with_what_they_head() -> None:
    rows = (
        TableRow(kind="kelompok", cells=(TableCell(content="Program", column=2, head=True),)),
        TableRow(cells=(TableCell(content="Kegiatan", head=True), TableCell(content="1")), indent=1),
        TableRow(kind="jumlah", cells=(TableCell(content="Jumlah", head=True), TableCell(content="1"))),
    )
    heads, groups, plain, jumlah = table_cells(docx_file(table(rows=rows)))
    assert [nilai(b[0], "tcPr/shd", "fill") for b in (heads, groups, plain, jumlah)] == [
        "E9EFF4", "F5F7F9", None, "E9EFF4",
    ]  # fmt: skip
    assert nilai(groups[0], "tcPr/gridSpan") == "2"
    bold = [b[0].find(f".//{W}b") is not None for b in (heads, groups, plain, jumlah)]  # type: ignore[attr-defined]
    assert bold == [True, True, False, True]
    # The header and the group's name go with the row below, the row above the total with the total.
    glued = [b[0].find(f".//{W}keepNext") is not None for b in (heads, groups, plain, jumlah)]  # type: ignore[attr-defined]
    assert glued == [True, True, True, False]
    # 0,834 × 12 pt is one em: 200 twips.
    assert nilai(plain[0], "p/pPr/ind", "left") == "200"
    assert nilai(plain[1], "p/pPr/ind", "left") is None


def test_only_the_group_that_heads_the_whole_table_opens_each_page_with_the_header() -> None:
    """Word repeats the first rows of a table and no others."""
    title = TableRow(kind="kelompok", cells=(TableCell(content="Tujuan", column=2, head=True),))
    group = replace(title, indent=1)
    plain = TableRow(cells=(TableCell(content="Kegiatan", head=True), TableCell(content="1")), indent=2)
    total = TableRow(kind="jumlah", cells=(TableCell(content="Jumlah", head=True), TableCell(content="1")))

    def opens(*rows: TableRow) -> list[bool]:
        (t,) = docx_body(docx_file(table(rows=rows))).iter(f"{W}tbl")
        return [row.find(f"{W}trPr/{W}tblHeader") is not None for row in t.iterchildren(f"{W}tr")]

    assert opens(title, group, plain, group, plain, total) == [True, True, *[False] * 5]
    assert opens(title, group, plain, plain) == [True, True, True, False, False]
    assert opens(title, plain, title, plain) == [True, *[False] * 4]


def test_a_span_over_rows_and_columns_leaves_the_other_cells_in_place() -> None:
    columns = (TableColumn(width=20), TableColumn(width=30), TableColumn(width=50))
    head = (
        (TableCell(content="A", row=2, column=2), TableCell(content="B")),
        (TableCell(content="C"),),
    )
    rows = (
        TableRow(cells=(TableCell(content="1", row=3), TableCell(content="2"), TableCell(content="3"))),
        TableRow(cells=(TableCell(content="4"), TableCell(content="5", row=2))),
        TableRow(cells=(TableCell(content="6"),)),
    )
    content = docx_file(table(columns=columns, heads=head, rows=rows))
    (t,) = docx_body(content).iter(f"{W}tbl")
    assert list(table_rows(t)) == [["A", "B"], ["C"], ["1", "2", "3"], ["4", "5"], ["6"]]
    # Read as Word reads it: every place of the grid shows the cell that covers it.
    assert [[s.text for s in row.cells] for row in open_page(content).tables[0].rows] == [
        ["A", "A", "B"],
        ["A", "A", "C"],
        ["1", "2", "3"],
        ["1", "4", "5"],
        ["1", "6", "5"],
    ]


def test_a_table_that_does_not_fill_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="sel tidak memenuhi 2 kolom"):
        docx_file(table(rows=(TableRow(cells=(TableCell(content="sendiri"),)),)))


def test_neighbouring_tables_stay_two() -> None:
    content = docx_body(docx_file(table(), table(key="u")))
    assert [u.tag for u in content if u.tag == f"{W}tbl"] == [f"{W}tbl"] * 2
    assert all(u.getnext().tag == f"{W}p" for u in content.iter(f"{W}tbl"))


# -- drawings and photos ---------------------------------------------------------------------------


def graphic() -> list[str]:
    """One drawing of each kind that the report has."""
    bars = [
        CapaianBar(nama="Indeks & survei", capaian=Decimal("98.5")),
        CapaianBar(nama="Lain", capaian=None),
    ]
    node = KinerjaNode("Tujuan", (KinerjaNode("Sasaran", (KinerjaNode("Program", kode="7.01"),)),))
    return [
        capaian_bar(bars),
        organisasi_chart(ChartNode("Camat", (ChartNode("Seksi Satu"), ChartNode("Seksi Dua")))),
        *kinerja_tree(node, max_height=105),
    ]


@pytest.mark.parametrize("order", range(3), ids=["batang", "bagan", "pohon"])
def test_our_drawings_become_shapes_stroke_by_stroke(order: int) -> None:
    svg = graphic()[order]
    root = parse_xml(svg)
    space = "{http://www.w3.org/2000/svg}"
    content = docx_body(docx_file(Figure(key="g", title="Judul", svg=svg, alt="Uraian & gambar")))
    (frame,) = content.iter(f"{WP}inline")
    assert frame.find(f"{WP}docPr").get("descr") == "Uraian & gambar"
    writing = [t.text for t in root.iter(f"{space}text")]
    assert [text(t) for t in frame.iter(f"{WPS}txbx")] == writing
    line = sum(j.get("d").count("L") for j in root.iter(f"{space}path"))
    assert [g.get("prst") for g in frame.iter(f"{A}prstGeom")].count("line") == line
    rectangle = len(list(root.iter(f"{space}rect")))
    assert len(list(frame.iter(f"{WPS}wsp"))) == len(writing) + line + rectangle
    # As wide as the text of the page: 160 mm of F4 between margins of 30 and 25.
    assert int(frame.find(f"{WP}extent").get("cx")) == pytest.approx(160 * 36_000, abs=635)
    # A program without shapes reads what it shows.
    (recovery,) = content.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
    assert text(recovery) == "Uraian & gambar"


def test_shapes_lie_where_the_drawing_has_them() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 1000 500">'
        '<rect x="100" y="200" width="300" height="40" fill="#1b4f72"/>'
        '<path d="M10 400L210 300" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="4 2"/></svg>'
    )
    content = docx_body(docx_file(Figure(key="g", title="J", svg=svg, alt="U")))
    rectangle, line = (b.find(f"{WPS}spPr/{A}xfrm") for b in content.iter(f"{WPS}wsp"))
    # A unit is 0,1 mm or 3600 EMU.
    assert [dict(u.attrib) for u in rectangle] == [
        {"x": "360000", "y": "720000"},
        {"cx": "1080000", "cy": "144000"},
    ]
    assert line.get("flipV") == "1"  # it rises to the right
    assert [dict(u.attrib) for u in line] == [
        {"x": "36000", "y": "1080000"},
        {"cx": "720000", "cy": "360000"},
    ]
    assert [w.get("val") for w in content.iter(f"{A}srgbClr")] == ["1B4F72", "000000"]
    assert [d.get("val") for d in content.iter(f"{A}prstDash")] == ["dash"]


def test_the_mark_of_a_point_is_an_area_of_its_colour() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 1000 500">'
        '<path d="M100 200L120 240L80 240Z" fill="#1b4f72" stroke="#fff" stroke-width="2"/></svg>'
    )
    (mark,) = docx_body(docx_file(Figure(key="g", title="J", svg=svg, alt="U"))).iter(f"{WPS}wsp")
    # A unit is 3600 EMU: the triangle lies from 80 to 120 and from 200 to 240.
    assert [dict(u.attrib) for u in mark.find(f"{WPS}spPr/{A}xfrm")] == [
        {"x": "288000", "y": "720000"},
        {"cx": "144000", "cy": "144000"},
    ]
    corners = [(p.get("x"), p.get("y")) for p in mark.iter(f"{A}pt")]
    assert corners == [("72000", "0"), ("144000", "144000"), ("0", "144000")]
    assert [w.get("val") for w in mark.iter(f"{A}srgbClr")] == ["1B4F72", "FFFFFF"]


@pytest.mark.parametrize(
    "unsur",
    [
        '<circle cx="1" cy="1" r="1"/>',
        '<rect x="0" y="0" width="1" height="1" transform="rotate(3)"/>',
        '<path d="M0 0C1 1 2 2 3 3" fill="none"/>',
        '<path d="M0 0L1 1" fill="#000"/>',
        '<rect x="0" y="0" width="1" height="1" fill="red"/>',
        '<text x="0" y="0" font-size="9">a<tspan>b</tspan></text>',
    ],
    ids=["circle", "transform", "curve", "filled path", "colour name", "tspan"],
)
def test_a_stroke_that_word_would_lose_is_refused(unsur: str) -> None:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="1mm" height="1mm" viewBox="0 0 10 10">{unsur}</svg>'
    )
    with pytest.raises(ValueError, match="gambar 'g'"):
        docx_file(Figure(key="g", title="J", svg=svg, alt="U"))


def foto(nama: str = "foto/1.png") -> FotoBlock:
    return FotoBlock(file=Berkas(nama=nama, sha256="0" * 64, lebar=40, tinggi=20), keterangan="Rapat")


def png(width: int, height: int, grey: int = 0) -> bytes:
    content = BytesIO()
    Image.new("RGB", (width, height), (grey, grey, grey)).save(content, "PNG")
    return content.getvalue()


@pytest.mark.parametrize(
    ("pixel", "mm"), [((40, 20), (110, 55)), ((20, 40), ("47.5", 95))], ids=["wide", "high"]
)
def test_a_photo_keeps_its_shape_within_its_frame(pixel: tuple[int, int], mm: tuple[str | int, int]) -> None:
    content = docx_file(foto(), media={"foto/1.png": png(*pixel)})
    (shape,) = open_page(content).inline_shapes
    assert (shape.width, shape.height) == tuple(int(Decimal(n) * 36_000) for n in mm)
    assert [text(p) for p in paragraphs(docx_body(content), "KeteranganFoto")] == ["Rapat"]


@pytest.mark.parametrize(
    ("media", "message"),
    [
        ({}, 'Gambar "foto/1.png" tidak ada dalam laporan ini. Unggah ulang gambarnya.'),
        (
            {"foto/1.png": b"GIF89a"},
            'Berkas "foto/1.png" bukan gambar JPEG atau PNG. Unggah ulang gambarnya.',
        ),
        ({"foto/1.png": b"\x89PNG\r\n\x1a\n"}, 'Gambar "foto/1.png" rusak. Unggah ulang gambarnya.'),
        ({"foto/1.png": b"\xff\xd8\xff\xe0"}, 'Gambar "foto/1.png" rusak. Unggah ulang gambarnya.'),
    ],
    ids=["missing", "another kind", "cut PNG", "cut JPEG"],
)
def test_a_photo_that_cannot_be_shown_is_named(media: dict[str, bytes], message: str) -> None:
    with pytest.raises(DocxError) as error:
        docx_file(foto(), media=media)
    assert str(error.value) == message


# -- forms -----------------------------------------------------------------------------------------


def pihak(nama: str, *heads: str) -> TandaTanganBlock:
    return TandaTanganBlock(heads=heads, nama=nama, below=("Pembina", "NIP 19700101 199503 1 001"))


def test_signatures_stand_side_by_side_and_never_alone() -> None:
    two = SignatureBlock(
        blocks=(pihak("Ani", "Pihak Kedua,"), pihak("Budi", "Contoh, 2 Januari", "Pihak Pertama,"))
    )
    content = docx_body(docx_file(ParagraphBlock(content="Demikian."), two))
    (t,) = content.iter(f"{W}tbl")
    assert list(table_rows(t)) == [
        ["Pihak Kedua,", "Contoh, 2 Januari\nPihak Pertama,"],
        ["AniPembinaNIP 19700101 199503 1 001", "BudiPembinaNIP 19700101 199503 1 001"],
    ]
    assert t.find(f"{W}tblPr/{W}tblBorders") is None
    assert all(tr.find(f"{W}trPr/{W}cantSplit") is not None for tr in t.iterchildren(f"{W}tr"))
    # The heads end on one line, so the names stand on one line.
    assert {s.get(f"{W}val") for s in t.iter(f"{W}vAlign")} == {"bottom"}
    (closing,) = paragraphs(content, "BodyText")
    assert closing.find(f"{W}pPr/{W}keepNext") is not None


def test_a_single_signature_stands_at_the_right() -> None:
    (t,) = docx_body(docx_file(SignatureBlock(blocks=(pihak("Budi", "Camat"),)))).iter(f"{W}tbl")
    assert [rows[0] for rows in table_rows(t)] == ["", ""]
    assert [rows[1] for rows in table_rows(t)] == ["Camat", "BudiPembinaNIP 19700101 199503 1 001"]


def test_the_last_dictum_comes_along_with_the_signature() -> None:
    advice = FormBlock(kind="anjuran", pairs=(("KESATU", "Satu."), ("KEDUA", "Dua.")))
    t = next(docx_body(docx_file(advice, SignatureBlock(blocks=(pihak("Budi", "Camat"),)))).iter(f"{W}tbl"))
    assert [tr.find(f".//{W}keepNext") is not None for tr in t.iterchildren(f"{W}tr")] == [False, True]
    # Everything between the two tables is part of the chain.
    for between in (t.getnext(), t.getnext().getnext()):
        assert between.tag == f"{W}p"
    assert t.getnext().find(f"{W}pPr/{W}keepNext") is not None
    assert nilai(t.getnext().getnext(), "pPr/pStyle") == "TandaTangan"  # whose style keeps with the next


def test_the_last_row_of_a_table_comes_along_with_the_signature() -> None:
    rows = tuple(TableRow(cells=(TableCell(content=str(n)),)) for n in range(4))
    content = table(columns=(TableColumn(width=100),), heads=((TableCell(content="No."),),), rows=rows)
    signature = SignatureBlock(blocks=(pihak("Budi", "Camat"),))
    for sumber in ("", "Sekretariat"):
        t = next(docx_body(docx_file(replace(content, sumber=sumber), signature)).iter(f"{W}tbl"))
        last = list(t.iterchildren(f"{W}tr"))[-1]
        assert last.find(f".//{W}keepNext") is not None
        assert t.getnext().find(f"{W}pPr/{W}keepNext") is not None
        alone = next(docx_body(docx_file(replace(content, sumber=sumber))).iter(f"{W}tbl"))
        # Without a signature only the source goes with it.
        assert (list(alone.iterchildren(f"{W}tr"))[-1].find(f".//{W}keepNext") is not None) == bool(sumber)
        assert alone.getnext().find(f"{W}pPr/{W}keepNext") is None


def test_labels_share_one_table_with_their_colons_in_one_column() -> None:
    listing = ItemList(items=(Item(content="bahwa satu;"), Item(content="bahwa dua;")), kind="huruf")
    content = docx_body(
        docx_file(
            FormBlock(pairs=(("Nama", (Bold("BUDI"),)), ("Jabatan", "Camat"))),
            FormBlock(kind="anjuran", pairs=(("Menimbang", listing), ("Menetapkan", "Keputusan."))),
        )
    )
    assert [list(table_rows(t)) for t in content.iter(f"{W}tbl")] == [
        [["Nama", ":", "BUDI"], ["Jabatan", ":", "Camat"]],
        [["Menimbang", ":", "bahwa satu;bahwa dua;"], ["Menetapkan", ":", "Keputusan."]],
    ]


def test_what_goes_on_without_a_label_has_no_colon_either() -> None:
    """The list of a diktum stands below its first words."""
    content = docx_body(docx_file(FormBlock(kind="anjuran", pairs=(("KETIGA", "Untuk:"), ("", "satu;")))))
    (t,) = content.iter(f"{W}tbl")
    assert list(table_rows(t)) == [["KETIGA", ":", "Untuk:"], ["", "", "satu;"]]


def test_a_letterhead_without_lambang_has_its_words_across_the_page() -> None:
    kop = Kop(pemerintah="Pemerintah Kabupaten X", instansi="Kecamatan Y", addresses=("Jalan Z",))
    content = docx_body(docx_file(kop))
    (t,) = content.iter(f"{W}tbl")
    assert list(table_rows(t)) == [["Pemerintah Kabupaten XKecamatan YJalan Z"]]
    assert nilai(t, "tblPr/tblBorders/bottom") == "double"
    assert list(content.iter(f"{WP}docPr")) == []


LAMBANG = tuple(
    Lambang(file=Berkas(nama=f"{owner}.png", sha256="0" * 64, lebar=60, tinggi=70), alt=f"Lambang {owner}")
    for owner in ("Kabupaten X", "Kecamatan Y")
)
LAMBANG_MEDIA = {one.file.nama: png(60, 70, grey) for one, grey in zip(LAMBANG, (0, 90), strict=True)}


@pytest.mark.parametrize("several", [LAMBANG[:1], LAMBANG])
def test_a_letterhead_shows_its_lambang_beside_its_words(several: tuple[Lambang, ...]) -> None:
    """One at the left with as much room left at the right, two at both sides."""
    kop = Kop(pemerintah="P", instansi="I", addresses=(), lambang=several)
    content = docx_body(docx_file(kop, media=LAMBANG_MEDIA))
    (t,) = content.iter(f"{W}tbl")
    assert list(table_rows(t)) == [["", "PI", ""]]
    assert [f.get("descr") for f in content.iter(f"{WP}docPr")] == [one.alt for one in several]
    beside = [len(list(cell.iter(f"{WP}docPr"))) for cell in t.iter(f"{W}tc")]
    assert beside == [1, 0, len(several) - 1]


def test_a_page_break_begins_a_page() -> None:
    content = docx_body(docx_file(ParagraphBlock(content="a"), PageBreak(), ParagraphBlock(content="b")))
    assert [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in content.iter(f"{W}p")] == [
        False, False, True, False,
    ]  # fmt: skip


def test_a_heading_outside_the_daftar_isi_is_no_heading_that_word_collects() -> None:
    child = Part(key="x", title="Rinci", level=3, nomor="1.", contents=False)
    bab = Part(key="b", title="Isi", level=1, nomor="BAB I", children=(child,))
    nama = [p.style.name for p in open_page(docx_file(body=(bab,))).paragraphs if p.style]
    assert nama == ["Heading 1", "Judul di Luar Daftar Isi 3"]
