"""Writing the narrative: the outline, one place, its preview, drafts, the lock, and what others may do."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan, Narasi
from reports.publish.assemble import build_draft
from sakip.models import Sasaran
from tests.factory import make, make_laporan, make_pengguna

#: Pages over services and row sets that are tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

DASAR = "/kecamatan/balung/2023/"
CONTENT = f"{DASAR}narasi/isi/"
KENDALA = f"{CONTENT}kendala/-/"

#: At most: about fifty for the snapshot, ten for the place and the lock, four for who is signed in,
#: one for the usual words of the kabupaten, a few for the page.
MANY_QUERIES = 84


@pytest.fixture
def balung(mini: Kecamatan, client: Client) -> Kecamatan:
    """The small kecamatan-year of tests.loaded_files, open to its operator."""
    Narasi.objects.all().delete()
    Laporan.objects.all().delete()
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return mini


def content(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return unescape(answer.content.decode())


def fingerprint(client: Client, address: str) -> str:
    matches = re.search(r'name="sidik" value="([^"]*)"', content(client, address))
    assert matches
    return matches[1]


def send(client: Client, address: str = KENDALA, **data: str) -> tuple[int, str]:
    complete = {"sidik": fingerprint(client, address), "ditinjau": "True", "tindakan": "simpan"} | data
    answer = client.post(address, complete)
    return answer.status_code, unescape(answer.content.decode())


@pytest.mark.one_engine
def test_the_outline_names_every_place_and_its_state(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="langkah", ditinjau=False)
    page = content(client, CONTENT)
    for word in ("Uraian umum", "Kendala (BAB IV)", "Indikator: ", "Sasaran: "):
        assert word in page
    assert "1 belum ditinjau" in page
    assert page.count("keadaan-belum-ditinjau") == 1
    assert "Belum diisi. Tercetak pada kata pengantar" in page


def test_the_texts_are_read_a_part_at_a_time(client: Client, balung: Kecamatan) -> None:
    """Unfolded are the first part and one with a text that nobody has reviewed; a heading lies in what it unfolds."""
    sasaran = Sasaran.objects.get(renstra__kecamatan=balung)
    for bagian, kunci, ditinjau in (
        ("kendala", "", True),
        ("program", sasaran.kunci, True),
        ("program", "sudah-dihapus", False),
        ("efisiensi", "sudah-dihapus", True),
    ):
        make(
            Narasi,
            kecamatan=balung,
            tahun=2023,
            bagian=bagian,
            kunci=kunci,
            isi="<p>Satu.</p>",
            ditinjau=ditinjau,
        )
    shown = html.document_fromstring(client.get(f"{DASAR}narasi/").content)
    parts = [
        (one.findtext("summary/span"), "open" in one.attrib, one.xpath("string(section/h2/@id)"))
        for one in shown.xpath("//details[@class='lipat']")
    ]
    assert parts == [
        ("1 tulisan", True, "narasi-1"),
        ("1 tulisan", False, "narasi-2"),
        ("2 tulisan; 1 belum ditinjau", True, "narasi-3"),
    ]


def test_a_text_is_stored_shown_as_it_prints_and_told_in_the_trail(client: Client, balung: Kecamatan) -> None:
    status, _ = send(client, isi="Anggaran *terbatas*.")
    assert status == 302
    narasi = Narasi.objects.get()
    assert (narasi.bagian, narasi.kunci, narasi.isi) == (
        "kendala",
        "",
        "<p>Anggaran <strong>terbatas</strong>.</p>",
    )
    page = content(client, KENDALA)
    assert '<div class="narasi"><p>Anggaran <strong>terbatas</strong>.</p></div>' in page
    jejak = Jejak.objects.get(objek_jenis="reports.narasi")
    assert (jejak.tindakan, jejak.objek_pk) == ("catatan.dibuat", narasi.pk)
    assert "Anggaran *terbatas*." in content(client, f"{DASAR}isi/narasi/{narasi.pk}/riwayat/")
    assert "Anggaran <strong>terbatas</strong>" in content(client, f"{DASAR}dokumen/lkip/")


@pytest.mark.one_engine
def test_a_live_value_is_the_table_s_on_every_page_and_an_unknown_one_is_told(
    client: Client, balung: Kecamatan
) -> None:
    writing = "<p>Capaian {capaian: skm}, {capaian: Indikator Lama}.</p>"
    status, _ = send(client, isi_html=writing)
    assert status == 302
    assert Narasi.objects.get().isi == writing
    page = content(client, KENDALA)
    assert "Indikator “Indikator Lama” tidak dikenal" in page
    row = Narasi.objects.get()
    address = f"{DASAR}isi/narasi/{row.pk}/"  # the form of any row
    seen = content(client, address).split('name="sidik" value="')[1].split('"')[0]
    told = client.post(address, {"sidik": seen, "ditinjau": "True", "isi": "{capain: skm}"}, follow=True)
    assert "{capain: skm}: nilai “capain” tidak dikenal. Maksud Anda {capaian:" in told.content.decode()
    Narasi.objects.filter(pk=row.pk).update(isi=writing)
    assert "Capaian 95,63%, <mark>[tidak dikenal: {capaian: Indikator Lama}]</mark>." in page
    for address in (f"{DASAR}narasi/", f"{DASAR}dokumen/lkip/"):
        assert "Capaian 95,63%, <mark>[tidak dikenal: {capaian: Indikator Lama}]</mark>." in content(
            client, address
        )
    assert "95,63%" in content(client, f"{DASAR}realisasi/")


@pytest.mark.one_engine
def test_a_preview_stores_nothing(client: Client, balung: Kecamatan) -> None:
    status, page = send(client, isi="Belum *jadi*.", tindakan="pratinjau")
    assert status == 200
    assert "Belum <strong>jadi</strong>." in page
    assert ">\nBelum *jadi*.</textarea>" in page
    pieces = client.post(KENDALA, {"isi": "Sebagian.", "tindakan": "pratinjau"}, headers={"X-Pratinjau": "1"})
    assert "Sebagian." in pieces.content.decode()
    assert "<html" not in pieces.content.decode()
    assert not Narasi.objects.exists()


@pytest.mark.one_engine
def test_a_draft_is_added_behind_what_was_typed_and_waits_to_be_confirmed(
    client: Client, balung: Kecamatan
) -> None:
    address = f"{CONTENT}penghambat/skm/"
    status, page = send(client, address, isi="Sudah ditulis.", tindakan="konsep")
    assert status == 200
    assert not Narasi.objects.exists()
    box = page.partition("<textarea")[2].partition("</textarea>")[0]
    assert "Sudah ditulis.\n\nPada tahun 2023 indikator" in box
    assert "{realisasi}" in box
    assert 'name="ditinjau" value="False"' in page
    send(client, address, isi=box.partition(">")[2], ditinjau="False")
    assert Narasi.objects.get().ditinjau is False
    assert "Belum ditinjau" in content(client, address)
    assert client.post(f"{address}tinjau/").status_code == 302
    assert Narasi.objects.get().ditinjau is True
    assert "pesan-ingat" not in content(client, address)


def test_who_was_slower_sees_both_texts_and_nothing_is_overwritten(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="kendala", isi="<p>Semula.</p>")
    old = fingerprint(client, KENDALA)
    send(client, isi="Tulisan rekan.")
    answer = client.post(KENDALA, {"sidik": old, "ditinjau": "True", "isi": "Tulisan saya."})
    assert answer.status_code == 409
    page = unescape(answer.content.decode())
    for word in ("Tulisan rekan.", "Tulisan saya.", "Budi Santoso"):
        assert word in page
    assert Narasi.objects.get().isi == "<p>Tulisan rekan.</p>"
    new = re.search(r'name="sidik" value="([^"]*)"', page)
    assert new
    client.post(KENDALA, {"sidik": new[1], "ditinjau": "True", "isi": "Tulisan saya."})
    assert Narasi.objects.get().isi == "<p>Tulisan saya.</p>"


def test_two_first_texts_do_not_overwrite_each_other(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="kendala", isi="<p>Lebih dahulu.</p>")
    answer = client.post(KENDALA, {"sidik": "", "ditinjau": "True", "isi": "Kemudian."})
    assert answer.status_code == 409
    assert Narasi.objects.get().isi == "<p>Lebih dahulu.</p>"


def test_the_same_save_twice_does_once(client: Client, balung: Kecamatan) -> None:
    data = {"sidik": fingerprint(client, KENDALA), "ditinjau": "True", "isi": "Sekali."}
    assert [client.post(KENDALA, data).status_code for _ in range(2)] == [302, 302]
    assert Jejak.objects.filter(objek_jenis="reports.narasi").count() == 1


@pytest.mark.one_engine
def test_an_error_keeps_what_was_typed(client: Client, balung: Kecamatan) -> None:
    status, page = send(client, isi="x" * 100_001)
    assert status == 422
    assert "<title>Kesalahan: " in page
    assert "x" * 100_001 in page


def test_a_closed_year_is_read_and_not_written(client: Client, balung: Kecamatan) -> None:
    mark = fingerprint(client, KENDALA)
    make_laporan(kecamatan=balung, tahun=2023, status="diajukan")
    assert "<textarea" not in content(client, KENDALA)
    answer = client.post(KENDALA, {"sidik": mark, "ditinjau": "True", "isi": "Terlambat."})
    assert answer.status_code == 423
    assert not Narasi.objects.exists()


@pytest.mark.one_engine
def test_others_read_and_are_told_who_may_write(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="kendala", isi="<p>Kendala.</p>")
    client.force_login(make_pengguna("camat", kecamatan=balung))
    page = content(client, KENDALA)
    assert "Yang dapat mengisinya: operator Kecamatan Balung" in page
    assert "<textarea" not in page
    assert client.post(KENDALA, {"isi": "Camat menulis."}).status_code == 403
    assert Narasi.objects.get().isi == "<p>Kendala.</p>"


@pytest.mark.parametrize("address", ["tidak-ada/-/", "kendala/skm/", "pendorong/-/", "pendorong/tidak-ada/"])
@pytest.mark.one_engine
def test_a_place_that_does_not_exist_is_not_found(client: Client, balung: Kecamatan, address: str) -> None:
    assert client.get(CONTENT + address).status_code == 404


def test_a_text_whose_indikator_is_gone_can_still_be_read(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="pendorong", kunci="lama", isi="<p>Masih ada.</p>")
    assert "Masih ada." in content(client, f"{CONTENT}pendorong/lama/")


def test_the_report_is_dated_once_and_cannot_be_deleted_here(client: Client, balung: Kecamatan) -> None:
    address = f"{DASAR}isi/laporan/baru/"
    answer = client.post(address, {"tempat": "Balung", "tanggal": "17-1-2024", "tanggal_cetak": ""})
    assert answer.status_code == 302
    laporan = Laporan.objects.get()
    assert (laporan.tempat, str(laporan.tanggal), laporan.status, laporan.versi) == (
        "Balung",
        "2024-01-17",
        "draf",
        1,
    )
    assert "Balung, 17 Januari 2024" in content(client, CONTENT)
    assert "17 Januari 2024" in content(client, f"{DASAR}dokumen/lkip/")
    again = client.post(address, {"tempat": "Lain"})
    assert again.status_code in (409, 422)
    assert client.get(f"{DASAR}isi/laporan/{laporan.pk}/hapus/").status_code == 404
    two = client.post(
        f"{DASAR}isi/laporan/{laporan.pk}/",
        {
            "sidik": fingerprint(client, f"{DASAR}isi/laporan/{laporan.pk}/"),
            "tanggal": "17-1-2024",
            "tanggal_cetak": "Januari",
        },
    )
    assert two.status_code == 422
    assert Laporan.objects.get().tempat == "Balung"


@pytest.mark.parametrize("address", [CONTENT, KENDALA, f"{CONTENT}penghambat/skm/"])
def test_queries_do_not_grow_with_the_texts(
    client: Client, balung: Kecamatan, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    for n in range(20):
        make(Narasi, kecamatan=balung, tahun=2023, bagian="solusi", kunci=f"k{n}")
    with django_assert_max_num_queries(MANY_QUERIES):
        client.get(address)


@pytest.mark.one_engine
def test_an_unknown_marker_is_told_at_the_field_with_the_nearest_known_one(
    client: Client, balung: Kecamatan
) -> None:
    indikator = build_draft(kecamatan=balung, tahun=2023).results
    assert indikator
    nama = indikator.sasaran[0].indikator[0].nama
    send(client, isi=f"Capaiannya {{capain: {nama}}}.")
    assert Narasi.objects.get().isi  # nothing that was typed is lost
    page = unescape(content(client, KENDALA))
    (told,) = re.findall(r'<ul class="galat" id="id_isi_nilai"><li>(.*?)</li></ul>', page)
    assert told == f"{{capain: {nama}}}: nilai “capain” tidak dikenal. Maksud Anda {{capaian: {nama}}}?"
    assert 'aria-describedby="id_isi_helptext id_isi_nilai"' in page
    for address in ("/kecamatan/balung/2023/", "/kecamatan/balung/2023/dokumen/lkip/"):
        page = unescape(content(client, address))
        assert "Belum dapat diajukan" in page
        assert f"{{capain: {nama}}} tidak dikenal. Pilih nilainya dari daftar, atau hapus." in page
        assert f'href="{KENDALA}"' in page


@pytest.mark.one_engine
def test_a_text_that_nobody_confirmed_is_marked_in_the_draft_and_blocks(
    client: Client, balung: Kecamatan
) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="langkah", isi="<p>Tahun lalu.</p>", ditinjau=False)
    page = content(client, "/kecamatan/balung/2023/dokumen/lkip/")
    assert "<mark>Tahun lalu.</mark>" in page
    assert "Tulisan salinan atau konsep ini belum ditinjau." in page
    Narasi.objects.update(ditinjau=True)
    page = content(client, "/kecamatan/balung/2023/dokumen/lkip/")
    assert "<mark>" not in page
    assert "belum ditinjau." not in page


def test_a_text_that_was_confirmed_too_soon_waits_again(client: Client, balung: Kecamatan) -> None:
    row = make(Narasi, kecamatan=balung, tahun=2023, bagian="kendala", isi="<p>Lama.</p>", ditinjau=False)
    page = client.post(f"{KENDALA}tinjau/", follow=True).content.decode()
    assert Narasi.objects.get(pk=row.pk).ditinjau
    (undo,) = re.findall(r'action="([^"]+/pulihkan/[0-9]+/)"', page)
    assert "kembali belum ditinjau" in client.post(undo, follow=True).content.decode()
    assert not Narasi.objects.get(pk=row.pk).ditinjau


def test_who_has_read_one_text_is_led_to_the_next_that_waits(client: Client, balung: Kecamatan) -> None:
    """Three copied texts, the middle one read first: the last, then again from the first."""
    for bagian in ("latar-belakang", "kendala", "langkah"):
        make(Narasi, kecamatan=balung, tahun=2023, bagian=bagian, ditinjau=False)
    read = []
    address = KENDALA
    for _ in range(3):
        answer = client.post(f"{address}tinjau/")
        address = answer["Location"]
        read.append(address)
    texts = [f"{CONTENT}{bagian}/-/" for bagian in ("langkah", "latar-belakang", "latar-belakang")]
    assert read == texts
    assert not Narasi.objects.filter(ditinjau=False).exists()
    assert Jejak.objects.filter(tindakan="catatan.ditinjau").count() == 3
