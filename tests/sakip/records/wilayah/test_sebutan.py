"""What areas and offices are called is kept by Bagian Organisasi and stands wherever they are named."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from lxml import html

from kecamatan.models import DesaKelurahan, Jejak, Kabupaten, Kecamatan, MasaJabatan
from reports.workbook.exchange import workbook_export
from sakip.models import Penegasan
from sakip.snapshot.build import build
from tests.factory import make, make_kecamatan, make_masa_jabatan, make_pengguna
from tests.workbook_edits import opened

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

BASE = "/kecamatan/balung/2021/"
BANTUL = {
    "sebutan": "Kabupaten",
    "sebutan_kepala_daerah": "Bupati",
    "sebutan_kecamatan": "Kapanewon",
    "sebutan_camat": "Panewu",
    "sebutan_desa": "Kalurahan",
    "sebutan_kelurahan": "Kelurahan",
}


@pytest.fixture
def organisasi(client: Client, balung: Kecamatan) -> Client:
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    return client


def save(client: Client, balung: Kecamatan, **data: str) -> str:
    address = f"{BASE}isi/sebutan-wilayah/{balung.kabupaten_id}/"
    fingerprint = client.get(address).content.decode().split('name="sidik" value="')[1].split('"')[0]
    return client.post(address, {"sidik": fingerprint} | data, follow=True).content.decode()


def test_every_kecamatan_of_the_kabupaten_is_called_so(organisasi: Client, balung: Kecamatan) -> None:
    make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11", nama="Ambulu", slug="ambulu")
    camat = make_masa_jabatan(kecamatan=balung, status="plt")
    make_masa_jabatan(pejabat=camat.pejabat, kecamatan=balung, jabatan="sekretaris", mulai=date(2020, 2, 1))
    shown = save(organisasi, balung, **BANTUL)
    assert '<p class="tempat-nama">Kapanewon Balung' in shown
    assert [str(one) for one in Kecamatan.objects.order_by("nama")] == [
        "Kapanewon Ambulu",
        "Kapanewon Balung",
    ]
    assert [one.sebutan for one in MasaJabatan.objects.order_by("mulai")] == [
        "Plt. Panewu Balung",
        "Sekretaris Panewu Balung",
    ]
    snapshot = build(kecamatan=balung, tahun=2021)
    assert snapshot.camat is not None
    assert (snapshot.camat.jabatan, snapshot.kecamatan.sebutan) == ("Plt. Panewu Balung", "Kapanewon")
    assert snapshot.kecamatan.kabupaten.sebutan_desa == "Kalurahan"
    line = Jejak.objects.get(tindakan="catatan.diubah")
    assert line.sesudah == {
        "Sebutan kecamatan": "Kapanewon",
        "Sebutan camat": "Panewu",
        "Sebutan desa": "Kalurahan",
    }


def test_an_empty_one_is_refused_and_nobody_else_may(
    organisasi: Client, balung: Kecamatan, operator: object
) -> None:
    assert "Isi sebutan kecamatan." in save(organisasi, balung, **BANTUL | {"sebutan_kecamatan": ""})
    assert str(Kecamatan.objects.get()) == "Kecamatan Balung"
    other = Client()
    other.force_login(operator)  # type: ignore[arg-type]
    address = f"{BASE}isi/sebutan-wilayah/{balung.kabupaten_id}/"
    assert other.post(address, BANTUL).status_code == 403
    assert organisasi.post(f"{BASE}isi/sebutan-wilayah/{balung.kabupaten_id}/hapus/").status_code == 404
    assert organisasi.get(f"{BASE}isi/sebutan-wilayah/baru/").status_code == 404
    assert make(MasaJabatan, kecamatan=balung).sebutan == "Camat Balung"


def test_the_guide_of_the_workbook_speaks_its_words(balung: Kecamatan) -> None:
    Kecamatan.objects.update(sebutan="Kapanewon", sebutan_camat="Panewu")
    Kabupaten.objects.update(sebutan_desa="Kalurahan")
    kecamatan = Kecamatan.objects.select_related("kabupaten").get()
    guide = opened(workbook_export(kecamatan=kecamatan, tahun=2021))["Petunjuk"]
    texts = [str(cell.value) for row in guide.iter_rows() for cell in row if cell.value]
    assert texts[0] == "Buku kerja Kapanewon Balung tahun 2021"
    assert "Kalurahan dan kelurahan" in texts
    assert "Keputusan Panewu tentang IKU: baris lampiran" in texts
    assert not [text for text in texts if "ecamatan" in text or "Camat" in text]


def test_its_pages_forms_and_messages_speak_its_words(client: Client, balung: Kecamatan) -> None:
    Kecamatan.objects.update(sebutan="Kapanewon", sebutan_camat="Panewu", jumlah_desa=3, jumlah_kelurahan=0)
    Kabupaten.objects.update(sebutan_desa="Kalurahan")
    client.force_login(make_pengguna("operator", kecamatan=balung))

    def words(address: str) -> str:
        return " ".join(html.document_fromstring(client.get(address).content.decode()).text_content().split())

    form = words(f"{BASE}isi/desa/baru/")
    assert "Tambah kalurahan atau kelurahan" in form
    assert "Kalurahan Kelurahan" in form  # what may be chosen
    for nama in ("Bantul", "Sabdodadi"):
        answer = client.post(f"{BASE}isi/desa/baru/", {"nama": nama, "jenis": "desa"})
        assert answer.status_code == 302
    assert [str(one) for one in DesaKelurahan.objects.order_by("nama")] == [
        "Kalurahan Bantul",
        "Kalurahan Sabdodadi",
    ]
    page = words(f"{BASE}profil/isi/")
    assert "2 kalurahan dan kelurahan; menurut Kemendagri 3 kalurahan dan 0 kelurahan" in page
    assert "Tercatat 2 kalurahan/kelurahan; menurut Kemendagri 3." in page
    assert "Keputusan panewu tentang indikator kinerja utama" in words(f"{BASE}iku/isi/")
    assert "Keputusan Panewu tentang IKU Kapanewon Balung tahun 2021 belum dicatat." in words(
        f"{BASE}dokumen/sk-iku/"
    )
    assert "Gambaran umum kapanewon dalam BAB I." in words(f"{BASE}narasi/isi/profil/-/")


def test_what_people_typed_keeps_its_words(client: Client, balung: Kecamatan) -> None:
    Kabupaten.objects.update(sebutan_desa="Kalurahan")
    client.force_login(make_pengguna("operator", kecamatan=balung))
    answer = make(Penegasan, kecamatan=balung, isi="Desa Mandiri: 172 jauh dari target 100.")
    shown = client.get(f"{BASE}isi/penegasan/{answer.pk}/").content.decode()
    assert "Desa Mandiri: 172 jauh dari target 100." in shown
