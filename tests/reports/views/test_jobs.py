"""The page Pekerjaan: what the worker has to do in the reader's kabupaten, and what failed done again once."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from lxml.html import document_fromstring
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.models import Kecamatan, WorkerPulse
from reports.models import BerkasLaporan, FotoMasuk, ImporBuku
from reports.monitoring.kept import hitung_pantauan
from reports.publish.assemble import NoDokumen
from reports.publish.requests import buat_berkas, file_request
from sakip.models import RKT
from sakip.web.job_pages import PER_PAGE, SHOWN
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def balung(client: Client, settings: Settings) -> Kecamatan:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    balung = make_kecamatan(kabupaten=make_kabupaten(kode="35.09", nama="Jember"))
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    return balung


def file(kecamatan: Kecamatan, number: int = 0, **others: Any) -> BerkasLaporan:
    return make(
        BerkasLaporan, kecamatan=kecamatan, tahun=2023, jenis="rkt", kunci_isi=f"{number:064x}", **others
    )


def failed(kecamatan: Kecamatan, number: int = 0, **others: Any) -> BerkasLaporan:
    return file(kecamatan, number, status="gagal", pesan="Gambar rapat.jpg tidak ditemukan.", **others)


def rows(client: Client, query: str = "") -> list[str]:
    """The rows of the first table, as they are read."""
    answer = client.get(f"/pekerjaan/{query}")
    assert answer.status_code == 200
    page = document_fromstring(answer.content.decode())
    return [" ".join(row.text_content().split()) for row in page.xpath("(//table)[1]/tbody/tr")]


@pytest.mark.both_engines
def test_running_failed_waiting_and_finished_in_that_order(client: Client, balung: Kecamatan) -> None:
    now = timezone.now()
    before = now - timedelta(minutes=1)
    file(balung, 1)
    running = file(balung, 2, bentuk="docx", status="diproses", mulai=now)
    buat_berkas.enqueue(berkas_pk=running.pk)
    DBTaskResult.objects.update(status="RUNNING", started_at=now, worker_ids=["mesin-a:7:ab"])
    failed(balung, 3)
    file(balung, 4, status="selesai", berkas="berkas/a.pdf", halaman=1, ukuran=9)
    columns: dict[str, Any] = {"kecamatan": balung, "tahun": 2023}
    make(ImporBuku, **columns, status="diterapkan", kemajuan=60, hasil={}, mulai=before)
    make(FotoMasuk, **columns, status="gagal", berkas="", pesan="tidak dapat dibaca.", dibuat=before)
    WorkerPulse.objects.create(worker="mesin-a:7:ab")
    said = (
        "Sedang dibuat oleh pekerja mesin-a (proses 7)",
        "60% selesai",
        "Gagal Gambar rapat.jpg tidak ditemukan.",
        "Gagal Tidak dapat dibaca.",
        "Menunggu giliran",
        "Selesai",
    )
    shown = rows(client)
    assert len(shown) == len(said)
    assert [words in row for words, row in zip(said, shown, strict=True)] == [True] * len(said)
    assert len(rows(client, "?keadaan=gagal")) == 2
    assert "mesin-a (proses 7) Berjalan" in rows_of_workers(client)


@pytest.mark.both_engines
def test_what_is_worked_out_without_a_row_is_shown_to_its_kabupaten(
    client: Client, balung: Kecamatan
) -> None:
    own, other = balung.kabupaten, make_kabupaten(kode="35.10", nama="Banyuwangi")
    for kabupaten, tahun in ((own, 2022), (own, 2023), (own, 2021), (other, 2020)):
        hitung_pantauan.enqueue(kabupaten_pk=kabupaten.pk, tahun=tahun)
    states = {2022: "RUNNING", 2023: "FAILED", 2021: "SUCCESSFUL"}
    for task in DBTaskResult.objects.all():
        if status := states.get(task.args_kwargs["kwargs"]["tahun"]):
            ended = {} if status == "RUNNING" else {"finished_at": timezone.now()}
            DBTaskResult.objects.filter(pk=task.pk).update(status=status, started_at=timezone.now(), **ended)

    def said() -> list[tuple[str, str]]:
        page = document_fromstring(client.get("/pekerjaan/").content.decode())
        lines = page.xpath("//table[caption/@id='judul-perhitungan']/tbody/tr")
        return sorted((one.xpath("string(th/span)"), one.xpath("string(td[1]/span[1])")) for one in lines)

    assert said() == [("Kabupaten Jember, 2022", "Berjalan"), ("Kabupaten Jember, 2023", "Gagal")]
    client.force_login(make_pengguna("admin"))
    assert ("Kabupaten Banyuwangi, 2020", "Menunggu") in said()


def rows_of_workers(client: Client) -> str:
    page = document_fromstring(client.get("/pekerjaan/").content.decode())
    return " ".join(page.xpath("string((//table)[last()]/tbody)").split())


def test_nothing_of_another_kabupaten_is_shown_or_done(client: Client, balung: Kecamatan) -> None:
    elsewhere = failed(
        make_kecamatan(
            kabupaten=make_kabupaten(kode="35.10", nama="Banyuwangi"), kode="35.10.15", slug="rogojampi"
        )
    )
    assert rows(client) == []
    assert client.post(f"/pekerjaan/berkas/{elsewhere.pk}/ulangi/").status_code == 404
    client.force_login(make_pengguna("admin"))  # of the installation
    assert len(rows(client)) == 1


def test_what_is_of_long_ago_is_shown_no_more_and_what_waits_always(
    client: Client, balung: Kecamatan
) -> None:
    before = timezone.now() - SHOWN - timedelta(minutes=1)
    failed(balung, 1, dibuat=before)
    file(balung, 2, dibuat=before)
    (shown,) = rows(client)
    assert "Menunggu giliran" in shown


def test_a_full_page_asks_no_more_than_a_short_one(
    client: Client, balung: Kecamatan, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(PER_PAGE + 1):
        failed(balung, number)
    with django_assert_max_num_queries(20):
        assert len(rows(client)) == PER_PAGE
    assert len(rows(client, "?keadaan=gagal&lembar=2")) == 1


def test_what_failed_is_queued_once_however_often_it_is_asked_for(
    client: Client, balung: Kecamatan, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """Its records changed meanwhile: the file of today is asked for, and the failed one goes."""
    make(RKT, kecamatan=balung, tahun=2023)
    old = failed(balung)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"/pekerjaan/berkas/{old.pk}/ulangi/", {"next": "/pekerjaan/?keadaan=gagal"})
        assert answer["Location"] == "/pekerjaan/?keadaan=gagal"
    (row,) = BerkasLaporan.objects.all()
    assert (row.status, row.kunci_isi != old.kunci_isi) == ("antre", True)
    client.post(f"/pekerjaan/berkas/{row.pk}/ulangi/")
    assert DBTaskResult.objects.get().args_kwargs["kwargs"] == {"berkas_pk": row.pk}


def test_what_cannot_be_done_again_says_what_helps(client: Client, balung: Kecamatan) -> None:
    """Nothing to print is recorded in the year any more."""
    row = failed(balung)
    answer = client.post(f"/pekerjaan/berkas/{row.pk}/ulangi/")
    (said,) = get_messages(answer.wsgi_request)
    with pytest.raises(NoDokumen, match=re.escape(str(said))):
        file_request(kecamatan=balung, tahun=2023, kind="rkt", by=None)
    row.refresh_from_db()
    assert row.status == "gagal"
    foto = make(FotoMasuk, kecamatan=balung, tahun=2023, status="gagal", berkas="", pesan="rusak.")
    answer = client.post(f"/pekerjaan/foto/{foto.pk}/ulangi/", follow=True)
    assert "Unggah lagi di halamannya." in answer.content.decode()
