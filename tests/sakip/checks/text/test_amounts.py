"""Amounts and counts in sentences: what contradicts itself is found, clean text stays silent."""

import pytest

from tests.sakip.checks.text.passages import found
from tests.table_tests import each_row


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # Jombang 2023, L385: six hundred sixty-nine for six hundred forty-nine.
        (
            "sebesar Rp649.823.800 (enam ratus enam puluh sembilan juta delapan ratus dua puluh tiga ribu delapan "
            "ratus rupiah)",
            "Rp649.823.800 ditulis “enam ratus enam puluh sembilan juta delapan ratus dua puluh tiga ribu delapan ratus"
            " rupiah”. Seharusnya “enam ratus empat puluh sembilan juta delapan ratus dua puluh tiga ribu delapan ratus"
            " rupiah”.",
        ),
        (
            "sebesar Rp. 400.000.000 ,- (empat ratus ribu rupiah)",
            "Rp400.000.000 ditulis “empat ratus ribu rupiah”. Seharusnya “empat ratus juta rupiah”.",
        ),
        ("terdiri atas 2 (tiga) sasaran", "2 ditulis “tiga”. Seharusnya “dua”."),
        (
            "sebesar Rp3.427.455.027.000.000.000 (tiga miliar)",
            "Rp3.427.455.027.000.000.000 ditulis “tiga miliar”, dan terlalu besar untuk dieja. Periksa angkanya.",
        ),
        (
            "sisanya −Rp1.000 (seribu rupiah)",
            "−Rp1.000 ditulis “seribu rupiah”. Seharusnya “minus seribu rupiah”.",
        ),
        ("naik 5% (enam persen)", "5 ditulis “enam persen”. Seharusnya “lima”."),
    ],
)
def test_words_that_spell_another_amount_are_found(text: str, message: str) -> None:
    assert found("terbilang-sesuai", text) == [message]


@each_row(
    "text",
    [
        "terdiri atas 2 (dua) sasaran dan 12 (Dua Belas) indikator",
        "Rp3.400.055.027 (tiga milyar empat ratus juta lima puluh lima ribu dua puluh tujuh rupiah)",
        "12 (Januari sampai Desember) bulan",
        "1 (satu Tahun) anggaran",
        "Pasal 5 (lima belas)",
        "94,50% (Sangat Memuaskan)",
        "mencapai 100% (seratus persen)",
        "sisanya −Rp1.000 (minus seribu rupiah)",
    ],
)
def test_right_words_stay_silent(text: str) -> None:
    assert found("terbilang-sesuai", text) == []
