"""Who is reminded of the last day of a report, when, and once. 28 February 2027, the last day of 2026, is a Sunday."""

from __future__ import annotations

from datetime import date

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from pytest_django import Settings

from kecamatan.models import Kecamatan
from reports.models import Laporan, Pengingat
from reports.workflow.reminders import send_reminders
from sakip.models import HariLibur, KebijakanPengukuran
from tests.factory import make, make_laporan, make_pengguna

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


@pytest.mark.both_engines
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
