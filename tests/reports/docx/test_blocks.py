"""The blocks of the Word file, one kind at a time, and the words that must not break it."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from docx.oxml import parse_xml
from PIL import Image

from reports.charts import (
    BatangCapaian,
    ChartNode,
    SimpulKinerja,
    bagan_organisasi,
    batang_capaian,
    pohon_kinerja,
)
from reports.document.tree import (
    Bagian,
    BarisTabel,
    BlokTandaTangan,
    Butir,
    Daftar,
    FotoBlok,
    Gambar,
    Isian,
    Judul,
    Kolom,
    Kop,
    Paragraf,
    Pecahan,
    PindahHalaman,
    RumusBlok,
    Sel,
    SignatureBlock,
    Tabel,
    Tebal,
)
from reports.docx import DocxError, render_docx
from reports.publish.naskah import Pengaturan
from sakip.snapshot.types import Berkas
from tests.reports.document.example_dokumen import contoh_dokumen, media
from tests.reports.docx.read_docx import (
    WP,
    WPS,
    A,
    M,
    W,
    badan,
    bagian,
    baris_tabel,
    berkas,
    open_page,
    paragraf,
    teks,
)


def tabel(**lain: object) -> Tabel:
    """Two columns, one header row, one body row, unless told otherwise."""
    isi: dict[str, object] = {
        "kunci": "t",
        "judul": "Contoh",
        "kolom": (Kolom(lebar=60), Kolom(lebar=40, rata="kanan")),
        "kepala": ((Sel(isi="Uraian"), Sel(isi="Rp")),),
        "baris": (BarisTabel(sel=(Sel(isi="Gaji", kepala=True), Sel(isi="1.000"))),),
    }
    return Tabel(**(isi | lain))  # type: ignore[arg-type]


def sel_tabel(isi: bytes) -> list[list[object]]:
    (t,) = badan(isi).iter(f"{W}tbl")
    return [list(tr.iterchildren(f"{W}tc")) for tr in t.iterchildren(f"{W}tr")]


def nilai(unsur: object, jalur: str, nama: str = "val") -> str | None:
    """An attribute of the element at a path like "tcPr/shd", None where there is none."""
    satu = unsur.find("/".join(f"{W}{b}" for b in jalur.split("/")))  # type: ignore[attr-defined]
    return None if satu is None else str(satu.get(f"{W}{nama}"))


# -- words -----------------------------------------------------------------------------------------


def test_markup_is_text_and_control_characters_vanish() -> None:
    nakal = 'A & B <w:p/> "kutip"\x00\x0b\x1f\ufffe tamat'
    isi = berkas(
        Paragraf(isi=nakal),
        Paragraf(isi=(Tebal(nakal), Pecahan(pembilang=nakal, penyebut="1"))),
        tabel(judul=nakal, sumber=nakal),
        Judul(baris=(nakal,)),
    )
    bersih = 'A & B <w:p/> "kutip" tamat'
    akar = badan(isi)
    biasa = paragraf(akar, "BodyText")
    assert teks(biasa[0]) == bersih
    assert teks(biasa[1]) == f"{bersih}{bersih}1 × 100%"
    assert teks(paragraf(akar, "Caption")[0]) == f"Tabel 1.1 {bersih}"
    assert teks(paragraf(akar, "Sumber")[0]) == f"Sumber: {bersih}"
    assert teks(paragraf(akar, "JudulFormulir")[0]) == bersih


def test_a_font_name_cannot_leave_its_attribute() -> None:
    isi = render_docx(contoh_dokumen(), Pengaturan(huruf='X"/><w:b/>;&'), media=media())
    huruf = bagian(isi, "word/styles.xml")["word/styles.xml"].find(f".//{W}rFonts")
    assert huruf.get(f"{W}ascii") == 'X"/><w:b/>;&'
    assert len(bagian(isi, "word/header")) > 5  # they parse


def test_paragraphs_have_the_style_of_their_kind() -> None:
    isi = berkas(*(Paragraf(isi=g, gaya=g) for g in ("biasa", "rapat", "tengah", "catatan")))
    gaya = [(p.style.name, p.text) for p in open_page(isi).paragraphs if p.style][1:]
    assert gaya == [
        ("Body Text", "biasa"),
        ("Teks Rapat", "rapat"),
        ("Teks Tengah", "tengah"),
        ("Catatan", "catatan"),
    ]


def test_each_list_begins_at_one_and_nested_ones_step_in() -> None:
    anak = Daftar(butir=(Butir(isi="a1"), Butir(isi="a2")), jenis="huruf")
    isi = berkas(
        Daftar(butir=(Butir(isi="satu", anak=(anak,)), Butir(isi="dua"))),
        Daftar(butir=(Butir(isi="lagi"),), jenis="kurung-angka"),
    )
    butir = [
        (teks(p), nilai(p, "pPr/numPr/numId"), nilai(p, "pPr/numPr/ilvl"))
        for p in paragraf(badan(isi), "ButirDaftar")
    ]
    assert butir == [
        ("satu", "1", "0"),
        ("a1", "2", "1"),
        ("a2", "2", "1"),
        ("dua", "1", "0"),
        ("lagi", "3", "0"),
    ]
    nomor = bagian(isi, "word/numbering.xml")["word/numbering.xml"]
    jenis = {a.get(f"{W}abstractNumId"): a for a in nomor.iter(f"{W}abstractNum")}
    bentuk = []
    for num in nomor.iter(f"{W}num"):
        change = num.find(f"{W}lvlOverride")
        assert nilai(change, "startOverride") == "1"
        tingkat = jenis[nilai(num, "abstractNumId")][1 + int(change.get(f"{W}ilvl"))]
        bentuk.append((nilai(tingkat, "numFmt"), nilai(tingkat, "lvlText")))
    assert bentuk == [("decimal", "%1."), ("lowerLetter", "%2."), ("decimal", "(%1)")]


def test_a_formula_is_an_equation_of_its_own_line() -> None:
    isi = berkas(RumusBlok(kiri="Capaian", pembilang="Target − (Realisasi − Target)", penyebut="Target"))
    (p,) = paragraf(badan(isi), "Rumus")
    (rumus,) = p.iter(f"{M}oMathPara")
    assert teks(rumus) == "Capaian = Target − (Realisasi − Target)Target × 100%"
    assert (teks(rumus.find(f".//{M}num")), teks(rumus.find(f".//{M}den"))) == (
        "Target − (Realisasi − Target)",
        "Target",
    )


def test_a_long_fraction_is_stacked_in_a_narrow_column_and_keeps_its_words() -> None:
    p = Pecahan(
        pembilang="Jumlah desa yang tertib administrasi pada tahun berjalan", penyebut="Jumlah seluruh desa"
    )
    sempit = tabel(baris=(BarisTabel(sel=(Sel(isi=""), Sel(isi=(p,)))),))
    (pecahan,) = badan(berkas(sempit)).iter(f"{M}f")
    assert len(list(pecahan.find(f"{M}num").iter(f"{M}e"))) > 1
    assert teks(pecahan.find(f"{M}num")) == p.pembilang
    (lebar,) = badan(berkas(Paragraf(isi=("Rumus: ", p)))).iter(f"{M}f")
    assert not list(lebar.iter(f"{M}e"))


# -- tables ----------------------------------------------------------------------------------------


def test_columns_are_percent_of_the_page_and_figures_stand_at_the_right() -> None:
    kepala, badan_ = sel_tabel(berkas(tabel()))
    for baris in (kepala, badan_):
        assert [nilai(s, "tcPr/tcW", "w") for s in baris] == ["3000", "2000"]
        assert {nilai(s, "tcPr/tcW", "type") for s in baris} == {"pct"}
    assert [nilai(s, "p/pPr/jc") for s in kepala] == ["center", "center"]
    assert [nilai(s, "p/pPr/jc") for s in badan_] == [None, "right"]


def test_group_rows_are_shaded_and_stay_with_what_they_head() -> None:
    baris = (
        BarisTabel(jenis="kelompok", sel=(Sel(isi="Program", kolom=2, kepala=True),)),
        BarisTabel(sel=(Sel(isi="Kegiatan", kepala=True), Sel(isi="1")), inden=1),
        BarisTabel(jenis="jumlah", sel=(Sel(isi="Jumlah", kepala=True), Sel(isi="1"))),
    )
    kepala, kelompok, biasa, jumlah = sel_tabel(berkas(tabel(baris=baris)))
    assert [nilai(b[0], "tcPr/shd", "fill") for b in (kepala, kelompok, biasa, jumlah)] == [
        "E9EFF4", "F5F7F9", None, "E9EFF4",
    ]  # fmt: skip
    assert nilai(kelompok[0], "tcPr/gridSpan") == "2"
    tebal = [b[0].find(f".//{W}b") is not None for b in (kepala, kelompok, biasa, jumlah)]  # type: ignore[attr-defined]
    assert tebal == [True, True, False, True]
    # The header and the group's name go with the row below, the row above the total with the total.
    rekat = [b[0].find(f".//{W}keepNext") is not None for b in (kepala, kelompok, biasa, jumlah)]  # type: ignore[attr-defined]
    assert rekat == [True, True, True, False]
    # 0,834 × 12 pt is one em: 200 twips.
    assert nilai(biasa[0], "p/pPr/ind", "left") == "200"
    assert nilai(biasa[1], "p/pPr/ind", "left") is None


def test_a_span_over_rows_and_columns_leaves_the_other_cells_in_place() -> None:
    kolom = (Kolom(lebar=20), Kolom(lebar=30), Kolom(lebar=50))
    kepala = (
        (Sel(isi="A", baris=2, kolom=2), Sel(isi="B")),
        (Sel(isi="C"),),
    )
    baris = (
        BarisTabel(sel=(Sel(isi="1", baris=3), Sel(isi="2"), Sel(isi="3"))),
        BarisTabel(sel=(Sel(isi="4"), Sel(isi="5", baris=2))),
        BarisTabel(sel=(Sel(isi="6"),)),
    )
    isi = berkas(tabel(kolom=kolom, kepala=kepala, baris=baris))
    (t,) = badan(isi).iter(f"{W}tbl")
    assert list(baris_tabel(t)) == [["A", "B"], ["C"], ["1", "2", "3"], ["4", "5"], ["6"]]
    # Read as Word reads it: every place of the grid shows the cell that covers it.
    assert [[s.text for s in baris.cells] for baris in open_page(isi).tables[0].rows] == [
        ["A", "A", "B"],
        ["A", "A", "C"],
        ["1", "2", "3"],
        ["1", "4", "5"],
        ["1", "6", "5"],
    ]


def test_a_table_that_does_not_fill_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="sel tidak memenuhi 2 kolom"):
        berkas(tabel(baris=(BarisTabel(sel=(Sel(isi="sendiri"),)),)))


def test_neighbouring_tables_stay_two() -> None:
    isi = badan(berkas(tabel(), tabel(kunci="u")))
    assert [u.tag for u in isi if u.tag == f"{W}tbl"] == [f"{W}tbl"] * 2
    assert all(u.getnext().tag == f"{W}p" for u in isi.iter(f"{W}tbl"))


# -- drawings and photos ---------------------------------------------------------------------------


def grafik() -> list[str]:
    """One drawing of each kind that the report has."""
    batang = [
        BatangCapaian(nama="Indeks & survei", capaian=Decimal("98.5")),
        BatangCapaian(nama="Lain", capaian=None),
    ]
    simpul = SimpulKinerja("Tujuan", (SimpulKinerja("Sasaran", (SimpulKinerja("Program", kode="7.01"),)),))
    return [
        batang_capaian(batang),
        bagan_organisasi(ChartNode("Camat", (ChartNode("Seksi Satu"), ChartNode("Seksi Dua")))),
        *pohon_kinerja(simpul, tinggi_maks=105),
    ]


@pytest.mark.parametrize("urut", range(3), ids=["batang", "bagan", "pohon"])
def test_our_drawings_become_shapes_stroke_by_stroke(urut: int) -> None:
    svg = grafik()[urut]
    akar = parse_xml(svg)
    ruang = "{http://www.w3.org/2000/svg}"
    isi = badan(berkas(Gambar(kunci="g", judul="Judul", svg=svg, alt="Uraian & gambar")))
    (bingkai,) = isi.iter(f"{WP}inline")
    assert bingkai.find(f"{WP}docPr").get("descr") == "Uraian & gambar"
    tulisan = [t.text for t in akar.iter(f"{ruang}text")]
    assert [teks(t) for t in bingkai.iter(f"{WPS}txbx")] == tulisan
    garis = sum(j.get("d").count("L") for j in akar.iter(f"{ruang}path"))
    assert [g.get("prst") for g in bingkai.iter(f"{A}prstGeom")].count("line") == garis
    persegi = len(list(akar.iter(f"{ruang}rect")))
    assert len(list(bingkai.iter(f"{WPS}wsp"))) == len(tulisan) + garis + persegi
    # As wide as the text of the page: 160 mm of F4 between margins of 30 and 25.
    assert int(bingkai.find(f"{WP}extent").get("cx")) == pytest.approx(160 * 36_000, abs=635)
    # A program without shapes reads what it shows.
    (cadangan,) = isi.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
    assert teks(cadangan) == "Uraian & gambar"


def test_shapes_lie_where_the_drawing_has_them() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 1000 500">'
        '<rect x="100" y="200" width="300" height="40" fill="#1b4f72"/>'
        '<path d="M10 400L210 300" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="4 2"/></svg>'
    )
    isi = badan(berkas(Gambar(kunci="g", judul="J", svg=svg, alt="U")))
    persegi, garis = (b.find(f"{WPS}spPr/{A}xfrm") for b in isi.iter(f"{WPS}wsp"))
    # A unit is 0,1 mm or 3600 EMU.
    assert [dict(u.attrib) for u in persegi] == [
        {"x": "360000", "y": "720000"},
        {"cx": "1080000", "cy": "144000"},
    ]
    assert garis.get("flipV") == "1"  # it rises to the right
    assert [dict(u.attrib) for u in garis] == [
        {"x": "36000", "y": "1080000"},
        {"cx": "720000", "cy": "360000"},
    ]
    assert [w.get("val") for w in isi.iter(f"{A}srgbClr")] == ["1B4F72", "000000"]
    assert [d.get("val") for d in isi.iter(f"{A}prstDash")] == ["dash"]


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
        berkas(Gambar(kunci="g", judul="J", svg=svg, alt="U"))


def foto(nama: str = "foto/1.png") -> FotoBlok:
    return FotoBlok(berkas=Berkas(nama=nama, sha256="0" * 64, lebar=40, tinggi=20), keterangan="Rapat")


def png(lebar: int, tinggi: int) -> bytes:
    isi = BytesIO()
    Image.new("RGB", (lebar, tinggi)).save(isi, "PNG")
    return isi.getvalue()


@pytest.mark.parametrize(
    ("piksel", "mm"), [((40, 20), (110, 55)), ((20, 40), ("47.5", 95))], ids=["wide", "high"]
)
def test_a_photo_keeps_its_shape_within_its_frame(piksel: tuple[int, int], mm: tuple[str | int, int]) -> None:
    isi = berkas(foto(), media={"foto/1.png": png(*piksel)})
    (bentuk,) = open_page(isi).inline_shapes
    assert (bentuk.width, bentuk.height) == tuple(int(Decimal(n) * 36_000) for n in mm)
    assert [teks(p) for p in paragraf(badan(isi), "KeteranganFoto")] == ["Rapat"]


@pytest.mark.parametrize(
    ("media", "pesan"),
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
def test_a_photo_that_cannot_be_shown_is_named(media: dict[str, bytes], pesan: str) -> None:
    with pytest.raises(DocxError) as galat:
        berkas(foto(), media=media)
    assert str(galat.value) == pesan


# -- forms -----------------------------------------------------------------------------------------


def pihak(nama: str, *kepala: str) -> BlokTandaTangan:
    return BlokTandaTangan(kepala=kepala, nama=nama, bawah=("Pembina", "NIP 19700101 199503 1 001"))


def test_signatures_stand_side_by_side_and_never_alone() -> None:
    dua = SignatureBlock(
        blok=(pihak("Ani", "Pihak Kedua,"), pihak("Budi", "Contoh, 2 Januari", "Pihak Pertama,"))
    )
    isi = badan(berkas(Paragraf(isi="Demikian."), dua))
    (t,) = isi.iter(f"{W}tbl")
    assert list(baris_tabel(t)) == [
        ["Pihak Kedua,", "Contoh, 2 Januari\nPihak Pertama,"],
        ["AniPembinaNIP 19700101 199503 1 001", "BudiPembinaNIP 19700101 199503 1 001"],
    ]
    assert t.find(f"{W}tblPr/{W}tblBorders") is None
    assert all(tr.find(f"{W}trPr/{W}cantSplit") is not None for tr in t.iterchildren(f"{W}tr"))
    # The heads end on one line, so the names stand on one line.
    assert {s.get(f"{W}val") for s in t.iter(f"{W}vAlign")} == {"bottom"}
    (demikian,) = paragraf(isi, "BodyText")
    assert demikian.find(f"{W}pPr/{W}keepNext") is not None


def test_a_single_signature_stands_at_the_right() -> None:
    (t,) = badan(berkas(SignatureBlock(blok=(pihak("Budi", "Camat"),)))).iter(f"{W}tbl")
    assert [baris[0] for baris in baris_tabel(t)] == ["", ""]
    assert [baris[1] for baris in baris_tabel(t)] == ["Camat", "BudiPembinaNIP 19700101 199503 1 001"]


def test_the_last_dictum_comes_along_with_the_signature() -> None:
    anjuran = Isian(jenis="anjuran", pasangan=(("KESATU", "Satu."), ("KEDUA", "Dua.")))
    t = next(badan(berkas(anjuran, SignatureBlock(blok=(pihak("Budi", "Camat"),)))).iter(f"{W}tbl"))
    assert [tr.find(f".//{W}keepNext") is not None for tr in t.iterchildren(f"{W}tr")] == [False, True]
    # Everything between the two tables is part of the chain.
    for antara in (t.getnext(), t.getnext().getnext()):
        assert antara.tag == f"{W}p"
    assert t.getnext().find(f"{W}pPr/{W}keepNext") is not None
    assert nilai(t.getnext().getnext(), "pPr/pStyle") == "TandaTangan"  # whose style keeps with the next


def test_labels_share_one_table_with_their_colons_in_one_column() -> None:
    daftar = Daftar(butir=(Butir(isi="bahwa satu;"), Butir(isi="bahwa dua;")), jenis="huruf")
    isi = badan(
        berkas(
            Isian(pasangan=(("Nama", (Tebal("BUDI"),)), ("Jabatan", "Camat"))),
            Isian(jenis="anjuran", pasangan=(("Menimbang", daftar), ("Menetapkan", "Keputusan."))),
        )
    )
    assert [list(baris_tabel(t)) for t in isi.iter(f"{W}tbl")] == [
        [["Nama", ":", "BUDI"], ["Jabatan", ":", "Camat"]],
        [["Menimbang", ":", "bahwa satu;bahwa dua;"], ["Menetapkan", ":", "Keputusan."]],
    ]


def test_a_letterhead_without_lambang_keeps_its_place() -> None:
    kop = Kop(pemerintah="Pemerintah Kabupaten X", instansi="Kecamatan Y", alamat=("Jalan Z",), lambang=None)
    isi = badan(berkas(kop))
    (t,) = isi.iter(f"{W}tbl")
    assert [teks(p) for g in ("KopPemerintah", "KopInstansi", "KopSurat") for p in paragraf(t, g) if teks(p)][
        :2
    ] == [
        "Pemerintah Kabupaten X",
        "Kecamatan Y",
    ]
    assert nilai(t, "tblPr/tblBorders/bottom") == "double"
    (gambar,) = isi.iter(f"{WP}docPr")
    assert gambar.get("descr") == "Tempat lambang daerah, belum diunggah"


def test_a_letterhead_shows_its_lambang() -> None:
    lambang = Berkas(nama="l.png", sha256="0" * 64, lebar=60, tinggi=70)
    kop = Kop(pemerintah="P", instansi="I", alamat=(), lambang=lambang)
    (gambar,) = badan(berkas(kop, media={"l.png": png(60, 70)})).iter(f"{WP}docPr")
    assert gambar.get("descr") == "Lambang daerah"


def test_a_page_break_begins_a_page() -> None:
    isi = badan(berkas(Paragraf(isi="a"), PindahHalaman(), Paragraf(isi="b")))
    assert [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in isi.iter(f"{W}p")] == [
        False, False, True, False,
    ]  # fmt: skip


def test_a_heading_outside_the_daftar_isi_is_no_heading_that_word_collects() -> None:
    anak = Bagian(kunci="x", judul="Rinci", tingkat=3, nomor="1.", daftar_isi=False)
    bab = Bagian(kunci="b", judul="Isi", tingkat=1, nomor="BAB I", anak=(anak,))
    nama = [p.style.name for p in open_page(berkas(batang=(bab,))).paragraphs if p.style]
    assert nama == ["Heading 1", "Judul di Luar Daftar Isi 3"]
