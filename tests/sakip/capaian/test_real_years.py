"""The three real kecamatan-years, with numbers worked by hand from the documents."""

from decimal import Decimal

from sakip.capaian.engine import compute
from sakip.capaian.export import results_to_dict
from sakip.capaian.results import Arah
from sakip.capaian.values import Keadaan
from tests.sakip.capaian.example_inputs import balung_2020, jombang_2023, umbulsari_2021


def test_jombang_2023_capaian_and_mean() -> None:
    results = compute(jombang_2023())
    capaian = [i.capaian for s in results.sasaran for i in s.indikator]
    assert [str(c.nilai) for c in capaian] == ["95.00", "100.00", "100.00", "85.00"]
    assert [c.kategori.kode if c.kategori else None for c in capaian] == ["AA", "AA", "AA", "A"]
    assert str(results.rerata.nilai) == "95.00"
    assert results.rerata.kategori is not None
    assert results.rerata.kategori.label == "Sangat Memuaskan"
    assert results.rerata.langkah == (
        "(95,00 + 100,00 + 100,00 + 85,00) ÷ 4 = 95,00; rata-rata 4 dari 4 indikator"
    )


def test_jombang_2023_working_of_each_rumus() -> None:
    steps = [i.capaian.langkah for s in compute(jombang_2023()).sasaran for i in s.indikator]
    assert steps == [
        "realisasi 95 ÷ target 100 × 100 = 95,00",
        "realisasi 85 ÷ target 85 × 100 = 100,00",
        "realisasi B (peringkat 4) ÷ target B (peringkat 4) × 100 = 100,00",
        "realisasi 85 ÷ target 100 × 100 = 85,00",
    ]


def test_jombang_2023_means_per_tujuan() -> None:
    tujuan = compute(jombang_2023()).tujuan
    assert [(t.uraian, str(t.rerata.nilai)) for t in tujuan] == [
        ("Tujuan", "97.50"),  # (95 + 100) / 2
        ("Tata kelola", "92.50"),  # (100 + 85) / 2
    ]


def test_jombang_2023_counts_and_shares() -> None:
    workings = {h.label: (h.jumlah, str(h.porsi)) for h in compute(jombang_2023()).hitungan}
    assert workings["Sangat Memuaskan"] == (3, "75.00")
    assert workings["Memuaskan"] == (1, "25.00")
    assert workings["Sangat Kurang"] == (0, "0.00")
    assert "Tidak dapat disimpulkan" not in workings


def test_jombang_2023_serapan_per_program_and_in_total() -> None:
    anggaran = compute(jombang_2023()).anggaran
    assert anggaran.total.pagu == 3_427_455_027
    assert anggaran.total.realisasi == 3_239_088_691
    assert str(anggaran.total.nilai) == "94.50"
    serapan = [str(b.serapan.nilai) for b in anggaran.program]
    assert serapan == ["92.06", "99.99", "99.92", "99.07", "96.23"]
    assert [str(b.proporsi) for b in anggaran.program] == ["67.74", "18.96", "1.41", "11.62", "0.27"]


def test_jombang_2023_efisiensi_per_sasaran() -> None:
    sasaran = compute(jombang_2023()).sasaran
    efisiensi = [(str(s.efisiensi.serapan), str(s.efisiensi.selisih), s.efisiensi.efisien) for s in sasaran]
    assert efisiensi == [
        ("99.07", "-4.07", False),  # 95,00 against 99,07
        ("99.99", "0.01", True),
        ("92.06", "7.94", True),
        ("99.32", "-14.32", False),  # (48.286.600 + 8.882.000) / (48.327.600 + 9.230.400)
    ]
    assert sasaran[3].anggaran.pagu == 57_558_000


def test_jombang_2023_earlier_year_and_kemajuan() -> None:
    trantib, ikm, sakip, fasilitasi = (s.indikator[0] for s in compute(jombang_2023()).sasaran)
    (previous,) = trantib.perubahan
    assert (previous.tahun, previous.selisih_realisasi, str(previous.selisih_capaian)) == (2022, 5, "5.00")
    assert previous.arah is Arah.MEMBAIK
    (previous,) = sakip.perubahan
    assert (previous.selisih_realisasi, previous.satuan, previous.arah) == (0, "peringkat", Arah.TETAP)
    assert previous.capaian.alasan == "target belum ditetapkan"
    assert previous.selisih_capaian is None
    progress = [str(i.kemajuan.nilai) for i in (trantib, ikm, sakip, fasilitasi)]
    assert progress == ["95.00", "100.00", "80.00", "85.00"]
    assert sakip.target_akhir_cetak == "BB (97)"


def test_balung_2020_mean_of_two_from_three() -> None:
    results = compute(balung_2020())
    skm, koordinasi, desa = (i.capaian for s in results.sasaran for i in s.indikator)
    assert (str(skm.nilai), str(koordinasi.nilai), desa.nilai) == ("66.67", "79.00", None)
    assert skm.langkah == "realisasi 66 terbaca C (peringkat 2) ÷ target B (peringkat 3) × 100 = 66,67"
    assert desa.keadaan is Keadaan.TIDAK_TERSEDIA
    assert desa.alasan == "dokumen mencetak satu nilai untuk dua indikator"
    assert str(results.rerata.nilai) == "72.83"  # (66,666… + 79) / 2, not (66,67 + 79) / 2 = 72,84
    assert (results.rerata.terhitung, results.rerata.jumlah, results.rerata.complete) == (2, 3, False)
    assert results.rerata.kategori is None  # two of three are no verdict on the kecamatan
    assert results.rerata.langkah == "(66,6667 + 79,00) ÷ 2 = 72,83; rata-rata 2 dari 3 indikator"


def test_balung_2020_row_of_those_without_a_conclusion() -> None:
    rows = [(h.label, h.jumlah, str(h.porsi)) for h in compute(balung_2020()).hitungan]
    assert rows == [
        ("Sangat Baik", 0, "0.00"),
        ("Baik", 1, "33.33"),
        ("Cukup", 1, "33.33"),
        ("Kurang", 0, "0.00"),
        ("Tidak tersedia", 1, "33.33"),
    ]


def test_umbulsari_2021() -> None:
    results = compute(umbulsari_2021())
    skm = results.sasaran[0].indikator[0]
    assert str(skm.capaian.nilai) == "74.00"
    assert skm.capaian.kategori is not None
    assert skm.capaian.kategori.kode == "Cukup"
    assert str(skm.kemajuan.nilai) == "87.06"  # 74 / 85
    assert (skm.perubahan[0].selisih_realisasi, skm.perubahan[0].arah) == (Decimal(4), Arah.MEMBAIK)
    rekomendasi = results.sasaran[1]
    assert rekomendasi.indikator[0].capaian.keadaan is Keadaan.TIDAK_TERSEDIA
    assert rekomendasi.indikator[0].realisasi_cetak == "tidak tersedia"
    assert rekomendasi.rerata.nilai is None
    assert rekomendasi.rerata.alasan == "tidak satu pun dari 1 indikator memiliki capaian yang terhitung"
    assert (str(results.rerata.nilai), results.rerata.terhitung, results.rerata.jumlah) == ("74.00", 1, 2)


def test_json_has_the_promised_shape() -> None:
    data = results_to_dict(compute(jombang_2023()))
    assert data["kecamatan"] == "35.09.01"
    assert data["tahun"] == 2023
    assert data["kebijakan"] == {
        "tahun": 2023,
        "skala": "akip-2021",
        "nama_skala": "AKIP (Permen PANRB 88/2021)",
        "batas_atas": "100",
        "batas_bawah": "0",
        "desimal": 2,
        "dasar": "contoh",
    }
    assert (data["rata_rata"], data["terhitung"], data["jumlah_indikator"]) == ("95.00", 4, 4)
    sasaran = data["sasaran"]
    assert isinstance(sasaran, list)
    assert (sasaran[0]["rata_rata"], sasaran[0]["kategori"]) == ("95.00", "AA")
    expect = {
        "nama": "Trantib",
        "satuan": "%",
        "rumus": "positif",
        "target": "100",
        "target_cetak": "100%",
        "realisasi": "95",
        "keadaan": "terhitung",
        "capaian_mentah": "95",
        "capaian": "95.00",
        "kategori": "AA",
        "label": "Sangat Memuaskan",
        "alasan": None,
        "realisasi_lalu": {"2022": "90"},
        "kemajuan_renstra": "95.00",
    }
    assert {k: sasaran[0]["indikator"][0][k] for k in expect} == expect
    anggaran = data["anggaran"]
    assert isinstance(anggaran, dict)
    assert (anggaran["pagu"], anggaran["realisasi"], anggaran["serapan"]) == (
        "3427455027",
        "3239088691",
        "94.50",
    )
    assert anggaran["program"][4]["kode"] == "7.01.05"
    assert anggaran["program"][4]["serapan"] == "96.23"


def test_json_says_null_and_why_where_nothing_is_known() -> None:
    data = results_to_dict(compute(umbulsari_2021()))
    sasaran = data["sasaran"]
    assert isinstance(sasaran, list)
    rekomendasi = sasaran[1]["indikator"][0]
    without_nilai = (
        "realisasi",
        "capaian_mentah",
        "capaian",
        "kategori",
        "label",
        "kemajuan_renstra",
        "langkah",
    )
    assert {rekomendasi[k] for k in without_nilai} == {None}
    assert rekomendasi["keadaan"] == "tidak tersedia"
    assert rekomendasi["alasan"] == "data realisasi tidak tersedia"
    anggaran = data["anggaran"]
    assert isinstance(anggaran, dict)
    assert anggaran["pagu"] is None
    assert anggaran["alasan"] == "anggaran belum diisi"
