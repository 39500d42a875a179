"""A document as a web page: whole, under the CSP, with its own stylesheet and private pictures."""

import hashlib
import re

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Kecamatan
from reports.html import style_sheet
from reports.models import Dokumentasi, PengaturanDokumen
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.assemble import build_dokumen, build_draft
from sakip.models import RKT
from tests.factory import make, make_kecamatan, make_pengguna

#: Pages of a document that is frozen: what they print is the same on both engines (tests/sakip/snapshot).
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

ADDRESS = "/kecamatan/balung/2023/dokumen/"
JPEG = b"\xff\xd8\xff\xe0foto"
FINGERPRINT = hashlib.sha256(JPEG).hexdigest()


@pytest.fixture
def balung(mini: Kecamatan, client: Client) -> Kecamatan:
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return mini


def content(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    "kind",
    # Balung has none of these.
    [kind for kind in DOKUMEN_KINDS if kind not in ("pk-perubahan", "pk-berjenjang", "pk-unit-perubahan")],
)
def test_every_kind_is_a_page_that_the_csp_lets_through(client: Client, balung: Kecamatan, kind: str) -> None:
    page = content(client, f"{ADDRESS}{kind}/")
    assert "KONSEP – belum ditandatangani" in page
    assert "Unduh PDF" in page
    assert "<style" not in page
    assert not re.search(r"<[^>]+\s(?:style|on[a-z]+)=", page)
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_the_whole_lkip_is_there_with_its_parts_at_the_side(client: Client, balung: Kecamatan) -> None:
    page = content(client, f"{ADDRESS}lkip/")
    beside = page.partition('aria-label="Bagian dokumen"')[2].partition("</nav>")[0]
    for key, title in re.findall(r'href="#([^"]+)">([^<]+)</a>', beside):
        assert f'id="{key}"' in page, title
    for bab in ("BAB I Pendahuluan", "BAB III Akuntabilitas Kinerja", "BAB IV"):
        assert bab in beside
    assert "95,63%" in page


def test_a_document_that_is_not_recorded_says_so_and_offers_no_pdf(client: Client, balung: Kecamatan) -> None:
    page = content(client, f"{ADDRESS}pk-perubahan/")
    assert "Perjanjian Kinerja Perubahan Kecamatan Balung tahun 2023 belum dicatat." in page
    assert "Unduh PDF" not in page


def test_an_unknown_kind_is_not_found(client: Client, balung: Kecamatan) -> None:
    assert client.get(f"{ADDRESS}skripsi/").status_code == 404
    assert client.get(f"{ADDRESS}skripsi/gaya.css").status_code == 404


def test_the_stylesheet_carries_the_setting_and_may_be_kept(client: Client, balung: Kecamatan) -> None:
    make(PengaturanDokumen, kabupaten=balung.kabupaten, kertas="A4")
    (address,) = re.findall(r'href="([^"]+gaya\.css\?v=[0-9a-f]+)"', content(client, f"{ADDRESS}rkt/"))
    style = client.get(address)
    assert style["Content-Type"] == "text/css; charset=utf-8"
    assert style["Cache-Control"] == "private, max-age=31536000, immutable"
    assert "size: 210mm 297mm" in style.content.decode()
    PengaturanDokumen.objects.update(kertas="F4")
    old = client.get(address)
    assert "size: 215mm 330mm" in old.content.decode()
    assert old["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("kind", ["lkip", "rkt"])
def test_the_stylesheet_is_that_of_the_document_and_reads_none(
    client: Client, balung: Kecamatan, kind: str
) -> None:
    naskah = build_draft(kecamatan=balung, tahun=2023)
    with CaptureQueriesContext(connection) as queries:
        style = client.get(f"{ADDRESS}{kind}/gaya.css").text
    assert style == style_sheet(build_dokumen(naskah, kind), naskah.pengaturan)
    assert len(queries) <= 14


def test_photos_are_shown_to_those_who_may_see_the_kecamatan(client: Client, balung: Kecamatan) -> None:
    make(
        Dokumentasi,
        kecamatan=balung,
        tahun=2023,
        foto=ContentFile(JPEG, name="rapat.jpg"),
        sha256=FINGERPRINT,
    )
    address = f"/kecamatan/balung/2023/gambar/{FINGERPRINT}"
    assert f'src="{address}"' in content(client, f"{ADDRESS}lkip/")
    assert f'src="{address}"' in content(client, "/kecamatan/balung/2023/narasi/")
    foto = client.get(address)
    assert (foto.content, foto["Content-Type"]) == (JPEG, "image/jpeg")
    assert foto["Cache-Control"].startswith("private")
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.77")
    make(RKT, kecamatan=neighbour, tahun=2023)
    client.force_login(make_pengguna("operator", kecamatan=neighbour, username="tetangga"))
    assert client.get(address).status_code == 404
    assert client.get(f"/kecamatan/{neighbour.slug}/2023/gambar/{FINGERPRINT}").status_code == 404


def test_a_photo_whose_file_is_gone_is_not_found(client: Client, balung: Kecamatan) -> None:
    make(Dokumentasi, kecamatan=balung, tahun=2023, foto="dokumentasi/tidak-ada.jpg", sha256=FINGERPRINT)
    assert client.get(f"/kecamatan/balung/2023/gambar/{FINGERPRINT}").status_code == 404
    assert client.get(f"{ADDRESS}lkip/").status_code == 200
