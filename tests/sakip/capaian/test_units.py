"""Which spellings of a unit are percent: what is computed, printed and asked follows from it."""

from decimal import Decimal

from sakip.capaian.nilai import print_value, satuan_selisih
from sakip.capaian.values import KeadaanNilai, Nilai, in_percent, names_percent_beside, pengali_in_force
from tests.table_tests import each_row


@each_row(
    "satuan",
    [
        *("%", " persen ", "Persen (%)", "Persentase", "prosentase", "presentase", "% (persen)", "\uff05"),
        *(
            "%/tahun",
            "% per tahun",
            "persen/triwulan",
            "dalam %",
            "Nilai (%)",
            "Persen.",
            "% dari target",
            "% laporan",
        ),
    ],
)
def test_percent_in_any_spelling(satuan: str) -> None:
    assert in_percent(satuan)
    assert not names_percent_beside(satuan)
    half = Nilai(keadaan=KeadaanNilai.TERISI, pembilang=Decimal(1), penyebut=Decimal(2))
    assert print_value(half, satuan, 2, pengali_in_force(None, satuan)) == "50,00%"
    assert satuan_selisih(satuan) == "poin"


@each_row(
    ("satuan", "beside"),
    [
        *(
            (satuan, False)
            for satuan in ("", "orang", "indeks", "poin persen", "% poin", "per mil", "persentil")
        ),
        *((satuan, True) for satuan in ("Orang/%", "dokumen (%)", "Rp dan persen", "% dan orang")),
    ],
)
def test_other_units_and_two_in_one(satuan: str, beside: bool) -> None:
    assert not in_percent(satuan)
    assert names_percent_beside(satuan) is beside
    assert pengali_in_force(None, satuan) is None
