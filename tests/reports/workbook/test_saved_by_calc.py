"""Workbooks that LibreOffice Calc saved: read as they were handed out, whatever was done to them there.

``tests/saved_by_calc/make.py`` made them, with Calc 7.4.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.workbook.exchange import workbook_import
from reports.workbook.import_run import Preview
from tests.workbook_edits import said_anew, words_alone

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: By sheet what Umbulsari says in other words since it was saved.
SAID_ANEW = {"Realisasi": 3, "Pembanding": 6, "Anggaran": 1, "Narasi": 15}

SAVED = Path(__file__).parents[2] / "saved_by_calc"


def read(name: str) -> Preview:
    seen = workbook_import(
        content=(SAVED / f"{name}.xlsx").read_bytes(), nama="umbulsari.xlsx", kabupaten=True
    )
    assert [str(problem) for problem in seen.errors] == []
    return seen


@pytest.mark.parametrize(
    "name", ["saved", "through_ods", "through_xls", "sorted_and_filtered", "numbers_as_text"]
)
def test_a_workbook_saved_by_calc_changes_nothing(contoh: None, name: str) -> None:
    seen = read(name)
    assert (said_anew(seen), seen.tally.tetap > 100) == (SAID_ANEW, True)


def test_a_value_typed_in_calc_is_the_only_change(contoh: None) -> None:
    """In a row that was sorted elsewhere: 74 becomes 80,5, and its printed form goes."""
    (change,) = (one for one in read("one_value_typed").changes if not words_alone(one))
    assert (change.lembar, change.jenis, change.sebutan[-14:]) == ("Realisasi", "berubah", "realisasi 2021")
    assert [(b.lama, b.baru) for b in change.kolom] == [("74", "80,5"), ("74", "")]
