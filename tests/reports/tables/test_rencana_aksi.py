"""Tables of the rencana aksi: four quarters always, grouped by sasaran."""

from dataclasses import replace

import pytest

from reports.document.table_layout import table_layout
from reports.tables.rencana_aksi import kegiatan_rencana_aksi_table, sasaran_rencana_aksi_table
from sakip.capaian.inputs import Akumulasi
from sakip.snapshot.types import BarisRencanaAksi
from tests.reports.lkip.example_plan import RENCANA_AKSI, kegiatan_aksi, rencana_aksi_row
from tests.reports.lkip.naskah_material import angka, indikator
from tests.reports.lkip.read_part import text

#: An indikator of each rhythm, its kunci what it is called.
KNOWN = {irama: replace(indikator(irama, irama, target={}), irama=irama) for irama in ("", "24", "2", "4")}


def sasaran(*rows: BarisRencanaAksi) -> list[list[str]]:
    table = sasaran_rencana_aksi_table(replace(RENCANA_AKSI, baris=rows), KNOWN, key="t", title="T")
    table_layout(table)
    return [[text(s.content) for s in b.cells] for b in table.rows]


def kegiatan(*rows: BarisRencanaAksi) -> list[list[str]]:
    table = kegiatan_rencana_aksi_table(replace(RENCANA_AKSI, baris=rows), key="t", title="T")
    assert table is not None
    table_layout(table)
    return [[text(s.content) for s in b.cells] for b in table.rows]


def test_targets_of_the_sasaran_by_quarter() -> None:
    way = "kumulatif sampai dengan triwulan berjalan"
    assert sasaran(*RENCANA_AKSI.baris) == [
        ["1", "Meningkatnya pelayanan", "SKM Aparatur", "indeks", "23", "46", "69", "95", way],
        ["2", "Meningkatnya pajak", "Persentase PBB", "–", "25%", "–", "75%", "–", way],
    ]


def test_every_way_to_add_up_has_its_words() -> None:
    rows = [rencana_aksi_row("S", str(a), angka("1"), akumulasi=a) for a in Akumulasi]
    assert sorted(b[-1] for b in sasaran(*rows)) == [
        "jumlah empat triwulan",
        "kumulatif sampai dengan triwulan berjalan",
        "nilai terakhir yang diketahui",
        "nilai triwulan terakhir",
        "rata-rata empat triwulan",
    ]


def test_what_is_planned_twice_a_year_names_its_triwulan() -> None:
    row = replace(
        rencana_aksi_row("S", "A", akumulasi=Akumulasi.JUMLAH), triwulan=(None, angka("4"), None, angka("6"))
    )
    assert sasaran(row)[0][-1] == "jumlah triwulan II dan IV"


@pytest.mark.parametrize(
    ("akumulasi", "irama", "said"),
    [
        (Akumulasi.JUMLAH, "24", "jumlah triwulan II dan IV"),
        (Akumulasi.RATA_RATA, "24", "rata-rata triwulan II dan IV"),
        (Akumulasi.JUMLAH, "4", "nilai triwulan IV"),  # one value is no sum
        (Akumulasi.RATA_RATA, "2", "nilai triwulan II"),
        (Akumulasi.KUMULATIF, "2", "nilai triwulan II"),
        (Akumulasi.DIKETAHUI, "4", "nilai terakhir yang diketahui"),
        (Akumulasi.JUMLAH, "", "jumlah empat triwulan"),
    ],
)
def test_the_way_follows_the_rhythm_of_the_indikator(akumulasi: Akumulasi, irama: str, said: str) -> None:
    row = replace(
        rencana_aksi_row("S", "A", angka("1"), akumulasi=akumulasi), kunci_indikator=irama
    )  # nothing is planned yet but for the first triwulan
    assert sasaran(row)[0][-1] == said


def test_outputs_by_quarter_keep_a_real_zero_apart_from_nothing() -> None:
    assert kegiatan(*RENCANA_AKSI.baris) == [
        ["Sasaran: Meningkatnya pelayanan"],
        ["Program Penunjang: Administrasi Keuangan"],
        ["Penyediaan Gaji", "Jumlah dokumen Penyediaan Gaji", "Dokumen", "13", "13", "13", "13"],
        ["Penatausahaan", "Jumlah dokumen Penatausahaan", "Dokumen", "1", "0", "–", "1"],
    ]


def test_two_indikator_of_one_sasaran_share_a_heading() -> None:
    a = rencana_aksi_row("Satu", "A", kegiatan=(kegiatan_aksi("P", "K", "Sub A", 1),))
    b = rencana_aksi_row("Dua", "B", kegiatan=(kegiatan_aksi("P", "K", "Sub B", 1),))
    c = rencana_aksi_row("Satu ", "C", kegiatan=(kegiatan_aksi("P", "K2", "", 1),))
    content = kegiatan(a, b, c)
    assert [b[0] for b in content] == [
        *("Sasaran: Satu", "P: K", "Sub A", "P", "K2"),
        *("Sasaran: Dua", "P: K", "Sub B"),
    ]


def test_without_sub_kegiatan_there_is_no_second_table() -> None:
    without = replace(RENCANA_AKSI, baris=RENCANA_AKSI.baris[1:])
    assert kegiatan_rencana_aksi_table(without, key="t", title="T") is None
