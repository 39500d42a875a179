"""Pages of one row: what a clerk types is stored once, nothing is overwritten unseen, and everything can be undone."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.test import Client

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import Laporan
from sakip.models import BarisPK, PerjanjianKinerja
from tests.factory import make, make_kecamatan, make_laporan, make_pengguna, make_pk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in")]

AWAL = "/kecamatan/balung/2021/"


def isian(**change: str) -> dict[str, str]:
    return {
        "sasaran": "Meningkatnya kepuasan warga",
        "indikator": "Indeks kepuasan",
        "satuan": "indeks",
        "target": "82,5",
    } | change


def sidik(client: Client, alamat: str) -> str:
    isi = client.get(alamat).content.decode()
    return isi.split('name="sidik" value="', 1)[1].split('"', 1)[0]


def test_a_row_is_added_to_its_document(client: Client, balung: Kecamatan, operator: Pengguna) -> None:
    pk = make_pk(kecamatan=balung)
    jawaban = client.post(f"{AWAL}isi/baris-pk/baru/?induk={pk.pk}", isian())
    baris = BarisPK.objects.get()
    assert jawaban["Location"] == f"{AWAL}pk/isi/#baris-pk-{baris.pk}"
    assert (baris.perjanjian, baris.angka, baris.urut) == (pk, Decimal("82.5"), 1)
    jejak = Jejak.objects.get(objek_jenis="sakip.barispk", objek_pk=baris.pk)
    assert (jejak.pengguna, jejak.tindakan, jejak.sebelum) == (operator, "catatan.dibuat", None)
    assert jejak.sesudah == {
        "Sasaran": "Meningkatnya kepuasan warga",
        "Indikator": "Indeks kepuasan",
        "Satuan": "indeks",
        "Target": "82,5",
    }
    assert "82,5" in client.get(f"{AWAL}pk/isi/").content.decode()


@pytest.mark.parametrize(
    ("change", "pesan"),
    [
        ({"target": "98.5"}, "&quot;98.5&quot; meragukan"),
        ({"target": ""}, "Isi target."),
        (
            {"target": "90–80"},
            "&quot;90–80&quot; terbalik: batas bawah ditulis lebih dahulu. Tulis 80 s.d. 90.",
        ),
        ({"indikator": ""}, "Isi indikator seperti tercetak dalam perjanjian kinerja."),
    ],
    ids=["ambiguous number", "no target", "range upside down", "no name"],
)
def test_what_cannot_be_stored_is_said_beside_the_field_and_kept(
    client: Client, balung: Kecamatan, change: dict[str, str], pesan: str
) -> None:
    pk = make_pk(kecamatan=balung)
    jawaban = client.post(f"{AWAL}isi/baris-pk/baru/?induk={pk.pk}", isian(**change))
    isi = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "<title>Kesalahan: Tambah baris Perjanjian Kinerja" in isi
    assert isi.count(pesan) == 2  # in the summary and beside the field
    assert "Meningkatnya kepuasan warga" in isi  # nothing typed is cleared
    assert not BarisPK.objects.exists()


def test_a_change_is_recorded_from_old_to_new_with_its_reason(client: Client, balung: Kecamatan) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    alamat = f"{AWAL}isi/baris-pk/{baris.pk}/"
    data = isian(
        acuan_indikator=str(baris.acuan_indikator_id),
        target="81",
        sidik=sidik(client, alamat),
        alasan_perubahan="Kesepakatan dengan bupati.",
    )
    assert client.post(alamat, data).status_code == 302
    jejak = Jejak.objects.get(objek_pk=baris.pk)
    assert (jejak.sebelum, jejak.sesudah) == ({"Target": "80"}, {"Target": "81"})
    assert jejak.alasan == "Kesepakatan dengan bupati."
    halaman = client.get(f"{alamat}riwayat/").content.decode()
    assert "<del>80</del>" in halaman
    assert "<ins>81</ins>" in halaman
    assert "Budi Santoso" in halaman


def test_the_reason_is_kept_as_well_when_the_row_is_refused(client: Client, balung: Kecamatan) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    data = isian(target="delapan puluh", alasan_perubahan='Salah "ketik".')
    jawaban = client.post(f"{AWAL}isi/baris-pk/{baris.pk}/", data)
    assert jawaban.status_code == 422
    assert 'name="alasan_perubahan" value="Salah &quot;ketik&quot;."' in jawaban.content.decode()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(" Salah_x000B_ketik.\u200b ", "Salah ketik."), ("Salah\r\nketik.", "Salah ketik.")],
)
@pytest.mark.parametrize("act", ["", "hapus/"])
def test_a_reason_is_read_as_every_other_text(
    client: Client, balung: Kecamatan, act: str, typed: str, kept: str
) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    alamat = f"{AWAL}isi/baris-pk/{baris.pk}/"
    data = isian(
        acuan_indikator=str(baris.acuan_indikator_id),
        target="81",
        sidik=sidik(client, alamat),
        alasan_perubahan=typed,
    )
    assert client.post(f"{alamat}{act}", data).status_code == 302
    assert Jejak.objects.get(objek_pk=baris.pk).alasan == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Salah\0ketik.", "Isian memuat karakter yang tidak dapat dibaca (U+0000)"),
        ("Salah\x1fketik.", "Isian memuat karakter yang tidak dapat dibaca (U+001F)"),
        ("x" * 501, "501 karakter, paling banyak 500. Ringkas."),
    ],
)
@pytest.mark.parametrize("act", ["", "hapus/"])
def test_a_reason_that_cannot_be_kept_stores_nothing(
    client: Client, balung: Kecamatan, act: str, typed: str, said: str
) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    alamat = f"{AWAL}isi/baris-pk/{baris.pk}/"
    data = isian(
        acuan_indikator=str(baris.acuan_indikator_id),
        target="81",
        sidik=sidik(client, alamat),
        alasan_perubahan=typed,
    )
    jawaban = client.post(f"{alamat}{act}", data)
    assert jawaban.status_code == 422
    isi = jawaban.content.decode()
    assert "<title>Kesalahan: " in isi
    assert isi.count(said) == 2  # in the summary and beside the field
    assert '<a href="#alasan_perubahan">' in isi
    baris.refresh_from_db()
    assert baris.angka == Decimal(80)
    assert not Jejak.objects.exists()


def test_a_stale_save_shows_both_values_and_overwrites_nothing(
    client: Client, balung: Kecamatan, operator: Pengguna
) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    alamat = f"{AWAL}isi/baris-pk/{baris.pk}/"
    dilihat = sidik(client, alamat)
    acuan = str(baris.acuan_indikator_id)
    siti = Client()
    siti.force_login(make_pengguna("operator", kecamatan=balung, nama="Siti Aminah"))
    assert siti.post(alamat, isian(acuan_indikator=acuan, target="84", sidik=dilihat)).status_code == 302
    jawaban = client.post(alamat, isian(acuan_indikator=acuan, target="86", sidik=dilihat))
    isi = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "Siti Aminah mengubahnya" in isi
    assert "<td>86</td>" in isi.replace("<p>", "").replace("</p>", "")
    assert "<td>84</td>" in isi.replace("<p>", "").replace("</p>", "")
    baris.refresh_from_db()
    assert baris.angka == 84
    # Having seen both, the user may insist.
    baru = isi.split('name="sidik" value="', 1)[1].split('"', 1)[0]
    assert client.post(alamat, isian(acuan_indikator=acuan, target="86", sidik=baru)).status_code == 302
    baris.refresh_from_db()
    assert baris.angka == 86


def test_a_new_target_is_not_printed_in_the_words_of_the_old(client: Client, balung: Kecamatan) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), acuan_indikator=None, cetak="80 (Baik)")
    alamat = f"{AWAL}isi/baris-pk/{baris.pk}/"
    kiriman = isian(target="90", cetak="80 (Baik)", sidik=sidik(client, alamat))
    jawaban = client.post(alamat, kiriman)
    assert jawaban.status_code == 422
    assert list(jawaban.context["form"].errors) == ["cetak"]
    assert "Tercetak &quot;80 (Baik)&quot;" in jawaban.content.decode()
    for lain in (kiriman | {"target": "80,0"}, kiriman | {"cetak": "90 (Sangat Baik)"}):
        assert client.post(alamat, lain | {"sidik": sidik(client, alamat)}).status_code == 302


def test_the_same_save_twice_is_one_change(client: Client, balung: Kecamatan) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    alamat = f"{AWAL}isi/baris-pk/{baris.pk}/"
    data = isian(acuan_indikator=str(baris.acuan_indikator_id), target="81", sidik=sidik(client, alamat))
    assert client.post(alamat, data).status_code == 302
    assert client.post(alamat, data).status_code == 302  # the answer was lost, the browser asks again
    assert Jejak.objects.filter(objek_pk=baris.pk).count() == 1


def test_a_deleted_document_comes_back_whole(client: Client, balung: Kecamatan) -> None:
    pk = make_pk(kecamatan=balung)
    baris = make(BarisPK, perjanjian=pk)
    alamat = f"{AWAL}isi/pk/{pk.pk}/hapus/"
    assert "dapat diurungkan" in client.get(alamat).content.decode()
    jawaban = client.post(alamat, {"sidik": sidik(client, alamat)}, follow=True)
    assert not PerjanjianKinerja.objects.exists()
    assert "Urungkan" in jawaban.content.decode()
    jejak = Jejak.objects.get(tindakan="catatan.dihapus")
    assert client.post(f"{AWAL}pulihkan/{jejak.pk}/").status_code == 302
    kembali = BarisPK.objects.get()
    assert (kembali.pk, kembali.perjanjian, kembali.angka) == (baris.pk, pk, baris.angka)
    # Twice is once.
    client.post(f"{AWAL}pulihkan/{jejak.pk}/")
    assert BarisPK.objects.count() == 1


def test_what_was_typed_into_a_deleted_row_is_shown_once_more(
    client: Client, balung: Kecamatan, operator: Pengguna
) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), acuan_indikator=None)
    alamat = f"{AWAL}isi/baris-pk/{baris.pk}/"
    terbuka = sidik(client, alamat)
    client.post(f"{alamat}hapus/", {"sidik": terbuka})
    jawaban = client.post(alamat, isian(target="90", sidik=terbuka))
    assert jawaban.status_code == 409
    isi = jawaban.content.decode()
    assert "Baris ini dihapus oleh Budi Santoso pada " in isi
    assert "<td>90</td>" in isi
    assert "Simpan nilai saya" not in isi
    assert not BarisPK.objects.exists()
    assert client.get(alamat).status_code == 404


def test_deleting_twice_is_one_deletion(client: Client, balung: Kecamatan) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), acuan_indikator=None)
    alamat = f"{AWAL}isi/baris-pk/{baris.pk}/hapus/"
    kiriman = {"sidik": sidik(client, alamat)}
    for _ in range(2):
        jawaban = client.post(alamat, kiriman, follow=True)
        assert "Baris Perjanjian Kinerja dihapus." in jawaban.content.decode()
        assert "Urungkan" in jawaban.content.decode()
    assert Jejak.objects.filter(tindakan="catatan.dihapus").count() == 1
    assert client.post(alamat.replace(str(baris.pk), str(baris.pk + 1)), kiriman).status_code == 404


def test_rows_change_places(client: Client, balung: Kecamatan) -> None:
    pk = make_pk(kecamatan=balung)
    atas = make(BarisPK, perjanjian=pk, indikator="A", acuan_indikator=None, urut=0)
    bawah = make(BarisPK, perjanjian=pk, indikator="B", acuan_indikator=None, urut=0)
    assert (
        client.post(f"{AWAL}isi/baris-pk/{bawah.pk}/pindah/", {"arah": "naik", "urut": "0"}).status_code
        == 302
    )
    assert [b.indikator for b in pk.baris.all()] == ["B", "A"]
    client.post(f"{AWAL}isi/baris-pk/{atas.pk}/pindah/", {"arah": "turun", "urut": "2"})  # already last
    assert [b.indikator for b in pk.baris.all()] == ["B", "A"]


def test_a_copied_row_is_confirmed_once(client: Client, balung: Kecamatan) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), ditinjau=False)
    assert "Belum ditinjau" in client.get(f"{AWAL}pk/isi/").content.decode()
    client.post(f"{AWAL}isi/baris-pk/{baris.pk}/tinjau/")
    client.post(f"{AWAL}isi/baris-pk/{baris.pk}/tinjau/")
    baris.refresh_from_db()
    assert baris.ditinjau
    assert Jejak.objects.filter(tindakan="catatan.ditinjau").count() == 1
    assert "Belum ditinjau" not in client.get(f"{AWAL}pk/isi/").content.decode()


@pytest.mark.parametrize("status", [Laporan.Status.DIAJUKAN, Laporan.Status.DITANDATANGANI])
def test_a_submitted_year_is_closed(client: Client, balung: Kecamatan, status: str) -> None:
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    alamat = f"{AWAL}isi/baris-pk/{baris.pk}/"
    dilihat = sidik(client, alamat)
    make_laporan(kecamatan=balung, status=status)
    data = isian(acuan_indikator=str(baris.acuan_indikator_id), target="81", sidik=dilihat)
    jawaban = client.post(alamat, data)
    assert jawaban.status_code == 423
    assert "terkunci karena LKIP sudah" in jawaban.content.decode()
    baris.refresh_from_db()
    assert baris.angka == 80
    assert "Tambah indikator" not in client.get(f"{AWAL}pk/isi/").content.decode()


def test_a_row_of_the_next_kecamatan_is_not_there(client: Client, balung: Kecamatan) -> None:
    tetangga = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    baris = make(BarisPK, perjanjian=make_pk(kecamatan=tetangga))
    for ekor in ("", "hapus/", "riwayat/"):
        assert client.get(f"{AWAL}isi/baris-pk/{baris.pk}/{ekor}").status_code == 404
    pk = make_pk(kecamatan=tetangga, tahun=2022)
    assert client.post(f"{AWAL}isi/baris-pk/baru/?induk={pk.pk}", isian()).status_code == 404
    assert BarisPK.objects.count() == 1


def test_who_reads_only_is_told_who_may_write(client: Client, balung: Kecamatan) -> None:
    pk = make_pk(kecamatan=balung)
    camat = Client()
    camat.force_login(make_pengguna("camat", kecamatan=balung))
    jawaban = camat.post(f"{AWAL}isi/baris-pk/baru/?induk={pk.pk}", isian())
    assert jawaban.status_code == 403
    assert "Hanya operator kecamatan yang dapat melakukan ini." in jawaban.content.decode()
    assert not BarisPK.objects.exists()


@pytest.mark.parametrize("seen", ["1", "", "-1", "dua", pytest.param("9" * 5000, id="huge")])
def test_a_row_is_not_moved_from_a_page_that_shows_another_order(
    client: Client, balung: Kecamatan, seen: str
) -> None:
    pk = make_pk(kecamatan=balung)
    for urut, nama in enumerate("AB", start=1):
        make(BarisPK, perjanjian=pk, indikator=nama, acuan_indikator=None, urut=urut)
    bawah = pk.baris.get(indikator="B")
    alamat = f"{AWAL}isi/baris-pk/{bawah.pk}/pindah/"
    jawaban = client.post(alamat, {"arah": "naik", "urut": seen}, follow=True)
    assert "ini tidak dipindahkan: urutannya sudah diubah orang lain" in jawaban.content.decode()
    assert [b.indikator for b in pk.baris.all()] == ["A", "B"]
    kiriman = re.search(
        rf'action="{alamat}".*?name="urut" value="(\d+)"', jawaban.content.decode(), re.DOTALL
    )
    assert kiriman
    client.post(alamat, {"arah": "naik", "urut": kiriman[1]})
    assert [b.indikator for b in pk.baris.all()] == ["B", "A"]
