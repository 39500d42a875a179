"""Values that stand below each other, of which a single column is meant."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from reports.paste.rows import told_tables
from sakip.workbook.recorded import RecordedBook
from tests.reports.paste.told import read
from tests.table_tests import each_row

pytestmark = [pytest.mark.one_engine, pytest.mark.usefixtures("contoh")]


@each_row(
    ("heads", "offered"),
    [
        ("Nilai 2021\tNilai 2022", ["Nilai 2021", "Nilai 2022"]),
        ("2021\t2022", ["2021", "2022"]),
        ("Nilai\tPersen", []),
    ],
)
def test_which_of_two_years_an_evaluation_is_of_is_asked(heads: str, offered: list[str]) -> None:
    reading = read(
        "lhe",
        f"No\tKomponen\tBobot\t{heads}\n1\tPerencanaan Kinerja\t30\t20,1\t21\n2\tPengukuran Kinerja\t30\t18\t18,9\n"
        "3\tPelaporan Kinerja\t15\t10,05\t10,5\n4\tEvaluasi Internal\t25\t15\t16,25\n"
        "\tNilai Akuntabilitas\t100\t63,15\t66,65\n\tPredikat\t\tB\tB",
    )
    place = RecordedBook(Kecamatan.objects.get(kode="35.09.01"), 2023)
    (asked,) = told_tables([reading], place, {})
    assert [[name for _, name in one.offered] for one in asked.questions] == ([offered] if offered else [])
    if not offered:
        assert [row.cells["nilai"] for row in asked.rows] == ["63,15"]
        return
    assert asked.rows == []
    (question,) = asked.questions
    (told,) = told_tables([reading], place, {question.code: "1"})
    (row,) = told.rows
    keys = ("perencanaan", "pengukuran", "pelaporan", "evaluasi", "nilai", "predikat")
    assert [row.cells[key] for key in keys] == ["21", "18,9", "10,5", "16,25", "66,65", "B"]
