"""The workbook in the browser, without a script: download, upload, look through, apply."""

from __future__ import annotations

import io
from typing import Any

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
from tests.workbook_edits import Change, edited, results_fingerprint, row_with, write

#: What the pages call is held on both engines by tests/reports/workbook.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

WORKBOOK = "/kecamatan/balung/2023/buku-kerja/"


@pytest.fixture
def sign_in(mini: Kecamatan, client: Client) -> Client:
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return client


def upload(
    client: Client, content: bytes, catch: DjangoCaptureOnCommitCallbacks, nama: str = "isian.xlsx"
) -> ImporBuku:
    with catch(execute=True):
        answer = client.post(f"{WORKBOOK}unggah/", {"berkas": SimpleUploadedFile(nama, content)})
    assert answer.status_code == 302, answer.content.decode()
    uploaded = ImporBuku.objects.latest("pk")
    assert answer["Location"] == f"{WORKBOOK}{uploaded.pk}/"
    return uploaded


def test_the_preview_shows_the_sum_that_changes(
    sign_in: Client,
    mini_workbook: bytes,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    def sums(change: Change) -> list[str]:
        uploaded = upload(sign_in, edited(mini_workbook, change), django_capture_on_commit_callbacks)
        page = page_of(sign_in, f"{WORKBOOK}{uploaded.pk}/")
        table = page.partition('<caption id="jumlah-anggaran">')[2].partition("</table>")[0]
        return element_texts(table.partition("<tbody>")[2], "th", "td")

    assert sums(write("Anggaran", 3, "Realisasi (Rp)", 2_399_999)) == [
        "Realisasi",
        "Rp2.400.000",
        "Rp2.399.999",
    ]
    assert sums(write("Anggaran", 3, "Keterangan", "Setelah pergeseran")) == []


def test_what_both_changed_is_chosen_on_the_page_before_anything_is_applied(
    sign_in: Client,
    mini_workbook: bytes,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    Realisasi.objects.filter(indikator__kunci="skm", tahun=2023).update(angka=60)
    uploaded = upload(
        sign_in, edited(mini_workbook, change_skm(mini_workbook, "77,25")), django_capture_on_commit_callbacks
    )
    address = f"{WORKBOOK}{uploaded.pk}/"
    page = page_of(sign_in, address)
    assert "1 isian diubah dalam berkas dan di situs sejak diunduh" in page
    assert "Terapkan semua perubahan" not in page
    table = page.partition('<h2 id="judul-bentrok"')[2].partition("<tbody>")[2].partition("</table>")[0]
    assert [text.strip() for text in element_texts(table, "th", "td")][1:] == [
        "skm, 2023, Setahun: Realisasi",
        "76,5",
        "Dalam berkas: 77,25",
        "Di situs sekarang: 60",
    ]
    (clash,) = (uploaded.hasil or {})["bentrok"]
    nothing = sign_in.post(f"{address}pilih/", {})
    assert nothing.status_code == 422
    assert "Pilih isian berkas atau isian situs" in nothing.content.decode()
    for _ in range(2):  # the second click is answered as the first
        with django_capture_on_commit_callbacks(execute=True):
            answer = sign_in.post(f"{address}pilih/", {f"pilih-{clash['kunci']}": "berkas"})
        assert answer["Location"] == address
    page = page_of(sign_in, address)
    assert "judul-bentrok" not in page
    assert "1 berubah" in page
    with django_capture_on_commit_callbacks(execute=True):
        uploaded.refresh_from_db()
        sign_in.post(f"{address}terapkan/", {"sidik": results_fingerprint(uploaded)})
    assert str(Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka) == "77.2500"


def change_skm(content: bytes, nilai: object) -> Change:
    row = row_with(content, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    return write("Realisasi", row, "Realisasi", nilai)


def page_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_download_is_a_filled_workbook_under_a_telling_name(sign_in: Client) -> None:
    answer = sign_in.get(f"{WORKBOOK}unduh/")
    assert answer["Content-Disposition"] == 'attachment; filename="Buku-Kerja-Balung-2023.xlsx"'
    assert "no-store" in answer["Cache-Control"]
    assert load_workbook(io.BytesIO(answer.content))["Desa"]["B3"].value == "Balung Lor"


def test_upload_preview_and_apply_without_a_script(
    sign_in: Client,
    mini_workbook: bytes,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    uploaded = upload(
        sign_in, edited(mini_workbook, change_skm(mini_workbook, "77,25")), django_capture_on_commit_callbacks
    )
    text = page_of(sign_in, f"{WORKBOOK}{uploaded.pk}/")
    assert "0 baris baru, 1 berubah, 0 dihapus" in text
    assert "<del>76,5</del>" in text
    assert "<ins>77,25</ins>" in text
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka == 76.5
    uploaded.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        answer = sign_in.post(f"{WORKBOOK}{uploaded.pk}/terapkan/", {"sidik": results_fingerprint(uploaded)})
    assert answer["Location"] == f"{WORKBOOK}{uploaded.pk}/"
    text = page_of(sign_in, f"{WORKBOOK}{uploaded.pk}/")
    assert "Sudah diterapkan" in text
    assert 'href="/kecamatan/balung/2023/"' in text
    assert str(Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka) == "77.2500"
    assert "isian.xlsx" in page_of(sign_in, WORKBOOK)


def test_every_error_stands_in_a_table_with_its_place(
    sign_in: Client,
    mini_workbook: bytes,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    broken = edited(
        mini_workbook, change_skm(mini_workbook, "12,5 persen"), write("Desa", 3, "Jenis", "Dusun")
    )
    uploaded = upload(sign_in, broken, django_capture_on_commit_callbacks)
    text = page_of(sign_in, f"{WORKBOOK}{uploaded.pk}/")
    assert "<title>Kesalahan: isian.xlsx" in text
    assert "2 kesalahan; belum ada yang disimpan" in text
    assert "&quot;12,5 persen&quot; bukan angka. Tulis 12,5." in text
    assert "Terapkan semua perubahan" not in text


def test_nothing_to_change_is_said_and_offers_nothing_to_apply(
    sign_in: Client,
    mini_workbook: bytes,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    uploaded = upload(sign_in, mini_workbook, django_capture_on_commit_callbacks)
    text = page_of(sign_in, f"{WORKBOOK}{uploaded.pk}/")
    assert "Tidak ada perubahan" in text
    assert "Terapkan semua perubahan" not in text
    assert sign_in.post(f"{WORKBOOK}{uploaded.pk}/buang/")["Location"] == WORKBOOK


def test_progress_survives_a_reload(sign_in: Client, settings: Settings, mini: Kecamatan) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    uploaded = make(
        ImporBuku, kecamatan=mini, tahun=2023, status="diperiksa", kemajuan=40, mulai="2099-01-01T00:00Z"
    )
    for address in (f"{WORKBOOK}{uploaded.pk}/", f"{WORKBOOK}{uploaded.pk}/keadaan/"):
        text = page_of(sign_in, address)
        assert 'value="40"' in text
        assert "Periksa sekarang" in text
    text = page_of(sign_in, f"{WORKBOOK}{uploaded.pk}/")
    assert "js/poll.js" in text
    assert f'data-poll="{WORKBOOK}{uploaded.pk}/keadaan/" data-reload' in text
    ImporBuku.objects.filter(pk=uploaded.pk).update(status="gagal", pesan="Berkas rusak.")
    assert "<progress" not in page_of(sign_in, f"{WORKBOOK}{uploaded.pk}/keadaan/")  # that ends the polling
    text = page_of(sign_in, f"{WORKBOOK}{uploaded.pk}/")
    assert "Berkas rusak." in text
    assert "Periksa lagi" in text


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (None, "Pilih buku kerja (.xlsx) yang sudah diisi."),
        (SimpleUploadedFile("x.csv", b"a;b\n1;2\n"), "Berkas ini CSV, bukan buku kerja Excel"),
        (SimpleUploadedFile("x.xlsx", b"0" * (10 * 1024 * 1024 + 1)), "lebih dari 10 MB"),
    ],
    ids=("none", "csv", "large"),
)
def test_what_cannot_be_taken_in_is_said_at_once(
    sign_in: Client, file: SimpleUploadedFile | None, message: str
) -> None:
    answer = sign_in.post(f"{WORKBOOK}unggah/", {"berkas": file} if file else {})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Ada masalah" in text
    assert "<title>Kesalahan: Buku kerja" in text
    assert message in text
    assert not ImporBuku.objects.exists()


def test_a_closed_year_offers_the_download_alone(
    sign_in: Client, mini: Kecamatan, mini_workbook: bytes
) -> None:
    mini.laporan.all().delete()
    make_laporan(kecamatan=mini, tahun=2023, status="diajukan")
    text = page_of(sign_in, WORKBOOK)
    assert "terkunci karena LKIP sudah diajukan" in text
    assert 'type="file"' not in text
    answer = sign_in.post(f"{WORKBOOK}unggah/", {"berkas": SimpleUploadedFile("x.xlsx", mini_workbook)})
    assert answer.status_code == 423


def test_an_upload_of_another_year_is_not_found(sign_in: Client, mini: Kecamatan) -> None:
    uploaded = make(ImporBuku, kecamatan=mini, tahun=2022, status="gagal", pesan="x")
    assert sign_in.get(f"{WORKBOOK}{uploaded.pk}/").status_code == 404


def test_who_only_reads_may_download(mini: Kecamatan, client: Client) -> None:
    client.force_login(make_pengguna("pengawas", kabupaten=mini.kabupaten))
    text = page_of(client, WORKBOOK)
    assert "Unduh buku kerja terisi" in text
    assert "Hanya operator kecamatan yang dapat mengunggah" in text


def test_an_operator_of_one_unit_decides_about_his_own_uploads_alone(mini: Kecamatan, client: Client) -> None:
    narrowed = make_pengguna("operator", kecamatan=mini, username="seksi")
    narrowed.keanggotaan.get().unit.add(mini.unit_kerja.get(kunci="seksi-umum"))
    client.force_login(narrowed)
    page = page_of(client, WORKBOOK)
    assert 'type="file"' in page
    assert "Selebihnya diisi operator kecamatan yang tidak dibatasi pada unit kerja." in page
    failed: dict[str, Any] = {"kecamatan": mini, "tahun": 2023, "status": "gagal", "pesan": "x"}
    own = make(ImporBuku, **failed, pengguna=narrowed)
    others = make(ImporBuku, **failed, pengguna=make_pengguna("operator", kecamatan=mini, username="rekan"))
    for upload, decides in ((own, True), (others, False)):
        assert ("Batalkan unggahan" in page_of(client, f"{WORKBOOK}{upload.pk}/")) is decides
        answer = client.post(f"{WORKBOOK}{upload.pk}/buang/")
        assert answer.status_code == (302 if decides else 403)
    assert set(ImporBuku.objects.values_list("pk", "status")) == {(own.pk, "dibuang"), (others.pk, "gagal")}


def test_the_page_asks_as_often_with_many_uploads_as_with_one(
    sign_in: Client, mini: Kecamatan, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(15):
        make(ImporBuku, kecamatan=mini, tahun=2023, status="gagal", pesan="x")
    with django_assert_max_num_queries(11):
        page_of(sign_in, WORKBOOK)
