"""Numbers in sentences are held against the record where the sentence says clearly what they are."""

from __future__ import annotations

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Passage, Shape
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found_in, passage
from tests.table_tests import each_row


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Four indikator: trantib 95 of 100, IKM 85 of 85 (80 in 2022), SAKIP B of B, fasilitasi 85 of 100; mean 95,00.
    Pagu Rp3.427.455.027, realisasi Rp3.239.088.691: 94,50%."""
    return naskah_jombang()


def found(naskah: Naskah, text: str | Passage) -> list[str]:
    """What the check says of a text in that report."""
    return found_in(naskah, "angka-sesuai-catatan", text)


@each_row(
    ("text", "message"),
    [
        ("Realisasi IKM tahun 2023 sebesar 80,67.", "Realisasi IKM tahun 2023 ditulis 80,67; tercatat 85."),
        (
            "Indeks Kepuasan Masyarakat terealisasi 74,4.",
            "Realisasi IKM tahun 2023 ditulis 74,4; tercatat 85.",
        ),
        (
            "Capaian IKM pada tahun 2023 mencapai 96%.",
            "Capaian IKM tahun 2023 ditulis 96%; tercatat 100,00%.",
        ),
        ("Target IKM tahun 2023 adalah 90.", "Target IKM tahun 2023 ditulis 90; tercatat 85."),
        ("Pada tahun 2022 realisasi IKM sebesar 81.", "Realisasi IKM tahun 2022 ditulis 81; tercatat 80."),
        ("Realisasi IKM tahun lalu sebesar 72.", "Realisasi IKM tahun 2022 ditulis 72; tercatat 80."),
        (
            "Rata-rata capaian kinerja tahun 2023 adalah 94,60%.",
            "Rata-rata capaian tahun 2023 ditulis 94,60%; tercatat 95,00%.",
        ),
        ("Serapan anggaran sebesar 88,4%.", "Serapan tahun 2023 ditulis 88,4%; tercatat 94,50%."),
        (
            "Pagu anggaran tahun 2023 sebesar Rp4.042.925.439.",
            "Pagu tahun 2023 ditulis Rp4.042.925.439; tercatat Rp3.427.455.027.",
        ),
    ],
)
def test_a_number_that_is_not_the_recorded_one_is_found(jombang: Naskah, text: str, message: str) -> None:
    assert found(jombang, text) == [f"{message} Perbaiki kalimat atau catatannya."]


@each_row(
    "text",
    [
        "Realisasi IKM tahun 2023 sebesar 85 dan capaiannya 100%.",
        "Realisasi IKM meningkat dari 80 menjadi 85.",
        "Target IKM dalam Renstra adalah 85.",
        "IKM Kabupaten Jember tahun 2023 sebesar 86,34.",
        "Capaian vaksinasi warga mencapai 60%.",
        "Realisasi kunjungan perpustakaan desa sebesar 40%.",
        "Realisasi IKM naik 5 poin.",
        "Pagu Program Koordinasi Ketentraman dan Ketertiban Umum sebagian dialihkan.",
        "Rata-rata capaian kinerja 95%, dengan serapan anggaran 94,5%.",
        "Realisasi anggaran Rp3.239.088.691 atau 94,50%.",
        "Sebanyak 12 desa mencapai 100% pelunasan PBB.",
        "Pada triwulan II realisasi IKM sebesar 83.",
    ],
)
def test_what_is_right_or_of_something_else_stays_silent(jombang: Naskah, text: str) -> None:
    assert found(jombang, text) == []


REMEDY = "Perbaiki kalimat atau catatannya."
KOORDINASI = "Program Koordinasi Ketentraman dan Ketertiban Umum"


@each_row(
    ("text", "message"),
    [
        # What a program leads to by itself is its pagu or what it spent: 398.186.700 and 394.488.000.
        (
            f"4. {KOORDINASI} tahun 2023 sebesar Rp. 1.155.748.711,-;",
            f"Anggaran {KOORDINASI} tahun 2023 ditulis Rp. 1.155.748.711,-; tercatat Rp398.186.700.",
        ),
        # "Kabupaten/Kota" is of its name, and no other area.
        (
            "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota dengan anggaran Rp 2.321.886.000",
            "Pagu Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota tahun 2023 ditulis Rp 2.321.886.000; "
            "tercatat Rp2.321.886.527.",
        ),
        # The own kecamatan, its APBD and a date may stand before the amount.
        (
            "Jadi realisasi anggaran Kecamatan Jombang sampai dengan 31 Desember 2023 sebesar Rp. 3.230.206.691 ,-",
            "Realisasi anggaran tahun 2023 ditulis Rp. 3.230.206.691 ,-; tercatat Rp3.239.088.691.",
        ),
        (
            "pada tahun anggaran 2023 didukung dengan anggaran sebesar Rp 4.042.925.439 ,- Anggaran tersebut bersumber "
            "dari APBD Kabupaten Jember.",
            "Pagu tahun 2023 ditulis Rp 4.042.925.439 ,-; tercatat Rp3.427.455.027.",
        ),
        # The share of an amount that is right.
        (
            "Realisasi anggaran sebesar Rp. 3.239.088.691,- dari total sebesar Rp. 3.427.455.027,- atau 88,4 %.",
            "Serapan tahun 2023 ditulis 88,4 %; tercatat 94,50%.",
        ),
        (
            "Terlihat bahwa capaian 4 (empat) indikator sasaran Kecamatan Jombang rata rata mencapai 94,60 %",
            "Rata-rata capaian tahun 2023 ditulis 94,60 %; tercatat 95,00%.",
        ),
        # A change names both years' values; a second year goes on with the first one's words.
        (
            "Dibandingkan dengan realisasi tahun lalu maka terdapat kenaikan IKM dari 72 menjadi 85.",
            "Mencapai IKM tahun 2022 ditulis 72; tercatat 80.",
        ),
        (
            "Realisasi IKM pada tahun 2022 adalah 80, sedangkan pada tahun 2023 sebesar 80,67.",
            "Realisasi IKM tahun 2023 ditulis 80,67; tercatat 85.",
        ),
        ("Nilai IKM pada tahun 2023 sebesar 74,4.", "Nilai IKM tahun 2023 ditulis 74,4; tercatat 85."),
        (
            "Realisasi IKM dari 72 di tahun 2022 meningkat menjadi 85 di tahun 2023.",
            "Mencapai IKM tahun 2022 ditulis 72; tercatat 80.",
        ),
        (
            "Realisasi atas IKM sebesar 85 atau 96% dari target.",
            "Capaian IKM tahun 2023 ditulis 96%; tercatat 100,00%.",
        ),
        (
            f"{KOORDINASI} terealisasi Rp 394.488.000 dari Rp 1.155.748.711.",
            f"Pagu {KOORDINASI} tahun 2023 ditulis Rp 1.155.748.711; tercatat Rp398.186.700.",
        ),
        (
            "Anggaran Kecamatan Jombang tahun 2023 terealisasi 88,4%.",
            "Serapan tahun 2023 ditulis 88,4%; tercatat 94,50%.",
        ),
        # "pertanggungjawaban" names no province.
        (
            "Sebagai pertanggungjawaban, realisasi IKM tahun 2023 sebesar 80,67.",
            "Realisasi IKM tahun 2023 ditulis 80,67; tercatat 85.",
        ),
    ],
)
def test_numbers_are_heard_in_the_words_of_real_reports(jombang: Naskah, text: str, message: str) -> None:
    assert found(jombang, text) == [f"{message} Perbaiki kalimat atau catatannya."]


@each_row(
    "text",
    [
        # A part of the money, not that of the year.
        "Kegiatan pelatihan kader didukung anggaran sebesar Rp. 15.000.000,-.",
        "Kecamatan Jombang melaksanakan pelatihan kader dengan anggaran Rp 12.750.000.",
        "Honor Banpol dengan anggaran Rp 259.000.000 terserap Rp 250.000.000 atau 96,5%.",
        "Belanja makan minum dianggarkan Rp 10.000.000 dan terealisasi sebesar Rp 9.500.000.",
        "Anggaran pemeliharaan kendaraan terserap 86,61%.",
        # A program with what it spent, and its share.
        f"{KOORDINASI} sebesar Rp 394.488.000 atau 99,07% dari pagu.",
        "Terdapat kenaikan IKM dari 80 (tahun 2022) menjadi 85.",
        "Angka stunting turun dari 14% menjadi 11%.",
        "Survei IKM diikuti 150 responden.",
    ],
)
def test_money_of_a_part_and_numbers_of_others_stay_silent(jombang: Naskah, text: str) -> None:
    assert found(jombang, text) == []


def test_a_row_says_by_its_heads_what_its_numbers_are(jombang: Naskah) -> None:
    heads = (
        "No",
        "Indikator",
        "Target 2023",
        "Realisasi Th. 2022 (n-1)",
        "Realisasi 2023",
        "Capaian",
        "Target akhir Renstra",
    )

    def row(*cells: str) -> Passage:
        return passage(" | ".join(cells), shape=Shape.ROW, heads=heads, cells=cells)

    assert found(jombang, row("1", "IKM", "85", "80", "85", "100%", "90")) == []
    assert found(jombang, row("1", "IKM", "85", "72", "80,67", "100%", "90")) == [
        "Realisasi IKM tahun 2022 ditulis 72; tercatat 80. Perbaiki kalimat atau catatannya.",
        "Realisasi IKM tahun 2023 ditulis 80,67; tercatat 85. Perbaiki kalimat atau catatannya.",
    ]


def test_a_row_of_the_budget_needs_no_rp(jombang: Naskah) -> None:
    heads = ("Program/ Kegiatan", "Target", "Capaian", "%")
    cells = (KOORDINASI, "1.155.748.711", "394.488.000", "34%")
    assert found(jombang, passage(" | ".join(cells), shape=Shape.ROW, heads=heads, cells=cells)) == [
        f"Pagu {KOORDINASI} tahun 2023 ditulis 1.155.748.711; tercatat Rp398.186.700. {REMEDY}",
        f"Serapan {KOORDINASI} tahun 2023 ditulis 34%; tercatat 99,07%. {REMEDY}",
    ]


def test_what_stands_below_a_heading_is_about_it(jombang: Naskah) -> None:
    below = (
        "Dari table 3.1 dapat disimpulkan bahwa realisasi tahun 2023 yaitu 80,67 tercapai.",
        "Target tahun 2023 adalah 90.",
    )
    assert jombang.results is not None
    said = found_in(jombang, "angka-sesuai-catatan", "Indikator : IKM", *below)
    assert said == [
        f"Realisasi IKM tahun 2023 ditulis 80,67; tercatat 85. {REMEDY}",
        f"Target IKM tahun 2023 ditulis 90; tercatat 85. {REMEDY}",
    ]
    # Another heading ends it, and one that names nothing known begins nothing.
    for heading in ("B.2 ANALISA PENYEBAB", "Indikator : Persentase desa mandiri", "Sasaran Strategis 2 :"):
        assert found_in(jombang, "angka-sesuai-catatan", "Indikator : IKM", heading, *below) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Dana dalam APBD Tahun Anggaran 2023 sebesar Rp 3.382.234.527 dan Belanja Tidak Langsung sebesar 1%",
            True,
        ),
        ("Anggaran sebesar Rp 12.000.000 untuk pelatihan kader.", False),
        ("Belanja Langsung dalam APBD Tahun Anggaran 2023 sebesar Rp 3.382.234.527", False),
    ],
)
def test_what_an_amount_is_for_makes_it_a_part(jombang: Naskah, text: str, wrong: bool) -> None:
    assert bool(found(jombang, text)) is wrong


def test_a_text_about_an_indikator_tells_other_numbers_too(jombang: Naskah) -> None:
    assert jombang.results is not None
    (ikm,) = [i for s in jombang.results.sasaran for i in s.indikator if i.nama == "IKM"]
    for text in (
        "Unsur persyaratan memperoleh nilai 3,12 dan unsur biaya 3,45.",
        "Kegiatan posyandu mencapai 92%.",
        "Jumlah pengaduan menurun dari 12 menjadi 7.",
    ):
        assert found(jombang, passage(text, about=ikm.kunci)) == []


def test_a_text_about_an_indikator_need_not_name_it(jombang: Naskah) -> None:
    assert jombang.results is not None
    (ikm,) = [i for s in jombang.results.sasaran for i in s.indikator if i.nama == "IKM"]
    assert found(jombang, passage("Realisasi tahun 2023 sebesar 80,67.", about=ikm.kunci)) == [
        "Realisasi IKM tahun 2023 ditulis 80,67; tercatat 85. Perbaiki kalimat atau catatannya."
    ]
    assert found(jombang, passage("Realisasinya 85.", about=ikm.kunci)) == []
    assert found(jombang, "Realisasi tahun 2023 sebesar 80,67.") == []
