"""``ekspor`` and ``impor``: one workbook out and in, one line when something is wrong."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kecamatan.models import Jejak, Kecamatan
from sakip.models import Realisasi
from tests.workbook_edits import baris_dengan, diubah, write

#: What the commands print of an import; the import itself is tested on both engines by test_there_and_back.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]


def execute(*argumen: object) -> str:
    keluar = StringIO()
    call_command(*map(str, argumen), stdout=keluar)
    return keluar.getvalue()


@pytest.fixture
def berkas(mini: Kecamatan, tmp_path: Path) -> Path:
    letak = tmp_path / "balung.xlsx"
    assert "buku kerja Kecamatan Balung tahun 2023." in execute("ekspor", "balung", 2023, letak)
    return letak


def change_realisasi(letak: Path, nilai: object) -> int:
    isi = letak.read_bytes()
    baris = baris_dengan(isi, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    letak.write_bytes(diubah(isi, write("Realisasi", baris, "Realisasi", nilai)))
    return baris


def test_what_was_written_is_read_back_and_changes_nothing(berkas: Path) -> None:
    assert execute("impor", berkas).startswith("Kecamatan Balung tahun 2023: 0 baru, 0 berubah,")


def test_a_preview_lists_the_changes_and_stores_nothing(berkas: Path) -> None:
    baris = change_realisasi(berkas, "77,25")
    keluaran = execute("impor", berkas, "--periksa")
    assert f"Lembar Realisasi, baris {baris}: realisasi" in keluaran
    assert "nilai (angka): 76,5 → 77,25" in keluaran
    assert "1 berubah" in keluaran
    assert "(akan disimpan)" in keluaran
    assert not Jejak.objects.filter(tindakan__startswith="impor.").exists()
    assert "(disimpan)" in execute("impor", berkas)
    assert str(Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka) == "77.2500"
    assert "0 berubah" in execute("impor", berkas)


def test_json_is_the_preview_and_nothing_else(berkas: Path) -> None:
    change_realisasi(berkas, "77,25")
    isi = json.loads(execute("impor", berkas, "--periksa", "--format", "json"))
    assert (isi["kecamatan"], isi["tahun"], isi["diterapkan"]) == ("35.09.10", 2023, False)
    assert isi["hitungan"]["berubah"] == 1
    assert isi["perubahan"][0]["kolom"] == [{"judul": "nilai (angka)", "lama": "76,5", "baru": "77,25"}]


def test_errors_are_all_on_stdout_and_the_first_on_stderr(berkas: Path) -> None:
    isi = diubah(
        berkas.read_bytes(), write("Belanja", 3, "Pagu (Rp)", "dua"), write("Belanja", 4, "Pagu (Rp)", "tiga")
    )
    berkas.write_bytes(isi)
    keluar = StringIO()
    with pytest.raises(CommandError) as galat:
        call_command("impor", str(berkas), "--periksa", stdout=keluar)
    assert str(galat.value).startswith(
        '2 kesalahan. Yang pertama: Lembar Belanja, baris 3, kolom "Pagu (Rp)": "dua"'
    )
    assert "\n" not in str(galat.value)
    assert keluar.getvalue().count("Lembar Belanja, baris ") == 2
    with pytest.raises(CommandError, match="2 kesalahan"):
        execute("impor", berkas)


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("ekspor", "jelbug", "2023", "x.xlsx"), 'Kecamatan "jelbug" tidak dikenal.'),
        (("ekspor", "balung", "1999", "x.xlsx"), "Tahun 1999 di luar 2000–2100."),
        (("ekspor", "balung", "2023", "tidak-ada/x.xlsx"), "tidak dapat ditulis."),
        (("impor", "tidak-ada.xlsx"), 'Berkas "tidak-ada.xlsx" tidak dapat dibaca.'),
        (("impor", "catatan.csv"), "Berkas ini CSV, bukan buku kerja Excel (.xlsx)."),
    ],
)
def test_bad_input_is_one_line_with_the_remedy(
    mini: Kecamatan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argumen: tuple[str, ...], pesan: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "catatan.csv").write_text("a;b\n1;2\n")
    with pytest.raises(CommandError) as galat:
        execute(*argumen)
    assert pesan in str(galat.value)
    assert "\n" not in str(galat.value)
    assert [p.name for p in tmp_path.iterdir()] == ["catatan.csv"]
