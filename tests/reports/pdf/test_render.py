"""The PDF engine's door: what it reads and refuses, the same bytes each time, the tags of a whole document."""

from __future__ import annotations

import dataclasses
import gc
import re
import socket
from urllib.request import Request

import pytest
import weasyprint

from reports.document.tree import Dokumen
from reports.html import render_html, sematkan
from reports.pdf import render as modul_pdf
from reports.pdf.render import HasilPDF, PdfError, render_pdf
from reports.publish.naskah import Pengaturan
from tests.flows.read_pdf import BacaanPDF, read_pdf
from tests.reports.document.example_dokumen import JUDUL, contoh_dokumen, media


def halaman(isi: str) -> str:
    return f'<!DOCTYPE html><html lang="id"><head><title>T</title></head><body>{isi}</body></html>'


def ringkas(dokumen: Dokumen) -> Dokumen:
    """A fifth of the document: its front, its first chapter, photos, one wide page."""
    *_, bab3, _ = dokumen.batang
    return dataclasses.replace(
        dokumen,
        batang=(dokumen.batang[0], dataclasses.replace(bab3, anak=bab3.anak[-2:])),
        lampiran=dokumen.lampiran[:1],
    )


@pytest.fixture
def tanpa_soket(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Record every attempt to open a socket or look up a name."""
    percobaan: list[object] = []

    def refuse(*isi: object, **lain: object) -> None:
        percobaan.append(isi)
        raise OSError("jaringan tertutup dalam pengujian")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return percobaan


# -- what it reads -----------------------------------------------------------------------------------


ALAMAT_LUAR = [
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
GAMBAR_LUAR = '<img src="{}" alt="x">'
CARA_LAIN = {
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
    ("alamat", "bentuk"),
    [
        *(pytest.param(alamat, GAMBAR_LUAR, id=f"img-{alamat}") for alamat in ALAMAT_LUAR),
        # Every way ends in the same fetcher: the two that the engine would fetch by itself are enough.
        *(
            pytest.param(alamat, bentuk, id=f"{cara}-{alamat}")
            for cara, bentuk in CARA_LAIN.items()
            for alamat in ALAMAT_LUAR[:2]
        ),
    ],
)
def test_nothing_outside_is_read(alamat: str, bentuk: str, tanpa_soket: list[object]) -> None:
    with pytest.raises(PdfError, match=r"ditolak|tidak ada dalam laporan ini|tidak dapat dijadikan PDF"):
        render_pdf(halaman(bentuk.format(alamat)), judul=JUDUL)
    assert tanpa_soket == []


def test_the_second_door_of_the_fetcher_is_shut_too(tanpa_soket: list[object]) -> None:
    pengambil = modul_pdf._PengambilSendiri({})
    for alamat in ("file:///etc/hostname", Request("http://contoh.id/")):
        with pytest.raises(PdfError, match="ditolak"):
            pengambil.open(alamat)
    assert tanpa_soket == []


def test_pictures_come_by_name_or_inside_the_document() -> None:
    isi = media(1)
    bernama = render_pdf(halaman('<img src="media:foto/1.jpg" alt="Foto">'), judul=JUDUL, media=isi)
    html = render_html(ringkas(contoh_dokumen(foto_banyak=1)), Pengaturan(), alamat=sematkan(isi))
    tersemat = render_pdf(html, judul=JUDUL)
    assert bernama.peringatan == tersemat.peringatan == ()
    # A JPEG is passed through as it is.
    assert isi["foto/1.jpg"] in bernama.isi
    assert isi["foto/1.jpg"] in tersemat.isi


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({}, r'Gambar "foto/1\.jpg" tidak ada dalam laporan ini'),
        ({"foto/1.jpg": b"<svg/>"}, r'"foto/1\.jpg" bukan gambar JPEG atau PNG'),
        ({"foto/1.jpg": b"\xff\xd8\xffrusak"}, r"tidak dapat dijadikan PDF.*foto/1\.jpg"),
    ],
    ids=["tidak ada", "bukan gambar", "rusak"],
)
def test_a_picture_that_cannot_be_shown_stops_the_document(isi: dict[str, bytes], pesan: str) -> None:
    with pytest.raises(PdfError, match=pesan):
        render_pdf(halaman('<img src="media:foto/1.jpg" alt="Foto">'), judul=JUDUL, media=isi)


# -- the same bytes ----------------------------------------------------------------------------------


def test_two_renders_are_byte_identical_whatever_lies_between() -> None:
    """Of a short document; tests/flows prints real ones again, in this process and in others."""
    html = render_html(ringkas(contoh_dokumen()), Pengaturan())
    hasil = render_pdf(html, judul=JUDUL, media=media())
    render_pdf(halaman("<p>lain</p>"), judul="Lain")
    assert render_pdf(html, judul=JUDUL, media=media()) == hasil


def test_the_identifier_follows_the_input(bacaan_contoh: BacaanPDF) -> None:
    def pengenal(judul: str, isi: str) -> str:
        return str(read_pdf(render_pdf(halaman(f'<p id="x">{isi}</p>'), judul=judul).isi).pdf.trailer.ID[0])

    semua = [pengenal("a", "b"), pengenal("a", "c"), pengenal("b", "b"), str(bacaan_contoh.pdf.trailer.ID[0])]
    assert len(set(semua)) == 4
    assert pengenal("a", "b") == semua[0]


def test_the_file_says_nothing_of_when_it_was_made(bacaan_contoh: BacaanPDF) -> None:
    assert set(bacaan_contoh.pdf.docinfo.keys()) == {"/Title", "/Producer"}
    assert not re.search(rb"CreateDate|ModifyDate|MetadataDate", bacaan_contoh.pdf.Root.Metadata.read_bytes())


def test_the_lean_defaults_print_what_the_engine_s_own_print(
    hasil_contoh: HasilPDF, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modul_pdf, "_Sumber", weasyprint.HTML)
    assert render_pdf(render_html(contoh_dokumen(), Pengaturan()), judul=JUDUL, media=media()) == hasil_contoh


def test_memory_of_one_document_is_freed_before_the_next() -> None:
    html = halaman("<p>isi</p>" * 50)
    render_pdf(html, judul=JUDUL)
    jumlah = []
    for _ in range(3):
        render_pdf(html, judul=JUDUL)
        gc.collect()
        jumlah.append(len(gc.get_objects()))
    assert jumlah[2] - jumlah[1] < 100
    assert gc.get_threshold()[0] < 1_000_000


# -- tags --------------------------------------------------------------------------------------------


def test_the_engine_is_content_with_the_whole_document(hasil_contoh: HasilPDF) -> None:
    assert hasil_contoh.peringatan == ()
    assert 35 <= hasil_contoh.halaman <= 50


def test_it_declares_itself_pdf_ua_with_language_and_title(bacaan_contoh: BacaanPDF) -> None:
    akar = bacaan_contoh.pdf.Root
    assert str(akar.Lang) == "id"
    assert akar.MarkInfo.Marked
    assert akar.ViewerPreferences.DisplayDocTitle
    assert str(bacaan_contoh.pdf.docinfo.Title) == JUDUL
    # Not in a with: leaving it would write its own date and editor into the file that other tests read.
    assert bacaan_contoh.pdf.open_metadata()["pdfuaid:part"] == "1"


def test_no_tag_is_out_of_reach_and_no_cell_names_foreign_headers(bacaan_contoh: BacaanPDF) -> None:
    elemen = [o for o in bacaan_contoh.pdf.objects if hasattr(o, "get") and o.get("/Type") == "/StructElem"]
    assert len(elemen) == sum(1 for _ in bacaan_contoh.akar.semua()) - 1
    assert not [e for e in elemen if "/Headers" in e.get("/A", {}) or "/ID" in e]


def test_header_cells_head_columns_above_and_rows_beside(bacaan_contoh: BacaanPDF) -> None:
    iku = next(t for t in bacaan_contoh.akar.semua("Table") if "Formulasi" in t.teks())
    lingkup = {th.teks(): th.lingkup for th in iku.semua("TH")}
    assert lingkup == {
        "No.": "Column",
        "Sasaran": "Column",
        "Indikator": "Column",
        "Formulasi": "Column",
        "Penanggung jawab": "Column",
        "Meningkatnya kualitas pelayanan publik": "Row",
    }
    program = next(th for th in bacaan_contoh.akar.semua("TH") if th.teks() == "Program 1 penunjang urusan")
    assert program.lingkup == "Row"
    nama = {
        th.lingkup
        for t in bacaan_contoh.akar.semua("Table")
        for th in t.semua("TH")
        if th.teks() in ("Nama", "KESATU")
    }
    assert nama == {"Row"}


def test_a_row_of_headers_in_a_narrative_heads_columns() -> None:
    html = halaman("<table><tbody><tr><th>A</th><th>B</th></tr><tr><th>1</th><td>2</td></tr></tbody></table>")
    bacaan = read_pdf(render_pdf(html + '<a href="#x" id="x">x</a>', judul=JUDUL).isi)
    assert [(th.teks(), th.lingkup) for th in bacaan.akar.semua("TH")] == [
        ("A", "Column"),
        ("B", "Column"),
        ("1", "Row"),
    ]


def test_a_fraction_is_read_in_order(bacaan_contoh: BacaanPDF) -> None:
    rumus = next(p for p in bacaan_contoh.akar.semua("P") if p.teks().startswith("Capaian ="))
    assert rumus.teks() == "Capaian = Realisasi /Target × 100%"


def test_lists_are_lists_within_lists(bacaan_contoh: BacaanPDF) -> None:
    luar = next(daftar for daftar in bacaan_contoh.akar.semua("L") if "rincian pertama" in daftar.teks())
    assert [e.teks() for e in luar.semua("Lbl")] == ["a.", "1.", "2.", "b."]
    assert {e.jenis for e in luar.anak} == {"LI", "L"}  # type: ignore[union-attr]


def test_figures_are_named_in_words(bacaan_contoh: BacaanPDF) -> None:
    alt = [f.alt for f in bacaan_contoh.akar.semua("Figure")]
    assert alt.count("Tempat lambang daerah, belum diunggah") == 3
    assert "Capaian Penutup: enam batang, makin panjang ke bawah." in alt
    assert "Foto: Musyawarah desa ke-6 bersama perangkat kecamatan" in alt
    assert all(alt)
