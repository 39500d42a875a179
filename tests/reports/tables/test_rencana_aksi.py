"""Tables of the rencana aksi: four quarters always, grouped by sasaran."""

from dataclasses import replace

from reports.document.table_layout import tata_tabel
from reports.tables.rencana_aksi import tabel_kegiatan_rencana_aksi, tabel_sasaran_rencana_aksi
from sakip.capaian.inputs import Akumulasi
from sakip.snapshot.types import BarisRencanaAksi
from tests.reports.lkip.example_plan import RENCANA_AKSI, baris_rencana_aksi, kegiatan_aksi
from tests.reports.lkip.naskah_material import angka
from tests.reports.lkip.read_part import teks


def sasaran(*baris: BarisRencanaAksi) -> list[list[str]]:
    tabel = tabel_sasaran_rencana_aksi(replace(RENCANA_AKSI, baris=baris), kunci="t", judul="T")
    tata_tabel(tabel)
    return [[teks(s.isi) for s in b.sel] for b in tabel.baris]


def kegiatan(*baris: BarisRencanaAksi) -> list[list[str]]:
    tabel = tabel_kegiatan_rencana_aksi(replace(RENCANA_AKSI, baris=baris), kunci="t", judul="T")
    assert tabel is not None
    tata_tabel(tabel)
    return [[teks(s.isi) for s in b.sel] for b in tabel.baris]


def test_targets_of_the_sasaran_by_quarter() -> None:
    cara = "kumulatif sampai dengan triwulan berjalan"
    assert sasaran(*RENCANA_AKSI.baris) == [
        ["1", "Meningkatnya pelayanan", "SKM Aparatur", "indeks", "23", "46", "69", "95", cara],
        ["2", "Meningkatnya pajak", "Persentase PBB", "–", "25%", "–", "75%", "–", cara],
    ]


def test_every_way_to_add_up_has_its_words() -> None:
    baris = [baris_rencana_aksi("S", str(a), angka("1"), akumulasi=a) for a in Akumulasi]
    assert sorted(b[-1] for b in sasaran(*baris)) == [
        "jumlah empat triwulan",
        "kumulatif sampai dengan triwulan berjalan",
        "nilai triwulan terakhir",
        "rata-rata empat triwulan",
    ]


def test_outputs_by_quarter_keep_a_real_zero_apart_from_nothing() -> None:
    assert kegiatan(*RENCANA_AKSI.baris) == [
        ["Sasaran: Meningkatnya pelayanan"],
        [
            *(
                "Program Penunjang\nAdministrasi Keuangan",
                "Penyediaan Gaji",
                "Jumlah dokumen Penyediaan Gaji",
            ),
            *("Dokumen", "13", "13", "13", "13"),
        ],
        ["", "Penatausahaan", "Jumlah dokumen Penatausahaan", "Dokumen", "1", "0", "–", "1"],
    ]


def test_two_indikator_of_one_sasaran_share_a_heading() -> None:
    a = baris_rencana_aksi("Satu", "A", kegiatan=(kegiatan_aksi("P", "K", "Sub A", 1),))
    b = baris_rencana_aksi("Dua", "B", kegiatan=(kegiatan_aksi("P", "K", "Sub B", 1),))
    c = baris_rencana_aksi("Satu ", "C", kegiatan=(kegiatan_aksi("P", "K2", "", 1),))
    isi = kegiatan(a, b, c)
    assert [b[0] for b in isi] == ["Sasaran: Satu", "P\nK", "P", "Sasaran: Dua", "P\nK"]
    assert isi[2][1] == "K2"


def test_without_sub_kegiatan_there_is_no_second_table() -> None:
    tanpa = replace(RENCANA_AKSI, baris=RENCANA_AKSI.baris[1:])
    assert tabel_kegiatan_rencana_aksi(tanpa, kunci="t", judul="T") is None
