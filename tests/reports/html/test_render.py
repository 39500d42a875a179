"""The HTML of a document: what the templates print, in which order, and what they never let through."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from reports.document.tree import (
    Bagian,
    Blok,
    BlokTandaTangan,
    Butir,
    Daftar,
    Dokumen,
    FotoBlok,
    Gambar,
    Isian,
    Judul,
    Paragraf,
    Pecahan,
    SignatureBlock,
    Tebal,
)
from reports.html import lembar_gaya, render_html, sematkan
from reports.publish.naskah import Pengaturan
from reports.writing.to_document import narrative
from sakip.snapshot.types import Berkas
from tests.reports.document.example_dokumen import contoh_dokumen, media
from tests.reports.document.one_part import of_part


class Halaman(HTMLParser):
    """Start tags with their attributes, and the words, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tag: list[tuple[str, dict[str, str]]] = []
        self.kata: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag.append((tag, {nama: nilai or "" for nama, nilai in attrs}))

    def handle_data(self, data: str) -> None:
        self.kata.append(data)

    def bernama(self, *tag: str) -> list[dict[str, str]]:
        return [atribut for nama, atribut in self.tag if nama in tag]

    def berkelas(self, kelas: str) -> list[dict[str, str]]:
        return [a for _, a in self.tag if kelas in a.get("class", "").split()]

    @property
    def teks(self) -> str:
        return " ".join("".join(self.kata).split())


def dokumen(*isi: Blok, tampil_judul: bool = True) -> Dokumen:
    bagian = Bagian(kunci="satu", judul="Bagian Satu", tingkat=1, isi=isi, tampil_judul=tampil_judul)
    return of_part(bagian)


def cuplikan(*isi: Blok, tampil_judul: bool = True) -> Halaman:
    """The fragment of a document with one part."""
    return Halaman(render_html(dokumen(*isi, tampil_judul=tampil_judul), Pengaturan(), mandiri=False))


@pytest.fixture(scope="module")
def contoh() -> Halaman:
    return Halaman(render_html(contoh_dokumen(), Pengaturan(), mandiri=False))


# -- the whole ---------------------------------------------------------------------------------------


def test_anchors_are_unique_and_every_link_has_its_target(contoh: Halaman) -> None:
    jangkar = Counter(a["id"] for _, a in contoh.tag if "id" in a)
    assert max(jangkar.values()) == 1
    tautan = [a["href"] for a in contoh.bernama("a")]
    assert len(tautan) > 50
    assert {t.removeprefix("#") for t in tautan} <= set(jangkar)


def test_the_fragment_obeys_a_policy_without_inline_styles_and_scripts(contoh: Halaman) -> None:
    assert not contoh.bernama("style", "script", "link", "html", "body")
    assert not [a for _, a in contoh.tag if "style" in a or any(nama.startswith("on") for nama in a)]


def test_the_file_that_stands_alone_asks_for_nothing() -> None:
    html = render_html(contoh_dokumen(), Pengaturan(), alamat=sematkan(media()))
    halaman = Halaman(html)
    assert not halaman.bernama("link", "script")
    assert [a["src"][:23] for a in halaman.bernama("img")] == ["data:image/jpeg;base64,"] * 6
    assert not re.search(r"@import|url\((?!\"data:)", html)
    assert halaman.bernama("html") == [{"lang": "id"}]
    assert "<title>Laporan Kinerja Instansi Pemerintah Kecamatan Contoh Tahun 2024</title>" in html


def test_the_same_document_gives_the_same_text() -> None:
    assert render_html(contoh_dokumen(), Pengaturan()) == render_html(contoh_dokumen(), Pengaturan())


def test_parts_follow_one_another_as_printed(contoh: Halaman) -> None:
    urutan = [a["id"] for a in contoh.bernama("h1") if not a["id"].startswith("lampiran")]
    assert urutan == [
        "kata-pengantar",
        "daftar-isi",
        "daftar-tabel",
        "daftar-gambar",
        "ikhtisar",
        "bab-1",
        "bab-2",
        "bab-3",
        "bab-4",
    ]
    assert "BAB III Akuntabilitas Kinerja" in contoh.teks
    assert "Tabel 1.1 Indikator Kinerja Utama" in contoh.teks
    assert "Tabel L2.1 Matriks 2 Bagian 1" in contoh.teks


def test_a_draft_says_so_and_a_signed_document_does_not() -> None:
    for konsep in (True, False):
        isi = contoh_dokumen(konsep=konsep)
        html = render_html(isi, Pengaturan())
        assert ("KONSEP" in Halaman(html).teks) == konsep
        assert ("KONSEP" in lembar_gaya(isi, Pengaturan())) == konsep


# -- text --------------------------------------------------------------------------------------------


def test_text_is_escaped_wherever_it_stands() -> None:
    jahat = '"><script>alert(1)</script>&'
    isi: tuple[Blok, ...] = (
        Paragraf(isi=jahat),
        Paragraf(isi=(Tebal(jahat), jahat, Pecahan(pembilang=jahat, penyebut=jahat, pengali=jahat))),
        Daftar(butir=(Butir(isi=jahat),)),
        Isian(pasangan=((jahat, jahat),)),
        Judul(baris=(jahat,)),
        SignatureBlock(blok=(BlokTandaTangan(kepala=(jahat,), nama=jahat, bawah=(jahat,)),)),
        Gambar(kunci="g", judul=jahat, svg="<svg></svg>", alt=jahat),
        FotoBlok(berkas=Berkas(nama=jahat, sha256="", lebar=1, tinggi=1), keterangan=jahat),
    )
    html = render_html(
        dataclasses.replace(dokumen(*isi), judul=jahat, kepala=jahat, konsep=True), Pengaturan()
    )
    halaman = Halaman(html)
    assert not halaman.bernama("script")
    assert len(halaman.bernama("style")) == 4
    assert "<script" not in html


def test_narrative_is_sanitised_again_on_the_way_out() -> None:
    halaman = cuplikan(*narrative('<p onclick="x()">isi <a href="//luar">tautan</a></p><script>x</script>'))
    assert halaman.teks.endswith("isi tautan")
    assert not halaman.bernama("a", "script")
    assert not [a for a in halaman.bernama("p") if "onclick" in a]


def test_a_fraction_reads_numerator_slash_denominator_multiplier() -> None:
    halaman = cuplikan(Paragraf(isi=(Pecahan(pembilang="desa tertib", penyebut="seluruh desa"),)))
    assert halaman.teks.endswith("desa tertib / seluruh desa × 100%")
    assert halaman.berkelas("pecahan")[0]["aria-label"] == "desa tertib dibagi seluruh desa × 100%"


def test_a_bold_line_stays_with_what_it_titles() -> None:
    judul = cuplikan(Paragraf(isi=(Tebal("Faktor pendorong"),), gaya="rapat"))
    biasa = cuplikan(Paragraf(isi=(Tebal("Faktor"), " pendorong"), gaya="rapat"))
    assert len(judul.berkelas("paragraf-judul")) == 1
    assert not biasa.berkelas("paragraf-judul")


# -- forms -------------------------------------------------------------------------------------------


def test_the_title_of_a_form_takes_the_place_of_its_heading() -> None:
    halaman = cuplikan(Judul(baris=("PERJANJIAN", "TAHUN 2024")), Judul(baris=("LAGI",)), tampil_judul=False)
    assert [(a["id"], a["data-label"]) for a in halaman.bernama("h1")] == [("satu", "Bagian Satu")]
    assert halaman.teks == "PERJANJIAN TAHUN 2024 LAGI"


def test_a_form_without_a_title_keeps_its_heading() -> None:
    assert cuplikan(Paragraf(isi="isi"), tampil_judul=False).teks == "Bagian Satu isi"


def test_a_passage_without_a_label_has_no_colon() -> None:
    lanjutan = Daftar(butir=(Butir(isi="lanjutan"),))
    halaman = cuplikan(
        Isian(jenis="anjuran", pasangan=(("KESATU", "pertama"), ("", lanjutan))),
        Judul(baris=("MEMUTUSKAN:",)),
        Isian(jenis="anjuran", pasangan=(("KEDUA", "kedua"),)),
    )
    assert len(halaman.berkelas("pasangan-anjuran")) == 2
    assert halaman.teks == "Bagian Satu KESATU : pertama lanjutan MEMUTUSKAN: KEDUA : kedua"


def test_names_below_signatures_stand_level() -> None:
    def blok(*kepala: str) -> BlokTandaTangan:
        return BlokTandaTangan(kepala=kepala, nama="N", bawah=("NIP",))

    dua = cuplikan(SignatureBlock(blok=(blok("Pihak Kedua,"), blok("Contoh, Januari", "Pihak Pertama,"))))
    assert [a["class"] for a in dua.berkelas("tanda-tangan-blok")] == [
        "tanda-tangan-blok sela-1",
        "tanda-tangan-blok",
    ]
    assert not dua.berkelas("tanda-tangan-sela")
    satu = cuplikan(SignatureBlock(blok=(blok("Contoh, Januari"),)))
    assert len(satu.berkelas("tanda-tangan-sela")) == 1


def test_a_drawing_has_its_description_as_its_name() -> None:
    svg = '<svg viewBox="0 0 1 1"><path/></svg>'
    halaman = cuplikan(Gambar(kunci="g", judul="Judul", svg=svg, alt="Dua batang"))
    assert halaman.bernama("svg") == [{"role": "img", "viewbox": "0 0 1 1"}]
    assert halaman.teks == "Bagian Satu Dua batang Gambar 1 Judul"
    assert [a["id"] for a in halaman.bernama("figure")] == ["g"]


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="'g' bukan SVG"):
        cuplikan(Gambar(kunci="g", judul="Judul", svg="<p>bukan</p>", alt="x"))


# -- pictures ----------------------------------------------------------------------------------------


def test_pictures_are_embedded_by_what_they_are() -> None:
    berkas = Berkas(nama="foto/a.txt", sha256="", lebar=1, tinggi=1)
    png = b"\x89PNG\r\n\x1a\n123"
    assert sematkan({"foto/a.txt": png})(berkas) == "data:image/png;base64,iVBORw0KGgoxMjM="
    with pytest.raises(ValueError, match=r'"foto/a\.txt" bukan gambar JPEG atau PNG'):
        sematkan({"foto/a.txt": b"<svg/>"})(berkas)
    with pytest.raises(KeyError):
        sematkan({})(berkas)
