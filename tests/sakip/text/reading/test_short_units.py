"""Units and posts as tables call them for short."""

from __future__ import annotations

from typing import Final

from sakip.text.reading.short_units import Unit, may_be, named_apart
from tests.table_tests import each_row

UNITS: Final = tuple(
    Unit(kunci, jenis, nama)
    for kunci, jenis, nama in (
        ("camat", "camat", "Camat"),
        ("sekretariat", "sekretariat", "Sekretariat Kecamatan"),
        ("renkeu", "subbagian", "Subbagian Perencanaan, Pelaporan, dan Keuangan"),
        ("umum", "subbagian", "Subbagian Umum dan Kepegawaian"),
        ("pem", "seksi", "Seksi Pemerintahan"),
        ("trantib", "seksi", "Seksi Ketentraman dan Ketertiban Umum"),
        ("pmks", "seksi", "Seksi Pemberdayaan Masyarakat dan Kesejahteraan Sosial"),
        ("yanum", "seksi", "Seksi Pelayanan Umum"),
        ("kepatihan", "kelurahan", "Kelurahan Kepatihan"),
        ("jf", "fungsional", "Kelompok Jabatan Fungsional"),
    )
)


@each_row(
    ("text", "meant"),
    [
        ("Sekcam", "sekretariat"),
        ("Sekretaris Camat", "sekretariat"),
        ("Kasi Trantib", "trantib"),
        ("Kasi Tramtib", "trantib"),
        ("Kepala Seksi Ketentraman", "trantib"),
        ("Kasi PMKS", "pmks"),
        ("Kasi PMD", "pmks"),
        ("Kasi Kesos", "pmks"),
        ("Kasi Pem.", "pem pmks"),  # both begin so
        ("Kasi Yanum", "yanum"),
        ("Kasubag Umpeg", "umum"),
        ("Ka. Subbag Umum", "umum"),
        ("Kasubbag Perenc. & Keu", "renkeu"),
        ("Sub Bagian Keuangan", "renkeu"),
        ("Lurah Kepatihan", "kepatihan"),
        ("JF", "jf"),
        # words of no unit of that kind: all of the kind are offered
        ("Kasi Ekbang", "pem trantib pmks yanum"),
        ("Kasi", "pem trantib pmks yanum"),
        # no kind and no word of theirs
        ("Inspektorat", ""),
        ("-", ""),
    ],
)
def test_which_units_may_be_meant(text: str, meant: str) -> None:
    assert " ".join(one.kunci for one in may_be(text, UNITS)) == meant


@each_row(
    ("text", "apart"),
    [
        ("Camat, Sekcam dan Kasi Trantib", ["Camat", "Sekcam", "Kasi Trantib"]),
        ("Sekretaris/Kasubag Umum dan Kepegawaian", ["Sekretaris", "Kasubag Umum dan Kepegawaian"]),
        (
            "Subbagian Perencanaan, Pelaporan, dan Keuangan",
            ["Subbagian Perencanaan, Pelaporan, dan Keuangan"],
        ),
        ("Seksi Pemberdayaan dan Kesejahteraan Sosial", ["Seksi Pemberdayaan dan Kesejahteraan Sosial"]),
        ("Kasi Pembinaan Desa dan Kelurahan", ["Kasi Pembinaan Desa dan Kelurahan"]),
        ("Kasi PMD/Kelurahan, Sekcam", ["Kasi PMD/Kelurahan", "Sekcam"]),
        ("Kasi Trantib dan Kelurahan Ploso", ["Kasi Trantib", "Kelurahan Ploso"]),
    ],
)
def test_several_in_a_row_are_told_apart(text: str, apart: list[str]) -> None:
    assert named_apart(text) == apart
