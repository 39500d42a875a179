"""Which recorded regulation a text names that is not its code."""

from kecamatan.models import Peraturan
from sakip.records.peraturan.named import regulations_meant
from tests.table_tests import each_row

RECORDED = {
    code: Peraturan(kode=code, sebutan=sebutan)
    for code, sebutan in (
        ("uu-23-2014", "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"),
        (
            "uu-9-2015",
            "Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014",
        ),
        ("pp-17-2018", "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan"),
        (
            "permenpanrb-53-2014",
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014",
        ),
        ("perbup-jember-29-2021", "Peraturan Bupati Jember Nomor 29 Tahun 2021"),
        ("perbup-malang-29-2021", "Peraturan Bupati Malang Nomor 29 Tahun 2021"),
    )
}


@each_row(
    ("text", "meant"),
    [
        ("UU 23/2014", ["uu-23-2014"]),
        ("Undang-undang No. 23 Th. 2014", ["uu-23-2014"]),
        ("Permenpan RB 53 Tahun 2014", ["permenpanrb-53-2014"]),
        ("PermenPAN-RB Nomor 53/2014", ["permenpanrb-53-2014"]),
        ("Perbup Jember 29/2021", ["perbup-jember-29-2021"]),
        ("Perbup 29/2021", ["perbup-jember-29-2021", "perbup-malang-29-2021"]),
        ("Perbup Jember 30/2021", []),
        ("Peraturan Pemerintah", []),
        ("17/2018", []),
        ("PP 17", []),
    ],
)
def test_kind_number_and_year_name_a_regulation(text: str, meant: list[str]) -> None:
    assert regulations_meant(text, RECORDED) == meant
