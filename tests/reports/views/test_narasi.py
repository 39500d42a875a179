"""Writing the narrative: the outline, one place, its preview, drafts, the lock, and what others may do."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan, Narasi
from tests.factory import make, make_laporan, make_pengguna

pytestmark = pytest.mark.django_db

DASAR = "/kecamatan/balung/2023/"
ISI = f"{DASAR}narasi/isi/"
KENDALA = f"{ISI}kendala/-/"

#: At most: about fifty for the snapshot, ten for the place and the lock, four for who is signed in, a few for the page.
BANYAK_QUERY = 77


@pytest.fixture
def balung(mini: Kecamatan, client: Client) -> Kecamatan:
    """The small kecamatan-year of tests.loaded_files, open to its operator."""
    Narasi.objects.all().delete()
    Laporan.objects.all().delete()
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return mini


def isi(client: Client, alamat: str, status: int = 200) -> str:
    jawaban = client.get(alamat)
    assert jawaban.status_code == status
    return unescape(jawaban.content.decode())


def sidik(client: Client, alamat: str) -> str:
    cocok = re.search(r'name="sidik" value="([^"]*)"', isi(client, alamat))
    assert cocok
    return cocok[1]


def send(client: Client, alamat: str = KENDALA, **data: str) -> tuple[int, str]:
    lengkap = {"sidik": sidik(client, alamat), "ditinjau": "True", "tindakan": "simpan"} | data
    jawaban = client.post(alamat, lengkap)
    return jawaban.status_code, unescape(jawaban.content.decode())


@pytest.mark.satu_mesin
def test_the_outline_names_every_place_and_its_state(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="langkah", ditinjau=False)
    halaman = isi(client, ISI)
    for kata in ("Uraian umum", "Kendala (ikhtisar dan penutup)", "Indikator: ", "Sasaran: "):
        assert kata in halaman
    assert "1 belum ditinjau" in halaman
    assert halaman.count("keadaan-belum-ditinjau") == 1
    assert "Belum diisi. Tercetak pada kata pengantar" in halaman


def test_a_text_is_stored_shown_as_it_prints_and_told_in_the_trail(client: Client, balung: Kecamatan) -> None:
    status, _ = send(client, isi="Anggaran *terbatas*.")
    assert status == 302
    narasi = Narasi.objects.get()
    assert (narasi.bagian, narasi.kunci, narasi.isi) == (
        "kendala",
        "",
        "<p>Anggaran <strong>terbatas</strong>.</p>",
    )
    halaman = isi(client, KENDALA)
    assert '<div class="narasi"><p>Anggaran <strong>terbatas</strong>.</p></div>' in halaman
    jejak = Jejak.objects.get(objek_jenis="reports.narasi")
    assert (jejak.tindakan, jejak.objek_pk) == ("catatan.dibuat", narasi.pk)
    assert "Anggaran *terbatas*." in isi(client, f"{DASAR}isi/narasi/{narasi.pk}/riwayat/")
    assert "Anggaran <strong>terbatas</strong>" in isi(client, f"{DASAR}dokumen/lkip/")


@pytest.mark.satu_mesin
def test_a_live_value_is_the_table_s_on_every_page_and_an_unknown_one_is_told(
    client: Client, balung: Kecamatan
) -> None:
    tulisan = "<p>Capaian {capaian: skm}, {capaian: Indikator Lama}.</p>"
    status, _ = send(client, isi_html=tulisan)
    assert status == 302
    assert Narasi.objects.get().isi == tulisan
    halaman = isi(client, KENDALA)
    assert "Indikator “Indikator Lama” tidak dikenal" in halaman
    assert "Capaian 95,63%, <strong>⚠ {capaian: Indikator Lama} (tidak dikenal)</strong>." in halaman
    for alamat in (f"{DASAR}narasi/", f"{DASAR}dokumen/lkip/"):
        assert "Capaian 95,63%, {capaian: Indikator Lama}." in isi(client, alamat)
    assert "95,63%" in isi(client, f"{DASAR}realisasi/")


@pytest.mark.satu_mesin
def test_a_preview_stores_nothing(client: Client, balung: Kecamatan) -> None:
    status, halaman = send(client, isi="Belum *jadi*.", tindakan="pratinjau")
    assert status == 200
    assert "Belum <strong>jadi</strong>." in halaman
    assert ">\nBelum *jadi*.</textarea>" in halaman
    potongan = client.post(
        KENDALA, {"isi": "Sebagian.", "tindakan": "pratinjau"}, headers={"X-Pratinjau": "1"}
    )
    assert "Sebagian." in potongan.content.decode()
    assert "<html" not in potongan.content.decode()
    assert not Narasi.objects.exists()


@pytest.mark.satu_mesin
def test_a_draft_is_added_behind_what_was_typed_and_waits_to_be_confirmed(
    client: Client, balung: Kecamatan
) -> None:
    alamat = f"{ISI}penghambat/skm/"
    status, halaman = send(client, alamat, isi="Sudah ditulis.", tindakan="konsep")
    assert status == 200
    assert not Narasi.objects.exists()
    kotak = halaman.partition("<textarea")[2].partition("</textarea>")[0]
    assert "Sudah ditulis.\n\nPada tahun 2023 indikator" in kotak
    assert "{realisasi}" in kotak
    assert 'name="ditinjau" value="False"' in halaman
    send(client, alamat, isi=kotak.partition(">")[2], ditinjau="False")
    assert Narasi.objects.get().ditinjau is False
    assert "Belum ditinjau" in isi(client, alamat)
    assert client.post(f"{alamat}tinjau/").status_code == 302
    assert Narasi.objects.get().ditinjau is True
    assert "pesan-ingat" not in isi(client, alamat)


def test_who_was_slower_sees_both_texts_and_nothing_is_overwritten(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="kendala", isi="<p>Semula.</p>")
    lama = sidik(client, KENDALA)
    send(client, isi="Tulisan rekan.")
    jawaban = client.post(KENDALA, {"sidik": lama, "ditinjau": "True", "isi": "Tulisan saya."})
    assert jawaban.status_code == 409
    halaman = unescape(jawaban.content.decode())
    for kata in ("Tulisan rekan.", "Tulisan saya.", "Budi Santoso"):
        assert kata in halaman
    assert Narasi.objects.get().isi == "<p>Tulisan rekan.</p>"
    baru = re.search(r'name="sidik" value="([^"]*)"', halaman)
    assert baru
    client.post(KENDALA, {"sidik": baru[1], "ditinjau": "True", "isi": "Tulisan saya."})
    assert Narasi.objects.get().isi == "<p>Tulisan saya.</p>"


def test_two_first_texts_do_not_overwrite_each_other(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="kendala", isi="<p>Lebih dahulu.</p>")
    jawaban = client.post(KENDALA, {"sidik": "", "ditinjau": "True", "isi": "Kemudian."})
    assert jawaban.status_code == 409
    assert Narasi.objects.get().isi == "<p>Lebih dahulu.</p>"


def test_the_same_save_twice_does_once(client: Client, balung: Kecamatan) -> None:
    data = {"sidik": sidik(client, KENDALA), "ditinjau": "True", "isi": "Sekali."}
    assert [client.post(KENDALA, data).status_code for _ in range(2)] == [302, 302]
    assert Jejak.objects.filter(objek_jenis="reports.narasi").count() == 1


@pytest.mark.satu_mesin
def test_an_error_keeps_what_was_typed(client: Client, balung: Kecamatan) -> None:
    status, halaman = send(client, isi="x" * 100_001)
    assert status == 422
    assert "<title>Kesalahan: " in halaman
    assert "x" * 100_001 in halaman


def test_a_closed_year_is_read_and_not_written(client: Client, balung: Kecamatan) -> None:
    tanda = sidik(client, KENDALA)
    make_laporan(kecamatan=balung, tahun=2023, status="diajukan")
    assert "<textarea" not in isi(client, KENDALA)
    jawaban = client.post(KENDALA, {"sidik": tanda, "ditinjau": "True", "isi": "Terlambat."})
    assert jawaban.status_code == 423
    assert not Narasi.objects.exists()


@pytest.mark.satu_mesin
def test_others_read_and_are_told_who_may_write(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="kendala", isi="<p>Kendala.</p>")
    client.force_login(make_pengguna("camat", kecamatan=balung))
    halaman = isi(client, KENDALA)
    assert "Yang dapat mengisinya: operator Kecamatan Balung" in halaman
    assert "<textarea" not in halaman
    assert client.post(KENDALA, {"isi": "Camat menulis."}).status_code == 403
    assert Narasi.objects.get().isi == "<p>Kendala.</p>"


@pytest.mark.parametrize("alamat", ["tidak-ada/-/", "kendala/skm/", "pendorong/-/", "pendorong/tidak-ada/"])
@pytest.mark.satu_mesin
def test_a_place_that_does_not_exist_is_not_found(client: Client, balung: Kecamatan, alamat: str) -> None:
    assert client.get(ISI + alamat).status_code == 404


def test_a_text_whose_indikator_is_gone_can_still_be_read(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="pendorong", kunci="lama", isi="<p>Masih ada.</p>")
    assert "Masih ada." in isi(client, f"{ISI}pendorong/lama/")


def test_the_report_is_dated_once_and_cannot_be_deleted_here(client: Client, balung: Kecamatan) -> None:
    alamat = f"{DASAR}isi/laporan/baru/"
    jawaban = client.post(alamat, {"tempat": "Balung", "tanggal": "17-1-2024", "tanggal_cetak": ""})
    assert jawaban.status_code == 302
    laporan = Laporan.objects.get()
    assert (laporan.tempat, str(laporan.tanggal), laporan.status, laporan.versi) == (
        "Balung",
        "2024-01-17",
        "draf",
        1,
    )
    assert "Balung, 17 Januari 2024" in isi(client, ISI)
    assert "17 Januari 2024" in isi(client, f"{DASAR}dokumen/lkip/")
    ulang = client.post(alamat, {"tempat": "Lain"})
    assert ulang.status_code in (409, 422)
    assert client.get(f"{DASAR}isi/laporan/{laporan.pk}/hapus/").status_code == 404
    dua = client.post(
        f"{DASAR}isi/laporan/{laporan.pk}/",
        {
            "sidik": sidik(client, f"{DASAR}isi/laporan/{laporan.pk}/"),
            "tanggal": "17-1-2024",
            "tanggal_cetak": "Januari",
        },
    )
    assert dua.status_code == 422
    assert Laporan.objects.get().tempat == "Balung"


@pytest.mark.parametrize("alamat", [ISI, KENDALA, f"{ISI}penghambat/skm/"])
def test_queries_do_not_grow_with_the_texts(
    client: Client, balung: Kecamatan, django_assert_max_num_queries: DjangoAssertNumQueries, alamat: str
) -> None:
    for n in range(20):
        make(Narasi, kecamatan=balung, tahun=2023, bagian="solusi", kunci=f"k{n}")
    with django_assert_max_num_queries(BANYAK_QUERY):
        client.get(alamat)
