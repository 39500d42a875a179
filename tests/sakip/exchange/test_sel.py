"""Cells: what is read from them, what is refused and in which words; writing and reading are inverse."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.exchange.sel import (
    Angka,
    Bulat,
    Daftar,
    Jenis,
    Konteks,
    Kunci,
    Nilai,
    Pilihan,
    Rupiah,
    SelTidakSah,
    Tahun,
    Tanggal,
    Target,
    Teks,
    YaTidak,
)
from sakip.exchange.teks_narasi import ke_html, ke_teks, potong, sambung

KONTEKS = Konteks(huruf={"bb": "BB", "b": "B", "sangat baik": "Sangat Baik"})
LINGKUP = Pilihan(pilihan=(("kabupaten", "Kabupaten"), ("nasional", "Nasional")))


@pytest.mark.parametrize(
    ("jenis", "mentah", "nilai"),
    [
        (Angka(), 98.5, "98.5"),
        (Angka(), 98, "98"),
        (Angka(), 0.1 + 0.2, "0.3"),
        (Angka(), 12.340000000000003, "12.34"),
        (Angka(), "98,5", "98.5"),
        (Angka(), " 1.234,5 ", "1234.5"),
        (Angka(), "98,5 %", "98.5"),
        (Angka(), "-2", "-2"),
        (Angka(), "0", "0"),
        (Rupiah(), "Rp 1.000.000,-", "1000000"),
        (Rupiah(), "Rp. 3.239.088.691,-", "3239088691"),
        (Rupiah(), 2500000.5, "2500000.5"),
        (Bulat(), 12.0, 12),
        (Bulat(), "1.234", 1234),
        (Tahun(), 2023, 2023),
        (Tahun(), "2023", 2023),
        (Tanggal(), datetime(2023, 1, 15), "2023-01-15"),  # noqa: DTZ001  # as openpyxl gives it
        (Tanggal(), date(2023, 1, 15), "2023-01-15"),
        (Tanggal(), "15/1/2023", "2023-01-15"),
        (Tanggal(), "15 Januari 2023", "2023-01-15"),
        (Teks(), "  a\r\nb_x000D_  ", "a\nb"),
        (Teks(satu_baris=True), " a \n b ", "a b"),
        (Teks(), 12, "12"),
        (Teks(), 1234567.0, "1234567"),
        (Kunci(), "seksi-umum", "seksi-umum"),
        (Kunci(), 1, "1"),
        (Daftar(), "a\n\n b \n", ["a", "b"]),
        (Daftar(), "a\u2028b\nc", ["a\nb", "c"]),
        (LINGKUP, "Nasional", "nasional"),
        (LINGKUP, " nasional ", "nasional"),
        (YaTidak(), "ya", True),
        (YaTidak(), False, False),
        (Nilai(), "BB", {"huruf": "BB"}),
        (Nilai(), "bb", {"huruf": "BB"}),
        (Nilai(), "Sangat  baik", {"huruf": "Sangat Baik"}),
        (Nilai(), '"5"', {"huruf": "5"}),
        (Nilai(), "76,5", {"angka": "76.5"}),
        (Target(), "75 s.d. 85", {"bawah": "75", "atas": "85"}),
        (Target(), "75–85,5", {"bawah": "75", "atas": "85.5"}),
        (Target(), "75 - 85", {"bawah": "75", "atas": "85"}),
        (Target(), "-5 s.d. 5", {"bawah": "-5", "atas": "5"}),
        (Target(), 80, {"angka": "80"}),
    ],
)
def test_what_a_cell_says(jenis: Jenis, mentah: Any, nilai: Any) -> None:
    assert jenis.baca(mentah, KONTEKS) == nilai


@pytest.mark.parametrize(
    ("jenis", "mentah", "pesan"),
    [
        (Angka(), "12,5 persen", '"12,5 persen" bukan angka. Tulis 12,5.'),
        (
            Angka(),
            "98.5",
            "titik hanya memisahkan ribuan, koma memisahkan desimal. Maksud Anda 98,5 atau 985?",
        ),
        (Rupiah(), "9.23.268.085", '"9.23.268.085" meragukan'),
        (Angka(), "dua belas", '"dua belas" bukan angka. Tulis angka, misalnya 98,5 atau 1.234.567.'),
        (Angka(), True, '"TRUE" bukan angka. Tulis angka, misalnya 98,5.'),
        (Angka(), date(2023, 2, 1), '"1 Februari 2023" terbaca sebagai tanggal, bukan angka.'),
        (Angka(), 33.33333, '"33,33333" terlalu rinci. Tulis paling banyak 4 desimal, misalnya 33,3333.'),
        (Angka(), 1e18, "terlalu besar. Periksa angkanya."),
        (Rupiah(), -1, '"-1" negatif. Tulis jumlah rupiah nol atau lebih.'),
        (Rupiah(), "98 %", "adalah persentase, bukan jumlah uang."),
        (Bulat(), 1.5, '"1,5" terlalu rinci. Tulis bilangan bulat, misalnya 2.'),
        (Bulat(), -3, '"-3" negatif. Tulis 0 atau lebih.'),
        (Bulat(paling_besar=4), 5, '"5" terlalu besar. Tulis paling banyak 4.'),
        (Tahun(), 23, '"23" bukan tahun. Tulis antara 2000 dan 2100'),
        (Tanggal(), "1/2/23", "tahun harus empat angka."),
        (Tanggal(), 44927, "bukan tanggal. Tulis seperti 17/8/2026."),
        (Tanggal(), "31/2/2023", "tidak ada di kalender."),
        (Teks(), date(2021, 1, 1), "terbaca sebagai tanggal, bukan teks."),
        (
            Kunci(),
            "seksi umum",
            '"seksi umum" bukan kunci. Tulis huruf, angka, atau tanda hubung tanpa spasi,',
        ),
        (LINGKUP, "kota", '"kota" tidak dikenal. Pilih Kabupaten, atau Nasional.'),
        (Nilai(), "bagus", '"bagus" bukan angka.'),
        (Target(), "85 s.d. 75", '"85 s.d. 75" terbalik. Tulis 75 s.d. 85.'),
        (Target(), "7.5 s.d. 85", '"7.5" meragukan'),
    ],
)
def test_what_is_refused_and_what_to_write_instead(jenis: Jenis, mentah: Any, pesan: str) -> None:
    with pytest.raises(SelTidakSah) as galat:
        jenis.baca(mentah, KONTEKS)
    assert pesan in str(galat.value)
    assert "\n" not in str(galat.value)


def test_an_endless_value_is_quoted_short() -> None:
    with pytest.raises(SelTidakSah) as galat:
        LINGKUP.baca("x" * 5000, KONTEKS)
    assert len(str(galat.value)) < 200


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**14), max_value=10**14))
def test_numbers_there_and_back(angka: Decimal) -> None:
    sel = Angka().tulis(angka)
    excel = float(sel) if isinstance(sel, Decimal) else sel  # what the file keeps
    assert Decimal(Angka().baca(excel, KONTEKS)) == angka


@given(st.lists(st.text(min_size=1).map(str.strip).filter(lambda t: t and t == " ".join(t.split()))))
def test_lists_there_and_back(daftar: list[str]) -> None:
    sel = Daftar().tulis(daftar)
    assert (Daftar().baca(sel, KONTEKS) if sel else []) == daftar


@pytest.mark.parametrize(
    ("teks", "html"),
    [
        ("Satu paragraf.", "<p>Satu paragraf.</p>"),
        ("Satu.\n\nDua & tiga.", "<p>Satu.</p><p>Dua &amp; tiga.</p>"),
        ("Langkah:\n- a\n- b\nSelesai.", "<p>Langkah:</p><ul><li>a</li><li>b</li></ul><p>Selesai.</p>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    ],
)
def test_narrative_is_plain_text_where_that_says_all(teks: str, html: str) -> None:
    assert ke_html(teks) == html
    assert ke_html(ke_teks(html)) == html
    assert not ke_teks(html).startswith("<")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Petugas <em>terlatih</em>.</p>",
        "<p>- bukan butir</p>",
        "<p>a</p>\n<p>b</p>",
        "<table><tbody><tr><td>1</td></tr></tbody></table>",
        "<p></p>",
        "<p> spasi </p>",
    ],
)
def test_other_narrative_stays_html(html: str) -> None:
    assert ke_html(ke_teks(html)) == html


@given(st.lists(st.text(alphabet="ab \n", min_size=1, max_size=30), min_size=1), st.integers(10, 40))
def test_long_texts_come_together_again(bagian: list[str], batas: int) -> None:
    for teks in ("\n".join(bagian), "".join(f"<p>{b}</p>" for b in bagian)):
        potongan = potong(teks, batas)
        hasil = potongan[0]
        for lanjutan in potongan[1:]:
            hasil = sambung(hasil, lanjutan)
        assert hasil == teks
