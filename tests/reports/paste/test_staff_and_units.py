"""People counted in many ways, and units that are called for short."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from reports.paste.rows import told_tables
from sakip.workbook.recorded import RecordedBook
from tests.reports.paste.told import columns_of, read, told_of
from tests.table_tests import each_row

pytestmark = [pytest.mark.one_engine, pytest.mark.usefixtures("contoh")]


@each_row(
    ("text", "rows"),
    [
        (
            "Golongan\tRuang\t\t\tJumlah\n\ta\tb\tc\t\nIV\t1\t\t\t1\nIII\t\t2\t3\t5\nJumlah\t1\t2\t3\t6",
            [
                ("golongan", "IV/a", "1", None),
                ("golongan", "III/b", "2", None),
                ("golongan", "III/c", "3", None),
            ],
        ),
        ("Golongan\tL\tP\nIV/a\t1\t1", [("golongan", "IV/a", "2", None)]),
        (
            "Pendidikan\tPNS\tCPNS\tPPPK\tHonorer\nS1\t5\t1\t2\t3\nSMA\t2\t\t-\t1",
            [("pendidikan", "S1", "8", "3"), ("pendidikan", "SMA", "2", "1")],
        ),
        ("Pendidikan\tASN\tCPNS\nS1\t5\t1", [("pendidikan", "S1", "5", None)]),  # counted there
        ("Nama Golongan\tASN\nIII/a\t5", [("golongan", "III/a", "5", None)]),
        ("Satuan Kerja\tPNS\tHonorer\nSeksi A\t5\t2", [(None, None, "5", "2")]),
        (
            "Jabatan\tPNS\t\tHonorer\t\n\tL\tP\tL\tP\nStaf\t2\t1\t1\t",
            [("jabatan", "Staf", "3", "1")],
        ),
    ],
)
def test_people_are_counted_once(text: str, rows: list[tuple[str | None, ...]]) -> None:
    ((sheet, told),) = told_of("profil", text)
    keys = ("kelompok", "uraian", "asn", "non_asn")
    assert sheet == "SDM"
    assert [tuple(row.cells.get(key) for key in keys) for row in told.rows] == rows
    unread = "Kolom “CPNS” tidak dibaca. Bila perlu dicatat, pilih isiannya pada “Cara tabel SDM dibaca”."
    other = unread.replace("CPNS", "Satuan Kerja")
    assert told.notes == ([unread] if "ASN\tCPNS" in text else [other] if "Satuan Kerja" in text else [])


def test_men_and_women_alone_may_be_asn_or_not() -> None:
    reading = read("profil", "No\tPendidikan\tL\tP\n1\tS1\t3\t2")
    assert (columns_of(reading), reading.undecided) == ("- uraian jumlah@?", True)


@each_row(
    ("said", "offered"),
    [
        ("Sekcam", [("Sekcam", ["sekretariat"])]),
        ("Kasi Trantib", [("Kasi Trantib", ["seksi-trantib"])]),
        (
            "Camat, Kasubag Umpeg dan Kasi PMD",
            [("Kasubag Umpeg", ["subbag-umum"]), ("Kasi PMD", ["seksi-pmks"])],
        ),
        (
            "Kasi Ekbang",
            [
                (
                    "Kasi Ekbang",
                    [f"seksi-{one}" for one in ("pemerintahan", "trantib", "pmks", "pelayanan-umum")],
                )
            ],
        ),
        ("Inspektorat", []),
        ("Seksi Pemerintahan", []),
    ],
)
def test_a_unit_that_is_called_for_short_is_offered(said: str, offered: list[tuple[str, list[str]]]) -> None:
    ((_, told),) = told_of("lhe", f"Rekomendasi\tTindak Lanjut\tPenanggung Jawab\nA\tB\t{said}")
    assert [(one.said, [key for key, _ in one.offered]) for one in told.questions] == offered


def test_the_unit_that_was_chosen_is_written() -> None:
    reading = read("lhe", "Rekomendasi\tTindak Lanjut\tPIC\nA\tB\tCamat, Sekcam\nC\tD\tSekcam")
    place = RecordedBook(Kecamatan.objects.get(kode="35.09.01"), 2023)
    (asked,) = told_tables([reading], place, {})
    (question,) = asked.questions
    (told,) = told_tables([reading], place, {question.code: "sekretariat"})
    assert [row.cells["penanggung_jawab"] for row in told.rows] == ["camat\nsekretariat", "sekretariat"]
    assert [row.broken for row in told.rows] == [{}, {}]


@pytest.mark.parametrize(
    "first", ["Sekretariat Kecamatan", "A. PK Sekretariat Kecamatan", "Unit Kerja: Sekretariat Kecamatan"]
)
def test_rows_below_the_name_of_a_unit_are_of_that_unit(first: str) -> None:
    """Nobody is asked for one unit for all of them."""
    text = (
        f"No\tSasaran\tIndikator\tTarget\n{first}\t\t\t\n1\tTertib\tJumlah dokumen\t4 dokumen\n"
        "Kepala Seksi Pemerintahan\t\t\t\n1\tKoordinasi\tJumlah rapat\t12 kali"
    )
    assert "unit" not in {column.key for column in read("pk-berjenjang", text).lacking}
    ((_, told),) = told_of("pk-berjenjang", text)
    assert [(row.cells["unit"], row.cells["ukuran"]) for row in told.rows] == [
        ("sekretariat", "Jumlah dokumen"),
        ("Kepala Seksi Pemerintahan", "Jumlah rapat"),
    ]
    assert [(one.said, one.offered[0][0]) for one in told.questions] == [
        ("Kepala Seksi Pemerintahan", "seksi-pemerintahan")
    ]
    assert told.notes == []
