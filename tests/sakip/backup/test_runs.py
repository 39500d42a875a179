"""Who is told that there is no backup: when, in which words, on which page and by which mail."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from kecamatan.models import BackupRun, Kecamatan
from reports.workflow.notices import send_notices
from sakip.backup.runs import backup_state
from tests.factory import make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

NOW = datetime(2026, 11, 29, 18, 0, tzinfo=UTC)


def run(begun: datetime, problem: str = "") -> BackupRun:
    return BackupRun.objects.create(
        begun=begun,
        ended=begun + timedelta(minutes=1),
        folder="" if problem else "/cadangan/sakip-1",
        files=1234,
        size=5_000_000,
        problem=problem,
    )


@pytest.mark.parametrize(
    ("good", "failed", "words"),
    [
        (None, None, "Basis data dan berkas unggahan belum pernah dicadangkan."),
        (timedelta(hours=24), None, ""),
        (
            timedelta(hours=24, minutes=1),
            None,
            "Cadangan terakhir 29 November 2026 pukul 00.59, lebih dari satu hari yang lalu.",
        ),
        (
            timedelta(hours=12),
            timedelta(hours=1),
            "Pencadangan 30 November 2026 pukul 00.00 gagal. Cadangan terakhir yang berhasil 29 November 2026 pukul"
            " 13.00.",
        ),
        (timedelta(hours=1), timedelta(hours=12), ""),
        (
            None,
            timedelta(hours=1),
            "Pencadangan 30 November 2026 pukul 00.00 gagal. Basis data dan berkas unggahan belum pernah dicadangkan.",
        ),
    ],
)
def test_what_is_said_of_the_backups(good: timedelta | None, failed: timedelta | None, words: str) -> None:
    if good is not None:
        run(NOW - good)
    if failed is not None:
        run(NOW - failed, "Penyimpanan penuh.")
    assert backup_state(NOW).trouble == words


def test_home_and_page_tell_it_to_who_keeps_accounts_and_nobody_else(
    client: Client, balung: Kecamatan
) -> None:
    run(timezone.now() - timedelta(days=2))
    run(timezone.now(), 'Cadangan ke "/mnt" tidak dapat ditulis.')
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    home, page = (client.get(address).content.decode() for address in ("/", "/cadangan/"))
    for text in (home, page):
        assert "lebih dari satu hari yang lalu." in text
        assert "Sampaikan kepada petugas yang menjaga server." in text
    assert escape('Cadangan ke "/mnt" tidak dapat ditulis.') in page
    assert "1.234" in page
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert "cadangan" not in client.get("/").content.decode().lower()
    assert client.get("/cadangan/").status_code == 403
    run(timezone.now())
    client.force_login(make_pengguna("admin"))
    assert "Semua yang tersimpan sampai saat itu" in client.get("/cadangan/").content.decode()
    assert 'id="cadangan"' not in client.get("/").content.decode()


def test_it_is_mailed_once_for_each_failure_without_its_cause() -> None:
    make_pengguna("admin", email="admin@contoh.go.id", nama="Rina")
    run(timezone.now() - timedelta(days=2))
    assert [send_notices().count for _ in range(2)] == [1, 0]
    run(timezone.now(), "/mnt/rahasia penuh.")
    assert [send_notices().count for _ in range(2)] == [1, 0]
    run(timezone.now())
    assert send_notices().count == 0
    assert [str(one.subject) for one in mail.outbox] == ["SAKIP Kecamatan: 1 hal menunggu Anda"] * 2
    assert "http://127.0.0.1:8000/cadangan/" in str(mail.outbox[1].body)
    assert "rahasia" not in str(mail.outbox[1].body)
