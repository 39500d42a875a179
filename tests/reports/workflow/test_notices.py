"""Who is told by mail what waits, when, and what the mail says."""

from __future__ import annotations

from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from kecamatan.ground.errors import InputError
from kecamatan.models import BackupRun, Kecamatan, Pengguna
from reports.workflow import acts
from reports.workflow.notices import send_notices
from sakip.settings import DATA_DIR, mail_settings
from tests.factory import make_kecamatan, make_pengguna
from tests.reports.workflow.test_acts import SIGNED_AT, laporan

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture(autouse=True)
def backed_up(db: None) -> None:
    """Nothing is to be told of the backups."""
    BackupRun.objects.create(begun=timezone.now(), ended=timezone.now(), folder="/cadangan")


@pytest.fixture
def camat(balung: Kecamatan) -> Pengguna:
    return make_pengguna("camat", kecamatan=balung, nama="Siti Aminah", email="camat@contoh.go.id")


@pytest.fixture
def operator(balung: Kecamatan) -> Pengguna:
    return make_pengguna("operator", kecamatan=balung, nama="Budi", email="budi@contoh.go.id")


def sent() -> list[tuple[str, str]]:
    """Whom the mails since the last time went to, and their subjects."""
    told = [(one.to[0], str(one.subject)) for one in mail.outbox]
    mail.outbox.clear()
    return told


def test_of_whom_nothing_is_awaited_no_report_is_read(
    balung: Kecamatan, camat: Pengguna, django_assert_num_queries: Any
) -> None:
    """Who follows the nation sees every report there is; a pengawas those of a kabupaten."""
    laporan("diajukan", balung)
    Pengguna.objects.filter(pk=camat.pk).update(pemberitahuan=False)
    make_pengguna("pusat", email="pusat@contoh.go.id")
    make_pengguna("pengawas", kabupaten=balung.kabupaten, email="pengawas@contoh.go.id")
    with django_assert_num_queries(3):  # the people, and what each of them is
        assert send_notices().count == 0


def test_each_is_told_once_what_waits_for_him(balung: Kecamatan, operator: Pengguna, camat: Pengguna) -> None:
    office = make_pengguna("organisasi", kabupaten=balung.kabupaten, email="org@contoh.go.id")
    make_pengguna("pengawas", kabupaten=balung.kabupaten, email="pengawas@contoh.go.id")
    make_pengguna(
        username="akar", is_superuser=True, email="akar@contoh.go.id"
    )  # may do most, and need do nothing
    assert send_notices().count == 0
    one = laporan("diajukan", balung)
    subject = "SAKIP Kecamatan: 1 hal menunggu Anda"
    assert (send_notices().count, sent()) == (1, [("camat@contoh.go.id", subject)])
    assert send_notices().count == 0
    acts.kembalikan(one, by=camat, catatan="Rahasia: perbaiki tabel 3.1.")
    assert (send_notices().count, sent()) == (1, [("budi@contoh.go.id", subject)])
    type(one).objects.filter(pk=one.pk).update(status="diajukan")
    acts.kembalikan(one, by=camat, catatan="Sekali lagi.")  # the same state once more is news
    assert (send_notices().count, sent()) == (1, [("budi@contoh.go.id", subject)])
    type(one).objects.filter(pk=one.pk).update(status="diajukan")
    acts.mark_signed(one, by=camat, at=SIGNED_AT)
    assert (send_notices().count, sent()) == (1, [("org@contoh.go.id", subject)])
    acts.buka_kembali(one, by=office, alasan="Pagu keliru.", batas_waktu=timezone.localdate())
    assert (send_notices().count, sent()) == (1, [("budi@contoh.go.id", subject)])


def test_without_a_name_of_the_site_nobody_counts_as_told(
    balung: Kecamatan, operator: Pengguna, camat: Pengguna, settings: Settings
) -> None:
    laporan("diajukan", balung)
    address, settings.SAKIP_ADDRESS = settings.SAKIP_ADDRESS, ""
    with pytest.raises(InputError, match="Isi SAKIP_ADDRESS"):
        send_notices()
    settings.SAKIP_ADDRESS = address
    assert send_notices().count == 1


def test_the_mail_names_the_report_and_never_what_it_says(
    balung: Kecamatan, operator: Pengguna, camat: Pengguna
) -> None:
    acts.kembalikan(laporan("diajukan", balung), by=camat, catatan="Rahasia: perbaiki tabel 3.1.")
    send_notices()
    [one] = mail.outbox
    assert one.body == (
        "Yth. Budi,\n\nMenunggu Anda:\n\n"
        "- LKIP Kecamatan Balung tahun 2021 (dikembalikan). Perbaiki menurut catatannya, lalu ajukan lagi.\n"
        "  http://127.0.0.1:8000/kecamatan/balung/2021/meja/\n\n"
        "Surel ini dikirim otomatis dan tidak memuat isi laporan. Untuk berhenti menerimanya, buka halaman Akun dan"
        " matikan pemberitahuan."
    )


@pytest.mark.both_engines
def test_who_turned_it_off_is_told_nothing(client: Client, balung: Kecamatan, camat: Pengguna) -> None:
    laporan("diajukan", balung)
    client.force_login(camat)
    assert "Menyala: bila ada dokumen yang menunggu Anda" in client.get("/akun/").content.decode()
    off = client.post("/akun/pemberitahuan/", {"pemberitahuan": "mati"}, follow=True).content.decode()
    assert "Mati. Yang menunggu Anda tetap tampil pada Beranda." in off
    assert send_notices().count == 0
    client.post("/akun/pemberitahuan/", {"pemberitahuan": "nyala"})
    assert send_notices().count == 1


@pytest.mark.both_engines
def test_nobody_without_an_address_or_an_open_account(balung: Kecamatan, camat: Pengguna) -> None:
    laporan("diajukan", balung)
    for change in ({"email": ""}, {"is_active": False, "email": "camat@contoh.go.id"}):
        Pengguna.objects.filter(pk=camat.pk).update(**change)
        assert send_notices().count == 0


def test_what_is_done_with_is_no_news(balung: Kecamatan) -> None:
    office = make_pengguna("organisasi", kabupaten=balung.kabupaten, email="org@contoh.go.id")
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11", slug="puger", nama="Puger")
    one = laporan("ditandatangani", balung)
    laporan("ditandatangani", neighbour)
    assert (send_notices().count, sent()) == (
        1,
        [("org@contoh.go.id", "SAKIP Kecamatan: 2 hal menunggu Anda")],
    )
    acts.terima(one, by=office)
    assert send_notices().count == 0


REFUSED = SMTPRecipientsRefused({"camat@contoh.go.id": (550, b"no such user")})


@pytest.mark.parametrize(
    "error", [REFUSED, SMTPDataError(451, b"later"), ValueError("header"), ConnectionResetError()], ids=repr
)
def test_a_mail_that_fails_is_tried_again_and_the_others_go_out(
    balung: Kecamatan, camat: Pengguna, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    other = make_pengguna("camat", kecamatan=balung, username="plt", email="plt@contoh.go.id")
    laporan("diajukan", balung)
    deliver = EmailBackend.send_messages

    def failing(self: EmailBackend, messages: list[mail.EmailMessage]) -> int:
        if messages[0].to == [camat.email]:
            raise error
        return deliver(self, messages)

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", failing)
        with pytest.raises(
            CommandError, match=f"Surel kepada {camat.username} tidak terkirim. Periksa SAKIP_EMAIL"
        ):
            call_command("kirim_pemberitahuan")
    assert [to for to, _ in sent()] == [other.email]
    call_command("kirim_pemberitahuan")
    assert [to for to, _ in sent()] == [camat.email]


def test_a_server_that_is_down_is_asked_three_times_and_not_for_everybody(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [
        make_pengguna("camat", kecamatan=balung, username=f"c{n}", email=f"c{n}@contoh.go.id")
        for n in range(6)
    ]
    laporan("diajukan", balung)
    asked: list[str] = []

    def down(self: EmailBackend, messages: list[mail.EmailMessage]) -> int:
        asked.extend(messages[0].to)
        raise TimeoutError

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", down)
        with pytest.raises(
            CommandError, match=r"^Surel kepada c0, c1, c2 tidak terkirim\. Peladen surel tidak"
        ):
            call_command("kirim_pemberitahuan")
    assert asked == ["c0@contoh.go.id", "c1@contoh.go.id", "c2@contoh.go.id"]
    call_command("kirim_pemberitahuan")
    assert sorted(to for to, _ in sent()) == [one.email for one in people]


def test_of_two_that_run_at_once_one_tells(
    balung: Kecamatan, camat: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second begins while the first waits for the server."""
    laporan("diajukan", balung)
    deliver, counts = EmailBackend.send_messages, []

    def slow(self: EmailBackend, messages: list[mail.EmailMessage]) -> int:
        counts.append(send_notices().count)
        return deliver(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", slow)
    assert (send_notices().count, counts) == (1, [0])
    assert len(sent()) == 1


def test_the_way_out() -> None:
    assert mail_settings("")["EMAIL_FILE_PATH"] == str(DATA_DIR / "surel")
    smtp = mail_settings("smtp+tls://sakip:rahasia@surel.contohkab.go.id:587")
    found = [
        smtp.get(key)
        for key in ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_USE_TLS", "EMAIL_TIMEOUT")
    ]
    assert found == ["surel.contohkab.go.id", 587, "sakip", True, 20]
    with pytest.raises(ImproperlyConfigured, match="SAKIP_EMAIL tidak dapat dibaca"):
        mail_settings("smtp://sakip:rahasia@surel:port")
    with pytest.raises(ImproperlyConfigured, match='"http" tidak dikenal'):
        mail_settings("http://surel.contohkab.go.id")
