"""What is said of a file that somebody brings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from reports.models import Arsip
from reports.signing.verify import Verdict, verify
from tests.factory import make_arsip, make_laporan
from tests.reports.signing.archives import archived, tamper
from tests.reports.signing.signers import NAME, signed_pdf, small_pdf

pytestmark = pytest.mark.django_db


def stored() -> Arsip:
    return archived(make_laporan(status="ditandatangani")).arsip


@pytest.mark.one_engine
def test_what_was_signed_here_is_genuine() -> None:
    arsip = stored()
    found = verify(signed_pdf())
    assert (found.verdict, found.arsip, found.replaced_by) == (Verdict.GENUINE, arsip, None)


@pytest.mark.one_engine
def test_a_newer_version_takes_its_place() -> None:
    old = stored().laporan
    assert old
    new = make_laporan(
        kecamatan=old.kecamatan,
        tahun=old.tahun,
        versi=2,
        menggantikan=old,
        alasan_dibuka="Salah.",
        status="ditandatangani",
    )
    newer = make_arsip(new, pdf_sha256="9" * 64)
    found = verify(signed_pdf())
    assert (found.verdict, found.replaced_by) == (Verdict.REPLACED, newer)
    assert str(found).endswith("Penggantinya: LKIP Kecamatan Balung Tahun 2021 versi 2.")


@pytest.mark.one_engine
def test_a_record_that_says_something_else_makes_nothing_genuine() -> None:
    arsip = stored()
    tamper(arsip.tanda_tangan, nomor_seri="1f")
    found = verify(signed_pdf())
    assert (found.verdict, found.arsip) == (Verdict.RECORD_CHANGED, arsip)


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("content", "verdict"),
    [
        (signed_pdf, Verdict.UNKNOWN),
        (small_pdf, Verdict.UNSIGNED),
        (lambda: signed_pdf() + b"\n", Verdict.CHANGED),
        (lambda: signed_pdf().replace(b"/Title", b"/Titel", 1), Verdict.CHANGED),
        (lambda: b"bukan PDF", Verdict.CHANGED),
    ],
)
def test_what_is_not_recorded(content: object, verdict: Verdict) -> None:
    assert callable(content)
    assert verify(content()).verdict is verdict


@pytest.mark.one_engine
def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arsip = stored()
    file = tmp_path / "lkip.pdf"
    file.write_bytes(signed_pdf())
    call_command("verifikasi", str(file))
    said = capsys.readouterr().out
    assert "Asli: berkas ini sama" in said
    assert f"Dokumen: {arsip}" in said
    assert f"Tanda tangan utuh: {NAME}" in said
    call_command("verifikasi", str(file), "--format", "json")
    result = json.loads(capsys.readouterr().out)
    assert (result["putusan"], result["laporan"]["versi"]) == ("asli", 1)
    assert result["tanda_tangan"][0]["profil"] == "PAdES B-B"
    file.write_bytes(signed_pdf()[:-20])
    with pytest.raises(CommandError, match="sudah berubah"):
        call_command("verifikasi", str(file))
    with pytest.raises(CommandError, match="tidak dapat dibaca"):
        call_command("verifikasi", str(tmp_path / "tidak-ada.pdf"))
