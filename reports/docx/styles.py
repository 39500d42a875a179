"""Styles and lists of the Word document, made from the setting of the kabupaten.

Headings, captions and the lists in front use Word's own styles, so that its navigation pane and its tables of
contents work; the rest is named in Indonesian, as it appears in Word's list of styles.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reports.docx.ooxml import XMLNS, attribute, half_point, whole
from reports.publish.naskah import PageSettings

LANGUAGE: Final = "id-ID"
BLUE: Final = "1B4F72"

#: Sizes of text in tables and notes, as parts of the document's font size.
TABLE_SIZES: Final = {"biasa": Decimal("0.834"), "kecil": Decimal("0.75"), "mini": Decimal("0.709")}
TABLE_STYLES: Final = {"biasa": "IsiTabel", "kecil": "IsiTabelKecil", "mini": "IsiTabelMini"}
_NOTES: Final = Decimal("0.84")

#: Numbering definitions (abstractNum) by kind of list.
LIST_KINDS: Final = {"angka": 1, "kurung-angka": 2, "huruf": 3, "bulatan": 4}
_NUMBER_SHAPES: Final = {
    "angka": ("decimal", "%{}."),
    "kurung-angka": ("decimal", "(%{})"),
    "huruf": ("lowerLetter", "%{}."),
    "bulatan": ("bullet", "•"),
}
#: Deepest level of a list in Word.
LIST_LEVEL: Final = 9

# Line spacing in 240ths of a line. CSS counts in font sizes, Word in lines of 1.15 font sizes.
_TIGHT: Final = 271  # 1.3 font sizes
_RUN_ON: Final = 261  # 1.25 font sizes


#: Lets Word divide words, where its language tools can.
_DIVIDED: Final = '<w:suppressAutoHyphens w:val="0"/>'


class _StyleSheet:
    """Writes styles whose lengths are in ems of the document's font."""

    def __init__(self, settings: PageSettings) -> None:
        self._size = settings.ukuran
        self.content: list[str] = []

    def em(self, many: str) -> int:
        """Ems in twips."""
        return whole(Decimal(many) * self._size * 20)

    def large(self, part: Decimal | str) -> str:
        """A font size, as part of the document's."""
        half = half_point(self._size * Decimal(part))
        return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'

    def add(
        self, id_: str, nama: str, ppr: str = "", rpr: str = "", *, base: str = "Normal", following: str = ""
    ) -> None:
        """A paragraph style; ``following`` is the style of the paragraph that Enter begins."""
        standard = "" if nama[0].islower() or nama == "Body Text" else ' w:customStyle="1"'
        self.content.append(
            f'<w:style w:type="paragraph" w:styleId="{id_}"{standard}>'
            f'<w:name w:val="{nama}"/>'
            + (f'<w:basedOn w:val="{base}"/>' if base else "")
            + (f'<w:next w:val="{following}"/>' if following else "")
            + f"<w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
        )


def dokumen_style(settings: PageSettings, *, width: int) -> str:
    """``styles.xml``. ``width`` is the width of the text in twips: the right tab of the lists in front."""
    huruf = attribute(settings.huruf)
    spacing = whole(240 * settings.spasi)
    sheet = _StyleSheet(settings)
    _text_style(sheet)
    _title_style(sheet)
    _front_list_style(sheet, width)
    _table_style(sheet)
    _form_style(sheet)
    return (
        f"<w:styles {XMLNS}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{huruf}" w:hAnsi="{huruf}" w:eastAsia="{huruf}" w:cs="{huruf}"/>{sheet.large("1")}'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault>'
        '<w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        # Words are divided where lines are justified, and nowhere else.
        f'<w:pPr><w:suppressAutoHyphens/><w:spacing w:line="{spacing}" w:lineRule="auto"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="FontParagrafBaku">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TabelBaku"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="TanpaDaftar"><w:name w:val="No List"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/></w:style>{"".join(sheet.content)}</w:styles>'
    )


def _text_style(sheet: _StyleSheet) -> None:
    below = f'<w:spacing w:after="{sheet.em("0.45")}"/>'
    justified = f"{_DIVIDED}{below}"
    narrow = f'<w:spacing w:after="{sheet.em("0.6")}" w:line="{_TIGHT}" w:lineRule="auto"/>'
    indent, alignment = f'<w:ind w:firstLine="{sheet.em("2.5")}"/>', '<w:jc w:val="both"/>'
    sheet.add("BodyText", "Body Text", f"{justified}{indent}{alignment}")
    # It introduces what follows, as css/print/dokumen.css has it.
    sheet.add("TeksRapat", "Teks Rapat", f"<w:keepNext/>{justified}{alignment}")
    sheet.add("TeksTengah", "Teks Tengah", f'{below}<w:jc w:val="center"/>')
    sheet.add("Catatan", "Catatan", narrow, sheet.large(_NOTES))
    source_line = (
        f'<w:spacing w:before="40" w:after="{sheet.em("0.6")}" w:line="{_TIGHT}" w:lineRule="auto"/>'
    )
    sheet.add("Sumber", "Sumber", source_line, f"<w:i/>{sheet.large('0.75')}")
    run_on = f'<w:spacing w:after="{sheet.em("0.1")}" w:line="{_RUN_ON}" w:lineRule="auto"/>'
    below_list = f'<w:spacing w:after="{sheet.em("0.45")}" w:line="{_RUN_ON}" w:lineRule="auto"/>'
    sheet.add("ButirDaftar", "Butir Daftar", f"{_DIVIDED}{run_on}{alignment}")
    sheet.add("ButirAkhir", "Butir Akhir", below_list, base="ButirDaftar")
    sheet.add("Rumus", "Rumus", f'<w:keepLines/>{below}<w:jc w:val="center"/>')
    sheet.add("Jarak", "Jarak", '<w:spacing w:line="160" w:lineRule="exact"/>')
    # One point high: stands where Word wants a paragraph and the page wants none.
    sheet.add(
        "Pemisah",
        "Pemisah",
        '<w:spacing w:line="20" w:lineRule="exact"/>',
        '<w:sz w:val="2"/><w:szCs w:val="2"/>',
    )


def _title_style(sheet: _StyleSheet) -> None:
    tight = f'w:line="{_TIGHT}" w:lineRule="auto"'
    distance = f'<w:spacing w:before="{sheet.em("0.9")}" w:after="{sheet.em("0.35")}" {tight}/>'
    along = f'<w:ind w:left="{sheet.em("2")}" w:hanging="{sheet.em("2")}"/>'
    bab = f'<w:spacing w:after="{sheet.em("1")}" w:line="{_TIGHT}" w:lineRule="auto"/><w:jc w:val="center"/>'
    content = (
        (bab, f"<w:b/><w:bCs/><w:caps/>{sheet.large('1.17')}"),
        (f"{distance}{along}", "<w:b/><w:bCs/>"),
        (f"{distance}{along}", "<w:b/><w:bCs/>"),
        (distance, "<w:b/><w:bCs/><w:i/><w:iCs/>"),
    )
    for level, (ppr, rpr) in enumerate(content, start=1):
        line = f'<w:outlineLvl w:val="{level - 1}"/>'
        sheet.add(
            f"Heading{level}",
            f"heading {level}",
            f"<w:keepNext/><w:keepLines/>{ppr}{line}",
            rpr,
            following="BodyText",
        )
        # Looks and navigates alike, but Word collects only its own heading styles for the daftar isi.
        sheet.add(f"JudulLepas{level}", f"Judul di Luar Daftar Isi {level}", "", base=f"Heading{level}")


def _front_list_style(sheet: _StyleSheet, width: int) -> None:
    # Without an indent on the right: what stands beyond one, as the page numbers would, LibreOffice does not draw.
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
    distance = f'<w:spacing w:after="{sheet.em("0.11")}" w:line="{_RUN_ON}" w:lineRule="auto"/>'
    size = sheet.large("0.9")

    def indent(left: str, hanging: str) -> str:
        return f'{tab}{distance}<w:ind w:left="{sheet.em(left)}" w:hanging="{sheet.em(hanging)}"/>'

    sheet.add("TOC1", "toc 1", indent("1.8", "1.8"), f"<w:b/><w:bCs/>{size}")
    sheet.add("TOC2", "toc 2", indent("3.6", "1.8"), size)
    sheet.add("TOC3", "toc 3", indent("5.4", "1.8"), size)
    sheet.add("TableofFigures", "table of figures", indent("1.8", "1.8"), size)


def _table_style(sheet: _StyleSheet) -> None:
    line = f'w:line="{_TIGHT}" w:lineRule="auto"'
    title = f"<w:b/><w:bCs/>{sheet.large('0.92')}"
    for size, id_ in TABLE_STYLES.items():
        nama = "Isi Tabel" if size == "biasa" else f"Isi Tabel {size.title()}"
        sheet.add(id_, nama, f"<w:spacing {line}/>", sheet.large(TABLE_SIZES[size]))
    above, below = f'w:before="{sheet.em("0.6")}"', f'w:after="{sheet.em("0.4")}"'
    middle = '<w:jc w:val="center"/>'
    sheet.add(
        "Caption", "caption", f"<w:keepNext/><w:keepLines/><w:spacing {above} {below} {line}/>{middle}", title
    )
    sheet.add("JudulGambar", "Judul Gambar", '<w:keepNext w:val="0"/>', base="Caption")
    sheet.add("Gambar", "Gambar", f'<w:keepNext/><w:spacing {above} w:line="240" w:lineRule="auto"/>{middle}')
    sheet.add(
        "KeteranganFoto",
        "Keterangan Foto",
        f'<w:spacing {above} w:after="{sheet.em("1.2")}" {line}/>{middle}',
        f"<w:i/>{sheet.large(_NOTES)}",
    )
    sheet.add("IsiGambar", "Isi Gambar", '<w:spacing w:line="240" w:lineRule="auto"/>')


def _form_style(sheet: _StyleSheet) -> None:
    middle, one = '<w:jc w:val="center"/>', 'w:line="288" w:lineRule="auto"'
    below = f'w:after="{sheet.em("1.2")}"'
    small = sheet.large("0.75")
    sheet.add(
        "JudulFormulir",
        "Judul Formulir",
        f"<w:keepNext/><w:spacing {below} {one}/>{middle}",
        "<w:b/><w:bCs/>",
    )
    sheet.add("JudulFormulirBesar", "Judul Formulir Besar", rpr=sheet.large("1.17"), base="JudulFormulir")
    line = f'<w:spacing w:after="40" w:line="{_TIGHT}" w:lineRule="auto"/>'
    sheet.add("Isian", "Isian", f'{_DIVIDED}{line}<w:jc w:val="both"/>')
    sheet.add("LabelIsian", "Label Isian", '<w:jc w:val="left"/>', base="Isian")
    sheet.add("KopSurat", "Kop Surat", f"<w:keepNext/><w:spacing {one}/>{middle}", sheet.large(_NOTES))
    kop = (("Pemerintah", "<w:caps/>", "1.17"), ("Instansi", "<w:b/><w:bCs/><w:caps/>", "1.5"))
    for nama, rpr, large in kop:
        sheet.add(f"Kop{nama}", f"Kop {nama}", rpr=f"{rpr}{sheet.large(large)}", base="KopSurat")
    sheet.add("TandaTangan", "Tanda Tangan", f"<w:keepNext/><w:keepLines/><w:spacing {one}/>{middle}")
    sheet.add(
        "NamaPenandaTangan",
        "Nama Penanda Tangan",
        f'<w:spacing w:before="{sheet.em("4.5")}" {one}/>',
        '<w:b/><w:bCs/><w:u w:val="single"/>',
        base="TandaTangan",
    )
    blue = f'<w:b/><w:bCs/><w:caps/><w:color w:val="{BLUE}"/>'
    sheet.add("SampulJudul", "Sampul Judul", f"<w:spacing {one}/>{middle}", f"{blue}{sheet.large('1.9')}")
    sheet.add(
        "SampulTahun",
        "Sampul Tahun",
        f'<w:spacing w:before="680" {one}/>{middle}',
        f"<w:b/><w:bCs/><w:caps/>{sheet.large('1.9')}",
    )
    sheet.add(
        "SampulInstansi",
        "Sampul Instansi",
        f"<w:spacing {one}/>{middle}",
        f"<w:b/><w:bCs/><w:caps/>{sheet.large('1.35')}",
    )
    gray = '<w:color w:val="333333"/>'
    sheet.add("Header", "header", '<w:spacing w:line="240" w:lineRule="auto"/>', f"{gray}{small}")
    sheet.add("Footer", "footer", '<w:spacing w:line="240" w:lineRule="auto"/>', f"{gray}{small}")


def list_number(settings: PageSettings, use: list[tuple[int, int, int]]) -> str:
    """``numbering.xml``: the kinds of lists, and one instance for each list, with a first number of its own.

    ``use`` names the kind, the level and the first number of every list in the document; its position + 1 is
    the numId.
    """
    em = _StyleSheet(settings).em
    kind = "".join(
        f'<w:abstractNum w:abstractNumId="{LIST_KINDS[nama]}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{t}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
            f'<w:lvlText w:val="{pattern.format(t + 1)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{em("2.2") * (t + 1)}" w:hanging="{em("1.8")}"/></w:pPr></w:lvl>'
            for t in range(LIST_LEVEL)
        )
        + "</w:abstractNum>"
        for nama, (shape, pattern) in _NUMBER_SHAPES.items()
    )
    listing = "".join(
        f'<w:num w:numId="{nomor}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for nomor, (abstract, level, start) in enumerate(use, start=1)
    )
    return f"<w:numbering {XMLNS}>{kind}{listing}</w:numbering>"
