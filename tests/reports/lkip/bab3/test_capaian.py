"""BAB III.A and B.1–2: how kinerja is measured, the table of the year, the predikat matrix, counts and shares."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.document.tree import Figure, RumusBlock
from reports.lkip.bab3 import bab3
from reports.lkip.bab4 import bab4
from reports.lkip.ikhtisar import ikhtisar
from reports.publish.naskah import Naskah
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import Target
from tests.reports.lkip.example_naskah import (
    CAPPED,
    WITHOUT_LIMIT,
    empty_naskah,
    naskah_balung,
    naskah_jombang,
    naskah_umbulsari,
    snapshot_jombang,
)
from tests.reports.lkip.naskah_material import (
    filled,
    indikator,
    naskah,
    pk,
    realisasi,
    renstra,
    sasaran,
    snapshot,
    tujuan,
)
from tests.reports.lkip.read_part import (
    all_sentences,
    all_tables,
    blocks_from,
    part_of,
    prose,
    table_heads,
    table_rows,
)

D = Decimal


def _rumus(content: Naskah) -> list[tuple[str, str]]:
    return [(b.pembilang, b.penyebut) for b in blocks_from(bab3(content)) if isinstance(b, RumusBlock)]


def _one(rumus: Rumus, target: Target, r: str) -> Naskah:
    """One indikator of the given rumus, nothing else."""
    rencana = renstra(
        2021, 2026, tujuan("t", "Tujuan", sasaran("s", "Sasaran", indikator("i", "Laporan", rumus=rumus)))
    )
    return naskah(
        snapshot(
            "Jombang",
            "35.09.01",
            2023,
            kebijakan=CAPPED,
            renstra=(rencana,),
            pk=(pk(2023, rencana, {"i": target}),),
            realisasi=(realisasi("i", 2023, filled(r)),),
        )
    )


# -- A. kerangka -----------------------------------------------------------------------------------


def test_both_formulas_are_typeset_wherever_something_is_measured() -> None:
    assert _rumus(naskah_umbulsari()) == [
        ("Realisasi", "Target"),
        ("Target − (Realisasi − Target)", "Target"),
    ]
    assert _rumus(empty_naskah()) == []


def test_other_formulas_only_where_used() -> None:
    assert ("Peringkat Realisasi", "Peringkat Target") in _rumus(naskah_jombang())
    assert [p for p, _ in _rumus(_one(Rumus.RENTANG, Target(bawah=D(80), atas=D(90)), "85"))][2:] == [
        "Realisasi",
        "Batas Atas − (Realisasi − Batas Atas)",
    ]


def test_a_rumus_of_other_kabupaten_is_typeset_where_used_with_its_rule() -> None:
    content = _one(Rumus.NEGATIF_BAGI, Target(angka=D(10)), "0")
    assert _rumus(content)[2:] == [("Target", "Realisasi")]
    assert "realisasi nol bernilai 100,00%, karena hasil baginya tidak ada." in prose(bab3(content))
    plain = prose(bab3(_one(Rumus.NEGATIF_BAGI, Target(angka=D(235)), "422")))
    assert "hasil baginya tidak ada" not in plain
    assert "target 235 ÷ realisasi 422 × 100 = 55,69" in plain
    assert "Karena realisasi yang lebih rendah menunjukkan kinerja yang lebih baik" in plain


def test_caps_in_words() -> None:
    assert "Capaian di atas 100% dihitung 100% dan capaian di bawah 0% dihitung 0%." in prose(
        bab3(naskah_jombang())
    )
    assert "Nilai capaian tidak dibatasi" in prose(bab3(naskah_balung()))
    above = replace(naskah_jombang().snapshot, kebijakan=replace(WITHOUT_LIMIT, batas_atas=D(120)))
    assert "Capaian di atas 120% dihitung 120%." in prose(bab3(naskah(above)))


@pytest.mark.parametrize(
    ("desimal", "said"),
    [
        (2, "Nilai disajikan dengan dua angka desimal."),
        (
            0,
            "Nilai disajikan dengan bilangan bulat; predikat ditentukan dari nilai dengan dua angka desimal.",
        ),
    ],
)
def test_what_a_predikat_is_decided_from_is_said(desimal: int, said: str) -> None:
    content = replace(naskah_jombang().snapshot, kebijakan=replace(CAPPED, desimal=desimal))
    assert said in prose(bab3(naskah(content)))


def test_unknown_is_said_not_to_be_zero() -> None:
    assert "Indikator tanpa data tidak diberi nilai nol" in prose(bab3(naskah_balung()))
    assert "Indikator tanpa data" not in prose(bab3(naskah_jombang()))  # every one has them


def test_the_provisions_say_what_the_tables_compare() -> None:
    compared = "Selisih dalam tabel setiap sasaran membandingkan capaian"
    years = f"{compared} tahun ini dengan capaian tahun sebelumnya"
    whole = f"{years}, realisasi dengan wilayah lain, dan capaian dengan serapan anggaran, dalam"
    assert f"{whole} poin atau peringkat." in prose(bab3(naskah_jombang()))
    assert f"{compared} dengan serapan anggaran, dalam poin." in prose(bab3(naskah_umbulsari()))


@pytest.mark.parametrize(("target", "present"), [("0", True), ("10", False)])
def test_our_own_rule_for_target_zero_is_called_ours_and_only_where_used(target: str, present: bool) -> None:
    text = prose(bab3(_one(Rumus.NEGATIF, Target(angka=D(target)), "0")))
    assert ("tidak bersumber dari peraturan" in text) is present


def test_scale_of_the_year_with_bounds() -> None:
    assert table_rows(bab3(naskah_balung()), "tabel-skala") == [
        ["1", "Sangat Baik", "> 100", "> 100,00"],
        ["2", "Baik", "> 75", "> 75,00"],
        ["3", "Cukup", "≥ 55", "≥ 55,00"],
        ["4", "Kurang", "selebihnya", "tanpa batas"],
    ]


def test_ranks_are_printed_where_letters_are_compared() -> None:
    assert table_rows(bab3(naskah_balung()), "tabel-skala-skm-2017")[2] == [
        "3",
        "C",
        "Kurang Baik",
        "≥ 65.00",
        "≥ 65,00",
        "2",
    ]
    # Where the letters are on the year's own scale the ranks join its table instead of repeating it.
    jombang = bab3(naskah_jombang())
    assert table_heads(jombang, "tabel-skala")[0][-1] == "Peringkat"
    assert [k for k in all_tables(jombang) if k.startswith("tabel-skala")] == ["tabel-skala"]


def test_a_year_without_kebijakan_says_so() -> None:
    assert "Skala predikat capaian kinerja tahun 2024 belum ditetapkan." in prose(bab3(empty_naskah()))


# -- B.1 pengukuran --------------------------------------------------------------------------------


def test_jombang_measured() -> None:
    assert [b[-5:] for b in table_rows(bab3(naskah_jombang()), "tabel-pengukuran")] == [
        ["%", "100%", "95%", "95,00%", "AA (Sangat Memuaskan)"],
        ["Indeks", "85", "85", "100,00%", "AA (Sangat Memuaskan)"],
        ["Predikat", "B", "B", "100,00%", "AA (Sangat Memuaskan)"],
        ["%", "100%", "85%", "85,00%", "A (Memuaskan)"],
        ["Rata-rata 4 indikator", "95,00%", "AA (Sangat Memuaskan)"],
    ]


def test_balung_measured_in_part() -> None:
    content = bab3(naskah_balung())
    skm, koordinasi, desa, rerata = table_rows(content, "tabel-pengukuran")
    assert skm[:3] == ["1", "Meningkatnya kualitas pelayanan", "Nilai Survei Kepuasan Masyarakat (SKM)"]
    assert skm[3:] == ["Nilai", "B", "66", "66,67%", "Cukup"]
    assert koordinasi[:2] == ["2", "Meningkatnya koordinasi bidang pemerintahan"]
    assert koordinasi[3:] == ["%", "100%", "79%", "79,00%", "Baik"]
    assert desa == [
        "Persentase desa yang tertib dokumen",
        "%",
        "100%",
        "tidak tersedia",
        "tidak tersedia",
    ]
    assert rerata == ["Rata-rata 2 dari 3 indikator", "72,83%", "belum berpredikat"]


def test_umbulsari_measures_the_pk_perubahan() -> None:
    content = bab3(naskah_umbulsari())
    assert table_rows(content, "tabel-pengukuran")[0][-4:] == ["100", "74", "74,00%", "Cukup"]
    assert (
        all_tables(content)["tabel-pengukuran"].sumber
        == "Perjanjian Kinerja Perubahan Tahun 2021; Laporan SKM Tahun 2021"
    )


def test_the_chart_shows_and_tells_every_indikator() -> None:
    figure = next(b for b in blocks_from(bab3(naskah_balung())) if isinstance(b, Figure))
    assert figure.alt == (
        "Grafik batang. Capaian Kinerja per Indikator Tahun 2020: Nilai Survei Kepuasan Masyarakat (SKM) 66,67%; "
        "Persentase rekomendasi yang ditindaklanjuti 79,00%; Persentase desa yang tertib dokumen tidak "
        "tersedia."
    )
    assert "72,83" not in figure.svg
    for nilai in ("66,67%", "79,00%", "tidak tersedia"):
        assert nilai in figure.svg


# -- B.2 ikhtisar ----------------------------------------------------------------------------------


def test_matrix_has_one_mark_in_each_row() -> None:
    content = bab3(naskah_balung())
    columns = table_heads(content, "tabel-ikhtisar")[1]
    assert columns == ["Sangat Baik", "Baik", "Cukup", "Kurang", "Tidak tersedia"]
    marks = {
        rows[0]: columns[rows[2:].index("√")] for rows in table_rows(content, "tabel-ikhtisar") if "√" in rows
    }
    assert marks == {
        "Nilai Survei Kepuasan Masyarakat (SKM)": "Cukup",
        "Persentase rekomendasi yang ditindaklanjuti": "Baik",
        "Persentase desa yang tertib dokumen": "Tidak tersedia",
    }


def test_letters_over_the_matrix_are_explained() -> None:
    content = bab3(naskah_jombang())
    assert table_heads(content, "tabel-ikhtisar")[1] == ["AA", "A", "BB", "B", "CC", "C", "D"]
    assert "Keterangan: AA = Sangat Memuaskan; A = Memuaskan;" in prose(content)


@pytest.mark.parametrize(
    ("content", "counts"),
    [
        (naskah_jombang(), {"AA": ("3", "75,00%"), "A": ("1", "25,00%")}),
        (
            naskah_balung(),
            {"Baik": ("1", "33,33%"), "Cukup": ("1", "33,33%"), "Tidak tersedia": ("1", "33,33%")},
        ),
        (naskah_umbulsari(), {"Cukup": ("1", "50,00%"), "Tidak tersedia": ("1", "50,00%")}),
    ],
    ids=["jombang", "balung", "umbulsari"],
)
def test_counts_and_shares(content: Naskah, counts: dict[str, tuple[str, str]]) -> None:
    kategori = table_heads(bab3(content), "tabel-ikhtisar")[1]
    *_, jumlah, porsi = table_rows(bab3(content), "tabel-ikhtisar")
    found = dict(zip(kategori, zip(jumlah[2:], porsi[2:], strict=True), strict=True))
    assert {k: pair for k, pair in found.items() if pair[0] != "0"} == counts
    assert jumlah[:2] == ["Jumlah indikator", str(sum(int(n) for n, _ in counts.values()))]
    assert porsi[:2] == ["Porsi", "100,00%"]


def test_means_per_sasaran_only_where_they_add_something() -> None:
    rows = table_rows(bab3(naskah_balung()), "tabel-ikhtisar")
    assert [r for r in rows if r[0].startswith("Sasaran")] == [
        ["Sasaran 1: Meningkatnya kualitas pelayanan"],
        [
            "Sasaran 2: Meningkatnya koordinasi bidang pemerintahan",
            "79,00%",
            "Rata-rata 1 dari 2 indikator, belum berpredikat",
        ],
    ]


def test_means_per_tujuan_where_there_are_several() -> None:
    text = prose(part_of(bab3(naskah_jombang()), "ikhtisar-capaian"))
    assert (
        "Rata-rata capaian sasaran pada tujuan “Meningkatnya kualitas pelayanan publik” atas 2 (dua) indikator sebesar "
        "97,50%" in text
    )
    assert "capaian tujuan" not in prose(part_of(bab3(naskah_umbulsari()), "ikhtisar-capaian"))


def test_of_one_indikator_no_mean_is_printed() -> None:
    base = snapshot_jombang()
    (agreement,) = base.pk
    alone = naskah(replace(base, pk=(replace(agreement, indikator=agreement.indikator[:1]),)))
    # 95 / 100 = 95,00
    assert [row[-2:] for row in table_rows(bab3(alone), "tabel-pengukuran")] == [
        ["95,00%", "AA (Sangat Memuaskan)"]
    ]
    simpulan = all_sentences(part_of(bab4(alone), "simpulan"))[0]
    assert simpulan.count("95,00%") == 1
    assert "100,00%" not in simpulan
    assert "tabel-sekilas" not in all_tables(ikhtisar(alone))


def test_a_report_that_cannot_look_back_says_so_once() -> None:
    dasar = snapshot_jombang()
    only = replace(dasar, realisasi=tuple(r for r in dasar.realisasi if r.tahun == dasar.tahun))
    looking_back = "tahun-tahun sebelumnya"
    said = prose(bab3(naskah(only)))
    assert said.count(looking_back) == 1 + said.count("realisasi tahun-tahun sebelumnya tidak tercatat")
    assert (
        "Realisasi dan capaian belum dapat dibandingkan dengan tahun-tahun sebelumnya karena realisasi tahun-tahun "
        "sebelumnya tidak tercatat." in said
    )
    assert looking_back not in prose(bab3(naskah(dasar))).replace("Perbandingan dengan Tahun", "")
    (rencana,) = only.renstra
    first = replace(rencana, tahun_awal=dasar.tahun)
    assert "karena tahun 2023 merupakan tahun pertama Renstra Kecamatan Jombang Tahun 2023–2026." in prose(
        bab3(naskah(replace(only, renstra=(first,))))
    )
