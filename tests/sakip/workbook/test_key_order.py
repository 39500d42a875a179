"""Keys that cells refer to are known after one walk through their sheet, and a file of rubbish is judged in one too."""

from __future__ import annotations

import random
from typing import Any

import pytest

from kecamatan.models import Kecamatan
from sakip.workbook.cells import parse_workbook
from sakip.workbook.cells.references import KeyOrder, KnownKeys, key_problem
from sakip.workbook.cells.row import MOST_ERRORS, SheetRow, Tables
from sakip.workbook.reader import RawBook, RawRow
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import all_sheets
from sakip.workbook.sheets.sheet import SPELLING

pytestmark = pytest.mark.one_engine


def test_of_any_row_the_keys_before_it_are_those_of_a_walk() -> None:
    rng = random.Random(8)  # noqa: S311
    for _ in range(50):
        keys = [f"k{rng.randint(0, 40):02}" for _ in range(60)]
        elsewhere = frozenset(f"k{rng.randint(30, 50):02}" for _ in range(rng.randint(0, 5)))
        order = KeyOrder(elsewhere)
        for place, key in enumerate(keys):
            order.add(place, key)
        for before in [None, *range(61)]:
            walked = set(keys[:before]) | elsewhere
            known = KnownKeys(order, before)
            assert {key for key in [*keys, *elsewhere, "z"] if key in known} == walked
            assert known.least == sorted(walked)[:9]
            assert key_problem("z", "Sasaran", known) == key_problem("z", "Sasaran", walked)


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ([], '"z" tidak dikenal. Isi dahulu lembar Sasaran.'),
        (["b", "a"], '"z" tidak dikenal. Isi salah satu dari a, b.'),
        (list("hgfedcba"), '"z" tidak dikenal. Isi salah satu dari a, b, c, d, e, f, g, h.'),
        (list("ihgfedcba"), '"z" tidak dikenal. Isi salah satu dari a, b, c, d, e, f, g, h ….'),
    ],
)
def test_a_message_names_the_first_eight(keys: list[str], sentence: str) -> None:
    order = KeyOrder()
    for place, key in enumerate(keys):
        order.add(place, key)
    assert key_problem("z", "Sasaran", KnownKeys(order, None)) == sentence
    assert key_problem("z", "Sasaran", keys) == sentence


class _Counted(SheetRow):
    """A row that counts how often anybody looks into one."""

    looked = 0

    def __getitem__(self, key: str) -> Any:
        type(self).looked += 1
        return super().__getitem__(key)


def _book(recorded: RecordedBook, many: int) -> RawBook:
    """Units that each hang on the one before, indikator of tujuan, and budget rows: what refers to other rows."""
    units = [
        {"kunci": f"u{n}", "nama": f"Unit {n}", "induk": f"u{n - 1}" if n else "", "jenis": "seksi"}
        for n in range(many)
    ]
    goals = [{"kunci": f"t{n}", "uraian": f"Tujuan {n}"} for n in range(many)]
    below = [{"tujuan": f"t{n}", "nomor": 1, "nama": f"Indikator {n}"} for n in range(many)]
    aims = [{"tujuan": f"t{n}", "kunci": f"s{n}", "uraian": f"Sasaran {n}"} for n in range(many)]
    said: dict[str, list[dict[str, Any]]] = {
        "UnitKerja": units,
        "Tujuan": goals,
        "IndikatorTujuan": below,
        "Sasaran": aims,
    }
    sheets = {
        name: [RawRow(nomor=n, cells={k: v for k, v in row.items() if v}) for n, row in enumerate(rows, 3)]
        for name, rows in said.items()
    }
    meta = {"nomenklatur": recorded.versi, "nomenklatur_rkt": recorded.versi_rkt, "narasi": SPELLING}
    return RawBook(meta=meta, sheets=sheets)


def test_twice_the_rows_are_looked_at_twice_as_often(
    mini: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sakip.workbook.cells.SheetRow", _Counted)
    recorded = RecordedBook(mini, 2023)
    looked = []
    for many in (100, 200, 400):
        _Counted.looked = 0
        parsed = parse_workbook(_book(recorded, many), recorded)
        assert len(parsed.tables["UnitKerja"]) == many
        assert len(parsed.errors) < MOST_ERRORS
        looked.append(_Counted.looked)
    first, second, third = looked
    assert third - second == 2 * (second - first)


def test_rubbish_is_judged_until_as_much_is_wrong_as_is_told(mini: Kecamatan) -> None:
    recorded = RecordedBook(mini, 2023)
    book = _book(recorded, 1)
    (sheet,) = (s for s in all_sheets() if s.nama == "Realisasi")
    book.sheets["Realisasi"] = [
        RawRow(nomor=n, cells={"tahun": "entah", "triwulan": "entah"}) for n in range(3, 903)
    ]
    parsed = parse_workbook(book, recorded)
    assert len(parsed.errors) == MOST_ERRORS == 1000
    assert {error.lembar for error in parsed.errors} >= {sheet.nama}
    assert parsed.errors[-1].baris == 3 + 1000 // 2 - 1


def test_rows_are_found_by_what_they_hold() -> None:
    tables, (sheet, *_) = Tables(), all_sheets()
    rows = [SheetRow(sheet=sheet, nomor=n, nilai={"a": n % 2, "b": str(n % 3)}) for n in range(12)]
    tables["Contoh"] = rows
    assert tables.find("Contoh", ("a", "b"), (1, "2")) == [rows[5], rows[11]]
    assert tables.find("Contoh", ("a",), ("1",), str) == rows[1::2]
    assert tables.find("Contoh", ("a", "b"), (3, "2")) == []
    assert tables.find("Contoh", (), ()) == rows
