"""The median of other kecamatan: of whom it is, and how the report prints it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from reports.lkip.bab3 import bab3
from reports.peers.median import MeasuredIndikator, MeasuredYear, measured_year, medians
from reports.publish.naskah import MedianKecamatan, Naskah
from sakip.capaian.results import Arah
from sakip.snapshot.codec import read, write
from tests.reports.lkip.example_naskah import naskah_balung
from tests.reports.lkip.read_part import all_parts, all_tables, part_of, prose, table_rows

NAMA = "Persentase rekomendasi yang ditindaklanjuti"  # 79% of 100% in Balung 2020


def other(realisasi: str | Fraction | None, capaian: str | None = None, **change: object) -> MeasuredYear:
    """A kecamatan that measures it as Balung does; without a capaian of its own that is its realisasi."""
    known = realisasi if capaian is None else capaian
    one = MeasuredIndikator(
        nama=NAMA,
        satuan="%",
        rumus="positif",
        skala="",
        templat=None,
        realisasi=Decimal(realisasi) if isinstance(realisasi, str) else realisasi,
        capaian=None if known is None else Fraction(known),
    )
    return MeasuredYear(indikator=(replace(one, **change),))  # type: ignore[arg-type]


def found(*others: MeasuredYear, ties: dict[str, int] | None = None) -> MedianKecamatan | None:
    naskah = naskah_balung()
    result = medians(naskah.snapshot, naskah.results, ties or {}, others)
    return replace(naskah, median=result).median_of("koordinasi")


def test_of_an_odd_number_it_is_the_middle_one_and_the_own_value_is_not_among_them() -> None:
    assert found(other("95", "100"), other("60"), other("80.5")) == MedianKecamatan(
        kunci="koordinasi",
        jumlah=3,
        capaian=Fraction(161, 2),
        cetak="80,5%",
        selisih=Decimal("-1.5"),  # 79 − 80,5
        satuan="poin",
        arah=Arah.MENURUN,
    )


def test_of_an_even_number_it_is_the_mean_of_both_in_the_middle() -> None:
    middle = found(other("60"), other("70"), other("75"), other("100"))
    assert middle
    assert (middle.jumlah, middle.cetak, middle.selisih, middle.arah) == (
        4,
        "72,5%",
        Decimal("6.5"),
        Arah.MEMBAIK,
    )
    quotients = found(other(Fraction(200, 3)), other(Fraction(200, 3)), other("100"))
    assert quotients
    assert (quotients.cetak, quotients.selisih) == ("66,67%", Decimal("12.33"))  # 79 − 66,666…


def test_two_stand_behind_nothing_and_who_has_no_capaian_does_not_count() -> None:
    assert found(other("60"), other("70")) is None
    assert found(other("60"), other("70"), other(None)) is None
    assert found(other("60"), other("70"), MeasuredYear()) is None


@pytest.mark.parametrize(
    "change", [{"satuan": "Dokumen"}, {"rumus": "negatif"}, {"nama": "Persentase aduan"}]
)
def test_what_is_measured_otherwise_does_not_count(change: dict[str, str]) -> None:
    assert found(other("60"), other("70"), other("80", **change)) is None


def test_what_one_template_says_counts_whatever_it_is_called() -> None:
    named = [other(text, nama=f"Rekomendasi {text}", templat=7) for text in ("60", "70", "80")]
    assert found(*named) is None
    middle = found(*named, ties={"koordinasi": 7})
    assert middle
    assert (middle.jumlah, middle.cetak) == (3, "70%")


def test_where_one_value_is_a_letter_only_the_capaian_has_a_median() -> None:
    middle = found(other("60"), other(None, "90"), other("70"))
    assert middle == MedianKecamatan(kunci="koordinasi", jumlah=3, capaian=Fraction(70))


def test_what_a_report_says_is_kept_as_it_is_compared() -> None:
    naskah = naskah_balung()
    kept = measured_year(naskah.snapshot, naskah.results, {"koordinasi": 7})
    assert [(one.nama, one.satuan, one.rumus, one.skala, one.templat) for one in kept.indikator] == [
        ("Nilai Survei Kepuasan Masyarakat (SKM)", "Nilai", "predikat", "skm-2017", None),
        (NAMA, "%", "positif", "", 7),
        ("Persentase desa yang tertib dokumen", "%", "positif", "", None),
    ]
    assert [(one.realisasi, one.capaian) for one in kept.indikator] == [
        (66, Fraction(200, 3)),
        (79, 79),
        (None, None),
    ]
    assert read(write(kept), MeasuredYear) == kept


# -- as it is printed ------------------------------------------------------------------------------


def printed(*others: MeasuredYear) -> Naskah:
    naskah = naskah_balung()
    return replace(naskah, median=medians(naskah.snapshot, naskah.results, {}, others))


def test_the_table_of_the_sasaran_has_its_row_and_its_source() -> None:
    content = bab3(printed(other("95", "100"), other("60"), other("80.5")))
    rows = [row for row in table_rows(content, "tabel-kinerja-s2") if row[0].startswith("Median")]
    assert rows == [["Median 3 kecamatan lain", "–", "80,5%", "80,50%", "–", "−1,50"]]
    table = all_tables(content)["tabel-kinerja-s2"]
    assert (
        "LKIP Tahun 2020 yang sudah ditandatangani dari 3 kecamatan lain di Kabupaten Jember (median, tanpa Kecamatan"
        " Balung)"
    ) in table.sumber
    assert not any(part.key == "analisis-s2-pembanding" for part in all_parts(content))


def test_where_wider_areas_are_spoken_of_it_is_said_once_where_the_own_stands_among_others() -> None:
    skm = {"nama": "Nilai Survei Kepuasan Masyarakat (SKM)", "satuan": "Nilai", "rumus": "predikat"}
    others = (other(text, "100", skala="skm-2017", **skm) for text in ("70", "75.25", "80"))
    content = bab3(printed(*others))
    rows = [row for row in table_rows(content, "tabel-kinerja-s1") if row[0].startswith("Median")]
    assert rows == [["Median 3 kecamatan lain", "–", "75,25", "100,00%", "–", "−9,25"]]
    said = prose(part_of(content, "analisis-s1-pembanding"))
    assert "tidak tersedia" in said
    assert re.findall(r"di bawah (?:median|nilai tengah) kecamatan lain\.", said)
    assert said.count("kecamatan lain") == 1


def test_without_a_median_nothing_is_said_of_it() -> None:
    assert bab3(printed(other("60"), other("70"))) == bab3(naskah_balung())
