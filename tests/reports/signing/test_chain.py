"""The chain of signed reports: a change, a gap or a lost file is told, and the database refuses all three."""

from __future__ import annotations

import json

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from kecamatan.models import Jejak, Kecamatan
from reports.models import Arsip, TandaTangan
from reports.signing import chain
from reports.signing.chain import (
    append,
    archived_files_are_whole,
    chain_is_whole,
    head,
    signed_agreements_are_archived,
)
from sakip.models import Penetapan
from tests.factory import build, make, make_laporan

pytestmark = pytest.mark.django_db


def linked(tahun: int, **change: str) -> Arsip:
    """A signed report at the end of the chain."""
    laporan = make_laporan(tahun=tahun, status="ditandatangani")
    arsip = build(Arsip, laporan=laporan, kecamatan=laporan.kecamatan, tahun=tahun)
    signature = build(TandaTangan, arsip=arsip)
    append(arsip, signature)
    arsip.save(force_insert=True)
    signature.arsip = arsip
    signature.save(force_insert=True)
    return arsip


def test_each_link_names_the_one_before(balung: Kecamatan) -> None:
    first, second = linked(2021), linked(2022)
    assert (first.urut, first.sidik_sebelum) == (1, "")
    assert (second.urut, second.sidik_sebelum) == (2, first.sidik)
    assert head() == second
    assert list(chain_is_whole()) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *((one, "9" * 64) for one in ("pdf_sha256", "naskah_sha256", "versi_templat")),
        *(("tahun", 2019), ("versi", 2), ("pihak", 2)),
    ],
)
def test_a_changed_link_is_told(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch, column: str, value: str | int
) -> None:
    first, _ = linked(2021), linked(2022)
    first = Arsip.objects.select_related("kecamatan", "laporan__kecamatan").get(pk=first.pk)
    setattr(first, column, value)
    rows = [first, *Arsip.objects.filter(urut=2)]
    monkeypatch.setattr(chain, "_links", lambda: iter(rows))
    assert [place for place, _ in chain_is_whole()] == [str(first)]


def test_a_fingerprint_of_another_pdf_is_told(balung: Kecamatan, monkeypatch: pytest.MonkeyPatch) -> None:
    """By it the public page says of a PDF that it is genuine."""
    first = linked(2021)
    first.tanda_tangan.sidik = "9" * 64
    monkeypatch.setattr(chain, "_links", lambda: iter([first]))
    assert [place for place, _ in chain_is_whole()] == [str(first)]


def test_a_lost_link_is_told(balung: Kecamatan, monkeypatch: pytest.MonkeyPatch) -> None:
    linked(2021)
    second = linked(2022)
    monkeypatch.setattr(chain, "_links", lambda: iter([second]))
    assert [message for _, message in chain_is_whole()] == [
        "Arsip sebelumnya hilang atau diganti. Pulihkan basis data dari cadangan."
    ]


def test_a_lost_or_changed_file_is_told_by_the_command(
    balung: Kecamatan, capsys: pytest.CaptureFixture[str]
) -> None:
    linked(2021)
    found = [message for _, message in archived_files_are_whole()]
    assert "Arsip pdf hilang atau berubah. Pulihkan dari cadangan." in found
    assert not default_storage.exists("arsip/pdf/lkip.pdf")


def test_a_signed_agreement_without_its_archive_is_told(balung: Kecamatan) -> None:
    make(Penetapan, kecamatan=balung)
    assert list(signed_agreements_are_archived()) == []
    make(Penetapan, kecamatan=balung, dokumen=2, ditandatangani_pada=timezone.now())
    assert [message for _, message in signed_agreements_are_archived()] == [
        "Arsip penetapan yang ditandatangani ini hilang. Pulihkan dari cadangan."
    ]


def test_the_head_is_exported(balung: Kecamatan, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("rantai_arsip")
    assert "Belum ada dokumen yang ditandatangani." in capsys.readouterr().out
    last = linked(2021)
    call_command("rantai_arsip", "--format", "json")
    assert json.loads(capsys.readouterr().out) == {
        "jumlah": 1,
        "sidik": last.sidik,
        "waktu": last.dibuat.isoformat(),
    }


def run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL knows TRUNCATE")
@pytest.mark.parametrize(
    "table", ["reports_arsip", "reports_tandatangan", "reports_laporan", "kecamatan_jejak"]
)
def test_no_table_is_emptied(balung: Kecamatan, table: str) -> None:
    linked(2021)
    make(Jejak)
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"):
        run(f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {table} CASCADE")
    assert Arsip.objects.exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has replicas")
def test_refusals_hold_for_who_plays_a_replica(balung: Kecamatan) -> None:
    linked(2021)
    with pytest.raises(IntegrityError, match="tidak dapat"):
        run("SET LOCAL session_replication_role = replica; DELETE FROM reports_tandatangan")
