"""PDFs in the browser: asked for, looked after, fetched; nothing is rendered in a request."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from kecamatan.models import Kecamatan
from reports.models import BerkasLaporan
from sakip.models import RKT
from sakip.web.task_queue import BATAS_PENGERJAAN
from tests.factory import make, make_pengguna
from tests.responses import tutup

pytestmark = pytest.mark.django_db

ANTREAN = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
MINTA = "/kecamatan/balung/2023/dokumen/rkt/berkas/"


@pytest.fixture
def balung(mini: Kecamatan, client: Client, settings: Settings) -> Kecamatan:
    settings.TASKS = ANTREAN
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return mini


def berkas(kecamatan: Kecamatan, **lain: object) -> BerkasLaporan:
    return make(BerkasLaporan, kecamatan=kecamatan, tahun=2023, jenis="rkt", **lain)


def halaman(client: Client, alamat: str) -> str:
    jawaban = client.get(alamat)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def test_asking_makes_a_row_and_no_pdf(
    client: Client, balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dilarang(*_: object, **__: object) -> None:
        raise AssertionError("PDF dibuat di dalam permintaan")

    monkeypatch.setattr("reports.publish.requests.publish_pdf", dilarang)
    jawaban = client.post(MINTA)
    baris = BerkasLaporan.objects.get()
    assert (baris.status, baris.diminta_oleh) == ("antre", jawaban.wsgi_request.user)
    assert jawaban["Location"] == f"/berkas/{baris.pk}/"


def test_asking_twice_leads_to_the_same_row(client: Client, balung: Kecamatan) -> None:
    assert client.post(MINTA)["Location"] == client.post(MINTA)["Location"]
    assert BerkasLaporan.objects.count() == 1


def test_asking_for_what_is_not_recorded_says_so(client: Client, balung: Kecamatan) -> None:
    jawaban = client.post("/kecamatan/balung/2023/dokumen/pk-perubahan/berkas/")
    assert jawaban.status_code == 409
    assert "belum dicatat. Isi dahulu dokumen itu." in jawaban.content.decode()
    assert not BerkasLaporan.objects.exists()


def test_a_waiting_file_tells_how_many_are_before_it(client: Client, balung: Kecamatan) -> None:
    lama = berkas(balung, kunci_isi="1" * 64, dibuat=timezone.now() - timedelta(seconds=30))
    baru = berkas(balung, kunci_isi="2" * 64)
    assert "Berkas ini yang berikutnya dibuat." in halaman(client, f"/berkas/{lama.pk}/")
    isi = halaman(client, f"/berkas/{baru.pk}/")
    assert "Menunggu giliran" in isi
    assert "Ada 1 berkas lain yang dibuat lebih dahulu." in isi
    assert "js/poll.js" in isi
    assert f'data-poll="/berkas/{baru.pk}/keadaan/"' in isi
    assert f'href="/berkas/{baru.pk}/">Periksa sekarang' in isi


def test_a_file_in_the_making_says_since_when(client: Client, balung: Kecamatan) -> None:
    baris = berkas(balung, status="diproses", mulai=timezone.now())
    mulai = timezone.localtime(baris.mulai)
    assert f"Dimulai pukul {mulai:%H.%M}." in halaman(client, f"/berkas/{baris.pk}/")


def test_a_finished_file_ends_with_a_link_size_and_pages(client: Client, balung: Kecamatan) -> None:
    pdf = ContentFile(b"%PDF-1.7 isi", name="rkt.pdf")
    baris = berkas(balung, status="selesai", halaman=44, ukuran=310_000, berkas=pdf)
    for alamat in (f"/berkas/{baris.pk}/", f"/berkas/{baris.pk}/keadaan/"):
        potongan = halaman(client, alamat)
        assert f'href="/berkas/{baris.pk}/unduh/"' in potongan
        assert "Unduh RKT-Balung-2023.pdf" in potongan
        assert "PDF, 44 halaman, 302,7" in potongan
        assert "js/poll.js" not in potongan
    unduhan = client.get(f"/berkas/{baris.pk}/unduh/")
    isi = unduhan.getvalue()
    tutup(unduhan)
    assert unduhan["Content-Type"] == "application/pdf"
    assert unduhan["Content-Disposition"] == 'attachment; filename="RKT-Balung-2023.pdf"'
    assert isi == b"%PDF-1.7 isi"


def test_a_failed_file_ends_with_the_reason_and_a_way_on(client: Client, balung: Kecamatan) -> None:
    baris = berkas(balung, status="gagal", pesan="Gambar rapat.jpg hilang. Unggah ulang.")
    isi = halaman(client, f"/berkas/{baris.pk}/")
    assert "Gambar rapat.jpg hilang. Unggah ulang." in isi
    assert f'action="{MINTA}"' in isi


@pytest.mark.parametrize("status", ["antre", "diproses"])
def test_a_file_left_behind_is_not_waited_for_forever(client: Client, balung: Kecamatan, status: str) -> None:
    lama = timezone.now() - BATAS_PENGERJAAN
    baris = berkas(balung, status=status, dibuat=lama, mulai=lama if status == "diproses" else None)
    isi = halaman(client, f"/berkas/{baris.pk}/")
    assert "Pembuatan berkas terhenti" in isi
    assert "Buat lagi" in isi
    assert "js/poll.js" not in isi


def test_an_unfinished_or_vanished_file_cannot_be_fetched(client: Client, balung: Kecamatan) -> None:
    antre = berkas(balung, kunci_isi="1" * 64)
    hilang = berkas(
        balung, kunci_isi="2" * 64, status="selesai", halaman=1, ukuran=1, berkas="berkas/hilang.pdf"
    )
    for baris in (antre, hilang):
        assert client.get(f"/berkas/{baris.pk}/unduh/").status_code == 404


def test_the_name_of_a_download_is_plain(client: Client, balung: Kecamatan) -> None:
    balung.slug = "sumber-baru"
    balung.save()
    make(RKT, kecamatan=balung, tahun=2024)
    for jenis, awalan in {"lkip": "LKIP", "pk-perubahan": "PK-Perubahan", "sk-iku": "SK-IKU"}.items():
        isi = ContentFile(b"%PDF", name="x.pdf")
        baris = make(
            BerkasLaporan,
            kecamatan=balung,
            tahun=2024,
            jenis=jenis,
            status="selesai",
            halaman=1,
            ukuran=4,
            berkas=isi,
        )
        unduhan = client.get(f"/berkas/{baris.pk}/unduh/")
        tutup(unduhan)
        assert f'filename="{awalan}-Sumber-Baru-2024.pdf"' in unduhan["Content-Disposition"]
