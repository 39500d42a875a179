"""``lkip`` and ``dokumen``: files whole or not at all, one line when something is wrong, the rest when one fails."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoDbBlocker

from kecamatan.models import Kecamatan
from reports.models import BerkasLaporan
from reports.publish.assemble import build_draft
from reports.publish.naskah import Naskah
from reports.publish.printing import BatchResult
from reports.workbook.fixtures import fixtures_load
from sakip.models import PerjanjianKinerja
from tests.conftest import of_module
from tests.factory import make
from tests.loaded_files import CONTOH

#: From the snapshot on, which is the same on both engines, nothing asks the database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture(scope="module")
def jelbuk_of_module(
    referensi_of_module: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("contoh")
    shutil.copy(CONTOH / "35.09.25-jelbuk-2024.json", folder)
    with of_module(django_db_blocker):
        fixtures_load(folder=folder)
        yield


@pytest.fixture
def jelbuk(jelbuk_of_module: None, db: None) -> None:
    """The smallest real case: one SK IKU."""


def execute(*arguments: object) -> tuple[str, str]:
    """stdout and stderr of a command that ends well."""
    sign_out, error = StringIO(), StringIO()
    call_command(*map(str, arguments), stdout=sign_out, stderr=error)
    return sign_out.getvalue(), error.getvalue()


def test_one_document_is_written_in_the_forms_asked_for(jelbuk: None, tmp_path: Path) -> None:
    pdf, html = tmp_path / "sk.pdf", tmp_path / "sk.html"
    keluaran, _ = execute("dokumen", "sk-iku", "jelbuk", "2024", "--pdf", pdf, "--html", html)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert "KEPUTUSAN CAMAT JELBUK" in html.read_text(encoding="utf-8")
    assert re.search(r"sk\.pdf: \d+ halaman, \d+,\d KB", keluaran)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["sk.html", "sk.pdf"]
    again = tmp_path / "lagi.pdf"
    execute("dokumen", "sk-iku", "35.09.25", "2024", "--pdf", again)
    assert again.read_bytes() == pdf.read_bytes()


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        (
            ("lkip", "jelbug", "2024", "--pdf", "x.pdf"),
            'Kecamatan "jelbug" tidak dikenal. Pakai kode seperti 35.09.10',
        ),
        (
            ("lkip", "jelbuk", "2019", "--pdf", "x.pdf"),
            "Jelbuk belum memiliki catatan tahun 2019.",
        ),
        (("lkip", "jelbuk", "2024"), "Belum ada berkas yang diminta. Tambahkan --pdf F"),
        (("lkip",), "Sebutkan kecamatan dan tahun"),
        (("lkip", "jelbuk", "2024", "--zip", "x.zip"), "--zip hanya untuk --semua"),
        (("lkip", "--semua", "2024"), "Sebutkan berkas tujuannya: --zip F."),
        (
            ("lkip", "--semua", "2024", "--zip", "x.zip", "--proses", "0"),
            "--proses 0 tidak dapat dipakai.",
        ),
        (
            ("lkip", "--semua", "2019", "--zip", "x.zip"),
            "Belum ada kecamatan yang memiliki catatan tahun 2019.",
        ),
        (
            ("lkip", "--semua", "2024", "--zip", "x.zip", "--kabupaten", "35.10"),
            'Kabupaten "35.10" tidak dikenal.',
        ),
        (
            ("dokumen", "rkt", "jelbuk", "2024", "--pdf", "x.pdf"),
            "Kecamatan Jelbuk tahun 2024 belum dicatat.",
        ),
    ],
)
def test_bad_input_is_one_line_with_the_remedy_and_writes_nothing(
    jelbuk: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argument: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError) as error:
        execute(*argument)
    assert message in str(error.value)
    assert "\n" not in str(error.value)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named_before_anything_is_rendered(
    jelbuk: None, tmp_path: Path
) -> None:
    location = tmp_path / "tidak-ada" / "semua.zip"
    with (
        mock.patch("reports.management.commands.lkip.publish_many") as issue,
        pytest.raises(CommandError, match="tidak dapat ditulis"),
    ):
        execute("lkip", "--semua", "2024", "--zip", location)
    issue.assert_not_called()


def test_of_two_forms_none_is_written_when_one_cannot_be(jelbuk: None, tmp_path: Path) -> None:
    location = tmp_path / "tidak-ada" / "sk.pdf"
    with pytest.raises(CommandError, match=r"sk\.pdf\" tidak dapat ditulis"):
        execute("dokumen", "sk-iku", "jelbuk", "2024", "--html", tmp_path / "sk.html", "--pdf", location)
    assert list(tmp_path.iterdir()) == []


def test_two_forms_need_two_files(jelbuk: None, tmp_path: Path) -> None:
    location = tmp_path / "sk"
    with pytest.raises(CommandError, match="Tulis nama berkas yang berbeda"):
        execute("dokumen", "sk-iku", "jelbuk", "2024", "--html", location, "--docx", location)
    assert list(tmp_path.iterdir()) == []


def test_no_empty_zip_is_left_when_every_document_fails(jelbuk: None, tmp_path: Path) -> None:
    with (
        mock.patch("reports.publish.batch.build_draft", side_effect=RuntimeError("data rusak")),
        pytest.raises(CommandError, match=r"1 dari 1 LKIP gagal dibuat; .* tidak ditulis"),
    ):
        execute("lkip", "--semua", "2024", "--zip", tmp_path / "semua.zip")
    assert list(tmp_path.iterdir()) == []


def test_every_kecamatan_with_records_is_in_the_zip_and_the_others_are_counted(
    jelbuk: None, tmp_path: Path
) -> None:
    """Whichever process prints it: the same bytes. What is printed already is not printed again."""
    file = tmp_path / "semua.zip"
    keluaran, progress = execute("lkip", "--semua", "2024", "--zip", file)
    with zipfile.ZipFile(file) as arsip:
        assert arsip.namelist() == ["lkip-jelbuk-2024.pdf"]
        assert arsip.read("lkip-jelbuk-2024.pdf").startswith(b"%PDF-")
    assert re.search(r"1/1 Jelbuk: \d+ halaman", progress)
    assert "30 kecamatan dilewati" in keluaran
    again = tmp_path / "lagi.zip"
    with mock.patch("reports.publish.batch.print_draft") as printing:
        execute("lkip", "--semua", "2024", "--zip", again)
    printing.assert_not_called()
    assert again.read_bytes() == file.read_bytes()
    BerkasLaporan.objects.all().delete()
    in_another_process = tmp_path / "dua-proses.zip"
    execute("lkip", "--semua", "2024", "--zip", in_another_process, "--proses", 2)
    assert in_another_process.read_bytes() == file.read_bytes()


def test_a_failure_in_one_does_not_stop_the_rest(jelbuk: None, tmp_path: Path) -> None:
    balung = Kecamatan.objects.get(slug="balung")
    make(PerjanjianKinerja, kecamatan=balung, tahun=2024, tanggal_cetak="Januari 2024")
    file = tmp_path / "semua.zip"

    def failed_in_balung(*, kecamatan: Kecamatan, tahun: int) -> object:
        if kecamatan == balung:
            raise RuntimeError("data rusak")
        return build_draft(kecamatan=kecamatan, tahun=tahun)

    def unprinted(naskah: Naskah) -> BatchResult:
        name = naskah.snapshot.kecamatan.nama
        return BatchResult(kode="", nama=name, file=f"lkip-{name.lower()}-2024.pdf", pdf=b"%PDF-", page=1)

    error = StringIO()
    with (
        mock.patch("reports.publish.batch.build_draft", failed_in_balung),
        mock.patch("reports.publish.batch.print_draft", unprinted),
        pytest.raises(CommandError, match="1 dari 2 LKIP gagal dibuat"),
    ):
        call_command("lkip", "--semua", "2024", "--zip", str(file), stdout=StringIO(), stderr=error)
    with zipfile.ZipFile(file) as arsip:
        assert arsip.namelist() == ["lkip-jelbuk-2024.pdf"]
    assert "Gagal: Balung (35.09.10): data rusak" in error.getvalue()
