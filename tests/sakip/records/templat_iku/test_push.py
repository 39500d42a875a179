"""IKU that a kabupaten words once: added, kept, replaced when chosen, refused where agreed, and known again."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kecamatan.models import Jejak, Kecamatan, Pengguna
from sakip.models import Indikator, Penetapan, Renstra, Sasaran, TautanTemplatIKU, TemplatIKU
from tests.factory import make, make_indikator, make_kecamatan, make_pengguna, make_renstra, make_sasaran
from tests.responses import element_texts

#: The writer is tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

URL = "/kecamatan/balung/2021/templat-iku/kirim/"


@pytest.fixture
def organisasi(balung: Kecamatan, client: Client) -> Pengguna:
    pengguna = make_pengguna("organisasi", kabupaten=balung.kabupaten)
    client.force_login(pengguna)
    return pengguna


@pytest.fixture
def renstra(balung: Kecamatan) -> Renstra:
    return make_renstra(kecamatan=balung, tahun_awal=2021, tahun_akhir=2026)


@pytest.fixture
def template(balung: Kecamatan) -> TemplatIKU:
    return make(TemplatIKU, kabupaten=balung.kabupaten, sumber_data="Survei kepuasan masyarakat")


def rows(response: Any) -> list[str]:
    return [row for row in element_texts(response.content.decode(), "tr")[1:] if row]


def push(client: Client, *kecamatan: Kecamatan, **fields: Any) -> Any:
    return client.post(URL, {"kecamatan": [one.pk for one in kecamatan]} | fields)


def test_a_template_is_added_below_its_sasaran_and_is_the_same_afterwards(
    client: Client, organisasi: Pengguna, balung: Kecamatan, renstra: Renstra, template: TemplatIKU
) -> None:
    umbulsari = make_kecamatan(kode="35.09.05", kabupaten=balung.kabupaten, nama="Umbulsari")
    tujuan_and_sasaran = make_sasaran(renstra=renstra, uraian="meningkatnya kualitas  pelayanan")
    before = rows(client.get(URL))
    assert "di bawah sasaran “Meningkatnya kualitas pelayanan”" in before[0]
    assert "(sasaran baru)" not in before[0]
    assert "Renstra yang memuat tahun 2021 belum dicatat." in before[1]
    done = push(client, balung, umbulsari)
    row = Indikator.objects.get()
    assert (row.sasaran, row.nama, row.satuan, row.sumber_data, row.kunci) == (
        tujuan_and_sasaran,
        "Indeks Kepuasan Masyarakat",
        "indeks",
        "Survei kepuasan masyarakat",
        "indeks-kepuasan-masyarakat",
    )
    assert TautanTemplatIKU.objects.get(kecamatan=balung, templat=template).kunci == row.kunci
    assert "Kecamatan Balung: 1 ditambahkan, 0 diganti." in done.content.decode()
    entry = Jejak.objects.filter(objek_jenis="sakip.indikator").get()
    assert (entry.pengguna, entry.kecamatan, entry.alasan) == (
        organisasi,
        balung,
        "Templat IKU Kabupaten Jember",
    )
    again = push(client, balung)
    assert "Tidak ada yang perlu dikirim" in again.content.decode()
    assert Indikator.objects.count() == 1


def test_a_sasaran_that_is_not_there_is_made_with_its_tujuan(
    client: Client, organisasi: Pengguna, balung: Kecamatan, renstra: Renstra, template: TemplatIKU
) -> None:
    push(client, balung)
    made = Sasaran.objects.get()
    assert (made.uraian, made.tujuan.uraian) == (template.sasaran, template.tujuan)
    assert Indikator.objects.get().sasaran == made


def test_what_is_different_is_kept_unless_it_is_chosen_as_it_was_shown(
    client: Client, organisasi: Pengguna, balung: Kecamatan, renstra: Renstra, template: TemplatIKU
) -> None:
    sasaran = make_sasaran(renstra=renstra)
    own = make_indikator(sasaran=sasaran, nama="indeks kepuasan masyarakat", satuan="poin", kunci="ikm-lama")
    page = client.get(URL).content.decode()
    assert "Satuan: di sini “poin”, templat “indeks”" in page
    push(client, balung)
    own.refresh_from_db()
    assert own.satuan == "poin"
    # It is known by now as this template, under the kunci that it has always had.
    assert TautanTemplatIKU.objects.get().kunci == "ikm-lama"
    shown = re.findall(r'name="ganti" value="([^"]+)"', client.get(URL).content.decode())
    push(client, balung, ganti=[shown[0].split("/")[0] + "/lain"])
    own.refresh_from_db()
    assert own.satuan == "poin"
    push(client, balung, ganti=shown)
    own.refresh_from_db()
    assert (own.nama, own.satuan, own.kunci) == ("Indeks Kepuasan Masyarakat", "indeks", "ikm-lama")
    entry = Jejak.objects.filter(objek_jenis="sakip.indikator", tindakan="catatan.diubah").get()
    assert ((entry.sebelum or {})["Satuan"], (entry.sesudah or {})["Satuan"]) == ("poin", "indeks")
    # A template that is worded otherwise later finds it again.
    template.nama = "Indeks Kepuasan Masyarakat (IKM)"
    template.save()
    assert "Nama: di sini “Indeks Kepuasan Masyarakat”" in client.get(URL).content.decode()


def test_an_agreed_renstra_is_not_changed_but_what_it_has_is_known(
    client: Client, organisasi: Pengguna, balung: Kecamatan, renstra: Renstra, template: TemplatIKU
) -> None:
    other = make(TemplatIKU, kabupaten=balung.kabupaten, nama="Persentase desa tertib")
    kept = make_indikator(
        sasaran=make_sasaran(renstra=renstra), nama=template.nama, satuan="poin", kunci="ikm"
    )
    Penetapan.objects.create(
        kecamatan=balung, jenis="renstra", dokumen=renstra.pk, oleh=organisasi, pada=timezone.now()
    )
    shown = rows(client.get(URL))[0]
    assert "sudah ditetapkan oleh" in shown
    assert "Ditolak: Persentase desa tertib" in shown
    push(client, balung, ganti=[f"{balung.pk}-{template.pk}/0"])
    kept.refresh_from_db()
    assert kept.satuan == "poin"
    assert not Indikator.objects.filter(nama=other.nama).exists()


def test_the_next_template_begins_with_what_an_address_can_hold(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    """A text may have 10.000 characters; a web server takes an address of 4.094."""
    typed = {
        "nama": "Indeks Kepuasan Masyarakat",
        "tujuan": "Tata kelola",
        "sasaran": "Pelayanan " * 500,
        "jenis_nilai": "angka",
        "rumus": "positif",
        "desimal": "2",
        "akumulasi": "terakhir",
        "tahun_awal": "2021",
        "lagi": "ya",
    }
    done = client.post("/kecamatan/balung/2021/isi/templat-iku/baru/", typed)
    page, _, begins = done["Location"].partition("?")
    assert page == "/kecamatan/balung/2021/isi/templat-iku/baru/"
    assert begins == "tujuan=Tata+kelola&tahun_awal=2021&tahun_akhir="
    assert client.get(done["Location"]).status_code == 200


def test_the_template_is_written_like_every_record_of_a_kabupaten(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    fields = {
        "nama": "Indeks Kepuasan Masyarakat",
        "tujuan": "Meningkatnya tata kelola",
        "sasaran": "Meningkatnya pelayanan",
        "jenis_nilai": "huruf",
        "rumus": "positif",
        "desimal": "2",
        "akumulasi": "terakhir",
        "tahun_awal": "2021",
    }
    refused = client.post("/kecamatan/balung/2021/isi/templat-iku/baru/", fields)
    assert "Untuk jenis nilai Huruf, pilih" in refused.content.decode()
    done = client.post("/kecamatan/balung/2021/isi/templat-iku/baru/", fields | {"jenis_nilai": "angka"})
    assert done.status_code == 302
    page = client.get("/kecamatan/balung/2021/templat-iku/isi/").content.decode()
    assert "Kirim ke kecamatan" in page
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert client.post("/kecamatan/balung/2021/isi/templat-iku/baru/", fields).status_code == 403
    assert "Kirim ke kecamatan" not in client.get("/kecamatan/balung/2021/templat-iku/isi/").content.decode()
