"""The chain of signed reports: a change, a gap or a lost file is told, and the database refuses all three."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from pytest_django import Settings

from kecamatan.models import Jejak, Kecamatan
from reports.models import Arsip
from reports.models.arsip import PICTURES
from reports.signing import chain
from reports.signing.chain import (
    archived_files_are_whole,
    chain_is_whole,
    head,
    signed_agreements_are_archived,
)
from reports.signing.recorded import archived_pictures_are_whole, signatures_are_recorded_rightly
from sakip.models import Penetapan
from tests.factory import make, make_arsip, make_laporan
from tests.reports.signing.archives import archived, tamper

pytestmark = pytest.mark.django_db

RESTORE = "Pulihkan dari cadangan."


def linked(tahun: int) -> Arsip:
    """A signed report at the end of the chain."""
    return archived(make_laporan(tahun=tahun, status="ditandatangani")).arsip


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
        *(("tahun", 2019), ("versi", 2), ("pihak", 2), ("dibuat", timezone.now())),
    ],
)
def test_a_changed_link_is_told(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch, column: str, value: object
) -> None:
    first, _ = linked(2021), linked(2022)
    first = Arsip.objects.select_related("kecamatan", "laporan__kecamatan").get(pk=first.pk)
    setattr(first, column, value)
    rows = [first, *Arsip.objects.filter(urut=2)]
    monkeypatch.setattr(chain, "links", lambda: iter(rows))
    assert [place for place, _ in chain_is_whole()] == [str(first)]


def test_a_fingerprint_of_another_pdf_is_told(balung: Kecamatan, monkeypatch: pytest.MonkeyPatch) -> None:
    """By it the public page says of a PDF that it is genuine."""
    first = linked(2021)
    first.tanda_tangan.sidik = "9" * 64
    monkeypatch.setattr(chain, "links", lambda: iter([first]))
    assert [place for place, _ in chain_is_whole()] == [str(first)]


def test_a_lost_link_is_told(balung: Kecamatan, monkeypatch: pytest.MonkeyPatch) -> None:
    linked(2021)
    second = linked(2022)
    monkeypatch.setattr(chain, "links", lambda: iter([second]))
    assert [message for _, message in chain_is_whole()] == [
        "Arsip sebelumnya hilang atau diganti. Pulihkan basis data dari cadangan."
    ]


def test_a_lost_or_changed_file_is_told_by_the_command(
    balung: Kecamatan, capsys: pytest.CaptureFixture[str]
) -> None:
    default_storage.delete(str(linked(2021).pdf.name))
    found = [message for _, message in archived_files_are_whole()]
    assert "Arsip pdf hilang atau berubah. Pulihkan dari cadangan." in found


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        (
            "penerbit",
            "BSrE",
            "penerbit sertifikat BSrE, sedangkan menurut PDF yang ditandatangani Hj. SITI AMINAH",
        ),
        ("nomor_seri", "1f", "nomor seri sertifikat 1f, sedangkan menurut PDF yang ditandatangani 1267"),
        (
            "cap_waktu",
            datetime(2024, 1, 2, 3, 4, tzinfo=UTC),
            "cap waktu 02-01-2024 10.04.00 WIB, sedangkan menurut PDF yang ditandatangani tidak ada",
        ),
    ],
)
def test_a_column_that_the_pdf_does_not_bear_out_is_told(
    balung: Kecamatan, column: str, value: object, told: str
) -> None:
    arsip = linked(2021)
    assert list(signatures_are_recorded_rightly()) == []
    tamper(arsip.tanda_tangan, **{column: value})
    assert list(signatures_are_recorded_rightly()) == [(str(arsip), f"Tercatat {told}. {RESTORE}")]
    assert list(chain_is_whole()) == []  # which holds none of the three


@pytest.mark.one_engine
def test_pages_and_size_are_those_of_the_pdf(balung: Kecamatan) -> None:
    tamper(linked(2021), halaman=40, ukuran=9)
    assert [message.split(",")[0] for _, message in signatures_are_recorded_rightly()] == [
        "Tercatat jumlah halaman 40",
        "Tercatat ukuran PDF 9",
    ]


@pytest.mark.one_engine
def test_a_picture_that_is_gone_or_cut_is_told(balung: Kecamatan, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    marks = [hashlib.sha256(content).hexdigest() for content in (b"utuh", b"terpotong", b"hilang")]
    for mark, content in zip(marks, (b"utuh", b"terp"), strict=False):
        default_storage.save(f"{PICTURES}/{mark}", ContentFile(content))
    pictures = [{"nama": "a.jpg", "sha256": mark, "lebar": 1, "tinggi": 1} for mark in marks]
    snapshot, naskah = {"kecamatan": {"lambang": pictures[0]}}, {"foto": [{"berkas": p} for p in pictures]}
    laporan = make_laporan(status="ditandatangani")
    arsip = make_arsip(
        laporan, snapshot=json.dumps(snapshot), naskah=json.dumps(naskah | {"lain": {"sha256": "9" * 64}})
    )
    assert sorted(archived_pictures_are_whole()) == sorted(
        [
            (str(arsip), f"Gambar arsip arsip/gambar/{marks[1]} berubah atau terpotong (4 byte). {RESTORE}"),
            (str(arsip), f"Gambar arsip arsip/gambar/{marks[2]} hilang. {RESTORE}"),
        ]
    )


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
