"""Files in the browser: asked for, looked after, fetched; nothing is rendered in a request."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from kecamatan.models import Kecamatan
from reports.models import BerkasLaporan
from sakip.models import RKT
from sakip.web.task_queue import WORK_LIMIT
from tests.factory import make, make_pengguna
from tests.responses import closed

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
REQUEST = "/kecamatan/balung/2023/dokumen/rkt/berkas/"


@pytest.fixture
def balung(mini: Kecamatan, client: Client, settings: Settings) -> Kecamatan:
    settings.TASKS = QUEUE
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return mini


def file(kecamatan: Kecamatan, **others: object) -> BerkasLaporan:
    return make(BerkasLaporan, kecamatan=kecamatan, tahun=2023, jenis="rkt", **others)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.both_engines
def test_asking_makes_a_row_and_no_file(
    client: Client, balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("berkas dibuat di dalam permintaan")

    monkeypatch.setattr("reports.publish.requests.publish", forbidden)
    answer = client.post(REQUEST)
    row = BerkasLaporan.objects.get()
    assert (row.status, row.diminta_oleh) == ("antre", answer.wsgi_request.user)
    assert answer["Location"] == f"/berkas/{row.pk}/"


@pytest.mark.both_engines
def test_asking_twice_leads_to_the_same_row(client: Client, balung: Kecamatan) -> None:
    assert client.post(REQUEST)["Location"] == client.post(REQUEST)["Location"]
    assert BerkasLaporan.objects.count() == 1


@pytest.mark.both_engines
def test_each_shape_has_its_button_and_its_row(client: Client, balung: Kecamatan) -> None:
    content = page(client, REQUEST.removesuffix("berkas/"))
    for shape, label in (("pdf", "PDF"), ("docx", "Word"), ("html", "HTML")):
        assert f'name="bentuk" value="{shape}"' in content
        assert f"Unduh {label}</button>" in content
        client.post(REQUEST, {"bentuk": shape})
        row = BerkasLaporan.objects.get(bentuk=shape)
        assert (row.jenis, row.status) == ("rkt", "antre")
        assert f"<h1>Berkas {label} RKT</h1>" in page(client, f"/berkas/{row.pk}/")


@pytest.mark.both_engines
def test_a_shape_that_nobody_makes_is_not_found(client: Client, balung: Kecamatan) -> None:
    assert client.post(REQUEST, {"bentuk": "exe"}).status_code == 404
    assert not BerkasLaporan.objects.exists()


@pytest.mark.parametrize(
    ("shape", "said", "kind"),
    [
        ("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("html", "HTML", "text/html; charset=utf-8"),
    ],
)
def test_word_and_html_are_fetched_as_files(
    client: Client, balung: Kecamatan, shape: str, said: str, kind: str
) -> None:
    """Never shown on the site itself: a page of ours would be read with its reader's rights."""
    row = file(
        balung, bentuk=shape, status="selesai", ukuran=3, berkas=ContentFile(b"isi", name=f"x.{shape}")
    )
    content = page(client, f"/berkas/{row.pk}/")
    assert f"Unduh RKT-Balung-2023.{shape}" in content
    assert f'<p class="redup">{said}, 3' in content
    download = client.get(f"/berkas/{row.pk}/unduh/")
    closed(download)
    assert download["Content-Type"] == kind
    assert download["Content-Disposition"] == f'attachment; filename="RKT-Balung-2023.{shape}"'
    assert download["X-Content-Type-Options"] == "nosniff"


def test_a_failed_shape_is_asked_for_again_in_that_shape(client: Client, balung: Kecamatan) -> None:
    row = file(balung, bentuk="docx", status="gagal", pesan="Gambar rapat.jpg hilang. Unggah ulang.")
    assert '<input type="hidden" name="bentuk" value="docx">' in page(client, f"/berkas/{row.pk}/")


def test_asking_for_what_is_not_recorded_says_so(client: Client, balung: Kecamatan) -> None:
    answer = client.post("/kecamatan/balung/2023/dokumen/pk-perubahan/berkas/")
    assert answer.status_code == 409
    assert "belum dicatat. Isi dahulu dokumen itu." in answer.content.decode()
    assert not BerkasLaporan.objects.exists()


def test_a_waiting_file_tells_how_many_are_before_it(client: Client, balung: Kecamatan) -> None:
    old = file(balung, kunci_isi="1" * 64, dibuat=timezone.now() - timedelta(seconds=30))
    new = file(balung, kunci_isi="2" * 64)
    assert "Berkas ini yang berikutnya dibuat." in page(client, f"/berkas/{old.pk}/")
    content = page(client, f"/berkas/{new.pk}/")
    assert "Menunggu giliran" in content
    assert "Ada 1 berkas lain yang dibuat lebih dahulu." in content
    assert "js/poll.js" in content
    assert f'data-poll="/berkas/{new.pk}/keadaan/"' in content
    assert f'href="/berkas/{new.pk}/">Periksa sekarang' in content


def test_a_file_in_the_making_says_since_when(client: Client, balung: Kecamatan) -> None:
    row = file(balung, status="diproses", mulai=timezone.now())
    start = timezone.localtime(row.mulai)
    assert f"Dimulai pukul {start:%H.%M}." in page(client, f"/berkas/{row.pk}/")


def test_a_finished_file_ends_with_a_link_size_and_pages(client: Client, balung: Kecamatan) -> None:
    pdf = ContentFile(b"%PDF-1.7 isi", name="rkt.pdf")
    row = file(balung, status="selesai", halaman=44, ukuran=310_000, berkas=pdf)
    for address in (f"/berkas/{row.pk}/", f"/berkas/{row.pk}/keadaan/"):
        pieces = page(client, address)
        assert f'href="/berkas/{row.pk}/unduh/"' in pieces
        assert "Unduh RKT-Balung-2023.pdf" in pieces
        assert "PDF, 44 halaman, 302,7" in pieces
        assert "js/poll.js" not in pieces
    download = client.get(f"/berkas/{row.pk}/unduh/")
    content = download.getvalue()
    closed(download)
    assert download["Content-Type"] == "application/pdf"
    assert download["Content-Disposition"] == 'attachment; filename="RKT-Balung-2023.pdf"'
    assert content == b"%PDF-1.7 isi"


def test_a_failed_file_ends_with_the_reason_and_a_way_on(client: Client, balung: Kecamatan) -> None:
    row = file(balung, status="gagal", pesan="Gambar rapat.jpg hilang. Unggah ulang.")
    content = page(client, f"/berkas/{row.pk}/")
    assert "Gambar rapat.jpg hilang. Unggah ulang." in content
    assert f'action="{REQUEST}"' in content


@pytest.mark.parametrize("status", ["antre", "diproses"])
def test_a_file_left_behind_is_not_waited_for_forever(client: Client, balung: Kecamatan, status: str) -> None:
    old = timezone.now() - WORK_LIMIT
    row = file(balung, status=status, dibuat=old, mulai=old if status == "diproses" else None)
    content = page(client, f"/berkas/{row.pk}/")
    assert "Pembuatan berkas terhenti" in content
    assert "Buat lagi" in content
    assert "js/poll.js" not in content


def test_an_unfinished_or_vanished_file_cannot_be_fetched(client: Client, balung: Kecamatan) -> None:
    queued = file(balung, kunci_isi="1" * 64)
    lost = file(balung, kunci_isi="2" * 64, status="selesai", halaman=1, ukuran=1, berkas="berkas/hilang.pdf")
    for row in (queued, lost):
        assert client.get(f"/berkas/{row.pk}/unduh/").status_code == 404


def test_the_name_of_a_download_is_plain(client: Client, balung: Kecamatan) -> None:
    balung.slug = "sumber-baru"
    balung.save()
    make(RKT, kecamatan=balung, tahun=2024)
    for kind, prefix in {"lkip": "LKIP", "pk-perubahan": "PK-Perubahan", "sk-iku": "SK-IKU"}.items():
        content = ContentFile(b"%PDF", name="x.pdf")
        row = make(
            BerkasLaporan,
            kecamatan=balung,
            tahun=2024,
            jenis=kind,
            status="selesai",
            halaman=1,
            ukuran=4,
            berkas=content,
        )
        download = client.get(f"/berkas/{row.pk}/unduh/")
        closed(download)
        assert f'filename="{prefix}-Sumber-Baru-2024.pdf"' in download["Content-Disposition"]
