"""Fixture files that are broken or contradict each other: both named with place and remedy, refused whole."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kecamatan.ground.strict_json import InvalidFile
from reports.workbook.fixtures import fixtures_load
from sakip.models import (
    Renstra,
)
from tests.factory import one
from tests.loaded_files import CONTOH, Change, folder_mini, load_mini, mini, row_counts, write_json

pytestmark = [pytest.mark.usefixtures("referensi"), pytest.mark.one_engine]


def cell(sheet: str, row: int, column: str, value: Any) -> Change:
    """Put a value into a cell."""

    def change(content: Any) -> None:
        content["lembar"][sheet][row][column] = value

    return change


def head(key: str, value: Any) -> Change:
    """Put a value at the top of the file."""
    return lambda content: content.update({key: value})


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        pytest.param(head("format", 1), ", format: 1 tidak dikenal. Tulis 2.", id="format"),
        pytest.param(lambda content: content.pop("tahun"), ': kunci "tahun" belum diisi.', id="tahun"),
        pytest.param(
            head("kecamatan", "35.09.99"),
            ': Kecamatan "35.09.99" dalam berkas ini tidak dikenal. Jalankan "manage.py siapkan",',
            id="kecamatan",
        ),
        pytest.param(
            head("realisai", []), ': kunci "realisai" tidak dikenal. Periksa ejaannya.', id="unknown key"
        ),
        pytest.param(
            lambda content: content["lembar"].update(Realisai=[]),
            ', lembar: "Realisai" tidak dikenal. Tulis salah satu dari Profil,',
            id="unknown sheet",
        ),
        pytest.param(
            cell("PK", 1, "targt", 80),
            ', lembar PK, baris 2: kolom "targt" tidak dikenal. Tulis salah satu dari tahun, versi,',
            id="unknown column",
        ),
        pytest.param(
            cell("Realisasi", 1, "nilai", "98.5"),
            ', lembar Realisasi, baris 2, kolom "Realisasi": "98.5" meragukan',
            id="decimal point",
        ),
        pytest.param(
            cell("Dokumen", 2, "tanggal", "15.1.2023"),
            ', lembar Dokumen, baris 3, kolom "Tanggal": "15.1.2023" bukan tanggal: pemisahnya garis miring.',
            id="date",
        ),
        pytest.param(
            cell("Anggaran", 0, "kode", "7.01.99"),
            ', lembar Anggaran, baris 1, kolom "Kode": "7.01.99" tidak ada dalam nomenklatur 2021.',
            id="unknown code",
        ),
        pytest.param(
            head("nomenklatur", "2030"),
            ': Nomenklatur "2030" dalam berkas ini tidak dikenal.',
            id="unknown nomenklatur",
        ),
        pytest.param(
            cell("PK", 1, "kunci_indikator", "skn"),
            ', lembar PK, baris 2, kolom "Kunci indikator": "skn" tidak dikenal. Isi salah satu dari sakip, skm.',
            id="unknown indikator",
        ),
        pytest.param(
            cell("DukunganProgram", 0, "sasaran", "s9"),
            ', lembar DukunganProgram, baris 1, kolom "Kunci sasaran": "s9" tidak dikenal.',
            id="unknown sasaran",
        ),
        pytest.param(
            cell("DasarHukum", 0, "peraturan", "uu-99"),
            ', lembar DasarHukum, baris 1, kolom "Kode peraturan": "uu-99" bukan kode peraturan.',
            id="unknown peraturan",
        ),
        pytest.param(
            cell("Indikator", 0, "penanggung_jawab", ["seksi-x"]),
            ', lembar Indikator, baris 1, kolom "Penanggung jawab": "seksi-x" tidak dikenal.',
            id="unknown unit",
        ),
        pytest.param(
            cell("UnitKerja", 1, "induk", "sekretariat"),
            ', lembar UnitKerja, baris 2, kolom "Atasan langsung": "sekretariat" tidak dikenal.',
            id="unknown induk",
        ),
        pytest.param(
            cell("Pejabat", 1, "nip", "197001011990013001"),
            ', lembar Pejabat, baris 2, kolom "NIP": "197001011990013001" bukan NIP: angka ke-15 adalah 3,',
            id="NIP",
        ),
        pytest.param(
            cell("Pejabat", 1, "golongan", "V/a"),
            ', lembar Pejabat, baris 2, kolom "Golongan": "V/a" tidak dikenal.',
            id="golongan",
        ),
        pytest.param(
            cell("Dokumen", 0, "penandatangan", "JOKO"),
            ', lembar Dokumen, baris 1, kolom "Penanda tangan": "JOKO" tidak ada pada lembar Pejabat.',
            id="unknown pejabat",
        ),
        pytest.param(
            cell("Pejabat", 1, "mulai", "2023-02-01"),
            ', lembar Dokumen, baris 1, kolom "Penanda tangan": SITI AMINAH, S.Sos., Camat Balung tidak menjabat pada'
            " tanggal dokumen,",
            id="not in office",
        ),
        pytest.param(
            cell("Dokumen", 0, "tanggal_cetak", "Jan 2023"),
            ', lembar Dokumen, baris 1, kolom "Tanggal seperti tercetak": "Jan 2023" bukan bulan dan tahun.',
            id="month",
        ),
        pytest.param(
            cell("Realisasi", 2, "nilai", "5"),
            ', lembar Realisasi, baris 3, kolom "Realisasi": Kosongkan nilainya, atau pilih keadaan "Terisi".',
            id="value that is not available",
        ),
        pytest.param(
            cell("Realisasi", 2, "alasan", ""),
            ', lembar Realisasi, baris 3, kolom "Alasan tidak tersedia": Isi alasan nilai tidak tersedia.',
            id="no reason",
        ),
        pytest.param(
            cell("SDM", 0, "kelompok", "umur"),
            ', lembar SDM, baris 1, kolom "Kelompok": "umur" tidak dikenal. Pilih Menurut jabatan,',
            id="choice",
        ),
        pytest.param(
            cell("Anggaran", 0, "realisasi", -1),
            ', lembar Anggaran, baris 1, kolom "Realisasi (Rp)": "-1" negatif. Tulis jumlah rupiah nol atau lebih.',
            id="negative money",
        ),
        pytest.param(
            cell("Realisasi", 0, "kunci_indikator", ""),
            ', lembar Realisasi, baris 1, kolom "Kunci indikator": Isi kunci indikator.',
            id="realisasi of nothing",
        ),
        pytest.param(
            cell("Realisasi", 1, "tahun", 2022),
            ", lembar Realisasi, baris 2: kunci indikator dan tahun dan triwulan sama dengan baris 1.",
            id="twice",
        ),
        pytest.param(
            cell("TargetRenstra", 0, "tahun", "23"),
            ', lembar TargetRenstra, baris 1, kolom "Tahun": "23" bukan tahun. Tulis empat angka',
            id="year",
        ),
        pytest.param(
            cell("Renstra", 0, "misi_diacu", 7),
            ', lembar Renstra, baris 1, kolom "Misi yang diacu": misi 7 tidak ada dalam RPJMD 2021.',
            id="misi",
        ),
        pytest.param(
            cell("Narasi", 0, "bagian", "bab-5"),
            ', lembar Narasi, baris 1, kolom "Bagian": "bab-5" tidak dikenal.',
            id="bagian",
        ),
        pytest.param(
            cell("PK", 1, "cetak", "85"),
            ', lembar PK, baris 2, kolom "Seperti tercetak": Tercetak "85", padahal nilainya 80.',
            id="another value in print",
        ),
        pytest.param(
            cell("Narasi", 0, "isi", "Baik \uf04a"),
            ', lembar Narasi, baris 1, kolom "Isi": Tanda U+F04A pada “Baik □” berasal dari huruf simbol Word',
            id="symbol of Word",
        ),
    ],
)
@pytest.mark.one_engine  # nearly all are refused while the file is read
def test_a_broken_file_is_named_with_place_and_remedy_and_nothing_is_written(
    tmp_path: Path, broken: Callable[[Any], None], message: str
) -> None:
    before = row_counts()
    with pytest.raises(InvalidFile) as error:
        load_mini(tmp_path, broken)
    assert str(error.value).startswith(f"Berkas mini.json{message}")
    assert "\n" not in str(error.value)
    assert row_counts() == before


def test_one_broken_file_of_several_stops_all(tmp_path: Path) -> None:
    before = row_counts()
    for file in CONTOH.glob("*.json"):
        shutil.copy(file, tmp_path)
    content = mini()
    content["kecamatan"] = "35.09.11"
    sheets = content["lembar"]
    sheets["Realisasi"][1]["nilai"] = "x"
    del sheets["RPJMD"], sheets["Renstra"][0]["rpjmd"], sheets["Renstra"][0]["misi_diacu"]
    del sheets["Sasaran"][0]["sasaran_rpjmd"]
    sheets["Pejabat"][0]["nama"] = sheets["Dokumen"][2]["pihak_kedua"] = "BUPATI LAIN"
    write_json(tmp_path / "zz-rusak.json", content)
    with pytest.raises(InvalidFile, match=r"^Berkas zz-rusak\.json, lembar Realisasi, baris 2"):
        fixtures_load(folder=tmp_path)
    assert row_counts() == before


def others(change: Change, *, kode: str = "35.09.11", tahun: int = 2023) -> dict[str, Any]:
    """The same records for another kecamatan or year, changed."""
    content = mini()
    content |= {"kecamatan": kode, "tahun": tahun}
    change(content)
    return content


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("second", "about"),
    [
        (others(cell("RPJMD", 0, "uraian", "Lain")), "RPJMD 35.09 2021"),
        (others(cell("Pejabat", 0, "sampai", "2025-02-21")), "pejabat BUPATI JEMBER"),
        (others(cell("Pejabat", 1, "nama", "SITI AMINAH")), "pejabat 197001011990012001"),
        (mini() | {"dokumen": "LKIP Kecamatan Balung"}, "catatan 35.09.10 2023"),
        (others(cell("Desa", 0, "nama", "X"), kode="35.09.10", tahun=2024), "Desa 35.09.10"),
        (
            others(cell("Realisasi", 1, "nilai", "77"), kode="35.09.10", tahun=2024),
            "realisasi 35.09.10 skm 2023 0",
        ),
        (
            others(cell("IndikatorTujuan", 0, "nama", "Lain"), kode="35.09.10", tahun=2024),
            "Renstra 35.09.10 2021 versi 0",
        ),
    ],
    ids=("rpjmd", "bupati", "camat", "same year", "desa", "realisasi", "indikator tujuan"),
)
def test_two_files_that_contradict_each_other_are_both_named(
    tmp_path: Path, second: dict[str, Any], about: str
) -> None:
    folder_mini(tmp_path)
    write_json(tmp_path / "tandingan.json", second)
    before = row_counts()
    with pytest.raises(InvalidFile) as error:
        fixtures_load(folder=tmp_path)
    assert str(error.value) == (
        f"Berkas tandingan.json dan mini.json berbeda tentang {about}. Samakan isinya."
    )
    assert row_counts() == before


@pytest.mark.both_engines
def test_two_files_that_agree_are_both_loaded(tmp_path: Path) -> None:
    def other_kecamatan(content: dict[str, Any]) -> None:
        sheets = content["lembar"]
        sheets["Pejabat"].pop(1)
        sheets["Dokumen"] = []
        for name in ("RKT", "RKTKegiatan", "IKU", "IKUButir", "RencanaAksi", "RencanaAksiKegiatan"):
            del sheets[name]
        sheets["DasarHukum"].pop(1)

    folder_mini(tmp_path)
    write_json(tmp_path / "wuluhan.json", others(other_kecamatan))
    assert [h.kecamatan.nama for h in fixtures_load(folder=tmp_path)] == ["Balung", "Wuluhan"]
    assert one(Renstra).periode_rpjmd_id is not None
    assert Renstra.objects.values("periode_rpjmd").distinct().count() == 1


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as error:
        fixtures_load(folder=tmp_path)
    assert str(error.value) == f"Folder {tmp_path} tidak memuat berkas JSON. Periksa letaknya."
