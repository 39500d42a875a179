"""The workbook in the browser, without a script: download, upload, look through, apply."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.models import Kecamatan
from reports.models import ImporBuku
from sakip.models import Realisasi
from tests.factory import make, make_laporan, make_pengguna
from tests.responses import element_texts
from tests.workbook_edits import Ubah, baris_dengan, diubah, sidik_hasil, write

#: What the pages call is held on both engines by tests/reports/workbook.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]

BUKU = "/kecamatan/balung/2023/buku-kerja/"


@pytest.fixture
def masuk(mini: Kecamatan, client: Client) -> Client:
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return client


def download(client: Client) -> bytes:
    return client.get(f"{BUKU}unduh/").content


def upload(
    client: Client, isi: bytes, tangkap: DjangoCaptureOnCommitCallbacks, nama: str = "isian.xlsx"
) -> ImporBuku:
    with tangkap(execute=True):
        jawaban = client.post(f"{BUKU}unggah/", {"berkas": SimpleUploadedFile(nama, isi)})
    assert jawaban.status_code == 302, jawaban.content.decode()
    impor = ImporBuku.objects.latest("pk")
    assert jawaban["Location"] == f"{BUKU}{impor.pk}/"
    return impor


def test_the_preview_shows_the_sum_that_changes(
    masuk: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    def sums(change: Ubah) -> list[str]:
        impor = upload(masuk, diubah(download(masuk), change), django_capture_on_commit_callbacks)
        page = halaman(masuk, f"{BUKU}{impor.pk}/")
        table = page.partition('<caption id="jumlah-anggaran">')[2].partition("</table>")[0]
        return element_texts(table.partition("<tbody>")[2], "th", "td")

    assert sums(write("Anggaran", 3, "Realisasi (Rp)", 2_399_999)) == [
        "Realisasi",
        "Rp2.400.000",
        "Rp2.399.999",
    ]
    assert sums(write("Anggaran", 3, "Keterangan", "Setelah pergeseran")) == []


def change_skm(isi: bytes, nilai: object) -> Ubah:
    baris = baris_dengan(isi, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    return write("Realisasi", baris, "Realisasi", nilai)


def halaman(client: Client, alamat: str, status: int = 200) -> str:
    jawaban = client.get(alamat)
    assert jawaban.status_code == status
    return jawaban.content.decode()


def test_the_download_is_a_filled_workbook_under_a_telling_name(masuk: Client) -> None:
    jawaban = masuk.get(f"{BUKU}unduh/")
    assert jawaban["Content-Disposition"] == 'attachment; filename="Buku-Kerja-Balung-2023.xlsx"'
    assert "no-store" in jawaban["Cache-Control"]
    assert load_workbook(io.BytesIO(jawaban.content))["Desa"]["B3"].value == "Balung Lor"


def test_upload_preview_and_apply_without_a_script(
    masuk: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    isi = download(masuk)
    impor = upload(masuk, diubah(isi, change_skm(isi, "77,25")), django_capture_on_commit_callbacks)
    teks = halaman(masuk, f"{BUKU}{impor.pk}/")
    assert "0 baris baru, 1 berubah, 0 dihapus" in teks
    assert "<del>76,5</del>" in teks
    assert "<ins>77,25</ins>" in teks
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka == 76.5
    impor.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        jawaban = masuk.post(f"{BUKU}{impor.pk}/terapkan/", {"sidik": sidik_hasil(impor)})
    assert jawaban["Location"] == f"{BUKU}{impor.pk}/"
    teks = halaman(masuk, f"{BUKU}{impor.pk}/")
    assert "Sudah diterapkan" in teks
    assert 'href="/kecamatan/balung/2023/"' in teks
    assert str(Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka) == "77.2500"
    assert "isian.xlsx" in halaman(masuk, BUKU)


def test_every_error_stands_in_a_table_with_its_place(
    masuk: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    isi = download(masuk)
    rusak = diubah(isi, change_skm(isi, "12,5 persen"), write("Desa", 3, "Jenis", "Dusun"))
    impor = upload(masuk, rusak, django_capture_on_commit_callbacks)
    teks = halaman(masuk, f"{BUKU}{impor.pk}/")
    assert "<title>Kesalahan: isian.xlsx" in teks
    assert "2 kesalahan; belum ada yang disimpan" in teks
    assert "&quot;12,5 persen&quot; bukan angka. Tulis 12,5." in teks
    assert "Terapkan semua perubahan" not in teks


def test_nothing_to_change_is_said_and_offers_nothing_to_apply(
    masuk: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    impor = upload(masuk, download(masuk), django_capture_on_commit_callbacks)
    teks = halaman(masuk, f"{BUKU}{impor.pk}/")
    assert "Tidak ada perubahan" in teks
    assert "Terapkan semua perubahan" not in teks
    assert masuk.post(f"{BUKU}{impor.pk}/buang/")["Location"] == BUKU


def test_progress_survives_a_reload(masuk: Client, settings: Settings, mini: Kecamatan) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    impor = make(
        ImporBuku, kecamatan=mini, tahun=2023, status="diperiksa", kemajuan=40, mulai="2099-01-01T00:00Z"
    )
    for alamat in (f"{BUKU}{impor.pk}/", f"{BUKU}{impor.pk}/keadaan/"):
        teks = halaman(masuk, alamat)
        assert 'value="40"' in teks
        assert "Periksa sekarang" in teks
    teks = halaman(masuk, f"{BUKU}{impor.pk}/")
    assert "js/poll.js" in teks
    assert f'data-poll="{BUKU}{impor.pk}/keadaan/" data-reload' in teks
    ImporBuku.objects.filter(pk=impor.pk).update(status="gagal", pesan="Berkas rusak.")
    assert "<progress" not in halaman(masuk, f"{BUKU}{impor.pk}/keadaan/")  # that ends the polling
    teks = halaman(masuk, f"{BUKU}{impor.pk}/")
    assert "Berkas rusak." in teks
    assert "Periksa lagi" in teks


@pytest.mark.parametrize(
    ("berkas", "pesan"),
    [
        (None, "Pilih buku kerja (.xlsx) yang sudah diisi."),
        (SimpleUploadedFile("x.csv", b"a;b\n1;2\n"), "Berkas ini CSV, bukan buku kerja Excel"),
        (SimpleUploadedFile("x.xlsx", b"0" * (10 * 1024 * 1024 + 1)), "lebih dari 10 MB"),
    ],
    ids=("none", "csv", "large"),
)
def test_what_cannot_be_taken_in_is_said_at_once(
    masuk: Client, berkas: SimpleUploadedFile | None, pesan: str
) -> None:
    jawaban = masuk.post(f"{BUKU}unggah/", {"berkas": berkas} if berkas else {})
    assert jawaban.status_code == 422
    teks = jawaban.content.decode()
    assert "Ada masalah" in teks
    assert "<title>Kesalahan: Buku kerja" in teks
    assert pesan in teks
    assert not ImporBuku.objects.exists()


def test_a_closed_year_offers_the_download_alone(masuk: Client, mini: Kecamatan) -> None:
    isi = download(masuk)
    mini.laporan.all().delete()
    make_laporan(kecamatan=mini, tahun=2023, status="diajukan")
    teks = halaman(masuk, BUKU)
    assert "terkunci karena LKIP sudah diajukan" in teks
    assert 'type="file"' not in teks
    jawaban = masuk.post(f"{BUKU}unggah/", {"berkas": SimpleUploadedFile("x.xlsx", isi)})
    assert jawaban.status_code == 423


def test_an_upload_of_another_year_is_not_found(masuk: Client, mini: Kecamatan) -> None:
    impor = make(ImporBuku, kecamatan=mini, tahun=2022, status="gagal", pesan="x")
    assert masuk.get(f"{BUKU}{impor.pk}/").status_code == 404


def test_who_only_reads_may_download(mini: Kecamatan, client: Client) -> None:
    client.force_login(make_pengguna("pengawas", kabupaten=mini.kabupaten))
    teks = halaman(client, BUKU)
    assert "Unduh buku kerja terisi" in teks
    assert "Hanya operator kecamatan yang dapat mengunggah" in teks


def test_the_page_asks_as_often_with_many_uploads_as_with_one(
    masuk: Client, mini: Kecamatan, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(15):
        make(ImporBuku, kecamatan=mini, tahun=2023, status="gagal", pesan="x")
    with django_assert_max_num_queries(11):
        halaman(masuk, BUKU)
