"""``ekspor`` and ``impor``: one workbook out and in, one line when something is wrong."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kecamatan.models import Jejak, Kecamatan
from sakip.models import Realisasi
from tests.workbook_edits import edited, row_with, write

#: What the commands print of an import; the import itself is tested on both engines by test_there_and_back.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def execute(*arguments: object) -> str:
    sign_out = StringIO()
    call_command(*map(str, arguments), stdout=sign_out)
    return sign_out.getvalue()


@pytest.fixture
def file(mini: Kecamatan, mini_workbook: bytes, tmp_path: Path) -> Path:
    location = tmp_path / "balung.xlsx"
    location.write_bytes(mini_workbook)
    return location


def change_realisasi(location: Path, nilai: object) -> int:
    content = location.read_bytes()
    row = row_with(content, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    location.write_bytes(edited(content, write("Realisasi", row, "Realisasi", nilai)))
    return row


def test_what_was_written_is_read_back_and_changes_nothing(mini: Kecamatan, tmp_path: Path) -> None:
    file = tmp_path / "balung.xlsx"
    assert "buku kerja Kecamatan Balung tahun 2023." in execute("ekspor", "balung", 2023, file)
    assert execute("impor", file).startswith("Kecamatan Balung tahun 2023: 0 baru, 0 berubah,")


def test_a_preview_lists_the_changes_and_stores_nothing(file: Path) -> None:
    row = change_realisasi(file, "77,25")
    keluaran = execute("impor", file, "--periksa")
    assert f"Lembar Realisasi, baris {row}: realisasi" in keluaran
    assert "nilai (angka): 76,5 → 77,25" in keluaran
    assert "1 berubah" in keluaran
    assert "(akan disimpan)" in keluaran
    assert not Jejak.objects.filter(tindakan__startswith="impor.").exists()
    assert "(disimpan)" in execute("impor", file)
    assert str(Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka) == "77.2500"
    assert "0 berubah" in execute("impor", file)


def test_json_is_the_preview_and_nothing_else(file: Path) -> None:
    change_realisasi(file, "77,25")
    content = json.loads(execute("impor", file, "--periksa", "--format", "json"))
    assert (content["kecamatan"], content["tahun"], content["diterapkan"]) == ("35.09.10", 2023, False)
    assert content["hitungan"]["berubah"] == 1
    assert content["perubahan"][0]["kolom"] == [{"judul": "nilai (angka)", "lama": "76,5", "baru": "77,25"}]


def test_errors_are_all_on_stdout_and_the_first_on_stderr(file: Path) -> None:
    content = edited(
        file.read_bytes(), write("Belanja", 3, "Pagu (Rp)", "dua"), write("Belanja", 4, "Pagu (Rp)", "tiga")
    )
    file.write_bytes(content)
    sign_out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("impor", str(file), "--periksa", stdout=sign_out)
    assert str(error.value).startswith(
        '2 kesalahan. Yang pertama: Lembar Belanja, baris 3, kolom "Pagu (Rp)": "dua"'
    )
    assert "\n" not in str(error.value)
    assert sign_out.getvalue().count("Lembar Belanja, baris ") == 2
    with pytest.raises(CommandError, match="2 kesalahan"):
        execute("impor", file)


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        (("ekspor", "jelbug", "2023", "x.xlsx"), 'Kecamatan "jelbug" tidak dikenal.'),
        (("ekspor", "balung", "1999", "x.xlsx"), "Tahun 1999 di luar 2000–2100."),
        (("ekspor", "balung", "2023", "tidak-ada/x.xlsx"), "tidak dapat ditulis."),
        (("impor", "tidak-ada.xlsx"), 'Berkas "tidak-ada.xlsx" tidak dapat dibaca.'),
        (("impor", "catatan.csv"), "Berkas ini CSV, bukan buku kerja Excel (.xlsx)."),
    ],
)
def test_bad_input_is_one_line_with_the_remedy(
    mini: Kecamatan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argument: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "catatan.csv").write_text("a;b\n1;2\n")
    with pytest.raises(CommandError) as error:
        execute(*argument)
    assert message in str(error.value)
    assert "\n" not in str(error.value)
    assert [p.name for p in tmp_path.iterdir()] == ["catatan.csv"]
