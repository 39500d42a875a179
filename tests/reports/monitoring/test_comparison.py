"""What is put beside each other, what is not and why; who stands where; that what is not known counts for nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from kecamatan.models import Kecamatan
from reports.monitoring.comparable import Apart, Iku, alike_of, sort_out
from reports.monitoring.comparison import Comparison, Row, assembled
from reports.monitoring.comparison_query import ComparisonQuery
from reports.monitoring.drawings import heat_drawings
from reports.monitoring.figures import Figure, Figures, IndikatorFigures, measured_figures
from reports.monitoring.ranking import rank, spread_of_kecamatan
from sakip.capaian.values import Keadaan
from tests.reports.lkip.example_naskah import empty_naskah, naskah_balung, naskah_jombang

SKALA = ("Baik", "Kurang")


def figure(text: str, dari: tuple[int, int] = (1, 1)) -> Figure:
    """Of "90,5" that value; of words their state."""
    if not text[0].isdigit():
        return Figure(keadaan=Keadaan(text), alasan="sebabnya", dari=(0, dari[1]))
    nilai = Decimal(text.replace(",", "."))
    shown = nilai.quantize(Decimal("0.01"))
    whole = dari[0] == dari[1]
    return Figure(
        keadaan=Keadaan.TERHITUNG,
        nilai=shown,
        tepat=Fraction(nilai),
        kategori=("Baik" if nilai >= 80 else "Kurang") if whole else "",
        dari=dari,
    )


def iku(
    nama: str, capaian: str | None, satuan: str = "%", rumus: str = "positif", templat: int | None = None
) -> IndikatorFigures:
    return IndikatorFigures(
        nama=nama,
        satuan=satuan,
        rumus=rumus if capaian else "",
        skala="",
        iku=True,
        in_pk=True,
        target="100%",
        realisasi="x",
        capaian=figure(capaian) if capaian else None,
        templat=templat,
    )


def sorted_out(*years: tuple[str, Figures]) -> tuple[tuple[Iku, ...], tuple[Apart, ...]]:
    return sort_out(years, alike_of(figures for _, figures in years))


def year(
    rerata: str, *indikator: IndikatorFigures, dari: tuple[int, int] = (1, 1), signed: bool = False
) -> Figures:
    return Figures(
        signed=signed,
        versi=1,
        rerata=figure(rerata, dari),
        serapan=figure("90"),
        skala=SKALA,
        indikator=indikator,
    )


def compared(*years: tuple[str, Figures | None], old: str = "", seen: str = "") -> Comparison:
    rows = [
        Row(kecamatan=Kecamatan(pk=n, nama=nama), figures=figures, current=bool(figures) and nama != old)
        for n, (nama, figures) in enumerate(years, start=1)
    ]
    own = [row.kecamatan.pk for row in rows if not seen or row.kecamatan.nama == seen]
    return assembled(2023, rows, frozenset(own))


def test_the_figures_are_those_that_the_report_prints() -> None:
    """LKIP Jombang 2023: 95, 100, 100 and 85 percent, 95,00 AA, serapan 94,50."""
    found = measured_figures(naskah_jombang(), signed=False)
    of_pk = [one.capaian.said for one in found.indikator if one.in_pk and one.capaian]
    assert sorted(of_pk) == ["100,00%", "100,00%", "85,00%", "95,00%"]
    assert (found.rerata.said, found.rerata.kategori, found.rerata.dari) == (
        "95,00%",
        "AA (Sangat Memuaskan)",
        (4, 4),
    )
    assert (found.serapan.said, found.said, found.alasan) == ("94,50%", "konsep", "")


def test_what_is_not_known_is_said_and_never_zero() -> None:
    found = measured_figures(empty_naskah(), signed=False)
    assert (found.rerata.said, found.rerata.nilai, found.serapan.nilai) == ("belum diisi", None, None)
    assert found.alasan == "Perjanjian Kinerja tahun 2024 belum dicatat."
    partly = measured_figures(naskah_balung(), signed=False).rerata  # (200/3 + 79) ÷ 2; one is not available
    assert (partly.tepat, partly.said, partly.dari) == (Fraction(437, 6), "72,83%", (2, 3))
    assert (partly.whole, partly.kategori) == (False, "")


def test_iku_are_one_column_where_name_unit_and_rumus_are_the_same() -> None:
    columns, apart = sorted_out(
        ("Ajung", year("90", iku("Indeks Kepuasan.", "90", "Indeks"), iku("Desa tertib", "80"))),
        ("Balung", year("90", iku("indeks  kepuasan", "70", "indeks"), iku("Desa tertib", "80", "desa"))),
        ("Jombang", year("90", iku("Indeks Kepuasan", None), iku("Desa tertib", "80", "Persen"))),
        ("Kalisat", year("90", iku("Aduan", None), iku("Desa tertib", "80", rumus="negatif"))),
    )
    assert [(one.nama, one.count, one.code) for one in columns] == [
        ("Desa tertib", 2, "desa-tertib"),
        ("Indeks Kepuasan.", 2, "indeks-kepuasan"),
    ]
    assert [(one.nama, one.kecamatan, one.why) for one in apart] == [
        ("Aduan", ("Kalisat",), "tidak diukur dalam PK maupun Renstra"),
        ("Desa tertib", ("Kalisat",), "satuan, rumus, atau skalanya lain daripada yang dibandingkan"),
        ("Desa tertib", ("Balung",), "satuan, rumus, atau skalanya lain daripada yang dibandingkan"),
    ]


def test_two_columns_of_one_name_have_two_codes() -> None:
    both = (iku("IKM", "90", "indeks"), iku("IKM", "80", "%"))
    columns, apart = sorted_out(("Ajung", year("90", *both)), ("Balung", year("90", *both)))
    assert ([one.code for one in columns], apart) == (["ikm", "ikm-2"], ())


def test_what_one_template_says_is_compared_whatever_it_is_called() -> None:
    """IKM of template 7: 90 (Ajung), 70 (Balung, by a name of its own) and 60 (Jombang, who wrote its words by hand);
    the median is 70. Kalisat measures it the other way round, Mayang calls another template the same."""
    years = (
        ("Ajung", year("90", iku("IKM", "90", templat=7))),
        ("Balung", year("70", iku("IKM Kecamatan Balung", "70", templat=7))),
        ("Jombang", year("60", iku("ikm", "60"))),
        ("Kalisat", year("50", iku("IKM", "50", rumus="negatif", templat=7))),
        ("Mayang", year("40", iku("Aduan", "40", templat=8), iku("Kunjungan", "30", templat=9))),
        ("Patrang", year("30", iku("Aduan tertangani", "20", templat=8))),
    )
    columns, apart = sorted_out(*years)
    assert [(one.nama, one.count, one.others) for one in columns] == [
        ("IKM", 3, ("IKM Kecamatan Balung",)),
        ("Aduan", 2, ("Aduan tertangani",)),
    ]
    assert [(one.nama, one.kecamatan, one.why) for one in apart] == [
        ("IKM", ("Kalisat",), "satuan, rumus, atau skalanya lain daripada yang dibandingkan"),
        ("Kunjungan", ("Mayang",), "hanya di satu kecamatan"),
    ]
    found = compared(*years)
    assert (found.middle("ikm").exact, found.middle("ikm").of) == (70, 3)
    assert (found.middle("aduan").exact, found.middle("aduan").of) == (30, 2)
    by_ikm = rank(found, "ikm")
    assert [(one.row.kecamatan.nama, one.rank) for one in by_ikm.places[:4]] == [
        ("Ajung", 1),
        ("Balung", 2),
        ("Jombang", 3),
        ("Kalisat", None),
    ]


def test_words_that_two_templates_have_are_compared_as_words() -> None:
    """Jombang and Kalisat wrote by hand what both templates say: they are beside each other, and beside neither."""
    columns, apart = sorted_out(
        ("Ajung", year("90", iku("IKM", "90", templat=7))),
        ("Balung", year("90", iku("IKM", "80", templat=8))),
        ("Jombang", year("90", iku("IKM", "70"))),
        ("Kalisat", year("90", iku("IKM", "60"))),
    )
    assert [(one.nama, one.count) for one in columns] == [("IKM", 2)]
    assert [one.kecamatan for one in apart] == [("Ajung",), ("Balung",)]


def test_who_has_an_iku_of_a_template_and_one_of_its_words_has_each_once() -> None:
    found = compared(
        ("Ajung", year("90", iku("Survei", "90", templat=7), iku("IKM", "10"))),
        ("Balung", year("80", iku("IKM", "80", templat=7))),
        ("Jombang", year("60", iku("Survei kepuasan", None, templat=7))),
    )
    assert len(found.columns) == 1
    assert [one.said for row in found.every for one in row.cells] == ["90,00%", "80,00%", "tidak diukur"]
    assert [(one.nama, one.kecamatan) for one in found.apart] == [("IKM", ("Ajung",))]


@pytest.fixture
def found() -> Comparison:
    return compared(
        ("Ajung", year("90", iku("IKM", "90"), signed=True)),
        ("Balung", year("70,005", iku("IKM", "tidak tersedia"))),
        ("Jombang", year("90", iku("IKM", "60"))),
        ("Kalisat", year("99", iku("IKM", "100"), dari=(1, 2))),
        ("Mayang", year("95", iku("IKM", "95"))),
        ("Patrang", None),
        ("Silo", year("belum diisi", iku("Lain", "50"))),
        old="Mayang",
    )


def test_a_median_is_of_what_is_known_and_still_holds(found: Comparison) -> None:
    """Of the means 70,005, 90 and 90; of the IKM 60, 90 and 100. Mayang changed since, Kalisat has a part."""
    assert (found.middle().exact, found.middle().of, found.middle().said) == (90, 3, "90,00%")
    assert (found.middle("ikm").exact, found.middle("ikm").of) == (90, 3)
    assert (found.counted, found.total) == (5, 7)
    even = compared(("A", year("70,005")), ("B", year("90,01")))
    assert (even.middle().exact, even.middle().said) == (Fraction("80.0075"), "80,01%")
    assert compared(("A", None)).middle().said == ""


def test_a_median_says_how_much_of_it_nobody_signed_and_is_asked_of_what_is_signed(found: Comparison) -> None:
    """Ajung signed its 90; Balung with 70,005 and Jombang with 90 are drafts, whose middle is 80,0025."""
    assert (found.middle().of, found.middle().drafts) == (3, 2)
    signed = replace(found, source="ditandatangani").middle()
    assert (signed.exact, signed.of, signed.drafts) == (90, 1, 0)
    drafts = replace(found, source="konsep").middle()
    assert (drafts.exact, drafts.of, drafts.drafts) == (Fraction("80.0025"), 2, 2)


def test_equal_values_share_a_rank_and_the_next_is_as_many_lower(found: Comparison) -> None:
    places = rank(found).places
    assert [(one.row.kecamatan.nama, one.rank, one.shared) for one in places] == [
        ("Ajung", 1, True),
        ("Jombang", 1, True),
        ("Balung", 3, False),
        ("Kalisat", None, False),
        ("Mayang", None, False),
        ("Patrang", None, False),
        ("Silo", None, False),
    ]
    assert [one.why for one in places[3:]] == [
        "baru 1 dari 2 indikator memiliki capaian",
        "berubah sejak dihitung; sedang dihitung lagi",
        "belum dihitung",
        "sebabnya",
    ]
    by_ikm = rank(found, "ikm")
    assert [(one.row.kecamatan.nama, one.rank) for one in by_ikm.places[:4]] == [
        ("Kalisat", 1),
        ("Ajung", 2),
        ("Jombang", 3),
        ("Balung", None),
    ]
    assert (by_ikm.ranked, by_ikm.total) == (3, 7)


def test_who_sees_one_kecamatan_sees_its_rank_among_all_and_nothing_of_the_others() -> None:
    own = compared(
        ("Ajung", year("90", iku("IKM", "90"), iku("Rahasia", "50"))),
        ("Balung", year("80", iku("IKM", "80"), iku("Sendiri", "50"))),
        seen="Balung",
    )
    assert [(one.row.kecamatan.nama, one.rank) for one in rank(own).places] == [("Balung", 2)]
    assert (own.middle().said, own.middle().of) == ("85,00%", 2)
    assert [(one.nama, one.kecamatan) for one in own.apart] == [("Sendiri", ("Balung",))]


def test_every_kecamatan_is_counted_once_in_the_distribution(found: Comparison) -> None:
    assert [(one.label, one.count) for one in spread_of_kecamatan(found)] == [
        ("Baik", 2),
        ("Kurang", 1),
        ("Belum berpredikat (baru sebagian indikator)", 1),
        ("Tanpa capaian", 1),
        ("Belum dihitung", 2),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({}, "Ajung Balung Jombang Kalisat Mayang Patrang Silo"),
        ({"urut": "-kecamatan"}, "Silo Patrang Mayang Kalisat Jombang Balung Ajung"),
        ({"urut": "ikm"}, "Jombang Ajung Mayang Kalisat Balung Patrang Silo"),
        ({"urut": "-rerata"}, "Mayang Ajung Jombang Balung Kalisat Patrang Silo"),
        ({"predikat": "Kurang", "iku": "ikm"}, "Jombang"),
        ({"predikat": "tidak tersedia"}, "Balung"),
        ({"iku": "ikm"}, "Ajung Balung Jombang Kalisat Mayang Patrang"),
        ({"angka": "ditandatangani"}, "Ajung"),
        (
            {"angka": "asing", "iku": "asing", "urut": "asing"},
            "Ajung Balung Jombang Kalisat Mayang Patrang Silo",
        ),
        ({"predikat": "asing"}, ""),
    ],
)
def test_rows_have_what_is_asked_for_in_its_order(
    found: Comparison, words: dict[str, str], expected: str
) -> None:
    assert " ".join(one.kecamatan.nama for one in ComparisonQuery.read(words).rows(found)) == expected


def test_the_heat_map_writes_every_value_and_every_state(found: Comparison) -> None:
    (drawing,) = heat_drawings(found, found.rows)
    for said in ("90,00%", "60,00%", "tidak tersedia", "99,00% dari 1/2", "95,00% (lama)", "belum dihitung"):
        assert f">{said}</text>" in drawing.svg
    assert ">0,00%<" not in drawing.svg
