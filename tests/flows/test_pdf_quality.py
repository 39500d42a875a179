"""What makes the four PDFs fit to be read by everyone and signed: tags, fonts, page numbers, links, marks, text."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf
import pytest

from reports.publish.assemble import arrange
from reports.publish.files import publish_pdf
from reports.publish.naskah import Naskah
from tests.flows.printed import Cetakan
from tests.flows.read_pdf import BacaanPDF, Elemen, Potongan, read_pdf, tidy

KEPALA = {"H1", "H2", "H3", "H4", "H5", "H6"}
KONSEP = tidy("KONSEP – belum ditandatangani")
DAFTAR = ("DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR")


# -- tags --------------------------------------------------------------------------------------------


def test_the_file_declares_itself_pdf_ua_with_language_and_title(cetakan: Cetakan) -> None:
    akar = cetakan.pdf.pdf.Root
    judul = cetakan.susunan.dokumen.judul
    assert str(akar.Lang) == "id"
    assert bool(akar.MarkInfo.Marked)
    assert bool(akar.ViewerPreferences.DisplayDocTitle)
    assert str(cetakan.pdf.pdf.docinfo.Title) == judul
    # Not in a with: leaving it would write its own date and editor into the file that other tests read.
    meta = cetakan.pdf.pdf.open_metadata()
    assert meta["pdfuaid:part"] == "1"
    assert meta["dc:title"] == judul


def test_the_engine_had_nothing_to_complain_about(cetakan: Cetakan) -> None:
    assert cetakan.terbitan.pdf.peringatan == ()
    assert cetakan.terbitan.pdf.halaman == len(cetakan.pdf.halaman)


def test_every_figure_says_in_words_what_it_shows(cetakan: Cetakan) -> None:
    alt = [e.alt for e in cetakan.pdf.akar.semua("Figure")]
    assert alt, "setiap dokumen memuat lambang"
    assert all(len(a) > 20 for a in alt), alt


def test_every_header_cell_says_what_it_heads(cetakan: Cetakan) -> None:
    for tabel in cetakan.pdf.akar.semua("Table"):
        kepala = list(tabel.semua("TH"))
        assert kepala, tabel.teks()[:200]
        assert {e.lingkup for e in kepala} <= {"Column", "Row"}, tabel.teks()[:200]
        for thead in tabel.semua("THead"):
            assert {e.lingkup for e in thead.semua("TH")} == {"Column"}


def test_headings_go_down_one_level_at_a_time(cetakan: Cetakan) -> None:
    tingkat = [int(e.jenis[1]) for e in cetakan.pdf.akar.semua(*KEPALA)]
    assert tingkat[0] == 1
    assert all(descend <= naik + 1 for naik, descend in pairwise(tingkat))


def test_every_font_is_embedded_and_readable_as_text(cetakan: Cetakan) -> None:
    fon = {
        str(f.BaseFont): f
        for halaman in cetakan.pdf.pdf.pages
        for f in halaman.Resources.get("/Font", pikepdf.Dictionary()).values()
    }
    assert fon
    for nama, f in fon.items():
        penjelas = f.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(penjelas.keys()), nama
        assert "/ToUnicode" in f, nama
        assert re.match(r"/[A-Z]{6}\+", nama), "hanya huruf yang dipakai yang disertakan"


# -- pages -------------------------------------------------------------------------------------------


def test_front_pages_are_numbered_in_roman_and_the_rest_from_one(cetakan: Cetakan) -> None:
    nomor = nomor_tercetak(cetakan.pdf)
    angka = [n for n in nomor if n.isdigit()]
    depan = nomor[: len(nomor) - len(angka)]
    assert angka == [str(n) for n in range(1, len(angka) + 1)]
    assert [h.label for h in cetakan.pdf.pdf.pages] == [n or "Sampul" for n in nomor]
    if cetakan.susunan.dokumen.sampul:
        assert depan.pop(0) == "", "sampul tidak bernomor"
    assert depan == [romawi(n) for n in range(1, len(depan) + 1)]
    assert bool(depan) == bool(cetakan.susunan.dokumen.depan)


def test_an_unsigned_document_is_marked_on_every_page(cetakan: Cetakan) -> None:
    assert cetakan.susunan.dokumen.konsep
    for halaman in cetakan.pdf.halaman:
        assert KONSEP in halaman.artefak, halaman.nomor
        assert len(halaman.bentuk_artefak) == 1, f"halaman {halaman.nomor}: tanpa tanda air"


@pytest.mark.xdist_group("jelbuk-2024")
def test_a_signed_document_is_not_marked(naskah_contoh: dict[str, Naskah]) -> None:
    naskah = dataclasses.replace(naskah_contoh["jelbuk-2024"], konsep=False)
    pdf = read_pdf(publish_pdf(arrange(naskah, "sk-iku")).isi)
    assert "KONSEP" not in pdf.teks()
    for halaman in pdf.halaman:
        assert "KONSEP" not in halaman.artefak
        assert halaman.bentuk_artefak == ()


def test_the_running_header_names_the_document_on_every_page_but_the_first(cetakan: Cetakan) -> None:
    kepala = tidy(cetakan.susunan.dokumen.kepala)
    assert [h.nomor for h in cetakan.pdf.halaman if kepala not in h.artefak] == [1]


def test_no_heading_and_no_table_title_ends_a_page(cetakan: Cetakan) -> None:
    akhir: dict[int, tuple[str, str]] = {}
    for jenis, potongan in berurutan(cetakan.pdf.akar):
        if potongan.teks.strip():
            akhir[potongan.halaman] = jenis, potongan.teks
    if cetakan.susunan.dokumen.sampul:
        del akhir[1]
    yatim = {n: teks for n, (jenis, teks) in akhir.items() if jenis in KEPALA | {"judul tabel", "subjudul"}}
    assert not yatim


def test_a_table_that_runs_over_pages_repeats_its_head(cetakan: Cetakan) -> None:
    tanpa = [
        f"halaman {kanan.halaman}: {kanan.teks()[:80]}"
        for kiri, kanan in pairwise(cetakan.pdf.akar.semua("Table"))
        if any(kiri.semua("THead")) and not any(kanan.semua("THead")) and len(list(sel_pertama(kanan))) > 3
    ]
    assert not tanpa
    if cetakan.susunan.dokumen.daftar_isi:
        bagian = [t for t in cetakan.pdf.akar.semua("Table") if any(t.semua("THead"))]
        assert len(bagian) > len(cetakan.tabel), "tidak ada tabel yang melampaui satu halaman"


# -- daftar isi --------------------------------------------------------------------------------------


def test_every_line_of_the_lists_prints_the_page_on_which_its_target_is(cetakan: Cetakan) -> None:
    if not cetakan.susunan.dokumen.daftar_isi:
        assert not [e for e in cetakan.pdf.akar.semua("H1") if e.teks() in DAFTAR]
        return
    nomor = nomor_tercetak(cetakan.pdf)
    judul = judul_bernomor(cetakan.pdf)
    entri = list(entri_daftar(cetakan.pdf))
    assert len(entri) == len({e.teks for e in entri}) > 60
    for satu in entri:
        assert nomor[cetakan.pdf.tujuan[satu.tautan] - 1] == satu.nomor, satu
        # The title of a form stands for the heading of its lampiran, which is not printed.
        if satu.teks.casefold() not in judul:
            assert satu.teks.startswith("LAMPIRAN ")
        else:
            assert cetakan.pdf.tujuan[satu.tautan] in judul[satu.teks.casefold()], satu


def test_every_numbered_table_and_figure_is_in_its_list(cetakan: Cetakan) -> None:
    bernomor = [e.teks() for e in cetakan.pdf.akar.semua("Caption") if re.match(r"(Tabel|Gambar) ", e.teks())]
    terdaftar = [e.teks for e in entri_daftar(cetakan.pdf) if re.match(r"(Tabel|Gambar) ", e.teks)]
    assert Counter(terdaftar) == (Counter(bernomor) if cetakan.susunan.dokumen.daftar_isi else Counter())


def test_the_bookmarks_lead_to_the_headings_they_name(cetakan: Cetakan) -> None:
    judul = judul_bernomor(cetakan.pdf)
    dokumen = cetakan.susunan.dokumen
    bagian = {tidy(f"{b.nomor} {b.judul}"): b.kunci for b in (*dokumen.batang, *dokumen.lampiran)}
    halaman: dict[Any, int] = {h.objgen: n for n, h in enumerate(cetakan.pdf.pdf.pages, start=1)}

    def traverse(butir: list[pikepdf.OutlineItem]) -> Iterator[tuple[str, int]]:
        for b in butir:
            assert isinstance(b.destination, pikepdf.Array)
            yield tidy(b.title), halaman[b.destination[0].objgen]
            yield from traverse(b.children)

    with cetakan.pdf.pdf.open_outline() as garis_besar:
        penanda = list(traverse(garis_besar.root))
    assert penanda
    for teks, nomor in penanda:
        if teks.casefold() in judul:
            assert nomor in judul[teks.casefold()], teks
        else:  # a form brings its own title
            assert cetakan.pdf.tujuan[bagian[teks]] == nomor, teks


# -- text --------------------------------------------------------------------------------------------


def test_no_slip_of_a_machine_is_printed(cetakan: Cetakan) -> None:
    utuh = " ".join([badan(cetakan.pdf), *(h.artefak for h in cetakan.pdf.halaman)])
    for pola in (
        r"\b(?:None|True|False|nan|Decimal|null)\b",
        r"\s[,.;](?=\s)",
        r"\.\.|,,|;;|,\.|\.,(?!\s)|;\.",
        r"\(\s*\)|\[\s*\]|“\s*”",
        r"[{}]|</?[a-z]|&\w+;",
        r"\bRp(?![\d)])",
        r"\d%%|\d\s%(?=\s[a-z])",
        r"\b(?:TODO|Lorem|XXX)\b|\.\s?\.\s?\.",
    ):
        temuan = [utuh[max(0, m.start() - 40) : m.end() + 40] for m in re.finditer(pola, utuh)]
        assert not temuan, (pola, temuan[:5])


# -- helpers -----------------------------------------------------------------------------------------


def nomor_tercetak(pdf: BacaanPDF) -> list[str]:
    """The page number at the foot of each page, empty where there is none."""
    hasil = []
    for halaman in pdf.halaman:
        kaki = halaman.artefak.partition(KONSEP)[2].split()
        hasil.append(kaki[-1] if kaki else "")
    return hasil


def romawi(nomor: int) -> str:
    satuan = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "x" * (nomor // 10) + satuan[nomor % 10]


def berurutan(elemen: Elemen, jenis: str = "") -> Iterator[tuple[str, Potongan]]:
    """Text in reading order with the kind of block that it is in."""
    if elemen.jenis == "Caption":
        jenis = "judul tabel" if jenis == "Table" else "judul gambar"  # which stands below its figure
    elif elemen.jenis == "P":
        tebal = {"Bold" in p.fon for p in elemen.potongan() if p.teks.strip()}
        jenis = "subjudul" if tebal == {True} else "P"
    elif elemen.jenis in KEPALA | {"LI", "Table", "TD", "TH", "Figure"}:
        jenis = elemen.jenis
    for anak in elemen.anak:
        if isinstance(anak, Potongan):
            yield jenis, anak
        else:
            yield from berurutan(anak, jenis)


def sel_pertama(tabel: Elemen) -> Iterator[Elemen]:
    baris = next(tabel.semua("TR"))
    return (a for a in baris.anak if isinstance(a, Elemen))


class Entri(NamedTuple):
    """A line of a list: what it names, the page that it prints, the anchor that it leads to."""

    teks: str
    nomor: str
    tautan: str


def entri_daftar(pdf: BacaanPDF) -> Iterator[Entri]:
    """The lines of daftar isi, daftar tabel and daftar gambar."""
    dalam = False
    for e in pdf.akar.semua("H1", "LI"):
        if e.jenis == "H1":
            dalam = e.teks() in DAFTAR
        elif dalam:
            temu = re.fullmatch(r"(.+?) ?\.* ?(\d+|[ivxl]+)", e.teks())
            tautan = {t.tautan for t in e.semua("Link")}
            assert temu, e.teks()
            assert len(tautan) == 1, e.teks()
            yield Entri(temu[1], temu[2], tautan.pop())


def judul_bernomor(pdf: BacaanPDF) -> dict[str, set[int]]:
    """Every heading and caption, caseless (capitals are a matter of style), with the pages it stands on."""
    hasil: dict[str, set[int]] = defaultdict(set)
    for e in pdf.akar.semua(*KEPALA, "Caption"):
        hasil[e.teks().casefold()].add(e.halaman)
    return hasil


def badan(pdf: BacaanPDF) -> str:
    """The text without the lists of the front matter and their leaders."""
    hasil: list[str] = []
    dalam = False
    for e in pdf.akar.semua(*KEPALA, "P", "LI", "Caption", "TH", "TD"):
        if e.jenis == "H1":
            dalam = e.teks() in DAFTAR
        if not dalam:
            hasil.append(e.teks())
    return "\n".join(hasil)
