"""The command ``periksa-naskah``: what is found in a file, as text and as JSON."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kecamatan.models import Kecamatan
from tests.reports.examine.papers import COVER

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TEXT = "Anggaran Rp5.000 (enam ribu rupiah).\n\nNIP. 19801124 200112 1 0031\n"


def run(file: Path, *options: str) -> str:
    """What it prints of a file."""
    out = StringIO()
    call_command("periksa_naskah", str(file), *options, stdout=out)
    return out.getvalue()


def test_findings_have_the_keys_of_the_review_with_line_and_quotation(
    mini: Kecamatan, tmp_path: Path
) -> None:
    file = tmp_path / "lkip.txt"
    file.write_text(
        COVER.replace("Sukamaju", "Balung").replace("SUKAMAJU", "BALUNG").replace("CONTOH", "JEMBER") + TEXT
    )
    found = json.loads(run(file, "--format", "json"))
    amount = next(one for one in found if one["kode"] == "terbilang-sesuai")
    assert (amount["aturan"], amount["tingkat"], amount["lokasi"], amount["tautan"]) == (
        "R-words",
        "galat",
        "baris 7",
        "",
    )
    assert amount["kutipan"] == "Anggaran Rp5.000 (enam ribu rupiah)."
    assert run(file).splitlines()[-1].startswith("Kecamatan Balung 2023: 2 temuan: 1 galat, 1 peringatan")


def test_a_paper_of_a_kecamatan_that_is_not_recorded_is_examined_as_well(tmp_path: Path) -> None:
    file = tmp_path / "lkip.txt"
    file.write_text(COVER + TEXT)
    assert "Kecamatan Sukamaju 2023: 2 temuan" in run(file)


@pytest.mark.parametrize(("content", "said"), [(b"", "Berkas kosong"), (b"catatan", "Sebutkan tahunnya")])
def test_what_cannot_be_examined_is_refused_with_a_sentence(
    tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "lkip.txt"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=said):
        run(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="tidak dapat dibuka"):
        run(tmp_path / "tidak-ada.pdf")
