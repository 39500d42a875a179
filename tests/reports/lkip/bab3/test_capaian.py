"""BAB III.A and B.1–2: how kinerja is measured, the table of the year, the predikat matrix, counts and shares."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.document.tree import Gambar, RumusBlok
from reports.lkip.bab3 import bab3
from reports.publish.naskah import Naskah
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import Target
from tests.reports.lkip.example_naskah import (
    DIBATASI,
    TANPA_BATAS,
    naskah_balung,
    naskah_jombang,
    naskah_kosong,
    naskah_umbulsari,
)
from tests.reports.lkip.naskah_material import (
    indikator,
    naskah,
    pk,
    realisasi,
    renstra,
    sasaran,
    snapshot,
    terisi,
    tujuan,
)
from tests.reports.lkip.read_part import (
    bagian_dari,
    baris_tabel,
    blok_dari,
    kepala_tabel,
    prosa,
    semua_tabel,
)

D = Decimal


def _rumus(isi: Naskah) -> list[tuple[str, str]]:
    return [(b.pembilang, b.penyebut) for b in blok_dari(bab3(isi)) if isinstance(b, RumusBlok)]


def _satu(rumus: Rumus, target: Target, r: str) -> Naskah:
    """One indikator of the given rumus, nothing else."""
    rencana = renstra(
        2021, 2026, tujuan("t", "Tujuan", sasaran("s", "Sasaran", indikator("i", "Laporan", rumus=rumus)))
    )
    return naskah(
        snapshot(
            "Jombang",
            "35.09.01",
            2023,
            kebijakan=DIBATASI,
            renstra=(rencana,),
            pk=(pk(2023, rencana, {"i": target}),),
            realisasi=(realisasi("i", 2023, terisi(r)),),
        )
    )


# -- A. kerangka -----------------------------------------------------------------------------------


def test_both_formulas_are_always_typeset() -> None:
    assert _rumus(naskah_umbulsari()) == [
        ("Realisasi", "Target"),
        ("Target − (Realisasi − Target)", "Target"),
    ]
    assert _rumus(naskah_kosong()) == _rumus(naskah_umbulsari())


def test_other_formulas_only_where_used() -> None:
    assert ("Peringkat Realisasi", "Peringkat Target") in _rumus(naskah_jombang())
    assert [p for p, _ in _rumus(_satu(Rumus.RENTANG, Target(bawah=D(80), atas=D(90)), "85"))][2:] == [
        "Realisasi",
        "Batas Atas − (Realisasi − Batas Atas)",
    ]


def test_a_rumus_of_other_kabupaten_is_typeset_where_used_with_its_rule() -> None:
    isi = _satu(Rumus.NEGATIF_BAGI, Target(angka=D(10)), "0")
    assert _rumus(isi)[2:] == [("Target", "Realisasi")]
    assert "realisasi nol bernilai 100,00%, karena hasil baginya tidak ada." in prosa(bab3(isi))
    biasa = prosa(bab3(_satu(Rumus.NEGATIF_BAGI, Target(angka=D(235)), "422")))
    assert "hasil baginya tidak ada" not in biasa
    assert "target 235 ÷ realisasi 422 × 100 = 55,69" in biasa
    assert "Karena realisasi yang lebih rendah menunjukkan kinerja yang lebih baik" in biasa


def test_caps_in_words() -> None:
    assert "Capaian di atas 100% dihitung 100% dan capaian di bawah 0% dihitung 0%." in prosa(
        bab3(naskah_jombang())
    )
    assert "Nilai capaian tidak dibatasi" in prosa(bab3(naskah_balung()))
    atas = replace(naskah_jombang().snapshot, kebijakan=replace(TANPA_BATAS, batas_atas=D(120)))
    assert "Capaian di atas 120% dihitung 120%." in prosa(bab3(naskah(atas)))


@pytest.mark.parametrize(
    ("desimal", "dasar"), [(2, "dari nilai yang dicantumkan"), (0, "dari nilai dengan 2 desimal")]
)
def test_what_a_predikat_is_decided_from_is_said(desimal: int, dasar: str) -> None:
    isi = replace(naskah_jombang().snapshot, kebijakan=replace(DIBATASI, desimal=desimal))
    assert (
        f"menjadi {desimal} desimal dengan pembulatan setengah ke atas; predikat ditentukan {dasar}."
        in prosa(bab3(naskah(isi)))
    )


def test_unknown_is_said_not_to_be_zero() -> None:
    assert "tidak dinilai nol" in prosa(bab3(naskah_kosong()))


@pytest.mark.parametrize(("target", "ada"), [("0", True), ("10", False)])
def test_our_own_rule_for_target_zero_is_called_ours_and_only_where_used(target: str, ada: bool) -> None:
    teks = prosa(bab3(_satu(Rumus.NEGATIF, Target(angka=D(target)), "0")))
    assert ("tidak bersumber dari peraturan" in teks) is ada


def test_scale_of_the_year_with_bounds() -> None:
    assert baris_tabel(bab3(naskah_balung()), "tabel-skala") == [
        ["1", "Sangat Baik", "> 100", "> 100,00"],
        ["2", "Baik", "> 75", "> 75,00"],
        ["3", "Cukup", "≥ 55", "≥ 55,00"],
        ["4", "Kurang", "selebihnya", "tanpa batas"],
    ]


def test_ranks_are_printed_where_letters_are_compared() -> None:
    assert baris_tabel(bab3(naskah_balung()), "tabel-skala-skm-2017")[2] == [
        "3",
        "C",
        "Kurang Baik",
        "≥ 65.00",
        "≥ 65,00",
        "2",
    ]
    # Where the letters are on the year's own scale the ranks join its table instead of repeating it.
    jombang = bab3(naskah_jombang())
    assert kepala_tabel(jombang, "tabel-skala")[0][-1] == "Peringkat"
    assert [k for k in semua_tabel(jombang) if k.startswith("tabel-skala")] == ["tabel-skala"]


def test_a_year_without_kebijakan_says_so() -> None:
    assert "Skala predikat capaian kinerja tahun 2024 belum ditetapkan." in prosa(bab3(naskah_kosong()))


# -- B.1 pengukuran --------------------------------------------------------------------------------


def test_jombang_measured() -> None:
    assert [b[-5:] for b in baris_tabel(bab3(naskah_jombang()), "tabel-pengukuran")] == [
        ["%", "100%", "95%", "95,00%", "AA (Sangat Memuaskan)"],
        ["Indeks", "85", "85", "100,00%", "AA (Sangat Memuaskan)"],
        ["Predikat", "B", "B", "100,00%", "AA (Sangat Memuaskan)"],
        ["%", "100%", "85%", "85,00%", "A (Memuaskan)"],
        ["Rata-rata 4 dari 4 indikator", "95,00%", "AA (Sangat Memuaskan)"],
    ]


def test_balung_measured_in_part() -> None:
    isi = bab3(naskah_balung())
    skm, koordinasi, desa, rerata = baris_tabel(isi, "tabel-pengukuran")
    assert skm[:3] == ["1", "Meningkatnya kualitas pelayanan", "Nilai Survei Kepuasan Masyarakat (SKM)"]
    assert skm[3:] == ["Nilai", "B", "66", "66,67%", "Cukup"]
    assert koordinasi[:2] == ["2", "Meningkatnya koordinasi bidang pemerintahan"]
    assert koordinasi[3:] == ["%", "100%", "79%", "79,00%", "Baik"]
    assert desa == [
        "Persentase desa yang tertib dokumen",
        "%",
        "100%",
        "tidak tersedia",
        "tidak dapat disimpulkan",
    ]
    assert rerata == ["Rata-rata 2 dari 3 indikator", "72,83%", "Cukup"]
    teks = prosa(bagian_dari(isi, "pengukuran-capaian"))
    assert (
        "sebesar 72,83% dengan predikat Cukup. Nilai tersebut merupakan rata-rata 2 dari 3 indikator" in teks
    )


def test_umbulsari_measures_the_pk_perubahan() -> None:
    isi = bab3(naskah_umbulsari())
    assert baris_tabel(isi, "tabel-pengukuran")[0][-4:] == ["100", "74", "74,00%", "Cukup"]
    assert (
        semua_tabel(isi)["tabel-pengukuran"].sumber
        == "Perjanjian Kinerja Perubahan Tahun 2021; Laporan SKM Tahun 2021"
    )


def test_source_of_a_table_falls_back_to_the_indikator() -> None:
    sumber = semua_tabel(bab3(naskah_jombang()))["tabel-target-realisasi-pelayanan"].sumber
    assert sumber == "Perjanjian Kinerja Perubahan Tahun 2023; E-SUKMA"


def test_the_chart_shows_and_tells_every_indikator() -> None:
    (gambar,) = [b for b in blok_dari(bab3(naskah_balung())) if isinstance(b, Gambar)]
    assert gambar.alt == (
        "Grafik batang. Capaian Kinerja per Indikator Tahun 2020: Nilai Survei Kepuasan Masyarakat (SKM) 66,67%; "
        "Persentase rekomendasi yang ditindaklanjuti 79,00%; Persentase desa yang tertib dokumen tidak dapat "
        "disimpulkan."
    )
    assert "72,83" not in gambar.svg
    for nilai in ("66,67%", "79,00%", "tidak dapat disimpulkan"):
        assert nilai in gambar.svg


# -- B.2 ikhtisar ----------------------------------------------------------------------------------


def test_matrix_has_one_mark_in_each_row() -> None:
    isi = bab3(naskah_balung())
    kolom = kepala_tabel(isi, "tabel-ikhtisar")[1]
    assert kolom == ["Sangat Baik", "Baik", "Cukup", "Kurang", "Tidak dapat disimpulkan"]
    tanda = {
        baris[0]: kolom[baris[2:].index("√")]
        for baris in baris_tabel(isi, "tabel-ikhtisar")
        if len(baris) > 1
    }
    assert tanda == {
        "Nilai Survei Kepuasan Masyarakat (SKM)": "Cukup",
        "Persentase rekomendasi yang ditindaklanjuti": "Baik",
        "Persentase desa yang tertib dokumen": "Tidak dapat disimpulkan",
    }


def test_letters_over_the_matrix_are_explained() -> None:
    isi = bab3(naskah_jombang())
    assert kepala_tabel(isi, "tabel-ikhtisar")[1] == ["AA", "A", "BB", "B", "CC", "C", "D"]
    assert "Keterangan: AA = Sangat Memuaskan; A = Memuaskan;" in prosa(isi)


@pytest.mark.parametrize(
    ("isi", "baris"),
    [
        (naskah_jombang(), {"AA (Sangat Memuaskan)": ["3", "75,00%"], "A (Memuaskan)": ["1", "25,00%"]}),
        (
            naskah_balung(),
            {"Baik": ["1", "33,34%"], "Cukup": ["1", "33,33%"], "Tidak dapat disimpulkan": ["1", "33,33%"]},
        ),
        (naskah_umbulsari(), {"Cukup": ["1", "50,00%"], "Tidak dapat disimpulkan": ["1", "50,00%"]}),
    ],
    ids=["jombang", "balung", "umbulsari"],
)
def test_counts_and_shares(isi: Naskah, baris: dict[str, list[str]]) -> None:
    *isi_tabel, jumlah = baris_tabel(bab3(isi), "tabel-hitungan")
    assert {b[1]: b[2:] for b in isi_tabel if b[2] != "0"} == baris
    assert jumlah == ["Jumlah", str(sum(int(b[0]) for b in baris.values())), "100,00%"]


def test_means_per_sasaran_only_where_they_add_something() -> None:
    assert baris_tabel(bab3(naskah_balung()), "tabel-rerata-sasaran") == [
        ["1", "Meningkatnya kualitas pelayanan", "1 indikator", "66,67%", "Cukup"],
        [
            "2",
            "Meningkatnya koordinasi bidang pemerintahan",
            "Rata-rata 1 dari 2 indikator",
            "79,00%",
            "Baik",
        ],
    ]
    assert "tabel-rerata-sasaran" not in semua_tabel(bab3(naskah_jombang()))


def test_means_per_tujuan_where_there_are_several() -> None:
    teks = prosa(bagian_dari(bab3(naskah_jombang()), "ikhtisar-capaian"))
    assert "Rata-rata capaian tujuan “Meningkatnya kualitas pelayanan publik” sebesar 97,50%" in teks
    assert "capaian tujuan" not in prosa(bagian_dari(bab3(naskah_umbulsari()), "ikhtisar-capaian"))
