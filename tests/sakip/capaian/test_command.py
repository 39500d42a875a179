"""``manage.py capaian``: the numbers of the real years, with working; a reason where there are none."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from kecamatan.models import Kecamatan
from sakip.models import KebijakanPengukuran

pytestmark = [pytest.mark.usefixtures("contoh"), pytest.mark.one_engine]


def capaian(*arguments: str) -> str:
    sign_out = StringIO()
    call_command("capaian", *arguments, stdout=sign_out)
    return sign_out.getvalue()


def test_json_of_jombang_2023() -> None:
    """95, 100, 100 and 85 percent make 95,00; 3.239.088.691 of 3.427.455.027 rupiah make 94,50 percent."""
    results = json.loads(capaian("35.09.01", "2023", "--format", "json"))
    assert (results["kecamatan"], results["tahun"]) == ("35.09.01", 2023)
    assert results["kebijakan"]["batas_atas"] == "100"
    assert results["kebijakan"]["batas_bawah"] == "0"
    indikator = [i for s in results["sasaran"] for i in s["indikator"]]
    assert sorted(i["capaian"] for i in indikator) == ["100.00", "100.00", "85.00", "95.00"]
    assert {i["keadaan"] for i in indikator} == {"terhitung"}
    assert (results["rata_rata"], results["kategori"], results["label"]) == (
        "95.00",
        "AA",
        "Sangat Memuaskan",
    )
    assert (results["terhitung"], results["jumlah_indikator"]) == (4, 4)
    anggaran = results["anggaran"]
    assert (anggaran["pagu"], anggaran["realisasi"], anggaran["serapan"]) == (
        "3427455027",
        "3239088691",
        "94.50",
    )
    assert [p["kode"] for p in anggaran["program"]] == ["7.01.01", "7.01.02", "7.01.03", "7.01.04", "7.01.05"]
    # 2.137.642.091 ÷ 2.321.886.527 is 92,0648…
    assert [p["serapan"] for p in anggaran["program"]] == ["92.06", "99.99", "99.92", "99.07", "96.23"]


def test_json_of_balung_2020() -> None:
    """C is the 2nd and B the 3rd category from below: 66,67; with 79,00 the mean of 2 of 3 is 72,83."""
    results = json.loads(capaian("balung", "2020", "--format", "json"))
    indikator = {i["kunci"]: i for s in results["sasaran"] for i in s["indikator"]}
    assert (indikator["skm"]["target"], indikator["skm"]["realisasi"], indikator["skm"]["capaian"]) == (
        "B",
        "66",
        "66.67",
    )
    assert indikator["desa"]["capaian"] is None
    assert indikator["desa"]["keadaan"] == "tidak tersedia"
    assert indikator["desa"]["alasan"]
    assert (results["rata_rata"], results["kategori"], results["terhitung"], results["jumlah_indikator"]) == (
        "72.83",
        None,  # two of three are no verdict on the kecamatan
        2,
        3,
    )
    assert results["anggaran"]["serapan"] == "84.34"


def test_text_of_umbulsari_2021_shows_the_working() -> None:
    text = capaian("umbulsari", "2021")
    assert text.startswith("Kecamatan Umbulsari Tahun 2021")
    assert "realisasi 74 ÷ target 100 × 100 = 74,00" in text
    assert "kemajuan terhadap target Renstra 2021: 87,06%" in text
    assert "realisasi tidak tersedia · capaian tidak tersedia" in text
    assert "Rata-rata capaian: 74,00%, 1 dari 2 indikator terhitung" in text
    assert "Anggaran: pagu Rp4.852.505.618 · realisasi Rp4.598.672.118 · serapan 94,77%" in text
    assert "serapan 92,80%" in text


def test_two_runs_print_the_same_bytes() -> None:
    assert capaian("balung", "2020", "--format", "json") == capaian("35.09.10", "2020", "--format", "json")


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        (
            ("35.09.99", "2020"),
            'Kecamatan "35.09.99" tidak dikenal. Pakai kode seperti 35.09.10 atau nama seperti balung.',
        ),
        (("balung", "2019"), "Balung belum memiliki catatan tahun 2019. Tahun yang ada: 2020."),
        (("ajung", "2020"), "Ajung belum memiliki catatan tahun 2020. Isi dahulu catatannya di situs."),
        (
            ("jelbuk", "2024"),
            "Jelbuk belum memiliki Perjanjian Kinerja tahun 2024. Catat dahulu Perjanjian Kinerjanya.",
        ),
    ],
)
def test_without_something_to_compute_it_says_why(argument: tuple[str, str], message: str) -> None:
    sign_out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("capaian", *argument, stdout=sign_out)
    assert (str(error.value), sign_out.getvalue()) == (message, "")


@pytest.mark.both_engines
def test_without_kebijakan_it_says_who_has_to_set_one() -> None:
    KebijakanPengukuran.objects.filter(tahun=2020).delete()
    with pytest.raises(CommandError) as error:
        capaian("balung", "2020")
    assert str(error.value) == (
        "Kabupaten Jember belum menetapkan kebijakan pengukuran tahun 2020. Catat dahulu skala dan batas capaiannya."
    )
    assert Kecamatan.objects.count() == 31
