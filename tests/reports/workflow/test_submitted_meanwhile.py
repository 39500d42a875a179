"""Somebody writes in a year at the very moment at which its report is submitted, after it was judged: he waits, is
refused with words, and leaves nothing, whatever door he came through."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from pytest_django import Settings

from kecamatan.models import Jejak, Kecamatan
from reports.models import Dokumentasi, FotoMasuk, ImporBuku, Narasi
from reports.photos.incoming import foto_process
from reports.workbook.exchange import workbook_export
from reports.workbook.uploads import import_apply, import_process, import_receive
from reports.workflow import acts
from reports.workflow.acts import ajukan
from sakip.models import BuktiDukung, Realisasi
from tests.factory import make_pengguna
from tests.kept_rows import kept_mini
from tests.reports.photos.example_fotos import jpeg
from tests.workbook_edits import edited, results_fingerprint, row_with, write

pytestmark = pytest.mark.django_db(transaction=True)

TAHUN = 2023
PLACE = f"/kecamatan/balung/{TAHUN}"
QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

#: What a door stores, so that it can be seen whether it did.
Door = tuple[Callable[[], Any], Callable[[], bool]]


class Office:
    """Two operators of one kecamatan-year: one writes, one submits."""

    def __init__(self, kecamatan: Kecamatan) -> None:
        self.kecamatan = kecamatan
        self.writer, self.submitter = (
            make_pengguna("operator", kecamatan=kecamatan, username=name.lower(), nama=name)
            for name in ("Siti Aminah", "Budi Santoso")
        )
        self.client = Client()
        self.client.force_login(self.writer)
        self.value = Realisasi.objects.get(indikator__kunci="skm", tahun=TAHUN)

    def sent(self, address: str, **data: Any) -> Callable[[], str]:
        """What its page says then."""
        return lambda: self.client.post(f"{PLACE}/{address}", data).content.decode()

    def shown(self, address: str) -> dict[str, Any]:
        """What the form at an address would send."""
        context = self.client.get(f"{PLACE}/{address}").context
        form = context["form"]
        return {name: form[name].value() or "" for name in form.fields} | {"sidik": context["fingerprint"]}

    def value_of_the_year(self) -> Door:
        address = f"realisasi/indikator/{self.value.indikator_id}/nilai/0/"
        data = self.shown(address) | {"nilai": "77,25"}
        return self.sent(address, **data), lambda: Realisasi.objects.filter(angka="77.25").exists()

    def narrative(self) -> Door:
        address = "narasi/isi/pendorong/skm/"
        data = self.shown(address) | {"isi": "Petugas ditambah."}
        return self.sent(address, **data), lambda: Narasi.objects.filter(
            isi__contains="Petugas ditambah."
        ).exists()

    def evidence(self) -> Door:
        file = SimpleUploadedFile("bukti.pdf", b"%PDF-1.7 bukti")
        address = f"realisasi/indikator/{self.value.indikator_id}/bukti/"
        return self.sent(address, berkas=file, realisasi=self.value.pk), BuktiDukung.objects.exists

    def photo(self) -> Door:
        file = SimpleUploadedFile("rapat.jpg", jpeg())
        self.client.post(f"{PLACE}/dokumentasi/unggah/", {"foto": file, "keterangan": "Rapat."})
        incoming = FotoMasuk.objects.get()
        return lambda: foto_process(masuk_pk=incoming.pk), Dokumentasi.objects.exists

    def workbook(self) -> Door:
        book = workbook_export(kecamatan=self.kecamatan, tahun=TAHUN)
        row = row_with(book, "Realisasi", Kunci_indikator="skm", Tahun=TAHUN, Triwulan="Setahun")
        content = edited(book, write("Realisasi", row, "Realisasi", "77,25"))
        upload = import_receive(
            kecamatan=self.kecamatan, tahun=TAHUN, nama="isian.xlsx", content=content, by=self.writer
        )
        import_process(impor_pk=upload.pk)
        upload.refresh_from_db()
        import_apply(upload=upload, fingerprint=results_fingerprint(upload), by=self.writer)
        return (
            lambda: import_process(impor_pk=upload.pk),
            lambda: ImporBuku.objects.get().status == "selesai",
        )


@pytest.fixture
def office(transactional_db: None, tmp_path: Path, settings: Settings) -> Office:
    settings.TASKS, settings.MEDIA_ROOT = QUEUE, tmp_path / "media"
    kept_mini(tmp_path)
    return Office(Kecamatan.objects.get(kode="35.09.10"))


@pytest.mark.parametrize("door", ["value_of_the_year", "narrative", "evidence", "photo", "workbook"])
def test_nothing_slips_in(office: Office, door: str, monkeypatch: pytest.MonkeyPatch) -> None:
    act, is_stored = getattr(office, door)()
    ends: list[Any] = []

    def write() -> None:
        try:
            ends.append(act())
        finally:
            connection.close()

    writer = threading.Thread(target=write)

    def judged(**_: Any) -> tuple[()]:
        """Nothing stands in the way of the report; and here comes the other."""
        writer.start()
        while connection.vendor == "postgresql" and writer.is_alive() and not somebody_waits():
            pass
        return ()

    monkeypatch.setattr(acts, "hindrances", judged)
    ajukan(kecamatan=office.kecamatan, tahun=TAHUN, by=office.submitter)
    writer.join()
    assert not is_stored()
    submitted = Jejak.objects.get(tindakan="laporan.diajukan")
    assert [one.tindakan for one in Jejak.objects.filter(pk__gt=submitted.pk)] == []
    # Told on the page, or on the row that waited for the worker.
    waited: list[Any] = [*FotoMasuk.objects.all(), *ImporBuku.objects.all()]
    words = f"{ends} {[(one.pesan, getattr(one, 'hasil', '')) for one in waited]}"
    assert "terkunci karena LKIP sudah diajukan oleh Budi Santoso" in words
    assert [one for one in Path(settings.MEDIA_ROOT, "bukti").rglob("*") if one.is_file()] == []


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        (waiting,) = cursor.fetchone()
    return bool(waiting)
