"""Cells: what is read from them, what is refused and in which words; writing and reading are inverse."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kecamatan.ground.texts import Refused
from sakip.entry.contacts import Email, Nip, PostalCode
from sakip.entry.measured import NO_TARGET, NO_VALUE, Planned, Recorded
from sakip.entry.number_kinds import Number, Rupiah, Whole, Year
from sakip.entry.value_kinds import Choice, Date, Key, Lines, Text, Value, YesNo
from sakip.records.shared_columns import AKUMULASI_CHOICES
from tests.table_tests import each_row

AKUMULASI = Choice(choices=AKUMULASI_CHOICES)
SCOPE = Choice(choices=(("kabupaten", "Kabupaten"), ("nasional", "Nasional")))


@each_row(
    ("kind", "raw", "nilai"),
    [
        (Number(), 98.5, Decimal("98.5")),
        (AKUMULASI, "Jumlah triwulan yang diukur", "jumlah"),
        (AKUMULASI, "Jumlah keempat triwulan", "jumlah"),  # of workbooks handed out before
        (AKUMULASI, "Rata-rata keempat  triwulan", "rata-rata"),
        (Number(), 98, Decimal("98")),
        (Number(), 0.1 + 0.2, Decimal("0.3")),
        (Number(), 12.340000000000003, Decimal("12.34")),
        (Number(), "98,5", Decimal("98.5")),
        (Number(), " 1.234,5 ", Decimal("1234.5")),
        (Number(), "98,5 %", Decimal("98.5")),
        (Number(), "-2", Decimal("-2")),
        (Number(), "0", Decimal("0")),
        (Rupiah(), "Rp 1.000.000,-", Decimal("1000000")),
        (Rupiah(), "Rp. 3.239.088.691,-", Decimal("3239088691")),
        (Rupiah(), 2500000.5, Decimal("2500000.5")),
        (Whole(), 12.0, 12),
        (Whole(), "1.234", 1234),
        (Year(), 2023, 2023),
        (Year(), "2023", 2023),
        (Date(), datetime(2023, 1, 15), date(2023, 1, 15)),  # noqa: DTZ001  # as openpyxl gives it
        (Date(), date(2023, 1, 15), date(2023, 1, 15)),
        (Date(), "15/1/2023", date(2023, 1, 15)),
        (Date(), "15 Januari 2023", date(2023, 1, 15)),
        (Text(), "  a\r\nb_x000D_  ", "a\nb"),
        (Text(one_line=True), " a \n b ", "a b"),
        (Text(), 12, "12"),
        (Text(), 1234567.0, "1234567"),
        (Key(), "seksi-umum", "seksi-umum"),
        (Key(), 1, "1"),
        (Lines(), "a\n\n b \n", ["a", "b"]),
        (Lines(), "a\u2028b\nc", ["a\nb", "c"]),
        (SCOPE, "Nasional", "nasional"),
        (SCOPE, " nasional ", "nasional"),
        (YesNo(), "ya", True),
        (YesNo(), False, False),
        (Recorded(), "BB", NO_VALUE | {"huruf": "BB"}),
        (Recorded(), "bb", NO_VALUE | {"huruf": "bb"}),
        (Recorded(), "Sangat  baik", NO_VALUE | {"huruf": "Sangat baik"}),
        (Recorded(), '"5"', NO_VALUE | {"huruf": "5"}),
        (Recorded(), "76,5", NO_VALUE | {"angka": Decimal("76.5")}),
        (Planned(), "75 s.d. 85", NO_TARGET | {"bawah": Decimal("75"), "atas": Decimal("85")}),
        (Planned(), "75–85,5", NO_TARGET | {"bawah": Decimal("75"), "atas": Decimal("85.5")}),
        (Planned(), "75 - 85", NO_TARGET | {"bawah": Decimal("75"), "atas": Decimal("85")}),
        (Planned(), "75 s/d 85", NO_TARGET | {"bawah": Decimal("75"), "atas": Decimal("85")}),
        (Planned(), "-5 s.d. 5", NO_TARGET | {"bawah": Decimal("-5"), "atas": Decimal("5")}),
        (Planned(), 80, NO_TARGET | {"angka": Decimal("80")}),
    ],
)
def test_what_a_cell_says(kind: Value, raw: Any, nilai: Any) -> None:
    assert kind.parse(raw) == nilai


@each_row(
    ("kind", "raw", "message"),
    [
        (Number(), "12,5 persen", '"12,5 persen" bukan angka. Tulis 12,5.'),
        (
            Number(),
            "98.5",
            "titik hanya memisahkan ribuan, koma memisahkan desimal. Maksud Anda 98,5 atau 985?",
        ),
        (Rupiah(), "9.23.268.085", '"9.23.268.085" meragukan'),
        (Number(), "dua belas", '"dua belas" bukan angka. Tulis angka, misalnya 98,5 atau 1.234.567.'),
        (Number(), True, '"TRUE" terbaca sebagai nilai logika, bukan angka. Ubah format selnya menjadi Teks'),
        (Recorded(), date(2026, 2, 1), "Ubah format selnya menjadi Teks, lalu ketik ulang."),  # 1/2 in Excel
        (Recorded(), time(1, 2), '"01:02:00" terbaca sebagai jam, bukan angka.'),
        (Text(), time(1, 2), '"01:02:00" terbaca sebagai jam, bukan teks.'),
        (Text(), timedelta(hours=25), "terbaca sebagai jam, bukan teks."),
        (Text(), "#REF!", '"#REF!" adalah galat Excel, bukan isian. Tulis nilainya, atau kosongkan.'),
        (Recorded(), "#DIV/0!", '"#DIV/0!" adalah galat Excel, bukan isian.'),
        (Rupiah(), "######", '"######" adalah galat Excel, bukan isian.'),
        (Date(), "#VALUE!", '"#VALUE!" adalah galat Excel, bukan isian.'),
        (Whole(), "Rp 12", '"Rp 12" adalah jumlah uang, bukan bilangan. Tulis angkanya tanpa Rp.'),
        (Whole(), "12 %", '"12 %" adalah persentase, bukan jumlah. Tulis jumlahnya.'),
        (Whole(), "1,000", '"1,000" bukan bilangan bulat. Maksud Anda 1.000 atau 1?'),
        (Whole(), "45,678", '"45,678" bukan bilangan bulat. Maksud Anda 45.678?'),
        (  # nobody counts hundredths of a person
            Whole(),
            "113.48",
            '"113.48" meragukan: kelompok "48" tidak memuat tiga angka. Maksud Anda 11.348, atau ada angka yang kurang'
            " atau lebih pada kelompok itu?",
        ),
        (Recorded(), "45 dari 50", '"45 dari 50" bukan angka. Tulis 45/50.'),
        (Recorded(), "45 orang/50 orang", '"45 orang/50 orang" bukan angka. Tulis 45/50.'),
        (Recorded(), "10 orang/tahun", '"10 orang/tahun" bukan angka.'),
        (Recorded(), "45/", '"45/" bukan pecahan. Isi pembilang dan penyebut, misalnya 45/50.'),
        (Recorded(), "80 s/d 90", '"80 s/d 90" adalah rentang, bukan satu nilai. Tulis nilai yang dicapai.'),
        (Planned(), "tidak tersedia", '"tidak tersedia" bukan target. Kosongkan bila belum ada.'),
        (Planned(), "…", '"…" bukan target. Kosongkan bila belum ada.'),
        (Number(), date(2023, 2, 1), '"1 Februari 2023" terbaca sebagai tanggal, bukan angka.'),
        (Number(), 33.33333, '"33,33333" terlalu rinci. Tulis paling banyak 4 desimal, misalnya 33,3333.'),
        (Number(), 1e18, "terlalu besar: lebih dari 11 angka di depan koma. Periksa angkanya."),
        (Rupiah(), -1, '"-1" negatif. Tulis jumlah rupiah nol atau lebih.'),
        (Rupiah(), "98 %", "adalah persentase, bukan jumlah uang."),
        (Whole(), 1.5, '"1,5" terlalu rinci. Tulis bilangan bulat, misalnya 2.'),
        (Whole(), -3, '"-3" negatif. Tulis 0 atau lebih.'),
        (Whole(largest=4), 5, '"5" terlalu besar. Tulis paling banyak 4.'),
        (Year(), 23, '"23" bukan tahun. Tulis empat angka antara 2000 dan 2100'),
        (Date(), "1/2/23", "tahun harus empat angka."),
        (Date(), 44256, '"44.256" bukan tanggal. Maksud Anda 1 Maret 2021?'),
        (Date(), "44256,5", "Maksud Anda 1 Maret 2021?"),
        (Date(), 12, "bukan tanggal. Tulis seperti 17/8/2026."),
        (Date(), "Mei 2021", 'Bila harinya tidak diketahui, tulis pada "Tanggal seperti tercetak".'),
        (Date(printed_beside=False), "Mei 2021", "Tulis dengan harinya, misalnya 1 Mei 2021."),
        (Date(), "-", '"-" bukan tanggal. Kosongkan bila belum ada.'),
        (Year(), "n/a", '"n/a" bukan tahun. Kosongkan bila belum ada.'),
        (Nip(), "-", '"-" bukan NIP. Kosongkan bila belum ada.'),
        (PostalCode(), "nihil", '"nihil" bukan kode pos. Kosongkan bila belum ada.'),
        (Email(), "-", '"-" bukan alamat surel. Kosongkan bila belum ada.'),
        (SCOPE, "-", '"-" tidak dikenal. Kosongkan bila belum ada, atau pilih Kabupaten atau Nasional.'),
        (Number(), float("inf"), '"inf" di luar jangkauan angka.'),
        (Number(), float("nan"), '"nan" di luar jangkauan angka.'),
        (
            Recorded(),
            "N/A",
            '"N/A" bukan nilai. Kosongkan bila belum ada, atau tulis "tidak tersedia: " beserta alasannya.',
        ),
        (Recorded(), "n.a.", '"n.a." bukan nilai. Kosongkan bila belum ada, atau tulis "tidak tersedia: "'),
        (Recorded(), "-", '"-" bukan nilai. Kosongkan bila belum ada, atau tulis "tidak tersedia: "'),
        (Recorded(), "tidak ada data", "bukan nilai. Kosongkan"),
        (Planned(), "N/A", '"N/A" bukan target. Kosongkan bila belum ada.'),
        (Number(), "n.a.", '"n.a." bukan angka. Kosongkan bila belum ada, atau tulis 0 bila nihil.'),
        (Rupiah(), "-", '"-" bukan angka. Kosongkan bila belum ada, atau tulis 0 bila nihil.'),
        (Whole(), "tidak ada data", '"tidak ada data" bukan angka. Kosongkan bila belum ada,'),
        (Number(), " Rp -   ", '"Rp -" bukan angka. Maksud Anda 0?'),
        (Recorded(), " Rp -   ", '"Rp -" bukan angka. Maksud Anda 0?'),
        (Planned(), "Rp (1.000.000)", '"Rp (1.000.000)" bukan angka. Maksud Anda -1.000.000?'),
        (
            Recorded(),
            "98,5\n(Baik)",
            '"98,5 (Baik)" bukan angka. Tulis 98,5, lalu tulis "98,5 (Baik)" pada "Seperti tercetak".',
        ),
        (
            Recorded(),
            "45/50 (90%, baik)",
            'Tulis 45/50, lalu tulis "45/50 (90%, baik)" pada "Seperti tercetak".',
        ),
        (
            Planned(),
            "75-85 (Baik)",
            '"75-85 (Baik)" bukan angka. Tulis 75–85, lalu tulis "75-85 (Baik)" pada "Seperti tercetak".',
        ),
        (Recorded(), "tidak tersedia", '"tidak tersedia" tanpa alasan. Tulis alasannya'),
        (Date(), "31/2/2023", "tidak ada di kalender."),
        (Text(), date(2021, 1, 1), "terbaca sebagai tanggal, bukan teks."),
        (Text(), "a" * 10_001, "terlalu panjang: 10001 karakter, paling banyak 10000. Ringkas."),
        (Text(longest=2), "abc", '"abc" terlalu panjang: 3 karakter, paling banyak 2. Ringkas.'),
        (Lines(), "ab\n" * 3_334, "terlalu panjang: 10001 karakter, paling banyak 10000."),
        (Lines(), ["ab"] * 3_334, "terlalu panjang: 10001 karakter, paling banyak 10000."),
        (
            Recorded(),
            "tidak tersedia: " + "a" * 10_001,
            "terlalu panjang: 10001 karakter, paling banyak 10000.",
        ),
        (
            Key(),
            "seksi umum",
            '"seksi umum" bukan kunci. Tulis huruf, angka, atau tanda hubung tanpa spasi,',
        ),
        (SCOPE, "kota", '"kota" tidak dikenal. Pilih Kabupaten atau Nasional.'),
        (
            Planned(),
            "85 s.d. 75",
            '"85 s.d. 75" terbalik: batas bawah ditulis lebih dahulu. Tulis 75 s.d. 85.',
        ),
        (Planned(), "7.5 s.d. 85", '"7.5" meragukan'),
    ],
)
def test_what_is_refused_and_what_to_write_instead(kind: Value, raw: Any, message: str) -> None:
    with pytest.raises(Refused) as error:
        kind.parse(raw)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_an_endless_value_is_quoted_short() -> None:
    with pytest.raises(Refused) as error:
        SCOPE.parse("x" * 5000)
    assert len(str(error.value)) < 200


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**10), max_value=10**10))
def test_numbers_there_and_back(angka: Decimal) -> None:
    cell = Number().cell(angka)
    excel = float(cell) if isinstance(cell, Decimal) else cell  # what the file keeps
    assert Number().parse(excel) == angka


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co")), min_size=1)
        .map(str.strip)
        .filter(lambda t: t and t == " ".join(t.split()))
    )
)
def test_lists_there_and_back(listing: list[str]) -> None:
    cell = Lines().cell(listing)
    assert (Lines().parse(cell) if cell else []) == listing


@each_row(
    ("kind", "text"),
    [
        (Recorded(), "45 dari 1" + " " * 100_000 + "x y"),
        (Recorded(), "1." * 50_000 + "x"),
        (Planned(), "1" * 100_000 + "-"),
        (Planned(), "<1 " * 30_000),
    ],
)
def test_a_page_that_was_pasted_by_mistake_is_refused_as_no_number(kind: Value, text: str) -> None:
    """At once: the patterns of a fraction and of a range looked in it for minutes."""
    with pytest.raises(Refused, match="bukan angka: lebih dari 40 karakter"):
        kind.parse(text)
