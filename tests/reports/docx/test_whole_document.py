"""The Word file of a whole document: same words and numbers as the tree, pages as the setting asks."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from reports.document.numbering import nomori, traverse
from reports.document.tree import Bagian, Dokumen, Miring, Pecahan, Sebaris, Tabel, Tebal
from reports.docx import render_docx
from reports.publish.naskah import Pengaturan
from tests.reports.document.example_dokumen import contoh_dokumen, media
from tests.reports.docx.read_docx import (
    WP,
    WPS,
    A,
    M,
    R,
    W,
    badan,
    bagian,
    baris_tabel,
    open_page,
    paragraf,
    perintah,
    teks,
)


@pytest.fixture(scope="module")
def dokumen() -> Dokumen:
    return contoh_dokumen()


@pytest.fixture(scope="module")
def isi(dokumen: Dokumen) -> bytes:
    return render_docx(dokumen, Pengaturan(), media=media())


def puncak(dokumen: Dokumen) -> tuple[Bagian, ...]:
    return (*dokumen.depan, *dokumen.batang, *dokumen.lampiran)


def tabel_pohon(dokumen: Dokumen) -> Iterator[Tabel]:
    for b in puncak(dokumen):
        for satu in traverse(b):
            yield from (blok for blok in satu.isi if isinstance(blok, Tabel))


def polos(isi: Sebaris) -> str:
    """The words of a line; a fraction is its numerator, its denominator and its multiplier."""
    hasil = ""
    for p in (isi,) if isinstance(isi, str) else isi:
        match p:
            case str():
                hasil += p
            case Tebal(teks=kata) | Miring(teks=kata):
                hasil += kata
            case Pecahan():
                hasil += f"{p.pembilang}{p.penyebut} {p.pengali}"
            case _:
                hasil += "\n"
    return hasil


# -- structure -------------------------------------------------------------------------------------


def test_headings_are_words_own_and_in_the_order_of_the_tree(isi: bytes) -> None:
    judul = [
        (p.style.name, p.text)
        for p in open_page(isi).paragraphs
        if p.style and p.style.name.startswith("Heading")
    ]
    assert judul[:5] == [
        ("Heading 1", "Kata Pengantar"),
        # Daftar isi stands after the first front part.
        ("Heading 1", "Daftar Isi"),
        ("Heading 1", "Daftar Tabel"),
        ("Heading 1", "Daftar Gambar"),
        ("Heading 1", "Ikhtisar Eksekutif"),
    ]
    assert judul[5:9] == [
        ("Heading 1", "BAB I\nPendahuluan"),
        ("Heading 2", "A.\tLandasan Pengukuran"),
        ("Heading 3", "1.\tCara Pengukuran"),
        ("Heading 4", "Catatan"),
    ]
    assert judul[-2:] == [
        ("Heading 1", "Lampiran 1\nMatriks Rencana Strategis 1"),
        ("Heading 1", "Lampiran 2\nMatriks Rencana Strategis 2"),
    ]


def test_every_table_of_the_tree_is_there_cell_by_cell(dokumen: Dokumen, isi: bytes) -> None:
    tercetak = [t for t in badan(isi).iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblCaption") is not None]
    harapan = list(tabel_pohon(dokumen))
    assert len(harapan) == 22
    for t, tabel in zip(tercetak, harapan, strict=True):
        nomor_kolom = [[f"({i + 1})" for i in range(len(tabel.kolom))]] if tabel.nomor_kolom else []
        assert list(baris_tabel(t)) == [
            *([polos(s.isi) for s in baris] for baris in tabel.kepala),
            *nomor_kolom,
            *([polos(s.isi) for s in b.sel] for b in tabel.baris),
        ]


def test_header_rows_repeat_and_no_row_breaks(dokumen: Dokumen, isi: bytes) -> None:
    tercetak = [t for t in badan(isi).iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblCaption") is not None]
    for t, tabel in zip(tercetak, tabel_pohon(dokumen), strict=True):
        sifat = [tr.find(f"{W}trPr") for tr in t.iterchildren(f"{W}tr")]
        ulang = [s.find(f"{W}tblHeader") is not None for s in sifat]
        kepala = len(tabel.kepala) + tabel.nomor_kolom
        assert ulang == [True] * kepala + [False] * len(tabel.baris)
        assert all(s.find(f"{W}cantSplit") is not None for s in sifat)


def test_every_row_is_as_wide_as_its_table(isi: bytes) -> None:
    for t in badan(isi).iter(f"{W}tbl"):
        kolom = len(t.find(f"{W}tblGrid"))
        for tr in t.iterchildren(f"{W}tr"):
            sel = [tc.find(f"{W}tcPr") for tc in tr.iterchildren(f"{W}tc")]
            rentang = [s.find(f"{W}gridSpan") for s in sel]
            assert sum(1 if r is None else int(r.get(f"{W}val")) for r in rentang) == kolom
            # Fiftieths of a percent: 5000 is the whole width.
            assert sum(int(s.find(f"{W}tcW").get(f"{W}w")) for s in sel) == 5000


# -- pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kertas", "lebar", "tinggi"), [("F4", 215, 330), ("A4", 210, 297)])
def test_paper_and_margins_come_from_the_setting(kertas: str, lebar: int, tinggi: int) -> None:
    pengaturan = Pengaturan(kertas=kertas, margin_kiri=Decimal(40), margin_atas=Decimal(20))
    seksi = open_page(render_docx(contoh_dokumen(), pengaturan, media=media())).sections
    assert [s.orientation for s in seksi].count(WD_ORIENT.LANDSCAPE) == 2  # the two matrices
    for s in seksi:
        ukuran = (tinggi, lebar) if s.orientation == WD_ORIENT.LANDSCAPE else (lebar, tinggi)
        # Word counts in twentieths of a point, which a millimetre is no multiple of.
        for jadi, mm in zip(
            (s.page_width, s.page_height, s.left_margin, s.top_margin, s.right_margin, s.bottom_margin),
            (*ukuran, 40, 20, 25, 30),
            strict=True,
        ):
            assert jadi == pytest.approx(Mm(mm), abs=635)


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(ValueError, match='Kertas "Q5" tidak dikenal'):
        render_docx(contoh_dokumen(), Pengaturan(kertas="Q5"), media=media())


def test_a_landscape_part_inside_a_bab_turns_back() -> None:
    anak = tuple(Bagian(kunci=f"a{i}", judul=f"Anak {i}", tingkat=2, lanskap=i == 2) for i in (1, 2, 3))
    bab = Bagian(kunci="bab", judul="Isi", tingkat=1, nomor="BAB I", anak=anak)
    dokumen = Dokumen(
        kunci="u", judul="U", kepala="U", sampul=None, depan=(), batang=(bab,), lampiran=(), konsep=False
    )
    seksi = open_page(render_docx(dokumen, Pengaturan(), media={})).sections
    arah = [s.orientation == WD_ORIENT.LANDSCAPE for s in seksi]
    assert arah == [False, False, True, False]  # the daftar isi first


def test_front_pages_are_roman_and_the_report_begins_again_at_one(isi: bytes) -> None:
    nomor = [s.find(f"{W}pgNumType") for s in badan(isi).iter(f"{W}sectPr")]
    assert nomor[0] is None  # the cover
    jenis = [(n.get(f"{W}fmt"), n.get(f"{W}start")) for n in nomor[1:]]
    # Kata pengantar, daftar isi, daftar tabel and gambar, ikhtisar; four BAB and four lampiran.
    assert jenis == [
        ("lowerRoman", "1"), *[("lowerRoman", None)] * 3,
        ("decimal", "1"), *[("decimal", None)] * 7,
    ]  # fmt: skip


def test_header_names_document_and_part_and_footer_counts(isi: bytes) -> None:
    seksi = open_page(isi).sections
    assert [teks(s.header._element) for s in (seksi[0], seksi[1], seksi[5])] == [
        "",
        "LKIP Kecamatan Contoh Tahun 2024Kata Pengantar",
        "LKIP Kecamatan Contoh Tahun 2024BAB I Pendahuluan",
    ]
    assert [perintah(s.footer._element) for s in (seksi[0], seksi[1])] == [[], ["PAGE"]]


def test_a_draft_says_so_on_every_page_and_a_final_one_nowhere() -> None:
    def tanda(konsep: bool) -> tuple[set[bool], set[bool]]:
        isi = render_docx(contoh_dokumen(konsep=konsep), Pengaturan(), media=media())
        kepala = {
            "KONSEP" in {e.get("string") for e in k.iter()} for k in bagian(isi, "word/header").values()
        }
        kaki = {"KONSEP – belum ditandatangani" in teks(k) for k in bagian(isi, "word/footer").values()}
        return kepala, kaki

    assert tanda(True) == ({True}, {True})
    assert tanda(False) == ({False}, {False})


# -- lists in front --------------------------------------------------------------------------------


def test_the_lists_in_front_are_fields_that_are_already_filled(dokumen: Dokumen, isi: bytes) -> None:
    akar = badan(isi)
    assert [p for p in perintah(akar) if p.startswith("TOC")] == [
        r'TOC \o "1-3" \f \h \z',
        r'TOC \h \z \c "Tabel"',
        r'TOC \h \z \c "Gambar"',
    ]
    penomoran = nomori(dokumen)
    for gaya, tingkat in (("TOC1", 1), ("TOC2", 2), ("TOC3", 3)):
        pisah = " " if tingkat == 1 else "\t"
        assert [teks(p) for p in paragraf(akar, gaya)] == [
            f"{e.nomor}{pisah}{e.judul}\t" if e.nomor else f"{e.judul}\t"
            for e in penomoran.isi
            if e.tingkat == tingkat
        ]
    assert [teks(p) for p in paragraf(akar, "TableofFigures")] == [
        f"{e.nomor} {e.judul}\t" for e in (*penomoran.tabel, *penomoran.gambar)
    ]


def test_every_entry_leads_to_a_bookmark(isi: bytes) -> None:
    akar = badan(isi)
    penanda = [b.get(f"{W}name") for b in akar.iter(f"{W}bookmarkStart")]
    nomor = [b.get(f"{W}id") for b in akar.iter(f"{W}bookmarkStart")]
    tujuan = [h.get(f"{W}anchor") for h in akar.iter(f"{W}hyperlink")]
    assert len(set(penanda)) == len(penanda) == len(set(nomor))
    assert tujuan
    assert set(tujuan) <= set(penanda)
    assert {p.split()[1] for p in perintah(akar) if p.startswith("PAGEREF")} == set(tujuan)


def test_opening_asks_nothing(isi: bytes) -> None:
    setelan = bagian(isi, "word/settings.xml")["word/settings.xml"]
    assert setelan.find(f"{W}updateFields") is None
    assert not [f for f in badan(isi).iter(f"{W}fldChar") if f.get(f"{W}dirty")]


def test_a_form_with_its_own_title_has_a_hidden_entry(isi: bytes) -> None:
    (p,) = (
        p for p in paragraf(badan(isi), "JudulFormulirBesar") if teks(p) == "PERJANJIAN KINERJA TAHUN 2024"
    )
    assert perintah(p) == [r'TC "Lampiran 3 Perjanjian Kinerja Tahun 2024" \l 1']
    assert all(r.find(f"{W}rPr/{W}vanish") is not None for r in p.iter(f"{W}r") if not teks(r))
    assert p.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"


def test_captions_count_themselves_as_the_document_does(isi: bytes) -> None:
    judul = [(teks(p), perintah(p)[0]) for p in paragraf(badan(isi), "Caption") if perintah(p)]
    mulai = r"SEQ Tabel \* ARABIC \r 1"
    assert judul[:4] == [
        # The first of all follows from nothing; each BAB begins again.
        ("Tabel 1 Ikhtisar Capaian", r"SEQ Tabel \* ARABIC"),
        ("Tabel 1.1 Indikator Kinerja Utama", mulai),
        ("Tabel 2.1 Perkembangan Perencanaan Kinerja Bagian 1", mulai),
        ("Tabel 2.2 Perkembangan Perencanaan Kinerja Bagian 2", r"SEQ Tabel \* ARABIC"),
    ]
    # Worked the way Word does, the counters give the printed numbers.
    compute = 0
    for tertulis, cara in judul:
        ulang = re.search(r"\\r (\d+)", cara)
        compute = int(ulang[1]) if ulang else compute + 1
        assert re.match(rf"Tabel (\w+\.)?{compute} ", tertulis)


# -- the file --------------------------------------------------------------------------------------


def test_the_same_document_gives_the_same_bytes(dokumen: Dokumen, isi: bytes) -> None:
    assert render_docx(dokumen, Pengaturan(), media=media()) == isi


def test_the_file_holds_no_clock_and_names_no_program(isi: bytes) -> None:
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        assert {i.date_time for i in arsip.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    p = open_page(isi).core_properties
    assert (p.title, p.language) == (
        "Laporan Kinerja Instansi Pemerintah Kecamatan Contoh Tahun 2024",
        "id-ID",
    )
    assert (p.author, p.last_modified_by, p.created, p.modified) == ("", "", None, None)


def test_the_language_is_indonesian(isi: bytes) -> None:
    gaya = bagian(isi, "word/styles.xml")["word/styles.xml"]
    assert gaya.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == "id-ID"


def test_font_and_size_come_from_the_setting() -> None:
    pengaturan = Pengaturan(huruf="Bookman Old Style", ukuran=Decimal("11.5"), spasi=Decimal("1.15"))
    gaya = bagian(render_docx(contoh_dokumen(), pengaturan, media=media()), "word/styles.xml")[
        "word/styles.xml"
    ]
    rpr = gaya.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert rpr.find(f"{W}rFonts").get(f"{W}ascii") == "Bookman Old Style"
    assert rpr.find(f"{W}sz").get(f"{W}val") == "23"  # half points
    (normal,) = (s for s in gaya.iter(f"{W}style") if s.get(f"{W}styleId") == "Normal")
    assert normal.find(f"{W}pPr/{W}spacing").get(f"{W}line") == "276"  # 240ths of a line


def test_every_style_and_list_that_is_used_exists(isi: bytes) -> None:
    gaya = {s.get(f"{W}styleId") for s in bagian(isi, "word/styles.xml")["word/styles.xml"].iter(f"{W}style")}
    terpakai = {
        s.get(f"{W}val")
        for awalan in ("word/document", "word/header", "word/footer")
        for akar in bagian(isi, awalan).values()
        for s in akar.iter(f"{W}pStyle")
    }
    assert terpakai <= gaya
    nomor = bagian(isi, "word/numbering.xml")["word/numbering.xml"]
    assert {n.get(f"{W}val") for n in badan(isi).iter(f"{W}numId")} == {
        n.get(f"{W}numId") for n in nomor.iter(f"{W}num")
    }


def test_every_drawing_is_numbered_once_and_described(isi: bytes) -> None:
    gambar = list(badan(isi).iter(f"{WP}docPr"))
    assert all(g.get("descr") for g in gambar)
    bernomor = (f"{WP}docPr", f"{WPS}cNvPr")
    id_ = [e.get("id") for e in badan(isi).iter(*bernomor)]
    assert len(set(id_)) == len(id_)
    foto = [g.get("descr") for g in gambar if g.getparent().find(f".//{A}blip") is not None]
    assert foto == [f"Foto: Musyawarah desa ke-{i} bersama perangkat kecamatan" for i in range(1, 7)]
    hubungan = open_page(isi).part.rels
    assert {b.get(f"{R}embed") for b in badan(isi).iter(f"{A}blip")} <= set(hubungan)


def test_equations_hold_numerator_and_denominator(isi: bytes) -> None:
    pecahan = [(teks(f.find(f"{M}num")), teks(f.find(f"{M}den"))) for f in badan(isi).iter(f"{M}f")]
    assert pecahan == [
        ("Realisasi", "Target"),
        ("Jumlah desa tertib administrasi", "Jumlah seluruh desa"),
    ]
