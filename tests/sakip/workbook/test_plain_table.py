"""A list from elsewhere: its columns are found wherever they stand, and nothing in it is taken for what it is not."""

from collections.abc import Callable
from datetime import date

import pytest

from sakip.workbook.grid import read_grids
from sakip.workbook.plain_table import Wanted, read_table
from sakip.workbook.safety import Deadline, TimedOut, WorkbookUnsafe
from tests.sakip.lists.list_files import xlsx

KODE = Wanted(key="kode", titles=("Kode", "Kode Rekening"))
NAMA = Wanted(key="nama", titles=("Nama", "Nomenklatur"))
NOTE = Wanted(key="catatan", titles=("Catatan",), needed=False)
REMEDY = "Unduh templatnya."


def test_columns_are_found_by_their_headings_below_a_title_and_in_any_order() -> None:
    content = xlsx(
        ["Lampiran Keputusan Menteri"],
        [],
        ["No", " NOMENKLATUR ", "Kode\nRekening"],
        [1, "Program Penunjang", "7.01.01"],
        [],
        [2, "Program Kedua", 7.01],
    )
    table = read_table(content, (KODE, NAMA, NOTE), remedy=REMEDY)
    assert [(row.number, dict(row.texts)) for row in table.rows] == [
        (4, {"kode": "7.01.01", "nama": "Program Penunjang"}),
        (6, {"kode": "7.01", "nama": "Program Kedua"}),
    ]
    assert table.headings == {"kode": "Kode\nRekening", "nama": " NOMENKLATUR "}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("=A1", "B2: berisi rumus. Salin selnya, lalu tempel sebagai nilai (Tempel Khusus, Nilai)."),
        (
            date(2001, 1, 7),
            "B2: terbaca sebagai tanggal 7/1/2001. Ubah format selnya menjadi Teks, lalu ketik ulang.",
        ),
        (
            198011242001121003,
            "B2: tersimpan sebagai bilangan, sehingga angka setelah yang ke-15 hilang. Ubah format selnya menjadi"
            " Teks, lalu ketik ulang.",
        ),
        ("#REF!", 'B2: "#REF!" adalah galat Excel, bukan isian. Tulis nilainya, atau kosongkan.'),
    ],
)
def test_what_excel_made_another_is_named_with_its_cell(value: object, said: str) -> None:
    (row,) = read_table(xlsx(["Nama", "Kode"], ["Siti", value]), (KODE, NAMA), remedy=REMEDY).rows
    assert (row.texts, row.broken) == ({"nama": "Siti"}, {"kode": said})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            xlsx(["Nama", "Keterangan"], ["Siti", ""]),
            'Judul kolom "Kode" tidak ditemukan dalam satu baris di 20 baris pertama lembar mana pun.'
            " Unduh templatnya.",
        ),
        (b"Nama,Kode\nSiti,1\n", "Berkas ini CSV, bukan buku kerja Excel (.xlsx). Unduh templatnya."),
    ],
)
def test_a_file_without_the_list_is_refused_with_what_helps(content: bytes, said: str) -> None:
    with pytest.raises(WorkbookUnsafe) as refused:
        read_table(content, (KODE, NAMA), remedy=REMEDY)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    "read",
    [
        lambda content: read_table(content, (KODE, NAMA), remedy=REMEDY),
        lambda content: read_grids(content, remedy=REMEDY),
    ],
)
@pytest.mark.parametrize("asked", [1, 2])
def test_a_file_that_takes_too_long_is_not_called_broken(
    read: Callable[[bytes], object], asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither while it is looked over nor while its rows are read."""
    left = [None] * (asked - 1)

    def check(deadline: Deadline) -> None:
        if not left:
            raise TimedOut(20)
        left.pop()

    monkeypatch.setattr(Deadline, "check", check)
    with pytest.raises(TimedOut, match="dalam 20 detik"):
        read(xlsx(["Nama", "Kode"], *(["Siti", f"7.01.{n}"] for n in range(250))))
