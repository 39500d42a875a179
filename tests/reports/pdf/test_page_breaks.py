"""How the pages break: what stays together, what is repeated, how pages are numbered and marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reports.charts.text_width import lebar_teks
from reports.document.tree import (
    Bagian,
    BarisTabel,
    Blok,
    BlokTandaTangan,
    Dokumen,
    Kolom,
    Paragraf,
    Sel,
    SignatureBlock,
    Tabel,
    Tebal,
)
from reports.html import render_html
from reports.pdf.render import render_pdf
from reports.publish.naskah import Pengaturan
from reports.writing.to_document import narrative
from tests.flows.read_pdf import BacaanPDF, read_pdf
from tests.reports.document.one_part import of_part

#: Lines before the block under test; one of them always brings it to the edge of a page.
GESERAN = range(20, 34, 2)


def cetak(*isi: Blok, anak: tuple[Bagian, ...] = (), lanskap: bool = False) -> BacaanPDF:
    bagian = Bagian(kunci="b", judul="Bagian", tingkat=1, isi=isi, anak=anak, lanskap=lanskap)
    dokumen = of_part(bagian)
    return read_pdf(render_pdf(render_html(dokumen, Pengaturan()), judul="Dokumen").isi)


def tempat(bacaan: BacaanPDF, teks: str) -> set[int]:
    """Pages on which a text stands."""
    return {p.halaman for p in bacaan.akar.potongan() if teks in p.teks}


def empty_row(banyak: int) -> tuple[Blok, ...]:
    return tuple(Paragraf(isi="baris", gaya="tengah") for _ in range(banyak))


def tabel(*baris: BarisTabel) -> Tabel:
    return Tabel(
        kunci="t",
        judul="Rincian",
        kolom=(Kolom(lebar=10), Kolom(lebar=90)),
        kepala=((Sel(isi="No."), Sel(isi="Uraian panjang")),),
        baris=baris,
        sumber="Sekretariat",
    )


def baris(nomor: int, kata: int = 3) -> BarisTabel:
    return BarisTabel(
        sel=(Sel(isi=str(nomor)), Sel(isi=f"awal{nomor}x " + "kata " * kata + f"akhir{nomor}x"))
    )


def kelompok(nomor: int) -> BarisTabel:
    return BarisTabel(jenis="kelompok", sel=(Sel(isi=f"kelompok{nomor}x", kolom=2, kepala=True),))


@pytest.mark.parametrize("geser", GESERAN)
def test_a_heading_a_title_and_the_first_row_stay_together(geser: int) -> None:
    isi = tabel(kelompok(1), *(baris(i) for i in range(8)))
    anak = Bagian(kunci="a", judul="Anak judul", tingkat=2, nomor="A.", isi=(isi,))
    bacaan = cetak(*empty_row(geser), anak=(anak,))
    teks = ("Anak judul", "Tabel 1", "kelompok1x", "awal0x")
    assert len(set().union(*(tempat(bacaan, t) for t in teks))) == 1
    assert tempat(bacaan, "Sumber") == tempat(bacaan, "akhir7x")


def test_rows_are_not_torn_and_groups_keep_their_first_row() -> None:
    isi = [b for i in range(40) for b in (kelompok(i), baris(i, kata=30 + i % 7))]
    bacaan = cetak(tabel(*isi))
    assert len(bacaan.halaman) >= 4
    for i in range(40):
        semua = [tempat(bacaan, f"{kata}{i}x") for kata in ("kelompok", "awal", "akhir")]
        assert len(set().union(*semua)) == 1, i
    assert tempat(bacaan, "Uraian panjang") == {h.nomor for h in bacaan.halaman}


def test_a_row_span_over_pages_loses_nothing() -> None:
    bentang = BarisTabel(sel=(Sel(isi="1", baris=60), Sel(isi="awal0x")))
    bacaan = cetak(tabel(bentang, *(BarisTabel(sel=(Sel(isi=f"awal{i}x"),)) for i in range(1, 60))))
    assert len(bacaan.halaman) >= 2
    assert [len(tempat(bacaan, f"awal{i}x")) for i in range(60)] == [1] * 60


def test_a_row_higher_than_a_page_loses_nothing() -> None:
    bacaan = cetak(tabel(baris(0), baris(1, kata=2000), baris(2)))
    assert bacaan.teks().split().count("kata") == 2006
    assert tempat(bacaan, "akhir1x") > set() < tempat(bacaan, "awal2x")


@pytest.mark.parametrize("geser", GESERAN)
def test_a_signature_is_whole_and_never_alone(geser: int) -> None:
    blok = BlokTandaTangan(
        kepala=("Contoh, Januari", "Camat Contoh,"), nama="NAMA", bawah=("Pembina", "NIP 1")
    )
    bacaan = cetak(*empty_row(geser), Paragraf(isi="kalimat penutup"), SignatureBlock(blok=(blok,)))
    teks = ("kalimat penutup", "Contoh, Januari", "NAMA", "NIP 1")
    assert len(set().union(*(tempat(bacaan, t) for t in teks))) == 1


@pytest.mark.parametrize("geser", GESERAN)
def test_a_bold_line_stays_with_the_narrative_it_titles(geser: int) -> None:
    judul = Paragraf(isi=(Tebal("Faktor pendorong"),), gaya="rapat")
    bacaan = cetak(*empty_row(geser), judul, *narrative("<p>Warga aktif.</p>"))
    assert tempat(bacaan, "Faktor pendorong") == tempat(bacaan, "Warga aktif")


def nomor(bacaan: BacaanPDF) -> Iterator[str]:
    for halaman in bacaan.halaman:
        yield halaman.artefak.rpartition("ditandatangani")[2].strip()


def test_pages_count_in_roman_then_from_one_through_the_lampiran(bacaan_contoh: BacaanPDF) -> None:
    sampul, *semua = nomor(bacaan_contoh)
    assert sampul == ""
    assert semua[:7] == ["i", "ii", "iii", "iv", "v", "vi", "1"]
    assert semua[6:] == [str(i) for i in range(1, len(semua) - 5)]


def test_wide_lampiran_lie_on_their_side_and_every_page_is_marked(bacaan_contoh: BacaanPDF) -> None:
    lanskap = {n for n, h in enumerate(bacaan_contoh.pdf.pages, start=1) if h.mediabox[2] > h.mediabox[3]}
    assert lanskap == {
        e.halaman for e in bacaan_contoh.akar.semua("Table") if "2024" in e.teks() and "2015" in e.teks()
    }
    ukuran = {tuple(round(float(x) / 72 * 25.4) for x in h.mediabox[2:]) for h in bacaan_contoh.pdf.pages}
    assert ukuran == {(215, 330), (330, 215)}
    for halaman in bacaan_contoh.halaman:
        assert halaman.artefak.count("KONSEP") == 1
        assert len(halaman.bentuk_artefak) == 1
    assert "KONSEP" not in bacaan_contoh.teks()


def test_the_header_names_the_document_and_the_part_from_the_second_page(bacaan_contoh: BacaanPDF) -> None:
    assert "LKIP" not in bacaan_contoh.halaman[0].artefak
    for halaman in bacaan_contoh.halaman[1:]:
        assert halaman.artefak.startswith("LKIP Kecamatan Contoh Tahun 2024 ")
    assert bacaan_contoh.halaman[-1].artefak.startswith(
        "LKIP Kecamatan Contoh Tahun 2024 Lampiran 4 Keputusan Camat tentang IKU"
    )


def test_the_lists_print_the_page_where_their_target_is(bacaan_contoh: BacaanPDF) -> None:
    angka = list(nomor(bacaan_contoh))
    entri = [li for li in bacaan_contoh.akar.semua("LI") if any(li.semua("Link"))]
    assert len(entri) > 50
    for satu in entri:
        tujuan = next(satu.semua("Link")).tautan
        assert satu.teks().rpartition(".")[2].strip() == angka[bacaan_contoh.tujuan[tujuan] - 1], satu.teks()


def test_a_word_of_230_letters_is_broken_in_its_cell_and_in_the_daftar_isi() -> None:
    """Every line of it is narrower than its frame, and no other word of the table is torn."""
    word = "pelayanan" * 25 + "prima"
    assert len(word) == 230
    part = Bagian(
        kunci="b",
        judul="Bagian",
        tingkat=1,
        isi=(
            Tabel(
                kunci="t",
                judul="Indikator",
                kolom=(Kolom(lebar=30), Kolom(lebar=50), Kolom(lebar=20, rata="kanan")),
                kepala=((Sel(isi="Penanggungjawab"), Sel(isi="Indikator"), Sel(isi="Realisasi")),),
                baris=(BarisTabel(sel=(Sel(isi="Pertanggungjawaban"), Sel(isi=word), Sel(isi="1.234,56"))),),
            ),
        ),
        anak=(Bagian(kunci="s", judul=f"Sasaran 1: {word}", tingkat=2, nomor="A."),),
    )
    document = Dokumen(
        kunci="d",
        judul="Dokumen",
        kepala="Kepala",
        sampul=None,
        depan=(),
        batang=(part,),
        lampiran=(),
        konsep=False,
    )
    read = read_pdf(render_pdf(render_html(document, Pengaturan()), judul="Dokumen").isi)
    lines: dict[tuple[int, float], str] = {}
    for piece in read.akar.potongan():
        if piece.teks.strip(". \xa0"):
            lines[piece.halaman, piece.y] = lines.get((piece.halaman, piece.y), "") + piece.teks
    parts = [line for line in lines.values() if "pelayanan" in line]
    type_size = 12 * 353  # micrometres
    assert max(lebar_teks(line, type_size) for line in parts) < 160_000  # between the margins of an F4 page
    assert read.teks().count(word[:40]) >= 2
    assert {"Pertanggungjawaban", "Penanggungjawab"} <= set(read.teks().replace("\n", " ").split())
