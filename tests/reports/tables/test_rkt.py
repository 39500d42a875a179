"""Tables of the RKT: rows find their sasaran, amounts are added once, codes of our own never show."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.document.table_layout import tata_tabel
from reports.document.tree import Tabel
from reports.tables.rkt import (
    jumlah_anggaran_rkt,
    kode_tampil,
    tabel_acuan_rpjmd,
    tabel_kegiatan_rkt,
    tabel_sasaran_rkt,
)
from sakip.snapshot.types import BarisRKT, TujuanRPJMD
from tests.reports.lkip.example_plan import RKT_2023, RPJMD, baris_rkt, snapshot_rencana
from tests.reports.lkip.read_part import teks

D = Decimal


def isi(tabel: Tabel | None) -> list[list[str]]:
    assert tabel is not None
    tata_tabel(tabel)
    return [[teks(s.isi) for s in b.sel] for b in tabel.baris]


def kegiatan(*baris: BarisRKT, ringkas: bool = False) -> Tabel:
    rkt = replace(RKT_2023, baris=baris)
    return tabel_kegiatan_rkt(snapshot_rencana(), rkt, kunci="t", judul="T", ringkas=ringkas)


def test_the_full_table_names_unit_amount_and_who_is_responsible() -> None:
    tabel = kegiatan(*RKT_2023.baris)
    assert [teks(s.isi) for s in tabel.kepala[0]] == [
        *("Kode", "Program/kegiatan/sub kegiatan", "Indikator", "Target", "Satuan"),
        *("Anggaran (Rp)", "Penanggung jawab"),
    ]
    assert isi(tabel)[2:4] == [
        [
            *("7.01.01.2.02", "Administrasi Keuangan", "1. Persentase administrasi\n2. Jumlah dokumen"),
            *("1. 100\n2. 2", "1. %\n2. dokumen", "–", "–"),
        ],
        [
            *("7.01.01.2.02.01", "Penyediaan Gaji", "Jumlah penerima gaji", "13", "orang/bulan"),
            *("2.277.470.966", "Subbagian Perencanaan dan Keuangan"),
        ],
    ]
    assert isi(tabel)[-1] == ["Jumlah", "2.941.562.966", ""]


def test_an_rkt_without_amounts_has_no_column_for_them() -> None:
    tanpa = tuple(replace(b, anggaran=None) for b in RKT_2023.baris)
    for ringkas in (True, False):
        tabel = kegiatan(*tanpa, ringkas=ringkas)
        assert "Anggaran (Rp)" not in [teks(s.isi) for s in tabel.kepala[0]]
        assert sum(k.lebar for k in tabel.kolom) == 100
        assert isi(tabel)[-1][0] != "Jumlah"


def test_rows_without_a_sasaran_say_so_and_never_stand_under_another() -> None:
    lepas = baris_rkt("", "7.01.09", "Program Lain")
    isi_tabel = isi(kegiatan(baris_rkt("kinerja", "7.01.01", "Program A"), lepas, ringkas=True))
    assert [b[0] for b in isi_tabel] == [
        "Sasaran: Terselenggaranya pemerintahan kecamatan",
        "7.01.01",
        "Belum dikaitkan dengan sasaran",
        "7.01.09",
    ]


def test_without_any_sasaran_there_are_no_groups() -> None:
    assert [b[0] for b in isi(kegiatan(baris_rkt("", "7.01.01", "A"), baris_rkt("x", "7.01.02", "B")))] == [
        "7.01.01",
        "7.01.02",
    ]


def test_a_sasaran_that_returns_is_one_group() -> None:
    isi_tabel = isi(
        kegiatan(
            baris_rkt("kinerja", "7.01.01", "A"),
            baris_rkt("pelayanan", "7.01.02", "B"),
            baris_rkt("kinerja", "7.01.05", "C"),
            ringkas=True,
        )
    )
    assert [b[0] for b in isi_tabel] == [
        "Sasaran: Terselenggaranya pemerintahan kecamatan",
        *("7.01.01", "7.01.05", "Sasaran: Meningkatnya kepuasan masyarakat", "7.01.02"),
    ]


def test_names_before_2021_have_no_codes_and_so_no_column() -> None:
    lama = replace(baris_rkt("kinerja", "7.01.01", "Program Lama"), program="lama.01")
    for ringkas in (True, False):
        tabel = kegiatan(lama, ringkas=ringkas)
        assert teks(tabel.kepala[0][0].isi) == "Program/kegiatan/sub kegiatan"
        assert isi(tabel)[1][0] == "Program Lama"
    assert (kode_tampil("lama.01"), kode_tampil(""), kode_tampil("7.01")) == ("–", "–", "7.01")


@pytest.mark.parametrize(
    ("baris", "jumlah"),
    [
        ([("7.01.01", None), ("7.01.01.2.01", None)], None),
        ([("7.01.01", 0)], 0),
        ([("7.01.01.2.01", 300), ("7.01.01.2.01.01", 100), ("7.01.01.2.01.02", 200)], 300),
        # A priced program covers its kegiatan, even where only one of them is priced too.
        ([("7.01.01", 500), ("7.01.01.2.01", 300), ("7.01.01.2.02", None)], 500),
        # One kegiatan priced itself, the other by its sub kegiatan: 300 + 40 + 60.
        ([("7.01.01.2.01", 300), ("7.01.01.2.02.01", 40), ("7.01.01.2.02.02", 60)], 400),
        # Programs add up: 500 + 70.
        ([("7.01.01", 500), ("7.01.02.2.01.01", 70)], 570),
    ],
)
def test_amounts_are_added_at_the_highest_priced_level(
    baris: list[tuple[str, int | None]], jumlah: int | None
) -> None:
    rkt = replace(RKT_2023, baris=tuple(baris_rkt("kinerja", k, k, anggaran=a) for k, a in baris))
    assert jumlah_anggaran_rkt(rkt) == (None if jumlah is None else D(jumlah))


def test_a_table_without_amounts_has_no_total() -> None:
    assert isi(kegiatan(baris_rkt("kinerja", "7.01.01", "A")))[-1][0] == "7.01.01"


def test_sasaran_with_targets() -> None:
    assert isi(tabel_sasaran_rkt(RKT_2023, kunci="t", judul="T")) == [
        ["1", "Meningkatnya kepuasan masyarakat", "IKM", "86"],
        ["2", "Terselenggaranya pemerintahan", "Nilai SAKIP", "A"],
    ]
    tanpa = replace(RKT_2023, sasaran=(replace(RKT_2023.sasaran[0], target=None),))
    assert isi(tabel_sasaran_rkt(tanpa, kunci="t", judul="T"))[0][-1] == "–"


def test_the_reference_to_the_rpjmd_has_only_columns_that_say_something() -> None:
    assert isi(tabel_acuan_rpjmd(RPJMD, kunci="t", judul="T")) == [
        [
            "Misi ke-2: Membangun tata kelola pemerintahan yang kondusif",
            "Meningkatkan tata kelola yang baik",
            "Indeks reformasi birokrasi",
            "Meningkatnya pelayanan publik",
        ],
        ["", "", "", "Meningkatnya realisasi pajak daerah"],
    ]
    tujuan = TujuanRPJMD(uraian="Tujuan", indikator=(), sasaran=())
    misi = replace(RPJMD.misi[1], tujuan=(tujuan, *RPJMD.misi[1].tujuan))
    assert isi(tabel_acuan_rpjmd(replace(RPJMD, misi=(misi,)), kunci="t", judul="T"))[:2] == [
        ["Misi ke-2: Membangun tata kelola pemerintahan yang kondusif", "Tujuan", "–", "–"],
        [
            "",
            "Meningkatkan tata kelola yang baik",
            "Indeks reformasi birokrasi",
            "Meningkatnya pelayanan publik",
        ],
    ]


def test_an_rpjmd_that_nobody_refers_to_gives_no_table() -> None:
    assert tabel_acuan_rpjmd(replace(RPJMD, misi=RPJMD.misi[:1]), kunci="t", judul="T") is None
