"""A document as a web page: whole, under the CSP, with its own stylesheet and private pictures."""

import hashlib
import re

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from kecamatan.models import Kecamatan
from reports.models import Dokumentasi, PengaturanDokumen
from reports.official.documents import JENIS_DOKUMEN
from sakip.models import RKT
from tests.factory import make, make_kecamatan, make_pengguna

#: Pages of a document that is frozen: what they print is the same on both engines (tests/sakip/snapshot).
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]

ALAMAT = "/kecamatan/balung/2023/dokumen/"
JPEG = b"\xff\xd8\xff\xe0foto"
SIDIK = hashlib.sha256(JPEG).hexdigest()


@pytest.fixture
def balung(mini: Kecamatan, client: Client) -> Kecamatan:
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return mini


def isi(client: Client, alamat: str) -> str:
    jawaban = client.get(alamat)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


@pytest.mark.parametrize("jenis", [jenis for jenis in JENIS_DOKUMEN if jenis != "pk-perubahan"])
def test_every_kind_is_a_page_that_the_csp_lets_through(
    client: Client, balung: Kecamatan, jenis: str
) -> None:
    halaman = isi(client, f"{ALAMAT}{jenis}/")
    assert "KONSEP – belum ditandatangani" in halaman
    assert "Unduh PDF" in halaman
    assert "<style" not in halaman
    assert not re.search(r"<[^>]+\s(?:style|on[a-z]+)=", halaman)
    assert not re.search(r"<script(?![^>]*\ssrc=)", halaman)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', halaman)


def test_the_whole_lkip_is_there_with_its_parts_at_the_side(client: Client, balung: Kecamatan) -> None:
    halaman = isi(client, f"{ALAMAT}lkip/")
    samping = halaman.partition('aria-label="Bagian dokumen"')[2].partition("</nav>")[0]
    for kunci, judul in re.findall(r'href="#([^"]+)">([^<]+)</a>', samping):
        assert f'id="{kunci}"' in halaman, judul
    for bab in ("BAB I Pendahuluan", "BAB III Akuntabilitas Kinerja", "BAB IV"):
        assert bab in samping
    assert "95,63%" in halaman


def test_a_document_that_is_not_recorded_says_so_and_offers_no_pdf(client: Client, balung: Kecamatan) -> None:
    halaman = isi(client, f"{ALAMAT}pk-perubahan/")
    assert "Perjanjian Kinerja Perubahan Kecamatan Balung tahun 2023 belum dicatat." in halaman
    assert "Unduh PDF" not in halaman
    assert client.get(f"{ALAMAT}pk-perubahan/gaya.css").status_code == 404


def test_an_unknown_kind_is_not_found(client: Client, balung: Kecamatan) -> None:
    assert client.get(f"{ALAMAT}skripsi/").status_code == 404
    assert client.get(f"{ALAMAT}skripsi/gaya.css").status_code == 404


def test_the_stylesheet_carries_the_setting_and_may_be_kept(client: Client, balung: Kecamatan) -> None:
    make(PengaturanDokumen, kabupaten=balung.kabupaten, kertas="A4")
    (alamat,) = re.findall(r'href="([^"]+gaya\.css\?v=[0-9a-f]+)"', isi(client, f"{ALAMAT}rkt/"))
    gaya = client.get(alamat)
    assert gaya["Content-Type"] == "text/css; charset=utf-8"
    assert gaya["Cache-Control"] == "private, max-age=31536000, immutable"
    assert "size: 210mm 297mm" in gaya.content.decode()
    PengaturanDokumen.objects.update(kertas="F4")
    lama = client.get(alamat)
    assert "size: 215mm 330mm" in lama.content.decode()
    assert lama["Cache-Control"] == "private, no-cache"


def test_photos_are_shown_to_those_who_may_see_the_kecamatan(client: Client, balung: Kecamatan) -> None:
    make(
        Dokumentasi,
        kecamatan=balung,
        tahun=2023,
        foto=ContentFile(JPEG, name="rapat.jpg"),
        sha256=SIDIK,
    )
    alamat = f"/kecamatan/balung/2023/gambar/{SIDIK}"
    assert f'src="{alamat}"' in isi(client, f"{ALAMAT}lkip/")
    assert f'src="{alamat}"' in isi(client, "/kecamatan/balung/2023/narasi/")
    foto = client.get(alamat)
    assert (foto.content, foto["Content-Type"]) == (JPEG, "image/jpeg")
    assert foto["Cache-Control"].startswith("private")
    tetangga = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.77")
    make(RKT, kecamatan=tetangga, tahun=2023)
    client.force_login(make_pengguna("operator", kecamatan=tetangga, username="tetangga"))
    assert client.get(alamat).status_code == 404
    assert client.get(f"/kecamatan/{tetangga.slug}/2023/gambar/{SIDIK}").status_code == 404


def test_a_photo_whose_file_is_gone_is_not_found(client: Client, balung: Kecamatan) -> None:
    make(Dokumentasi, kecamatan=balung, tahun=2023, foto="dokumentasi/tidak-ada.jpg", sha256=SIDIK)
    assert client.get(f"/kecamatan/balung/2023/gambar/{SIDIK}").status_code == 404
    assert client.get(f"{ALAMAT}lkip/").status_code == 200
