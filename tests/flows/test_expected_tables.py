"""Every table of the four documents says what was worked out by hand from the seed documents.

The expectation files name each table by its title and give its rows; see tests/harapan.
"""

from __future__ import annotations

import pytest

from tests.flows.pdf_tables import fits, match, named_table
from tests.flows.printed import CONTOH, ROOT, Template, read_expected
from tests.flows.read_pdf import tidy

pytestmark = pytest.mark.one_engine

TABLES = [
    pytest.param(nama, key, id=f"{nama}-{key}", marks=pytest.mark.xdist_group(nama))
    for nama in CONTOH
    for key in read_expected(nama)["tabel"]
]


def test_every_expectation_file_belongs_to_a_document_and_has_only_known_keys() -> None:
    files = sorted((ROOT / "tests" / "harapan").glob("*.json"))
    assert [b.stem for b in files] == sorted(CONTOH)
    for nama in CONTOH:
        content = read_expected(nama)
        assert set(content) == {"dokumen", "tabel", "kalimat"}
        assert all(set(t) == {"judul_memuat", "baris"} and t["baris"] for t in content["tabel"].values())


@pytest.mark.parametrize(("template", "key"), TABLES, indirect=["template"])
def test_a_table_has_the_rows_worked_out_by_hand(template: Template, key: str) -> None:
    expect = template.harapan["tabel"][key]
    table = named_table(template.tables, expect["judul_memuat"])
    _, lost = match(table, expect["baris"])
    assert not lost, f"{table.title} (halaman {table.page} dari berkas)\n{lost}"


def test_no_table_and_no_row_is_printed_that_nobody_worked_out(template: Template) -> None:
    expected: dict[str, set[int]] = {t.title: set() for t in template.tables}
    for expect in template.harapan["tabel"].values():
        table = named_table(template.tables, expect["judul_memuat"])
        expected[table.title] |= match(table, expect["baris"])[0]
    more = [
        f"{t.title}: {' | '.join(rows)}"
        for t in template.tables
        for i, rows in enumerate(t.rows)
        if i not in expected[t.title]
    ]
    assert not more, "\n".join(more)


def test_the_sentences_worked_out_by_hand_are_printed(template: Template) -> None:
    assert template.harapan["kalimat"]
    lost = [k for k in template.harapan["kalimat"] if not fits([template.text], [tidy(k)])]
    assert not lost
