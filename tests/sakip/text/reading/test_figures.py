"""What stands as a figure in a sentence is read as people mean it."""

from decimal import Decimal

from sakip.text.reading.figures import Figure, FigureKind, figures
from tests.table_tests import each_row

PERSEN, RUPIAH, TAHUN, ANGKA = FigureKind.PERCENT, FigureKind.RUPIAH, FigureKind.YEAR, FigureKind.NUMBER


@each_row(
    ("text", "expected"),
    [
        ("capaian sebesar 94,50% pada tahun 2023", [(PERSEN, "94.50"), (TAHUN, "2023")]),
        ("naik 5 persen", [(PERSEN, "5")]),
        ("lima puluh persen desa", [(PERSEN, "50")]),
        ("pagu Rp. 3.427.455.027,- terserap", [(RUPIAH, "3427455027")]),
        ("sebesar Rp3,4 miliar", [(RUPIAH, "3400000000.0")]),
        ("12 (dua belas) dokumen dan tujuh sasaran", [(ANGKA, "12"), (ANGKA, "7")]),
        ("Rp 9.23.268.085", [(RUPIAH, None)]),
        ("Rp500.000 (lima ratus ribu rupiah)", [(RUPIAH, "500000")]),
        ("12 (Januari sampai Desember)", [(ANGKA, "12")]),
        (
            "sisa −Rp1.000 atau −5,5%, bukan 100 − 5",
            [(RUPIAH, "-1000"), (PERSEN, "-5.5"), (ANGKA, "100"), (ANGKA, "5")],
        ),
        # Numbers that only name something are no figures.
        ("Permen PANRB Nomor 53 Tahun 2014", [(TAHUN, "2014")]),
        ("Pasal 5 ayat 2 dan Tabel 3.1", []),
        ("kode 35.09.05 dan 7.01.02", []),
        ("Renstra 2021–2026", [(TAHUN, "2021")]),
        ("tanggal 17/8/2026", []),
        ("COVID-19 dan RT 04", []),
    ],
)
def test_figures_of_a_sentence(text: str, expected: list[tuple[FigureKind, str | None]]) -> None:
    found = [(one.kind, one.value) for one in figures(text)]
    assert found == [(kind, None if value is None else Decimal(value)) for kind, value in expected]


def one(text: str) -> Figure:
    (found,) = figures(text)
    return found


def test_a_figure_knows_its_words_and_the_unit_that_follows() -> None:
    assert one("2 (dua) sasaran strategis").in_words == "dua"
    assert one("2 (dua) sasaran strategis").unit == "sasaran"
    assert one("12 (Januari sampai Desember) bulan").in_words == ""
    assert one("tujuh indikator").unit == "indikator"
    assert one("tujuh indikator").word


@each_row(
    ("written", "exact", "agrees"),
    [
        ("95%", "94.6", True),  # rounded
        ("94%", "94.6", True),  # cut off
        ("94,6%", "94.6", True),
        ("94,60%", "94.6", True),
        ("95%", "96.1", False),
        ("95%", "94.4", False),
        ("94,65%", "94.6", False),
        ("Rp3,4 miliar", "3427455027", True),
        ("Rp3,5 miliar", "3427455027", False),
    ],
)
def test_a_figure_agrees_with_a_value_that_it_rounds_or_cuts(written: str, exact: str, agrees: bool) -> None:
    assert one(written).agrees_with(Decimal(exact)) is agrees
