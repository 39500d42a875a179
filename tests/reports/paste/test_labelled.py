"""What programs yield, as a LKIP prints it: labelled below the name of the row, in the same column."""

from __future__ import annotations

import pytest

from tests.reports.paste.test_rows import cells, preview, told

pytestmark = [pytest.mark.usefixtures("contoh"), pytest.mark.one_engine]

HEAD = "Program/kegiatan/sub kegiatan dan keluarannya\tTarget\tRealisasi\tCapaian\n"
PROGRAM = "7.01.01 Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota\t\t\t\n"
SUB = "7.01.01.2.01.01 Penyusunan Dokumen Perencanaan Perangkat Daerah"
OUTPUT = "Keluaran (output): Penyusunan dokumen perencanaan SKPD"
OUTCOME = "Hasil (outcome): Tercapainya tujuan dan sasaran pembangunan daerah"


def test_output_and_outcome_below_the_name_of_their_sub_kegiatan_are_its_rows() -> None:
    name, rows = told(
        "anggaran",
        f'{HEAD}{PROGRAM}"{SUB}\n{OUTPUT}\n{OUTCOME}"\t5 dokumen\t4 dokumen\t80,00%\n'
        "Keluaran (output): Rapat\t3 kali\tbelum diisi\tbelum diisi\n"
        "Keluaran (output): Naskah\t2 buah\ttidak tersedia\ttidak tersedia",
    )
    assert name == "Keluaran"
    sub, uraian = SUB.split()[0], OUTPUT.partition(": ")[2]
    assert cells(rows, "kode", "jenis", "uraian", "target", "satuan", "realisasi", "keadaan") == [
        (sub, "Keluaran (output)", uraian, "5", "dokumen", "4", None),
        (sub, "Hasil (outcome)", OUTCOME.partition(": ")[2], None, None, None, None),
        (sub, "Keluaran (output)", "Rapat", "3", "kali", None, None),
        (sub, "Keluaran (output)", "Naskah", "2", "buah", None, "tidak tersedia"),
    ]
    result = preview(name, rows)
    assert (result.errors, result.tally.baru, result.tally.berubah) == ([], 2, 1)


def test_labels_in_rows_of_their_own_are_of_the_row_above_them() -> None:
    name, rows = told(
        "anggaran", f"{HEAD}{PROGRAM}{SUB}\t\t\t\n{OUTPUT}\t5 dokumen\t5 dokumen\t100,00%\n{OUTCOME}"
    )
    assert (name, preview(name, rows).errors) == ("Keluaran", [])
    assert preview(name, rows).changes == []
    assert len(rows.rows) == 2
