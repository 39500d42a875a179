"""The page *Periksa berkas*: uploaded, examined by the worker, listed with places, forgotten after a day."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from kecamatan.models import Kecamatan, Pengguna
from reports.examine.requests import paper_examine, paper_stopped
from reports.models import PeriksaBerkas
from sakip.web.jobs import JOBS
from tests.factory import make_pengguna
from tests.reports.examine.papers import COVER
from tests.reports.papers.test_pdf import SCAN, pdf

#: What is asked of the database here other tests ask it on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TEXT = COVER.replace("Sukamaju", "Balung").replace("SUKAMAJU", "BALUNG").replace("CONTOH", "JEMBER")
WRONG = TEXT + "Anggaran Rp5.000 (enam ribu rupiah).\n"


@pytest.fixture
def operator(mini: Kecamatan) -> Pengguna:
    return make_pengguna("operator", kecamatan=mini)


def browser(person: Pengguna) -> Client:
    client = Client()
    client.force_login(person)
    return client


def uploaded(person: Pengguna, content: bytes, name: str = "LKIP 2023.txt", **fields: str) -> PeriksaBerkas:
    """A paper as it waits for the worker."""
    answer = browser(person).post(
        reverse("periksa-berkas"), {"berkas": SimpleUploadedFile(name, content), **fields}
    )
    assert answer.status_code == 302, answer.content.decode()
    return PeriksaBerkas.objects.latest("pk")


def page(person: Pengguna, paper: PeriksaBerkas) -> str:
    return browser(person).get(reverse("periksa-berkas-rinci", args=[paper.pk])).content.decode()


def test_findings_are_listed_with_place_and_quotation_and_the_file_is_gone(
    operator: Pengguna, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    paper = uploaded(operator, WRONG.encode())
    file = paper.berkas.name
    assert "Menunggu diperiksa" in page(operator, paper)
    with django_capture_on_commit_callbacks(execute=True):
        paper_examine(periksa_pk=paper.pk)
        paper_examine(periksa_pk=paper.pk)
    shown = page(operator, paper)
    assert "Kecamatan Balung tahun 2023: 1 kesalahan" in shown
    assert "Baris 7" in shown
    assert "“Anggaran Rp5.000 (enam ribu rupiah).”" in shown
    assert file
    assert not default_storage.exists(file)


def test_what_cannot_be_read_is_said_in_a_sentence_and_its_file_is_gone_too(
    operator: Pengguna, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    paper = uploaded(operator, b"catatan tanpa tahun")
    file = str(paper.berkas.name)
    with django_capture_on_commit_callbacks(execute=True):
        paper_examine(periksa_pk=paper.pk)
    assert not default_storage.exists(file)
    assert "Tahun laporan tidak terbaca dari berkas ini. Sebutkan tahunnya." in page(operator, paper)
    JOBS["periksa-berkas"].restart(paper.pk)  # as who looks after jobs may ask
    paper_examine(periksa_pk=paper.pk)
    assert "Berkas tidak ada lagi di penyimpanan. Unggah lagi." in page(operator, paper)
    empty = browser(operator).post(reverse("periksa-berkas"), {"berkas": SimpleUploadedFile("a.txt", b" ")})
    assert (empty.status_code, "Berkas kosong" in empty.content.decode()) == (422, True)


def test_a_scan_is_told_apart_and_refused_with_a_way_out(
    operator: Pengguna, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    paper = uploaded(operator, pdf(SCAN), "LKIP 2023.pdf")
    file = str(paper.berkas.name)
    with django_capture_on_commit_callbacks(execute=True):
        paper_examine(periksa_pk=paper.pk)
    shown = page(operator, paper)
    assert "PDF ini hasil pindaian: 1 dari 1 halaman tidak memuat teks yang dapat dibaca." in shown
    assert "Unggah berkas Word-nya, atau PDF yang disimpan dari Word." in shown
    assert not default_storage.exists(file)


def test_whom_and_when_it_is_of_may_be_said(operator: Pengguna, mini: Kecamatan) -> None:
    paper = uploaded(operator, b"Anggaran Rp5.000 (enam ribu rupiah).", kecamatan=str(mini.pk), tahun="2022")
    paper_examine(periksa_pk=paper.pk)
    assert "Kecamatan Balung tahun 2022" in page(operator, paper)


def test_a_distrik_is_called_one(operator: Pengguna, mini: Kecamatan) -> None:
    Kecamatan.objects.filter(pk=mini.pk).update(sebutan="Distrik")
    paper = uploaded(operator, WRONG.encode(), kecamatan=str(mini.pk))
    paper_examine(periksa_pk=paper.pk)
    assert "Distrik Balung tahun 2023: " in page(operator, paper)


def test_nobody_else_sees_it(operator: Pengguna, mini: Kecamatan) -> None:
    paper = uploaded(operator, WRONG.encode())
    other = make_pengguna("organisasi", kabupaten=mini.kabupaten)
    assert browser(other).get(reverse("periksa-berkas-rinci", args=[paper.pk])).status_code == 404
    assert "LKIP 2023.txt" not in browser(other).get(reverse("periksa-berkas")).content.decode()


def test_it_is_forgotten_after_a_day_unless_it_is_kept(
    operator: Pengguna, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    kept, gone = (uploaded(operator, f"{WRONG}{number}".encode()) for number in (1, 2))
    browser(operator).post(reverse("periksa-berkas-simpan", args=[kept.pk]), {"simpan": "ya"})
    PeriksaBerkas.objects.update(dibuat=timezone.now() - timedelta(days=1, minutes=1))
    assert browser(operator).get(reverse("periksa-berkas-rinci", args=[gone.pk])).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        call_command("sapu_berkas", stdout=(said := StringIO()))
    assert "1 berkas yang diperiksa lebih dari sehari yang lalu dihapus." in said.getvalue()
    assert not default_storage.exists(str(gone.berkas.name))
    assert [one.pk for one in PeriksaBerkas.objects.all()] == [kept.pk]
    asked = browser(operator).get(reverse("periksa-berkas-hapus", args=[kept.pk])).content.decode()
    assert "Hapus pemeriksaan LKIP 2023.txt?" in asked
    assert PeriksaBerkas.objects.exists()
    browser(operator).post(reverse("periksa-berkas-hapus", args=[kept.pk]))
    assert not PeriksaBerkas.objects.exists()


def test_a_killed_worker_leaves_it_to_the_next_or_says_why(operator: Pengguna) -> None:
    paper = uploaded(operator, WRONG.encode())
    PeriksaBerkas.objects.update(status="diproses", mulai=timezone.now())
    paper_stopped(periksa_pk=paper.pk, reason="")
    paper.refresh_from_db()
    assert paper.status == "antre"
    paper_stopped(periksa_pk=paper.pk, reason="memerlukan terlalu banyak memori")
    assert "Pemeriksaan memerlukan terlalu banyak memori" in page(operator, paper)
    JOBS["periksa-berkas"].restart(paper.pk)
    paper_examine(periksa_pk=paper.pk)
    assert "1 kesalahan" in page(operator, paper)


def test_the_menu_leads_there_for_who_reads_drafts(operator: Pengguna, mini: Kecamatan) -> None:
    bupati = make_pengguna("bupati", kabupaten=mini.kabupaten)
    address = reverse("periksa-berkas")
    assert address in browser(operator).get("/").content.decode()
    assert address not in browser(bupati).get("/").content.decode()
    assert browser(bupati).get(address).status_code == 403
