"""Styles and lists of the Word document, made from the setting of the kabupaten.

Headings, captions and the lists in front use Word's own styles, so that its navigation pane and its tables of
contents work; the rest is named in Indonesian, as it appears in Word's list of styles.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reports.docx.ooxml import XMLNS, atribut, bulat, setengah_poin
from reports.publish.naskah import Pengaturan

BAHASA: Final = "id-ID"
BIRU: Final = "1B4F72"

#: Sizes of text in tables and notes, as parts of the document's font size.
UKURAN_TABEL: Final = {"biasa": Decimal("0.834"), "kecil": Decimal("0.75"), "mini": Decimal("0.667")}
GAYA_TABEL: Final = {"biasa": "IsiTabel", "kecil": "IsiTabelKecil", "mini": "IsiTabelMini"}
_CATATAN: Final = Decimal("0.84")

#: Numbering definitions (abstractNum) by kind of list.
JENIS_DAFTAR: Final = {"angka": 1, "kurung-angka": 2, "huruf": 3, "bulatan": 4}
_BENTUK_NOMOR: Final = {
    "angka": ("decimal", "%{}."),
    "kurung-angka": ("decimal", "(%{})"),
    "huruf": ("lowerLetter", "%{}."),
    "bulatan": ("bullet", "•"),
}
#: Deepest level of a list in Word.
TINGKAT_DAFTAR: Final = 9

# Line spacing in 240ths of a line. CSS counts in font sizes, Word in lines of 1.15 font sizes.
_RAPAT: Final = 271  # 1.3 font sizes


class _Lembar:
    """Writes styles whose lengths are in ems of the document's font."""

    def __init__(self, pengaturan: Pengaturan) -> None:
        self._ukuran = pengaturan.ukuran
        self.isi: list[str] = []

    def em(self, banyak: str) -> int:
        """Ems in twips."""
        return bulat(Decimal(banyak) * self._ukuran * 20)

    def besar(self, bagian: Decimal | str) -> str:
        """A font size, as part of the document's."""
        setengah = setengah_poin(self._ukuran * Decimal(bagian))
        return f'<w:sz w:val="{setengah}"/><w:szCs w:val="{setengah}"/>'

    def add(
        self, id_: str, nama: str, ppr: str = "", rpr: str = "", *, dasar: str = "Normal", lanjut: str = ""
    ) -> None:
        """A paragraph style; ``lanjut`` is the style of the paragraph that Enter begins."""
        baku = "" if nama[0].islower() or nama == "Body Text" else ' w:customStyle="1"'
        self.isi.append(
            f'<w:style w:type="paragraph" w:styleId="{id_}"{baku}>'
            f'<w:name w:val="{nama}"/>'
            + (f'<w:basedOn w:val="{dasar}"/>' if dasar else "")
            + (f'<w:next w:val="{lanjut}"/>' if lanjut else "")
            + f"<w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
        )


def gaya_dokumen(pengaturan: Pengaturan, *, lebar: int) -> str:
    """``styles.xml``. ``lebar`` is the width of the text in twips: the right tab of the lists in front."""
    huruf = atribut(pengaturan.huruf)
    spasi = bulat(240 * pengaturan.spasi)
    lembar = _Lembar(pengaturan)
    _gaya_teks(lembar)
    _gaya_judul(lembar)
    _gaya_daftar_depan(lembar, lebar)
    _gaya_tabel(lembar)
    _gaya_formulir(lembar)
    return (
        f"<w:styles {XMLNS}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{huruf}" w:hAnsi="{huruf}" w:eastAsia="{huruf}" w:cs="{huruf}"/>{lembar.besar("1")}'
        f'<w:lang w:val="{BAHASA}" w:eastAsia="{BAHASA}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault>'
        '<w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:spacing w:line="{spasi}" w:lineRule="auto"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="FontParagrafBaku">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TabelBaku"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="TanpaDaftar"><w:name w:val="No List"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/></w:style>{"".join(lembar.isi)}</w:styles>'
    )


def _gaya_teks(lembar: _Lembar) -> None:
    bawah = f'<w:spacing w:after="{lembar.em("0.6")}"/>'
    sempit = f'<w:spacing w:after="{lembar.em("0.6")}" w:line="{_RAPAT}" w:lineRule="auto"/>'
    indent, rata = f'<w:ind w:firstLine="{lembar.em("2.5")}"/>', '<w:jc w:val="both"/>'
    lembar.add("BodyText", "Body Text", f"{bawah}{indent}{rata}")
    lembar.add("TeksRapat", "Teks Rapat", f"{bawah}{rata}")
    lembar.add("TeksTengah", "Teks Tengah", f'{bawah}<w:jc w:val="center"/>')
    lembar.add("Catatan", "Catatan", sempit, lembar.besar(_CATATAN))
    sumber = f'<w:spacing w:before="40" w:after="{lembar.em("0.6")}" w:line="{_RAPAT}" w:lineRule="auto"/>'
    lembar.add("Sumber", "Sumber", sumber, f"<w:i/>{lembar.besar('0.75')}")
    lembar.add("ButirDaftar", "Butir Daftar", f'<w:spacing w:after="{lembar.em("0.2")}"/>{rata}')
    lembar.add("Rumus", "Rumus", f'<w:keepLines/>{bawah}<w:jc w:val="center"/>')
    lembar.add("Jarak", "Jarak", '<w:spacing w:line="160" w:lineRule="exact"/>')
    # One point high: stands where Word wants a paragraph and the page wants none.
    lembar.add(
        "Pemisah",
        "Pemisah",
        '<w:spacing w:line="20" w:lineRule="exact"/>',
        '<w:sz w:val="2"/><w:szCs w:val="2"/>',
    )


def _gaya_judul(lembar: _Lembar) -> None:
    rapat = f'w:line="{_RAPAT}" w:lineRule="auto"'
    jarak = f'<w:spacing w:before="{lembar.em("1.1")}" w:after="{lembar.em("0.5")}" {rapat}/>'
    ikut = f'<w:ind w:left="{lembar.em("2")}" w:hanging="{lembar.em("2")}"/>'
    bab = (
        f'<w:spacing w:after="{lembar.em("1.4")}" w:line="{_RAPAT}" w:lineRule="auto"/><w:jc w:val="center"/>'
    )
    isi = (
        (bab, f"<w:b/><w:bCs/><w:caps/>{lembar.besar('1.17')}"),
        (f"{jarak}{ikut}", "<w:b/><w:bCs/>"),
        (f"{jarak}{ikut}", "<w:b/><w:bCs/>"),
        (jarak, "<w:b/><w:bCs/><w:i/><w:iCs/>"),
    )
    for tingkat, (ppr, rpr) in enumerate(isi, start=1):
        garis = f'<w:outlineLvl w:val="{tingkat - 1}"/>'
        lembar.add(
            f"Heading{tingkat}",
            f"heading {tingkat}",
            f"<w:keepNext/><w:keepLines/>{ppr}{garis}",
            rpr,
            lanjut="BodyText",
        )
        # Looks and navigates alike, but Word collects only its own heading styles for the daftar isi.
        lembar.add(
            f"JudulLepas{tingkat}", f"Judul di Luar Daftar Isi {tingkat}", "", dasar=f"Heading{tingkat}"
        )


def _gaya_daftar_depan(lembar: _Lembar, lebar: int) -> None:
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{lebar}"/></w:tabs>'
    jarak = f'<w:spacing w:after="{lembar.em("0.25")}" w:line="{_RAPAT}" w:lineRule="auto"/>'
    kanan = lembar.em("2.5")  # long titles turn before the page numbers

    def inden(kiri: str, gantung: str) -> str:
        return f'{tab}{jarak}<w:ind w:left="{lembar.em(kiri)}" w:right="{kanan}" w:hanging="{lembar.em(gantung)}"/>'

    lembar.add("TOC1", "toc 1", inden("1.8", "1.8"), "<w:b/><w:bCs/><w:caps/>")
    lembar.add("TOC2", "toc 2", inden("3.6", "1.8"))
    lembar.add("TOC3", "toc 3", inden("5.4", "1.8"))
    lembar.add("TableofFigures", "table of figures", inden("1.8", "1.8"))


def _gaya_tabel(lembar: _Lembar) -> None:
    garis = f'w:line="{_RAPAT}" w:lineRule="auto"'
    judul = f"<w:b/><w:bCs/>{lembar.besar('0.92')}"
    for ukuran, id_ in GAYA_TABEL.items():
        nama = "Isi Tabel" if ukuran == "biasa" else f"Isi Tabel {ukuran.title()}"
        lembar.add(id_, nama, f"<w:spacing {garis}/>", lembar.besar(UKURAN_TABEL[ukuran]))
    atas, bawah = f'w:before="{lembar.em("0.6")}"', f'w:after="{lembar.em("0.4")}"'
    tengah = '<w:jc w:val="center"/>'
    lembar.add(
        "Caption", "caption", f"<w:keepNext/><w:keepLines/><w:spacing {atas} {bawah} {garis}/>{tengah}", judul
    )
    lembar.add("JudulGambar", "Judul Gambar", '<w:keepNext w:val="0"/>', dasar="Caption")
    lembar.add("Gambar", "Gambar", f'<w:keepNext/><w:spacing {atas} w:line="240" w:lineRule="auto"/>{tengah}')
    lembar.add(
        "KeteranganFoto",
        "Keterangan Foto",
        f'<w:spacing {atas} w:after="{lembar.em("1.2")}" {garis}/>{tengah}',
        f"<w:i/>{lembar.besar(_CATATAN)}",
    )
    lembar.add("IsiGambar", "Isi Gambar", '<w:spacing w:line="240" w:lineRule="auto"/>')


def _gaya_formulir(lembar: _Lembar) -> None:
    tengah, satu = '<w:jc w:val="center"/>', 'w:line="288" w:lineRule="auto"'
    bawah = f'w:after="{lembar.em("1.2")}"'
    kecil = lembar.besar("0.75")
    lembar.add(
        "JudulFormulir",
        "Judul Formulir",
        f"<w:keepNext/><w:spacing {bawah} {satu}/>{tengah}",
        "<w:b/><w:bCs/>",
    )
    lembar.add("JudulFormulirBesar", "Judul Formulir Besar", rpr=lembar.besar("1.17"), dasar="JudulFormulir")
    lembar.add("Isian", "Isian", '<w:spacing w:after="40"/><w:jc w:val="both"/>')
    lembar.add("LabelIsian", "Label Isian", '<w:jc w:val="left"/>', dasar="Isian")
    lembar.add("KopSurat", "Kop Surat", f"<w:keepNext/><w:spacing {satu}/>{tengah}", lembar.besar(_CATATAN))
    kop = (("Pemerintah", "<w:caps/>", "1.17"), ("Instansi", "<w:b/><w:bCs/><w:caps/>", "1.5"))
    for nama, rpr, besar in kop:
        lembar.add(f"Kop{nama}", f"Kop {nama}", rpr=f"{rpr}{lembar.besar(besar)}", dasar="KopSurat")
    lembar.add("TandaTangan", "Tanda Tangan", f"<w:keepNext/><w:keepLines/><w:spacing {satu}/>{tengah}")
    lembar.add(
        "NamaPenandaTangan",
        "Nama Penanda Tangan",
        f'<w:spacing w:before="{lembar.em("4.5")}" {satu}/>',
        '<w:b/><w:bCs/><w:u w:val="single"/>',
        dasar="TandaTangan",
    )
    biru = f'<w:b/><w:bCs/><w:caps/><w:color w:val="{BIRU}"/>'
    lembar.add("SampulJudul", "Sampul Judul", f"<w:spacing {satu}/>{tengah}", f"{biru}{lembar.besar('1.9')}")
    lembar.add(
        "SampulTahun",
        "Sampul Tahun",
        f'<w:spacing w:before="680" {satu}/>{tengah}',
        f"<w:b/><w:bCs/><w:caps/>{lembar.besar('1.9')}",
    )
    lembar.add(
        "SampulInstansi",
        "Sampul Instansi",
        f"<w:spacing {satu}/>{tengah}",
        f"<w:b/><w:bCs/><w:caps/>{lembar.besar('1.35')}",
    )
    abu = '<w:color w:val="333333"/>'
    lembar.add("Header", "header", '<w:spacing w:line="240" w:lineRule="auto"/>', f"{abu}{kecil}")
    lembar.add("Footer", "footer", '<w:spacing w:line="240" w:lineRule="auto"/>', f"{abu}{kecil}")


def list_number(pengaturan: Pengaturan, pemakaian: list[tuple[int, int, int]]) -> str:
    """``numbering.xml``: the kinds of lists, and one instance for each list, with a first number of its own.

    ``pemakaian`` names the kind, the level and the first number of every list in the document; its position + 1 is
    the numId.
    """
    em = _Lembar(pengaturan).em
    jenis = "".join(
        f'<w:abstractNum w:abstractNumId="{JENIS_DAFTAR[nama]}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{t}"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/>'
            f'<w:lvlText w:val="{pola.format(t + 1)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{em("2.2") * (t + 1)}" w:hanging="{em("1.8")}"/></w:pPr></w:lvl>'
            for t in range(TINGKAT_DAFTAR)
        )
        + "</w:abstractNum>"
        for nama, (bentuk, pola) in _BENTUK_NOMOR.items()
    )
    daftar = "".join(
        f'<w:num w:numId="{nomor}"><w:abstractNumId w:val="{abstrak}"/><w:lvlOverride w:ilvl="{tingkat}">'
        f'<w:startOverride w:val="{mulai}"/></w:lvlOverride></w:num>'
        for nomor, (abstrak, tingkat, mulai) in enumerate(pemakaian, start=1)
    )
    return f"<w:numbering {XMLNS}>{jenis}{daftar}</w:numbering>"
