"""Numbers in sentences are held against the record where the sentence says clearly what they are."""

from __future__ import annotations

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Passage
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found_in, passage


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Four indikator: trantib 95 of 100, IKM 85 of 85 (80 in 2022), SAKIP B of B, fasilitasi 85 of 100; mean 95,00.
    Pagu Rp3.427.455.027, realisasi Rp3.239.088.691: 94,50%."""
    return naskah_jombang()


def found(naskah: Naskah, text: str | Passage) -> list[str]:
    """What the check says of a text in that report."""
    return found_in(naskah, "angka-sesuai-catatan", text)


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    "text",
    [
        "Realisasi IKM tahun 2023 sebesar 85 dan capaiannya 100%.",
        "Realisasi IKM meningkat dari 80 menjadi 85.",
        "Target IKM dalam Renstra adalah 100.",
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


def test_a_text_about_an_indikator_need_not_name_it(jombang: Naskah) -> None:
    assert jombang.results is not None
    (ikm,) = [i for s in jombang.results.sasaran for i in s.indikator if i.nama == "IKM"]
    assert found(jombang, passage("Realisasi tahun 2023 sebesar 80,67.", about=ikm.kunci)) == [
        "Realisasi IKM tahun 2023 ditulis 80,67; tercatat 85. Perbaiki kalimat atau catatannya."
    ]
    assert found(jombang, passage("Realisasinya 85.", about=ikm.kunci)) == []
    assert found(jombang, "Realisasi tahun 2023 sebesar 80,67.") == []
