"""The Renstra in both of its tables: every tujuan and sasaran keeps its row, every year its column."""

from dataclasses import replace

import pytest

from reports.document.table_layout import table_layout
from reports.document.tree import TableBlock
from reports.tables.renstra import matriks_renstra_table, target_renstra_table
from sakip.capaian.values import Target
from sakip.snapshot.types import Renstra
from tests.reports.lkip.example_plan import RENSTRA_AWAL, RENSTRA_PERUBAHAN
from tests.reports.lkip.naskah_material import D, huruf, indikator, persen, renstra, sasaran, tujuan
from tests.reports.lkip.read_part import text


def rows(table: TableBlock) -> list[list[str]]:
    return [[text(s.content) for s in b.cells] for b in table.rows]


def target(file: Renstra) -> TableBlock:
    return target_renstra_table(file, key="t", title="Target")


def matriks(file: Renstra) -> TableBlock:
    return matriks_renstra_table(file, key="m", title="Matriks")


def test_targets_of_every_year_of_the_first_version() -> None:
    assert rows(target(RENSTRA_AWAL)) == [
        ["1", "Tujuan: Meningkatnya kualitas pelayanan publik", "Indeks Pelayanan Publik",
         "–", "–", "92", "–", "–", "–"],
        ["1.1", "Meningkatnya kepuasan masyarakat", "IKM", "–", "80", "85", "–", "–", "–"],
        ["1.2", "Meningkatnya serapan anggaran", "Persentase realisasi anggaran",
         "–", "–", "100%", "–", "–", "–"],
    ]  # fmt: skip


def test_a_sasaran_with_two_indikator_is_named_once() -> None:
    assert [b[:3] for b in rows(target(RENSTRA_PERUBAHAN))][1:3] == [
        ["1.1", "Meningkatnya kepuasan masyarakat", "IKM"],
        ["", "", "Persentase layanan tepat waktu"],
    ]


def test_what_has_no_indikator_keeps_its_row() -> None:
    file = renstra(
        2021, 2023, tujuan("t1", "Tujuan satu", sasaran("s", "Sasaran kosong")), tujuan("t2", "Tujuan dua")
    )
    assert rows(target(file)) == [
        ["1", "Tujuan: Tujuan satu", "–", "–", "–", "–"],
        ["1.1", "Sasaran kosong", "–", "–", "–", "–"],
        ["2", "Tujuan: Tujuan dua", "–", "–", "–", "–"],
    ]
    assert rows(matriks(file)) == [
        ["1", "Tujuan satu", "–", "Sasaran kosong", "–", "–", "–", "–"],
        ["2", "Tujuan dua", "–", "–", "–", "–", "–", "–"],
    ]


def test_an_indikator_outside_the_matrix_is_left_out() -> None:
    outside = replace(indikator("x", "Jumlah desa"), dalam_renstra=False)
    file = renstra(2021, 2022, tujuan("t", "Tujuan", sasaran("s", "Sasaran", indikator("i", "IKM"), outside)))
    assert all("Jumlah desa" not in b for t in (target(file), matriks(file)) for b in rows(t))


def test_targets_print_as_they_were_decided() -> None:
    i = indikator(
        "i",
        "Beragam",
        target={
            2021: Target(bawah=D(80), atas=D(90)),
            2022: Target(angka=D("82.5")),
            2023: Target(angka=D(97), huruf="BB", cetak="BB (97)"),
            2024: huruf("A"),
            2025: Target(angka=D(100)),
            2026: persen("100"),
        },
    )
    (content,) = rows(target(renstra(2021, 2026, tujuan("t", "T", sasaran("s", "S", i)))))[1:]
    assert content[3:] == ["80–90%", "82,5%", "BB (97)", "A", "100%", "100%"]


def test_the_matrix_states_strategi_once_and_only_if_there_is_any() -> None:
    heads = [text(s.content) for s in matriks(RENSTRA_PERUBAHAN).heads[0]]
    assert heads[5:] == ["Target kinerja sasaran pada tahun", "Strategi", "Kebijakan"]
    content = rows(matriks(RENSTRA_PERUBAHAN))
    assert content[0][-2:] == ["1. Melatih petugas\n2. Menata loket", "Standar pelayanan ditegakkan"]
    assert content[1][-2:] == ["", ""]
    assert content[2][-2:] == ["–", "–"]
    assert [text(s.content) for s in matriks(RENSTRA_AWAL).heads[0]][
        -1
    ] == "Target kinerja sasaran pada tahun"


def test_the_matrix_tells_the_targets_of_an_indikator_tujuan_behind_its_name() -> None:
    assert rows(matriks(RENSTRA_AWAL))[0][1:3] == [
        "Meningkatnya kualitas pelayanan publik",
        "Indeks Pelayanan Publik (2023: 92)",
    ]


@pytest.mark.parametrize("tahun_akhir", range(2021, 2028))
def test_the_columns_fill_the_page_for_every_length_of_a_period(tahun_akhir: int) -> None:
    file = replace(RENSTRA_PERUBAHAN, tahun_awal=2021, tahun_akhir=tahun_akhir)
    for table in (target(file), matriks(file)):
        table_layout(table)
        assert min(k.width for k in table.columns) >= 4
