"""The lambang in the browser: uploaded, shown, printed, replaced, taken off, each by those who keep it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from kecamatan.models import Jejak, Kabupaten, Kecamatan
from reports.publish.assemble import arrange, build_draft, content_fingerprint
from reports.publish.files import publish
from reports.publish.naskah import Naskah
from tests.factory import make_pengguna
from tests.flows.read_pdf import read_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

YEAR = "/kecamatan/balung/2023"
PROFIL = f"{YEAR}/profil/isi/"


@pytest.fixture
def balung(mini: Kecamatan) -> Kecamatan:
    return mini


def picture(colour: str = "green", side: int = 300) -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", (side, side), colour).save(content, "PNG")
    return SimpleUploadedFile("lambang kita.png", content.getvalue())


@pytest.fixture
def organisasi(balung: Kecamatan) -> Client:
    return _signed_in("organisasi", balung)


@pytest.fixture
def operator(balung: Kecamatan) -> Client:
    return _signed_in("operator", balung)


def _signed_in(peran: str, kecamatan: Kecamatan) -> Client:
    client = Client()
    place = {"kabupaten": kecamatan.kabupaten} if peran == "organisasi" else {"kecamatan": kecamatan}
    client.force_login(make_pengguna(peran, **place))
    return client


def upload(client: Client, jenis: str, file: SimpleUploadedFile | None = None) -> int:
    return client.post(f"{YEAR}/lambang/{jenis}/", {"berkas": file or picture()}).status_code


def test_each_keeper_uploads_his_own(organisasi: Client, operator: Client, balung: Kecamatan) -> None:
    assert (upload(organisasi, "kecamatan"), upload(operator, "kabupaten")) == (403, 403)
    assert (upload(organisasi, "kabupaten"), upload(operator, "kecamatan", picture("red"))) == (302, 302)
    balung.refresh_from_db()
    kabupaten = Kabupaten.objects.get()
    for owner in (balung, kabupaten):
        assert (owner.lambang_lebar, owner.lambang_tinggi) == (300, 300)
        assert owner.lambang.name == f"lambang/{owner.lambang_sha256}.png"
    assert balung.lambang_sha256 != kabupaten.lambang_sha256


@pytest.mark.both_engines
def test_the_page_of_profil_shows_both_and_says_who_keeps_them(
    organisasi: Client, operator: Client, balung: Kecamatan
) -> None:
    page = operator.get(PROFIL).content.decode()
    assert "Belum diunggah; dokumen tercetak tanpa lambang itu." in page
    assert "Tidak ada lambang sendiri." in page
    assert "Yang mengunggahnya: Bagian Organisasi." in page
    upload(organisasi, "kabupaten")
    page = operator.get(PROFIL).content.decode()
    kabupaten = Kabupaten.objects.get()
    address = f"{YEAR}/gambar/{kabupaten.lambang_sha256}"
    assert f'<img src="{address}" alt="Lambang {kabupaten}" width="300" height="300">' in page
    assert f'href="{YEAR}/lambang/kecamatan/"' in page
    assert f'href="{YEAR}/lambang/kabupaten/"' not in page
    assert f'href="{YEAR}/lambang/kabupaten/hapus/"' in organisasi.get(PROFIL).content.decode()
    settings = organisasi.get(f"{YEAR}/pengaturan/isi/").content.decode()
    assert f'href="{YEAR}/lambang/kabupaten/hapus/"' in settings
    assert "/lambang/kecamatan/" not in settings


@pytest.mark.both_engines
def test_a_picture_is_kept_by_the_browser_and_known_by_its_mark(operator: Client, balung: Kecamatan) -> None:
    upload(operator, "kecamatan")
    balung.refresh_from_db()
    address = f"{YEAR}/gambar/{balung.lambang_sha256}"
    first = operator.get(address)
    assert (first["Content-Type"], first["ETag"]) == ("image/png", f'"{balung.lambang_sha256}"')
    assert first["Cache-Control"] == "private, max-age=31536000, immutable"
    assert operator.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert operator.get(f"{YEAR}/gambar/{'0' * 64}").status_code == 404


def test_what_cannot_be_printed_is_said_beside_the_field(operator: Client, balung: Kecamatan) -> None:
    def refused(**sent: SimpleUploadedFile) -> str:
        answer = operator.post(f"{YEAR}/lambang/kecamatan/", sent)
        assert answer.status_code == 422
        return answer.content.decode()

    assert "“a.png” bukan SVG" in refused(berkas=SimpleUploadedFile("a.png", b"<html><svg></html>"))
    assert "“lambang kita.png” hanya 50 × 50 piksel" in refused(berkas=picture(side=50))
    assert "“b.png” kosong. Pilih berkas lambang." in refused(berkas=SimpleUploadedFile("b.png", b""))
    assert "Pilih berkas lambang." in refused()
    balung.refresh_from_db()
    assert not balung.lambang
    assert operator.get(f"{YEAR}/lambang/desa/").status_code == 404


@pytest.mark.both_engines
def test_another_takes_its_place_and_the_trail_tells_it(operator: Client, balung: Kecamatan) -> None:
    upload(operator, "kecamatan")
    balung.refresh_from_db()
    old = balung.lambang.name or ""
    upload(operator, "kecamatan", picture("red", 400))
    balung.refresh_from_db()
    assert balung.lambang.name != old
    assert default_storage.exists(old), "dokumen yang sedang dibuat masih membacanya"
    jejak = list(Jejak.objects.filter(objek_jenis="kecamatan.kecamatan").order_by("pk"))
    assert [j.tindakan for j in jejak] == ["catatan.diubah"] * 2
    assert jejak[0].sebelum == {"Lambang": "tidak ada"}
    assert jejak[1].sesudah == {"Lambang": f"400 × 400 piksel ({balung.lambang_sha256[:8]})"}
    assert "Lambang" in operator.get(f"{YEAR}/isi/kecamatan/{balung.pk}/riwayat/").content.decode()


def test_the_same_again_changes_nothing(operator: Client, balung: Kecamatan) -> None:
    upload(operator, "kecamatan")
    upload(operator, "kecamatan")
    assert Jejak.objects.filter(objek_jenis="kecamatan.kecamatan").count() == 1


def test_it_is_taken_off_after_asking(organisasi: Client, balung: Kecamatan) -> None:
    upload(organisasi, "kabupaten")
    address = f"{YEAR}/lambang/kabupaten/hapus/"
    asked = organisasi.get(address).content.decode()
    assert "Hapus lambang Kabupaten" in asked
    assert "dokumen semua kecamatan" in asked
    assert Kabupaten.objects.get().lambang
    assert organisasi.post(address).status_code == 302
    kabupaten = Kabupaten.objects.get()
    assert (kabupaten.lambang.name, kabupaten.lambang_sha256, kabupaten.lambang_lebar) == ("", "", None)
    assert organisasi.get(address).status_code == 302


@pytest.mark.one_engine  # printed from the snapshot, which is the same on both engines
def test_every_document_prints_both_in_every_shape(
    organisasi: Client, operator: Client, balung: Kecamatan
) -> None:
    """In the kop of the Keputusan IKU: the kabupaten's at the left, the kecamatan's own at the right."""
    before = content_fingerprint(draft(balung), "sk-iku")
    upload(organisasi, "kabupaten")
    upload(operator, "kecamatan", picture("red"))
    naskah = draft(balung)
    assert content_fingerprint(naskah, "sk-iku") != before, "berkas lama bukan lagi yang berlaku"
    assembled = arrange(naskah, "sk-iku")
    words = ["Lambang Kabupaten Jember", "Lambang Kecamatan Balung"]
    html = publish(assembled, "html").content.decode()
    assert [html.count(f'alt="{alt}"') for alt in words] == [1, 1]
    assert html.count('src="data:image/png;base64,') == 2
    pdf = read_pdf(publish(assembled, "pdf").content)
    assert [f.alt for f in pdf.root.everything("Figure")] == words
    word = zipfile.ZipFile(BytesIO(publish(assembled, "docx").content))
    body = word.read("word/document.xml").decode()
    assert [f'descr="{alt}"' in body for alt in words] == [True, True]
    assert len([n for n in word.namelist() if n.startswith("word/media/")]) == 2


def draft(balung: Kecamatan) -> Naskah:
    return build_draft(kecamatan=Kecamatan.objects.select_related("kabupaten").get(pk=balung.pk), tahun=2023)
