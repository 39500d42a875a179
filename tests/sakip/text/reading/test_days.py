"""Days, weekdays, months of a triwulan, and items that a text numbers itself."""

from __future__ import annotations

from sakip.text.reading.days import impossible_days, wrong_months, wrong_weekdays
from sakip.text.reading.ordinals import markers, slips
from tests.table_tests import each_row


@each_row(
    ("text", "expected"),
    [
        ("Rapat pada tanggal 31 Juni 2023.", ["Juni 2023 sampai tanggal 30"]),
        ("Data per 29 Februari 2023.", ["Februari 2023 sampai tanggal 28"]),
        ("Hari Kamis, tanggal 21 November 2023.", ["Selasa"]),
        ("Jum’at, 21 November 2023", ["Selasa"]),
        ("triwulan II (April sampai dengan Juli)", ["April–Juni"]),
        ("Pada triwulan keempat, yaitu bulan September–Desember", ["Oktober–Desember"]),
        ("Semester I (Januari s.d. Juli 2023)", ["Januari–Juni"]),
    ],
)
def test_what_no_calendar_has_is_found(text: str, expected: list[str]) -> None:
    found = [*impossible_days(text), *wrong_weekdays(text), *wrong_months(text)]
    assert [one.expected for one in found] == expected


@each_row(
    "text",
    [
        "29 Februari 2020 dan 29 Februari adalah hari kabisat.",
        "Selasa, 21 November 2023; Senin sampai Rabu, 20 sampai 22 November 2023.",
        "Triwulan I sampai dengan IV (Januari–Desember), triwulan I dan II (Januari–Juni).",
        "Semester II dimulai bulan Juli. Laporan triwulan IV disampaikan Januari 2024.",
        "Nilainya 85 Desember ini.",
    ],
)
def test_days_that_may_be_so_are_not(text: str) -> None:
    assert [*impossible_days(text), *wrong_weekdays(text), *wrong_months(text)] == []


@each_row(
    ("text", "expected"),
    [
        ("(1) pegawai; (2) data; dan (4) dana.", [("(4)", "(3)")]),
        ("Langkahnya: a. damping; b. latih; d. pantau.", [("d.", "c.")]),
        ("1) satu; 2) dua; 2) tiga", [("2)", "3)")]),
        ("Pertama, pegawai. Kedua, data. Keempat, dana.", [("Keempat", "Ketiga")]),
        ("(1) a; (2) b; (3) c; kembali (1) a; (2) b.", []),
        ("1. A: a. x; b. y. 2. B: a. z; b. w. 3. C.", []),
        ("Pasal 3 ayat (1) dan ayat (3) serta huruf a dan huruf d.", []),
        ("Pertama-tama kami berterima kasih; kedua, kami mohon maaf.", []),
        ("Pada tahun 2023, 4. Lainnya", []),
    ],
)
def test_items_follow_one_another(text: str, expected: list[tuple[str, str]]) -> None:
    assert [tuple(slip) for slip in slips(markers(text))] == expected
