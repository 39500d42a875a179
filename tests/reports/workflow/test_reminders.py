"""Who is reminded of the last day of a report, when, and once. 28 February 2027, the last day of 2026, is a Sunday."""

from __future__ import annotations

from datetime import date

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from pytest_django import Settings

from kecamatan.models import Kecamatan
from reports.models import Laporan, Pantauan, Pengingat
from reports.monitoring.kept import keep_state
from reports.workflow.reminders import send_reminders
from sakip.models import HariLibur, KebijakanPengukuran
from tests.factory import make, make_kecamatan, make_laporan, make_pengguna, make_scale

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

OPERATOR, CAMAT, OFFICE = "budi@contoh.go.id", "camat@contoh.go.id", "org@contoh.go.id"


@pytest.fixture
def report(balung: Kecamatan) -> Laporan:
    """That of 2026, still a draft, and the people whom it concerns."""
    make_pengguna("operator", kecamatan=balung, email=OPERATOR)
    make_pengguna("camat", kecamatan=balung, email=CAMAT)
    make_pengguna("organisasi", kabupaten=balung.kabupaten, email=OFFICE)
    make_pengguna("pengawas", kabupaten=balung.kabupaten, email="pengawas@contoh.go.id")
    return make_laporan(kecamatan=balung, tahun=2026, status="draf")


def told(month: int, day: int) -> dict[str, str]:
    """Whom a run on that day of 2027 tells, and what."""
    send_reminders(date(2027, month, day))
    found = {one.to[0]: str(one.body) for one in mail.outbox}
    mail.outbox.clear()
    return found


def test_each_reminder_reaches_who_has_to_act_and_the_office_once(report: Laporan) -> None:
    assert told(2, 8) == {}
    first = told(2, 9)
    assert first.keys() == {OPERATOR, OFFICE}
    words = f"LKIP {report.kecamatan} tahun 2026, paling lambat 28 Februari 2027 (13 hari kerja lagi)."
    assert f"- {words} Selesaikan, lalu ajukan kepada camat." in first[OPERATOR]
    assert f"- {words} Keadaan: draf, menunggu operator." in first[OFFICE]
    assert "Hari libur" in first[OPERATOR]
    assert [told(2, 9), told(2, 17)] == [{}, {}]
    assert told(2, 18).keys() == {OPERATOR, OFFICE}
    assert "(hari ini)" in told(2, 28)[OPERATOR]  # that of Friday 26 was missed
    assert "(lewat 1 hari kerja)" in told(3, 1)[OPERATOR]
    assert told(3, 20) == {}


def test_what_was_submitted_waits_for_the_camat_and_what_was_signed_for_nobody(report: Laporan) -> None:
    writer = make_pengguna("operator", kecamatan=report.kecamatan)
    Laporan.objects.update(status="diajukan", diajukan_oleh=writer, diajukan_pada="2027-02-01T00:00Z")
    assert told(2, 9).keys() == {CAMAT, OFFICE}
    Laporan.objects.update(status="ditandatangani", ditandatangani_pada="2027-02-10T00:00Z")
    assert told(2, 18) == {}


def test_a_report_never_begun_of_a_year_after_the_first_is_owed(report: Laporan) -> None:
    Laporan.objects.update(tahun=2025, status="draf", batas_waktu=date(2027, 12, 1))
    found = told(2, 26)
    assert "tahun 2026" in found[OPERATOR]
    assert "tahun 2025" not in found[OPERATOR]


def test_the_last_day_is_the_one_that_the_kabupaten_set(report: Laporan) -> None:
    """31 January 2027 is a Sunday, too."""
    kabupaten = report.kecamatan.kabupaten
    make(KebijakanPengukuran, kabupaten=kabupaten, tahun=2026, batas_waktu_lkip=date(2027, 1, 31))
    assert "paling lambat 31 Januari 2027 (1 hari kerja lagi)" in told(1, 28)[OPERATOR]
    assert told(2, 9) == {}


@pytest.fixture
def planned(report: Laporan) -> Kecamatan:
    """The RKT of 2027 is due on Friday 26 February, its PK long ago; there is another kecamatan beside Balung."""
    kabupaten = report.kecamatan.kabupaten
    days = {"batas_waktu_rkt": date(2027, 2, 26), "batas_waktu_pk": date(2027, 1, 4)}
    scale = make_scale(kabupaten=kabupaten)
    make(KebijakanPengukuran, kabupaten=kabupaten, tahun=2027, skala=scale, **days)
    return make_kecamatan(kabupaten=kabupaten, kode="35.09.01", nama="Jombang", slug="jombang")


@pytest.mark.both_engines
def test_documents_before_the_report_stand_in_the_same_mail_once(planned: Kecamatan) -> None:
    """14 working days before 26 February is Monday the 8th, before the LKIP's last day it is the 9th."""
    assert told(2, 5) == {}
    found = told(2, 9)
    assert found.keys() == {OPERATOR, OFFICE}
    assert "Batas waktu LKIP:" in found[OPERATOR]
    until = "tahun 2027, paling lambat 26 Februari 2027 (13 hari kerja lagi)."
    own = (
        f"- Rencana Kinerja Tahunan Kecamatan Balung {until} Lengkapi, lalu tetapkan; sekarang belum dimulai."
    )
    assert own in found[OPERATOR]
    assert "Jombang" not in found[OPERATOR]
    both = "Belum ada dari 2 kecamatan: Balung (belum dimulai), Jombang (belum dimulai)."
    assert f"- Rencana Kinerja Tahunan {until} {both}" in found[OFFICE]
    assert "Perjanjian Kinerja" not in found[OFFICE]  # its last reminder is long overdue
    assert told(2, 9) == {}
    assert "(7 hari kerja lagi)" in told(2, 17)[OFFICE]


def test_an_agreed_document_is_reminded_of_no_more(planned: Kecamatan, report: Laporan) -> None:
    Laporan.objects.update(batas_waktu=date(2027, 12, 1))
    for one in (planned, report.kecamatan):
        keep_state(kecamatan=one, tahun=2027)
    own = Pantauan.objects.get(kecamatan=report.kecamatan, tahun=2027)
    own.isi["documents"]["rkt"] |= {"state": "lengkap", "percent": 100}
    own.save()
    assert "Tetapkan: isinya sudah lengkap." in told(2, 8)[CAMAT]
    own.isi["handed"]["rkt"] = "2027-02-09T00:00:00Z"
    own.save()
    Pantauan.objects.filter(kecamatan=planned).update(isi={"broken": "Skala belum memiliki kategori."})
    found = told(2, 17)
    assert found.keys() == {OFFICE}
    assert "Belum ada dari 1 kecamatan: Jombang (catatan rusak)." in found[OFFICE]


def test_a_mail_waits_until_the_worker_knows_how_far_all_are(
    planned: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that nobody gets two on a day; the report's own reminder waits with it."""
    with monkeypatch.context() as busy:
        busy.setattr("reports.monitoring.kept.AT_ONCE", 1)
        assert told(2, 9) == {}
    assert told(2, 9).keys() == {OPERATOR, OFFICE}


def test_holidays_of_the_kabupaten_move_the_days(report: Laporan) -> None:
    make(HariLibur, kabupaten=report.kecamatan.kabupaten, tanggal=date(2027, 2, 17))
    found = told(2, 8)
    assert found.keys() == {OPERATOR, OFFICE}
    assert "Hari libur" not in found[OPERATOR]


def test_long_after_the_last_day_nobody_is_reminded(report: Laporan) -> None:
    assert told(3, 9) == {}  # the reminder was due on 1 March


def test_what_could_not_be_sent_is_sent_the_next_time(
    report: Laporan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: object) -> int:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", down)
        sent, unknown = send_reminders(date(2027, 2, 9))
    assert (sent.count, len(sent.failed), Pengingat.objects.count()) == (0, 2, 0)
    assert unknown == [
        f"Hari libur {report.kecamatan.kabupaten} tahun 2027 belum dicatat, jadi hanya Sabtu dan Minggu yang dihitung"
        " libur."
    ]
    assert told(2, 9).keys() == {OPERATOR, OFFICE}


def test_the_worker_runs_it_where_there_is_no_timer(
    report: Laporan, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: date(2027, 2, 9))
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0, berkala=True)
    assert "2 surel terkirim." in capsys.readouterr().out
    assert {OPERATOR, OFFICE} == {one.to[0] for one in mail.outbox if "batas waktu" in str(one.subject)}
