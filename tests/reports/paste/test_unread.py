"""What a pasted table says and nothing takes is told: columns, rows, lines beside it, another place, another year."""

from __future__ import annotations

import pytest

from reports.paste.said_once import said_once
from tests.reports.paste.told import notes_of, told_of
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine


def test_errors_that_differ_in_their_value_alone_are_said_once() -> None:
    row = {"lembar": "PK", "baris": 2, "kolom": "Target"}
    said = [
        row
        | {
            "pesan": f'"{value}" bukan angka. Tulis angkanya.',
            "kalimat": f'Baris 2: "{value}" bukan angka. Tulis angkanya.',
        }
        for value in ("B", "BB", "B")
    ]
    other = row | {"baris": 3, "pesan": "Isi target.", "kalimat": "Isi target."}
    assert [one["kalimat"] for one in said_once([*said, other, other])] == [
        'Baris 2: "B", "BB" bukan angka. Tulis angkanya.',
        "Isi target.",
    ]


@pytest.mark.usefixtures("contoh")
@each_row(
    ("page", "text", "notes"),
    [
        (
            "lhe",
            "No\tRekomendasi\tTindak Lanjut\tAnggaran\tKeterangan\n1\tSusun pohon kinerja\tDisusun\t5.000.000\t-",
            [
                "Kolom “Anggaran” tidak dibaca. Bila perlu dicatat, pilih isiannya pada “Cara tabel"
                " RekomendasiLHE dibaca”."
            ],
        ),
        (
            "profil",
            "No\tJabatan\tASN\n1\tCamat\t1\n*) termasuk Plt.\nSumber: Subbag Umum\nJombang, 2 Januari 2023",
            [
                "Tidak disimpan, karena bukan baris tabel: baris 3 (“*) termasuk Plt.”), baris 4 (“Sumber: Subbag"
                " Umum”), baris 5 (“Jombang, 2 Januari 2023”)."
            ],
        ),
        # a group is none that is left out; a sub kegiatan that says nothing is
        (
            "anggaran",
            "Kode\tSub Kegiatan\tIndikator\tTarget\n7.01.01.2.02\tAdministrasi\t\t"
            "\n7.01.01.2.02.01\tGaji\tOrang\t12"
            "\n7.01.01.2.02.03\tPelaksanaan\t\t",
            [
                "Tidak disimpan, karena hanya kode atau namanya yang terisi: baris 4 (“7.01.01.2.02.03 Pelaksanaan”)."
            ],
        ),
        (
            "pk",
            "Kecamatan\tSasaran\tIndikator\tTarget\nJombang\tA\tIKM\t86\nKec. Balung\tA\tIKM\t90",
            ["Tidak disimpan, karena bukan Kecamatan Jombang: baris 3 (“Kec. Balung A IKM 90”)."],
        ),
        (
            "rkt",
            "RENCANA KINERJA TAHUNAN KECAMATAN BALUNG TAHUN 2024\nSasaran\tIndikator\tTarget\nA\tB\t9",
            [
                "Judul tempelan menyebut tahun 2024, sedangkan yang diisi tahun 2023. Periksa apakah tabelnya benar.",
                "Judul tempelan menyebut Kecamatan Balung, sedangkan yang diisi Kecamatan Jombang. Periksa apakah"
                " tabelnya benar.",
            ],
        ),
        ("rkt", "Rencana Kinerja Kecamatan Jombang Tahun 2023\nSasaran\tIndikator\tTarget\nA\tB\t9", []),
        (
            "anggaran",
            'Uraian\tTarget\n"7.01.01.2.02.01 Gaji\nMasukan: Dana\nKeluaran: Terbayarnya gaji"\t12',
            ["Tidak disimpan, karena bukan baris tabel: baris 2 (“Dana”)."],
        ),
        # a head of two lines that is repeated on the next page says nothing new
        (
            "anggaran",
            "Kode\tUraian\tAnggaran\t\n\t\tPagu Perubahan\tRealisasi\n7.01.01.2.02.01\tGaji\t1\t1\nlanjutan\n"
            "Kode\tUraian\tAnggaran\t\n\t\tPagu Perubahan\tRealisasi\n7.01.01.2.02.03\tX\t1\t1",
            ["Tidak disimpan, karena bukan baris tabel: baris 4 (“lanjutan”)."],
        ),
    ],
)
def test_what_nothing_takes_is_told(page: str, text: str, notes: list[str]) -> None:
    assert notes_of(page, text) == notes


@pytest.mark.usefixtures("contoh")
def test_a_unit_that_nothing_recorded_is_called_is_told_with_those_that_are() -> None:
    ((_, told),) = told_of("lhe", "Rekomendasi\tTindak Lanjut\tPenanggung Jawab\nA\tB\tSekcam")
    assert (
        told.rows[0]
        .broken["penanggung_jawab"]
        .startswith("“Sekcam” tidak tercatat. Yang tercatat: “Camat”, ")
    )


@pytest.mark.usefixtures("contoh")
@each_row(
    ("text", "broken"),
    [
        (
            "1 Tahun\t12 bulan",
            {"realisasi": "“12 bulan” bersatuan lain daripada “Tahun”. Samakan satuannya."},
        ),
        ("12 Orang/bulan\t11 orang", {}),
        ("100 %\t95 persen", {}),
    ],
)
def test_a_value_of_another_unit_than_its_row_is_refused(text: str, broken: dict[str, str]) -> None:
    ((_, told),) = told_of("anggaran", f"Kode\tKeluaran\tTarget\tRealisasi\n7.01.01.2.02.01\tGaji\t{text}")
    assert told.rows[0].broken == broken


@pytest.mark.usefixtures("contoh")
def test_an_indikator_that_nothing_recorded_is_called_is_told_with_those_that_are() -> None:
    ((_, told),) = told_of("realisasi", "Indikator\tRealisasi\nIndikator lain\t85")
    said = told.rows[0].broken["kunci_indikator"]
    assert said.startswith("“Indikator lain” tidak tercatat. Yang tercatat: “IPP”, “IKM”, ")
    assert said.endswith("Samakan namanya, atau catat dahulu.")


@pytest.mark.usefixtures("contoh")
def test_of_many_notes_the_number_of_those_that_are_not_shown_is_told() -> None:
    programs = "\n".join(f"7.01.01\tPenunjang\t{number}" for number in range(1, 13))
    notes = notes_of("anggaran", f"Kode\tProgram\tPagu Perubahan\n{programs}")
    assert len(notes) == 10
    assert notes[-1] == "Ada 3 catatan lain tentang tabel ini. Tempel per bagian untuk membacanya."


@pytest.mark.usefixtures("contoh")
def test_a_year_behind_a_comma_is_no_day_of_signing() -> None:
    ((_, told),) = told_of("lhe", "Rekomendasi\tTindak Lanjut\nEvaluasi, Tahun 2022\nSusun pohon\tSudah")
    assert [row.cells["rekomendasi"] for row in told.rows] == ["Evaluasi, Tahun 2022", "Susun pohon"]


@pytest.mark.usefixtures("contoh")
def test_a_new_tujuan_ends_the_sasaran_above_it() -> None:
    text = "Indikator\tTarget\nSasaran 1: A\nIKM\t86\nTujuan 2: B\nIPM\t80"
    ((_, told),) = told_of("rkt", text)
    assert [row.cells.get("sasaran") for row in told.rows if "target" in row.cells] == ["A", None]
