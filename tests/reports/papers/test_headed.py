"""What the columns of an office's tables hold, told by the words above them."""

import pytest

from reports.papers.headed import headed
from reports.papers.paper import Row, Spot, Table
from reports.papers.roles import Role, role_of

pytestmark = pytest.mark.one_engine


def table(*rows: tuple[str, ...]) -> Table:
    return Table(rows=tuple(Row(cells=cells, at=Spot(line=at)) for at, cells in enumerate(rows, start=1)))


def test_a_head_of_two_lines_tells_years_and_a_row_that_counts_columns_is_none() -> None:
    found = headed(
        table(
            ("NO.", "SASARAN STRATEGIS", "INDIKATOR SASARAN", "TARGET", "REALISASI", ""),
            ("", "", "", "", "Th. 2022 (n-1)", "Th. 2023 (n)"),
            ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
            ("1", "Meningkatnya pelayanan", "IKM", "85", "80", "82"),
        )
    )
    assert [(head.role, head.year) for head in found.heads] == [
        (Role.NUMBER, 0),
        (Role.SASARAN, 0),
        (Role.INDIKATOR, 0),
        (Role.TARGET, 0),
        (Role.REALISASI, 2022),
        (Role.REALISASI, 2023),
    ]
    assert [row.cells[2:] for row in found.rows] == [("IKM", "85", "80", "82")]
    assert found.columns(Role.REALISASI) == (4, 5)
    assert found.column(Role.MONEY) == -1


def test_a_table_without_a_head_has_rows_alone() -> None:
    found = headed(
        table(("a. Belanja Operasi", "Rp.", "4.785.097.618"), ("b. Belanja Modal", "Rp.", "67.408.000"))
    )
    assert len(found.rows) == 2
    assert found.roles == {Role.OTHER}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("TARGET (4)", Role.TARGET),
        ("Target Jangka Menengah pada Renstra Th. 2026", Role.TARGET_END),
        ("REALISASI (Rp)", Role.SPENT),
        ("Realisasi Nasional", Role.ELSEWHERE),
        ("% Serapan Anggaran", Role.SHARE),
        ("Program/ Kegiatan/ Sub Kegiatan", Role.ACTIVITY),
        ("Formulasi Perhitungan dan Penjelasan", Role.FORMULA),
        ("Bidang Penanggung Jawab", Role.ANSWERABLE),
        ("KINERJA UTAMA", Role.SASARAN),
        ("Indikator Kinerja Utama", Role.INDIKATOR),
        ("Persentase desa yang menyusun dokumen perencanaan tepat waktu", Role.OTHER),
        ("Keterangan", Role.REMARK),
    ],
)
def test_words_above_a_column(words: str, role: Role) -> None:
    assert role_of(words) is role


def test_uraian_is_of_what_stands_above_it() -> None:
    found = headed(
        table(
            ("Tujuan", "", "Sasaran", "", "Uraian"),
            ("Uraian", "Indikator Tujuan", "Uraian", "Indikator Sasaran", ""),
            ("Meningkatnya mutu", "IKM", "Meningkatnya layanan", "Nilai SKM", "Rapat"),
        )
    )
    assert [head.role for head in found.heads] == [
        Role.TUJUAN,
        Role.INDIKATOR_TUJUAN,
        Role.SASARAN,
        Role.INDIKATOR,
        Role.ITEM,
    ]
