"""The LKIPs of a kabupaten as one zip: what it holds, what is said to be missing, and that nothing is made twice."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db.models import Q
from django.test import Client
from django.utils import timezone
from django.utils.html import escape
from openpyxl import load_workbook
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.models import Kecamatan, Pengguna
from reports.bulk.requests import (
    NotRepeatable,
    bulk_again,
    bulk_cancel,
    bulk_forget,
    bulk_request,
    pack_make,
    part_make,
    part_stopped,
)
from reports.models import BerkasLaporan, IkhtisarKabupaten, IsiPaket, Laporan, PaketLaporan, Pantauan
from reports.pdf.render import PdfError
from reports.publish import requests as files
from reports.publish.assemble import Assembled
from reports.publish.files import Published
from sakip.models import RKT
from sakip.web.jobs import JOBS
from sakip.web.task_queue import TooManyWaiting
from tests.factory import make, make_kabupaten, make_pengguna
from tests.reports.signing.archives import archived
from tests.responses import closed

#: What is asked of the database here other tests ask it on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TAHUN = 2023
PDF = b"%PDF-1.7 LKIP"


@pytest.fixture(autouse=True)
def empty_media(settings: Settings, tmp_path: Path) -> None:
    """What a package that was given up left behind is no file of the next."""
    settings.MEDIA_ROOT = tmp_path / "media"


class Office:
    """Bagian Organisasi of a kabupaten of three kecamatan: Balung has the records of a small year, the others none."""

    def __init__(self, balung: Kecamatan, person: Pengguna, printed: list[str]) -> None:
        self.balung, self.person, self.printed = balung, person, printed

    def ask(self, *options: str, tahun: int = TAHUN, jenis: str = "lkip") -> PaketLaporan:
        return bulk_request(
            kabupaten=self.balung.kabupaten, tahun=tahun, options=options, by=self.person, jenis=jenis
        )

    def made(self, *options: str, jenis: str = "lkip") -> PaketLaporan:
        """As the worker makes it, task by task."""
        paket = self.ask(*options, jenis=jenis)
        for pk in paket.isi.values_list("pk", flat=True):
            part_make(isi_pk=pk)
        pack_make(paket_pk=paket.pk)
        paket.refresh_from_db()
        return paket


@pytest.fixture
def office(mini: Kecamatan, monkeypatch: pytest.MonkeyPatch) -> Office:
    printed: list[str] = []
    three = Q(kode__in=("35.09.01", "35.09.10", "35.09.25"))
    Kecamatan.objects.exclude(three).update(kabupaten=make_kabupaten(kode="35.10", nama="Lain"))

    def publish(assembled: Assembled, shape: str) -> Published:
        printed.append(shape)
        return Published(PDF, 2) if shape == "pdf" else Published(b"PK")

    monkeypatch.setattr(files, "publish", publish)
    return Office(mini, make_pengguna("organisasi", kabupaten=mini.kabupaten), printed)


def held(paket: PaketLaporan) -> dict[str, bytes]:
    """What the zip holds, by name."""
    assert paket.status == "selesai", paket.pesan
    with paket.berkas.open("rb") as source, zipfile.ZipFile(source) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def sheets(package: dict[str, bytes]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of the rekap below their headings, by sheet."""
    book = load_workbook(io.BytesIO(package[f"Rekap-LKIP-{TAHUN}.xlsx"]))
    return {
        page.title: [row for row in page.iter_rows(min_row=4, values_only=True) if row[0]] for page in book
    }


def test_a_package_has_a_file_of_each_kecamatan_a_rekap_and_what_is_missing(
    office: Office, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        package = held(office.made("docx", "xlsx"))
    assert sorted(package) == [
        "LKIP-Balung-2023-KONSEP.pdf",
        "Rekap-LKIP-2023.xlsx",
        "buku-kerja/Buku-Kerja-Balung-2023.xlsx",
        "word/LKIP-Balung-2023-KONSEP.docx",
    ]
    rekap, missing = sheets(package).values()
    assert (len(rekap), len(missing)) == (3, 2)
    (balung,) = (row for row in rekap if row[0] == "35.09.10")
    # Of the two indikator one is measured: 76,5 of 80; of 2.500.000 rupiah 2.400.000 were spent.
    assert (*balung[:6], *balung[7:]) == (
        *("35.09.10", "Kecamatan Balung", "Draf", 1, None, None),
        *(95.63, "belum berpredikat", 96, None),
        *("LKIP-Balung-2023-KONSEP.pdf", hashlib.sha256(PDF).hexdigest()),
    )
    assert str(balung[6]).startswith("lewat ")
    # Whoever recorded nothing is as late as who did.
    assert {row[6] for row in rekap} == {balung[6]}
    assert {row[2] for row in missing} == {"Belum ada catatan tahun 2023."}
    assert ("35.09.01", "Kecamatan Jombang", "Belum ada catatan tahun 2023.") in missing
    # What was made for this package alone is not kept beside it.
    assert default_storage.listdir("paket/buku")[1] == []


def test_what_did_not_change_is_not_made_again(office: Office) -> None:
    first = held(office.made())
    assert office.printed == ["pdf"]
    again = office.made()
    assert office.printed == ["pdf"]
    assert held(again)["LKIP-Balung-2023-KONSEP.pdf"] == first["LKIP-Balung-2023-KONSEP.pdf"]
    RKT.objects.filter(kecamatan=office.balung, tahun=TAHUN).delete()
    office.made()
    assert office.printed == ["pdf", "pdf"]


def test_what_was_signed_comes_from_its_archive_with_its_verification(office: Office) -> None:
    laporan, _ = Laporan.objects.update_or_create(
        kecamatan=office.balung,
        tahun=TAHUN,
        versi=1,
        defaults={
            "status": "diterima",
            "diajukan_oleh": office.person,
            "diajukan_pada": timezone.now(),
            "ditandatangani_pada": timezone.now(),
            "tepat_waktu": False,
        },
    )
    signature = archived(laporan)
    package = held(office.made("verifikasi"))
    assert office.printed == []
    pdf = package["LKIP-Balung-2023-versi-1.pdf"]
    assert hashlib.sha256(pdf).hexdigest() == signature.arsip.pdf_sha256
    told = package["verifikasi/LKIP-Balung-2023-versi-1.txt"].decode()
    assert f"SHA-256: {signature.arsip.pdf_sha256}" in told
    assert f"Nomor arsip: {signature.arsip.urut}\r\n" in told
    assert f"Penanda tangan: {signature.nama}, {signature.jabatan}\r\n" in told
    assert f"Sertifikat: nomor seri {signature.nomor_seri}, penerbit {signature.penerbit}\r\n" in told
    assert told.rstrip().endswith(signature.token) or told.rstrip().endswith(f"/{signature.token}/")
    (balung,) = (row for row in sheets(package)["Rekap"] if row[0] == "35.09.10")
    assert balung[2:4] == ("Diterima", 1)
    assert balung[5:7] == (f"{signature.nama}, {signature.jabatan}", "terlambat")
    assert balung[10] in told


def test_a_kecamatan_whose_report_cannot_be_made_is_named_and_the_rest_is_there(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(RKT, kecamatan=Kecamatan.objects.get(kode="35.09.01"), tahun=TAHUN)
    monkeypatch.setattr(files, "publish", _refused_once([PdfError("Gambar rusak.")]))
    package = held(office.made())
    assert [name for name in package if name.endswith(".pdf")] == ["LKIP-Balung-2023-KONSEP.pdf"]
    assert ("35.09.01", "Kecamatan Jombang", "Gambar rusak.") in sheets(package)["Belum ada"]


def _refused_once(errors: list[Exception]) -> Callable[[Assembled, str], Published]:
    def publish(assembled: Assembled, shape: str) -> Published:
        if errors:
            raise errors.pop()
        return Published(PDF, 2)

    return publish


def test_what_failed_is_repeated_and_what_was_ready_is_not_made_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(RKT, kecamatan=Kecamatan.objects.get(kode="35.09.01"), tahun=TAHUN)
    publish = files.publish
    monkeypatch.setattr(files, "publish", _refused_once([PdfError("Gambar rusak.")]))
    paket = office.made("xlsx")
    jombang = paket.isi.get(kecamatan__kode="35.09.01")
    assert (jombang.status, paket.status) == ("gagal", "selesai")
    monkeypatch.setattr(files, "publish", publish)
    client = Client()
    client.force_login(make_pengguna("pengawas", kabupaten=office.balung.kabupaten))
    assert client.post(f"/paket/{paket.pk}/ulangi/").status_code == 403
    client.force_login(office.person)
    page = client.get(f"/paket/{paket.pk}/").text
    assert "Ulangi yang gagal" in page
    assert "Jombang" in page
    assert "Gambar rusak." in page  # why, beside the kecamatan of which it is
    assert f"/pekerjaan/isi-paket/{jombang.pk}/ulangi/" in client.get("/pekerjaan/").content.decode()
    client.post(f"/paket/{paket.pk}/ulangi/")
    waiting = paket.isi.filter(status="antre")
    assert [one.pk for one in waiting] == [jombang.pk]
    with pytest.raises(NotRepeatable, match="sedang disiapkan"):
        bulk_again(paket)
    part_make(isi_pk=jombang.pk)
    pack_make(paket_pk=paket.pk)
    paket.refresh_from_db()
    package = held(paket)
    assert office.printed == ["pdf"]  # of Jombang alone
    assert {"LKIP-Jombang-2023-KONSEP.pdf", "buku-kerja/Buku-Kerja-Balung-2023.xlsx"} <= set(package)
    with pytest.raises(NotRepeatable, match="Tidak ada yang gagal"):
        bulk_again(paket)


def test_a_package_whose_zip_failed_looks_for_its_files_anew(
    office: Office, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    paket = office.ask()
    for pk in paket.isi.values_list("pk", flat=True):
        part_make(isi_pk=pk)
    default_storage.delete(BerkasLaporan.objects.get().berkas.name or "")
    pack_make(paket_pk=paket.pk)
    paket.refresh_from_db()
    assert paket.status == "gagal"
    client = Client()
    client.force_login(office.person)
    assert paket.pesan
    assert f"<p>{escape(paket.pesan)}</p>" in client.get(f"/paket/{paket.pk}/").text
    with django_capture_on_commit_callbacks(execute=True):
        JOBS["paket"].again(paket)  # type: ignore[misc]
    paket.refresh_from_db()
    assert held(paket)["LKIP-Balung-2023-KONSEP.pdf"] == PDF


def test_the_ikhtisar_is_made_once_of_the_same_content_and_read_on_a_page(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []

    def publish(assembled: Assembled, shape: str) -> Published:
        printed.append(assembled.dokumen.title)
        return Published(PDF, 9)

    monkeypatch.setattr("reports.bulk.overview.publish", publish)
    paket = office.made(jenis="ikhtisar")
    assert (paket.status, paket.berkas.name, office.printed) == ("selesai", "", [])
    assert printed == ["Ikhtisar Kinerja Kecamatan Kabupaten Jember Tahun 2023"]
    client = Client()
    client.force_login(office.person)
    page = client.get(f"/paket/{paket.pk}/ikhtisar/").content.decode()
    # Of the two indikator of Balung one is measured: 76,5 of 80; the other two kecamatan have no records.
    assert "Rata-rata 1 dari 3 kecamatan" in page
    assert "95,63%" in page
    assert "Belum ada catatan tahun 2023." in page
    file = client.get(f"/paket/{paket.pk}/ikhtisar/unduh/")
    assert file["Content-Disposition"].endswith('"Ikhtisar-Kinerja-Kabupaten-Jember-2023-KONSEP.pdf"')
    closed(file)
    book = client.get(f"/paket/{paket.pk}/ikhtisar/xlsx/")
    assert book["Content-Disposition"].endswith('"Ikhtisar-Kinerja-Kabupaten-Jember-2023-KONSEP.xlsx"')
    sheet = load_workbook(io.BytesIO(book.content))["Kecamatan"]
    balung = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Kecamatan Balung")
    assert balung[2:5] == ("konsep", 95.63, "1 dari 2")
    assert client.get(f"/paket/{paket.pk}/ikhtisar/gaya/")["Content-Type"].startswith("text/css")
    assert "Baca ikhtisar kinerja kabupaten" in client.get(f"/paket/{paket.pk}/").content.decode()
    package = office.made("ikhtisar")
    assert package.ikhtisar_id == paket.ikhtisar_id
    assert held(package)["Ikhtisar-Kinerja-Kabupaten-Jember-2023-KONSEP.pdf"] == PDF
    assert held(package)["Ikhtisar-Kinerja-Kabupaten-Jember-2023-KONSEP.xlsx"].startswith(b"PK")
    assert len(printed) == 1
    RKT.objects.filter(kecamatan=office.balung, tahun=TAHUN).delete()
    Pantauan.objects.all().delete()
    assert office.made(jenis="ikhtisar").ikhtisar_id != paket.ikhtisar_id
    assert len(printed) == 2
    finished = PaketLaporan.objects.latest("selesai").selesai
    assert finished is not None
    bulk_forget(now=finished + timedelta(days=7))
    assert not IkhtisarKabupaten.objects.exists()


def test_a_killed_worker_costs_one_kecamatan(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was ready stays ready; the file on which it worked is free at once for whoever goes on."""
    paket = office.ask()
    jombang = paket.isi.get(kecamatan__kode="35.09.01")
    balung = paket.isi.get(kecamatan=office.balung)
    part_make(isi_pk=jombang.pk)
    monkeypatch.setattr(files, "publish", _refused_once([MemoryError()]))
    with pytest.raises(MemoryError):  # as it ends where the process does
        part_make(isi_pk=balung.pk)
    assert BerkasLaporan.objects.get().status == "diproses"
    part_stopped(isi_pk=balung.pk, reason="")
    part_make(isi_pk=balung.pk)
    states = dict(IsiPaket.objects.values_list("kecamatan__kode", "status"))
    assert (states["35.09.01"], states["35.09.10"]) == ("tidak_ada", "ada")
    # Given up at last, it is named, and the package goes on without it.
    IsiPaket.objects.filter(pk=balung.pk).update(status="diproses", hasil=None)
    part_stopped(isi_pk=balung.pk, reason="melampaui batas waktu 4 menit dan dihentikan")
    balung.refresh_from_db()
    assert (balung.status, balung.pesan) == (
        "gagal",
        "Penyiapannya melampaui batas waktu 4 menit dan dihentikan. Pilih Ulangi; jika terulang, hubungi admin.",
    )


def test_while_another_worker_makes_the_file_the_kecamatan_waits(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    later: list[int] = []
    monkeypatch.setattr("reports.bulk.requests._look_again", later.append)
    paket = office.made()
    BerkasLaporan.objects.update(
        status="diproses", mulai=timezone.now(), berkas="", halaman=None, ukuran=None
    )
    balung = office.ask().isi.get(kecamatan=office.balung)
    part_make(isi_pk=balung.pk)
    balung.refresh_from_db()
    assert (balung.status, later) == ("antre", [balung.pk])
    assert paket.status == "selesai"


def test_a_package_that_is_given_up_is_not_made_and_leaves_what_was(office: Office) -> None:
    paket = office.ask("xlsx")
    balung = paket.isi.get(kecamatan=office.balung)
    part_make(isi_pk=balung.pk)
    others = list(paket.isi.exclude(pk=balung.pk).values_list("pk", flat=True))
    assert bulk_cancel(paket=paket)
    assert not bulk_cancel(paket=paket)
    for pk in others:
        part_make(isi_pk=pk)
    pack_make(paket_pk=paket.pk)
    paket.refresh_from_db()
    assert (paket.status, paket.isi.count(), paket.berkas.name) == ("dibatalkan", 0, "")
    held(office.made())
    assert office.printed == ["pdf"]


def test_a_person_has_two_packages_on_their_way_and_the_same_one_once(office: Office) -> None:
    first, second = office.ask(), office.ask("docx")
    assert (office.ask().pk, office.ask("docx").pk) == (first.pk, second.pk)
    with pytest.raises(TooManyWaiting) as refused:
        office.ask(tahun=2022)
    assert str(refused.value) == (
        "2 paket LKIP yang Anda minta masih menunggu atau sedang diolah; paling banyak 2 pada satu saat."
        " Tunggu sampai sebagian selesai, lalu minta lagi."
    )


def test_a_package_is_kept_for_a_week(office: Office) -> None:
    paket = office.made()
    name = paket.berkas.name or ""
    finished = paket.selesai
    assert finished is not None
    assert bulk_forget(now=finished + timedelta(days=6, hours=23)) == 0
    assert default_storage.exists(name)
    assert bulk_forget(now=finished + timedelta(days=7)) == 1
    assert not PaketLaporan.objects.exists()


def test_pages_lead_from_asking_to_the_file(office: Office) -> None:
    client = Client()
    client.force_login(office.person)
    asked = client.post("/paket/", {"tahun": TAHUN})
    paket = PaketLaporan.objects.get()
    assert asked["Location"] == f"/paket/{paket.pk}/"
    for pk in paket.isi.exclude(kecamatan=office.balung).values_list("pk", flat=True):
        part_make(isi_pk=pk)
    words = client.get(f"/paket/{paket.pk}/").content.decode()
    assert "2 dari 3 kecamatan siap" in words
    assert "Belum ada catatan tahun 2023." in words
    part_make(isi_pk=paket.isi.get(kecamatan=office.balung).pk)
    pack_make(paket_pk=paket.pk)
    words = client.get(f"/paket/{paket.pk}/keadaan/").content.decode()
    assert "LKIP 1 dari 3 kecamatan" in words
    assert "<progress" not in words
    file = client.get(f"/paket/{paket.pk}/unduh/")
    assert file["Content-Disposition"] == 'attachment; filename="LKIP-Kabupaten-Jember-2023.zip"'
    assert b"".join(file.streaming_content).startswith(b"PK")  # type: ignore[attr-defined]
    jobs = client.get("/pekerjaan/").content.decode()
    assert "Paket LKIP" in jobs
    assert "Kabupaten Jember, 2023" in jobs
    wrong = client.post("/paket/", {"tahun": "23"})
    assert wrong.status_code == 422
    assert "Isi tahun laporan, empat angka, antara 2000 dan 2100." in wrong.content.decode()


def test_who_only_looks_gives_up_no_package_but_his_own(office: Office) -> None:
    watcher = make_pengguna("pengawas", kabupaten=office.balung.kabupaten)
    client = Client()
    client.force_login(watcher)
    theirs = office.ask()
    assert "Batalkan" not in client.get(f"/paket/{theirs.pk}/").content.decode()
    assert client.post(f"/paket/{theirs.pk}/batal/").status_code == 403
    theirs.refresh_from_db()
    assert theirs.status == "berjalan"
    own = bulk_request(kabupaten=office.balung.kabupaten, tahun=TAHUN, options=(), by=watcher)
    assert "Batalkan" in client.get(f"/paket/{own.pk}/").content.decode()
    for person in (watcher, office.person):  # who keeps the jobs may give up anybody's
        client.force_login(person)
        assert client.post(f"/paket/{own.pk}/batal/").status_code == 302
    own.refresh_from_db()
    assert own.status == "dibatalkan"


def test_the_queue_makes_a_package_by_itself(
    office: Office, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """Every kecamatan is queued, and the last one queues the zip."""
    with django_capture_on_commit_callbacks(execute=True):
        paket = office.ask()
    paket.refresh_from_db()
    assert "LKIP-Balung-2023-KONSEP.pdf" in held(paket)
