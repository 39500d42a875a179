"""Tables of the RKT: rows find their sasaran, amounts are added once, codes of our own never show."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.document.table_layout import table_layout
from reports.document.tree import TableBlock
from reports.tables.rkt import (
    jumlah_anggaran_rkt,
    kegiatan_rkt_table,
    program_rkt_table,
    rpjmd_reference_table,
    sasaran_rkt_table,
    shown_code,
)
from sakip.snapshot.types import BarisRKT, TujuanRPJMD
from tests.reports.lkip.example_plan import RKT_2023, RPJMD, rkt_row, snapshot_rencana
from tests.reports.lkip.read_part import text

D = Decimal


def content(table: TableBlock | None) -> list[list[str]]:
    assert table is not None
    table_layout(table)
    return [[text(s.content) for s in b.cells] for b in table.rows]


def kegiatan(*rows: BarisRKT) -> TableBlock:
    rkt = replace(RKT_2023, baris=rows)
    return kegiatan_rkt_table(snapshot_rencana(), rkt, key="t", title="T")


def test_the_full_table_names_unit_amount_and_who_is_responsible() -> None:
    table = kegiatan(*RKT_2023.baris)
    assert [text(s.content) for s in table.heads[0]] == [
        *("Kode", "Program/kegiatan/sub kegiatan", "Indikator", "Target", "Satuan"),
        *("Anggaran (Rp)", "Penanggung jawab"),
    ]
    assert content(table)[2:4] == [
        [
            *("7.01.01.2.02", "Administrasi Keuangan", "1. Persentase administrasi\n2. Jumlah dokumen"),
            *("1. 100\n2. 2", "1. %\n2. dokumen", "–", "–"),
        ],
        [
            *("7.01.01.2.02.01", "Penyediaan Gaji", "Jumlah penerima gaji", "13", "orang/bulan"),
            *("2.277.470.966", "Subbagian Perencanaan dan Keuangan"),
        ],
    ]
    assert content(table)[-1] == ["Jumlah", "2.941.562.966", ""]


def test_an_rkt_without_amounts_has_no_column_for_them() -> None:
    without = tuple(replace(b, anggaran=None) for b in RKT_2023.baris)
    table = kegiatan(*without)
    assert "Anggaran (Rp)" not in [text(s.content) for s in table.heads[0]]
    assert sum(k.width for k in table.columns) == 100
    assert content(table)[-1][0] != "Jumlah"


def test_rows_without_a_sasaran_say_so_and_never_stand_under_another() -> None:
    loose = rkt_row("", "7.01.09", "Program Lain")
    table_content = content(kegiatan(rkt_row("kinerja", "7.01.01", "Program A"), loose))
    assert [b[0] for b in table_content] == [
        "Sasaran: Terselenggaranya pemerintahan kecamatan",
        "7.01.01",
        "Belum dikaitkan dengan sasaran",
        "7.01.09",
    ]


def test_without_any_sasaran_there_are_no_groups() -> None:
    assert [b[0] for b in content(kegiatan(rkt_row("", "7.01.01", "A"), rkt_row("x", "7.01.02", "B")))] == [
        "7.01.01",
        "7.01.02",
    ]


def test_a_sasaran_that_returns_is_one_group() -> None:
    table_content = content(
        kegiatan(
            rkt_row("kinerja", "7.01.01", "A"),
            rkt_row("pelayanan", "7.01.02", "B"),
            rkt_row("kinerja", "7.01.05", "C"),
        )
    )
    assert [b[0] for b in table_content] == [
        "Sasaran: Terselenggaranya pemerintahan kecamatan",
        *("7.01.01", "7.01.05", "Sasaran: Meningkatnya kepuasan masyarakat", "7.01.02"),
    ]


def test_names_before_2021_have_no_codes_and_so_no_column() -> None:
    old = replace(rkt_row("kinerja", "7.01.01", "Program Lama"), program="lama.01")
    table = kegiatan(old)
    assert text(table.heads[0][0].content) == "Program/kegiatan/sub kegiatan"
    assert content(table)[1][0] == "Program Lama"
    assert (shown_code("lama.01"), shown_code(""), shown_code("7.01")) == ("–", "–", "7.01")


@pytest.mark.parametrize(
    ("row", "jumlah"),
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
    row: list[tuple[str, int | None]], jumlah: int | None
) -> None:
    rkt = replace(RKT_2023, baris=tuple(rkt_row("kinerja", k, k, anggaran=a) for k, a in row))
    assert jumlah_anggaran_rkt(rkt) == (None if jumlah is None else D(jumlah))


def test_a_sum_that_leaves_rows_out_is_not_called_the_total() -> None:
    whole = (
        rkt_row("kinerja", "7.01.01", "A"),
        rkt_row("kinerja", "7.01.01.2.01", "B", anggaran=300),
        rkt_row("kinerja", "7.01.01.2.01.01", "C"),  # covered by the kegiatan above
        rkt_row("kinerja", "7.01.02", "D", anggaran=70),
    )
    assert content(kegiatan(*whole))[-1] == ["Jumlah", "370", ""]
    partial = (*whole, rkt_row("kinerja", "7.01.01.2.02.01", "E"), rkt_row("kinerja", "7.01.03", "F"))
    assert content(kegiatan(*partial))[-1] == [
        "Anggaran yang tercantum (2 baris tidak mencantumkannya)",
        "370",
        "",
    ]


def test_rows_stand_in_the_order_of_their_codes_below_their_program_and_kegiatan() -> None:
    table = kegiatan(
        rkt_row("kinerja", "7.01.10.2.01", "Kegiatan kesepuluh"),
        rkt_row("kinerja", "7.01.02.2.01.02", "Kedua", ("Jumlah laporan", "4", "laporan"), anggaran=20),
        rkt_row("kinerja", "7.01.02.2.01.01", "Pertama", anggaran=10),
        rkt_row("kinerja", "7.01.10", "Program kesepuluh"),
    )
    assert content(table) == [
        ["Sasaran: Terselenggaranya pemerintahan kecamatan"],
        ["7.01.02", "Program 7.01.02", "", "", "", "", ""],
        ["7.01.02.2.01", "Kegiatan", "", "", "", "", ""],
        ["7.01.02.2.01.01", "Pertama", "–", "–", "–", "10", "–"],
        ["7.01.02.2.01.02", "Kedua", "Jumlah laporan", "4", "laporan", "20", "–"],
        ["7.01.10", "Program kesepuluh", "–", "–", "–", "–", "–"],
        ["7.01.10.2.01", "Kegiatan kesepuluh", "–", "–", "–", "–", "–"],
        ["Anggaran yang tercantum (1 baris tidak mencantumkannya)", "30", ""],
    ]
    assert [(one.kind, one.indent) for one in table.rows[1:4]] == [
        ("subjumlah", 0),
        ("biasa", 1),
        ("biasa", 2),
    ]


def programs(*rows: BarisRKT) -> TableBlock:
    return program_rkt_table(replace(RKT_2023, baris=rows), key="t", title="T", sumber="RKT")


def test_each_program_is_summed_up_in_one_row() -> None:
    table = programs(
        rkt_row("kinerja", "7.01.01", "Penunjang"),
        rkt_row("kinerja", "7.01.01.2.01", "Kantor", anggaran=300),
        rkt_row("kinerja", "7.01.01.2.01.01", "Gaji", anggaran=200),  # part of the 300
        rkt_row("kinerja", "7.01.01.2.02.01", "Barang", anggaran=50),
        rkt_row("kinerja", "7.01.02", "Pelayanan"),
    )
    assert [text(s.content) for s in table.heads[0]] == [
        "Kode",
        "Program",
        "Kegiatan",
        "Sub kegiatan",
        "Anggaran (Rp)",
    ]
    assert content(table) == [
        ["7.01.01", "Penunjang", "2", "2", "350"],
        ["7.01.02", "Pelayanan", "0", "0", "–"],
        ["Anggaran yang tercantum (1 baris tidak mencantumkannya)", "2", "2", "350"],
    ]


def test_a_summary_has_only_columns_that_say_something() -> None:
    old = replace(rkt_row("kinerja", "7.01.01", "Program Lama"), program="lama.01")
    table = programs(old)
    assert [text(s.content) for s in table.heads[0]] == ["No.", "Program"]
    assert content(table) == [["1", "Program Lama"]]
    assert sum(k.width for k in table.columns) == 100


def test_names_without_printed_codes_keep_their_own_order() -> None:
    def old(kode: str, nama: str) -> BarisRKT:
        return replace(rkt_row("kinerja", "7.01.01", nama), program=kode)

    table = kegiatan(old("lama.02", "Kedua"), old("lama.01", "Pertama"))
    assert [b[0] for b in content(table)][1:3] == ["Kedua", "Pertama"]


def test_a_table_without_amounts_has_no_total() -> None:
    assert content(kegiatan(rkt_row("kinerja", "7.01.01", "A")))[-1][0] == "7.01.01"


def test_sasaran_with_targets() -> None:
    assert content(sasaran_rkt_table(RKT_2023, key="t", title="T")) == [
        ["1", "Meningkatnya kepuasan masyarakat", "IKM", "86"],
        ["2", "Terselenggaranya pemerintahan", "Nilai SAKIP", "A"],
    ]
    without = replace(RKT_2023, sasaran=(replace(RKT_2023.sasaran[0], target=None),))
    assert content(sasaran_rkt_table(without, key="t", title="T"))[0][-1] == "–"


def test_the_reference_to_the_rpjmd_has_only_columns_that_say_something() -> None:
    assert content(rpjmd_reference_table(RPJMD, key="t", title="T")) == [
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
    assert content(rpjmd_reference_table(replace(RPJMD, misi=(misi,)), key="t", title="T"))[:2] == [
        ["Misi ke-2: Membangun tata kelola pemerintahan yang kondusif", "Tujuan", "–", "–"],
        [
            "",
            "Meningkatkan tata kelola yang baik",
            "Indeks reformasi birokrasi",
            "Meningkatnya pelayanan publik",
        ],
    ]


def test_an_rpjmd_that_nobody_refers_to_gives_no_table() -> None:
    assert rpjmd_reference_table(replace(RPJMD, misi=RPJMD.misi[:1]), key="t", title="T") is None
