"""BAB III.B.3 and on: the seven analyses of Permen PANRB 53/2014, with real words and numbers."""

from dataclasses import replace

import pytest

from reports.lkip.bab3 import bab3
from reports.publish.naskah import Narasi, Naskah
from sakip.capaian.inputs import Lingkup, Nilai, Pembanding
from sakip.snapshot.types import PembandingIndikator, Snapshot, TargetTahun
from tests.reports.lkip.example_naskah import (
    naskah_balung,
    naskah_jombang,
    naskah_umbulsari,
    snapshot_balung,
    snapshot_jombang,
    snapshot_umbulsari,
)
from tests.reports.lkip.naskah_material import angka, filled, naskah, not_available, persen, pk, realisasi
from tests.reports.lkip.read_part import (
    all_sentences,
    all_tables,
    narasi,
    part_of,
    prose,
    table_rows,
)


def analisis(content: Naskah, sasaran: str, part: str) -> str:
    return prose(part_of(bab3(content), f"analisis-{sasaran}-{part}"))


# -- 1 target dan realisasi ------------------------------------------------------------------------


def test_working_is_shown_where_two_numbers_do_not_show_it() -> None:
    text = analisis(naskah_balung(), "s1", "target")
    assert (
        "Perhitungan capaian dan tingkat kemajuan: realisasi 66 terbaca C (peringkat 2) ÷ target B (peringkat 3) × 100 "
        "= 66,67." in text
    )
    assert "Perhitungan" not in analisis(naskah_umbulsari(), "s1", "target")  # 74 of 100


def test_several_indikator_are_averaged_and_say_why_one_has_none() -> None:
    content = bab3(naskah_balung())
    assert [r for r in table_rows(content, "tabel-kinerja-s2") if r[0].startswith("Rata-rata")] == [
        ["Rata-rata 1 dari 2 indikator", "79,00%", "belum berpredikat", "–"]
    ]
    text = analisis(naskah_balung(), "s2", "target")
    assert "tidak dapat disimpulkan karena satu nilai tercatat untuk dua indikator." in text


# -- the one table ---------------------------------------------------------------------------------


def test_one_table_has_the_years_the_renstra_and_the_money() -> None:
    content = bab3(naskah_jombang())
    assert table_rows(content, "tabel-kinerja-trantib") == [
        ["Tujuan: Meningkatnya kualitas pelayanan publik"],
        ["Persentase penyelesaian laporan dan pelanggaran ketertiban umum"],
        ["Tahun 2022", "100% (PK)", "90%", "90,00%", "–", "–"],
        ["Tahun 2023", "100% (PK)", "95%", "95,00%", "AA (Sangat Memuaskan)", "+5,00"],
        ["Tingkat kemajuan terhadap akhir Renstra (2026)", "100% (R)", "95%", "95,00%", "–", "–"],
        # 95,00 − 99,07
        ["Anggaran program pendukung (Rp)", "398.186.700", "394.488.000", "99,07%", "Tidak efisien", "−4,07"],
    ]
    assert all_tables(content)["tabel-kinerja-trantib"].sumber == (
        "Perjanjian Kinerja Tahun 2022; Perjanjian Kinerja Perubahan Tahun 2023; Renstra Kecamatan Jombang Tahun "
        "2021–2026 (2026); Laporan penanganan pengaduan trantibum (2023); Data anggaran Kecamatan Jombang Tahun 2023, "
        "diolah"
    )


def test_the_source_of_a_realisasi_falls_back_to_that_of_the_indikator() -> None:
    assert "E-SUKMA" in all_tables(bab3(naskah_jombang()))["tabel-kinerja-pelayanan"].sumber


def test_every_target_of_one_document_needs_no_mark() -> None:
    dasar = snapshot_umbulsari()
    (rencana,) = dasar.renstra
    without = replace(
        rencana,
        tujuan=tuple(
            replace(
                t,
                sasaran=tuple(
                    replace(s, indikator=tuple(replace(i, target=()) for i in s.indikator)) for s in t.sasaran
                ),
            )
            for t in rencana.tujuan
        ),
    )
    content = bab3(naskah(replace(dasar, renstra=(without,))))
    assert [r[1] for r in table_rows(content, "tabel-kinerja-s1") if r[0].startswith("Tahun")] == [
        "–",  # nobody will set the target of a year that is over
        "100",
    ]
    assert "(PK)" not in prose(content)


# -- 2 tahun sebelumnya ----------------------------------------------------------------------------


def _five_years() -> Snapshot:
    dasar = snapshot_umbulsari()
    (rencana,) = dasar.renstra
    return replace(
        dasar,
        pk_lalu=tuple(pk(t, rencana, {"rekomendasi": persen("80")}) for t in (2016, 2017, 2018, 2019, 2020)),
        realisasi=tuple(
            realisasi("rekomendasi", t, filled(r, "%"))
            for t, r in ((2016, "50"), (2017, "60"), (2018, "64"), (2019, "72"), (2020, "80"), (2021, "90"))
        ),
    )


def year_rows(content: Naskah, sasaran: str) -> list[list[str]]:
    """The rows of years and of the Renstra: what they are, target, realisasi, capaian, and the change last."""
    rows = table_rows(bab3(content), f"tabel-kinerja-{sasaran}")
    return [[*r[:4], r[-1]] for r in rows if r[0].startswith(("Tahun", "Tingkat"))]


def test_five_years_are_the_most() -> None:
    content = naskah(_five_years())
    assert [r for r in year_rows(content, "s2") if r[0].startswith("Tahun")] == [
        ["Tahun 2017", "80% (PK)", "60%", "75,00%", "–"],
        ["Tahun 2018", "80% (PK)", "64%", "80,00%", "–"],
        ["Tahun 2019", "80% (PK)", "72%", "90,00%", "–"],
        ["Tahun 2020", "80% (PK)", "80%", "100,00%", "–"],
        ["Tahun 2021", "100% (PK)", "90%", "90,00%", "−10,00"],
    ]
    text = analisis(content, "s2", "tahun")
    assert "naik 10,00 poin" in text
    assert "Namun, capaian kinerjanya turun karena targetnya berubah dari 80% menjadi 100%." in text
    assert (
        "Sepanjang 5 (lima) tahun yang tercatat antara 2017 dan 2021, realisasi indikator ini terus naik"
        in text
    )


def _with_renstra(*tahun: int) -> Naskah:
    """Umbulsari, whose Renstra wants an SKM of 85 in these years; 2020 has no PK."""
    dasar = snapshot_umbulsari()
    (rencana,) = dasar.renstra
    (tujuan,) = rencana.tujuan
    s1, s2 = tujuan.sasaran
    skm = replace(s1.indikator[0], target=tuple(TargetTahun(tahun=t, target=angka("85")) for t in tahun))
    new = replace(rencana, tujuan=(replace(tujuan, sasaran=(replace(s1, indikator=(skm,)), s2)),))
    return naskah(replace(dasar, renstra=(new,)))


def test_years_are_compared_by_the_targets_that_they_have_in_common() -> None:
    """2020 has no PK, so both years are told against the Renstra: 70/85 and 74/85; 2021 is its last year, too."""
    content = _with_renstra(2020, 2021)
    assert year_rows(content, "s1") == [
        ["Tahun 2020", "85 (R)", "70", "82,35%", "–"],
        ["Tahun 2021", "100 (PK)", "74", "74,00%", "–"],
        ["Tingkat kemajuan terhadap akhir Renstra (2021)", "85 (R)", "74", "87,06%", "+4,71"],
    ]
    assert all_tables(bab3(content))["tabel-kinerja-s1"].sumber.startswith(
        "Renstra Kecamatan Umbulsari Tahun 2016–2021; Perjanjian Kinerja Perubahan Tahun 2021; "
    )
    assert "selisih capaian dihitung terhadap target Renstra" in analisis(content, "s1", "target")
    assert "turun" not in analisis(content, "s1", "tahun")


def test_years_without_a_target_in_common_say_which_is_theirs() -> None:
    """The Renstra has a target of 2020 alone: each cell names its document and no difference is told."""
    content = _with_renstra(2020)
    assert year_rows(content, "s1") == [
        ["Tahun 2020", "85 (R)", "70", "82,35%", "–"],
        ["Tahun 2021", "100 (PK)", "74", "74,00%", "–"],
    ]
    assert (
        "karena target tahun 2020 ditetapkan dalam Renstra, sedangkan target tahun ini dalam PK"
        in analisis(content, "s1", "tahun")
    )


def test_an_indikator_without_earlier_data_is_silent_beside_one_that_has() -> None:
    text = analisis(naskah_balung(), "s2", "tahun")
    assert "turun 19,00 poin" in text
    assert "menurun" in text
    assert "belum diisi" not in text


def test_an_analysis_without_anything_to_say_has_no_heading() -> None:
    part = part_of(bab3(naskah_umbulsari()), "analisis-s2")
    assert not [b.key for b in part.children if b.key.endswith(("-tahun", "-renstra"))]


def test_a_year_declared_unavailable_gives_way_to_the_nearest_comparable_one() -> None:
    dasar = snapshot_jombang()
    extra = (
        realisasi("laporan", 2021, filled("80", "%")),
        *(
            realisasi("laporan", 2022, not_available())
            if (r.kunci_indikator, r.tahun) == ("laporan", 2022)
            else r
            for r in dasar.realisasi
        ),
    )
    text = analisis(naskah(replace(dasar, realisasi=extra)), "trantib", "tahun")
    assert (
        "dengan tahun 2022 tidak dapat disimpulkan karena data realisasi tahun 2022 tidak tersedia." in text
    )
    assert "tahun 2021, indikator ini mengalami kenaikan 15,00 poin" in text


def test_what_never_moved_is_said_once_of_the_first_of_the_years() -> None:
    dasar = snapshot_jombang()
    others = tuple(r for r in dasar.realisasi if r.kunci_indikator != "laporan")
    same = tuple(realisasi("laporan", tahun, filled("95", "%")) for tahun in (2021, 2022, 2023))
    text = analisis(naskah(replace(dasar, realisasi=(*others, *same))), "trantib", "tahun")
    # "Dibandingkan dengan tahun 2021" would leave open what it was in 2022.
    assert text == "Sejak tahun 2021 realisasi indikator ini tetap."


# -- 3 akhir Renstra -------------------------------------------------------------------------------


def test_kemajuan_in_the_last_year_of_the_renstra() -> None:
    assert year_rows(naskah_umbulsari(), "s1")[-1][:4] == [
        "Tingkat kemajuan terhadap akhir Renstra (2021)",
        "85 (R)",
        "74",
        "87,06%",
    ]
    assert "belum terpenuhi, kurang 12,94 poin dari 100%." in analisis(naskah_umbulsari(), "s1", "renstra")


def test_kemajuan_of_letters() -> None:
    assert year_rows(naskah_jombang(), "kinerja")[-1][1:4] == ["BB (97) (R)", "B", "80,00%"]
    assert "1 (satu) peringkat" in analisis(naskah_jombang(), "kinerja", "renstra")
    # 80 is a share of ranks: without its working a reader would divide the two numbers of the table.
    assert (
        "Perhitungan tingkat kemajuan: realisasi B (peringkat 4) ÷ target BB (peringkat 5) × 100 = 80,00."
        in analisis(naskah_jombang(), "kinerja", "target")
    )


# -- 4 pembanding ----------------------------------------------------------------------------------


def test_known_areas_stand_in_the_table_and_unknown_ones_have_a_reason() -> None:
    content = naskah_jombang()
    assert [r for r in table_rows(bab3(content), "tabel-kinerja-pelayanan") if "Jember" in r[0]] == [
        ["Kabupaten Jember (2023)", "–", "86,34", "–", "–", "−1,34"]
    ]
    assert table_rows(bab3(content), "tabel-kinerja-kinerja")[-2] == [
        "Nasional (2023)",
        "–",
        "B (63,36)",
        "–",
        "–",
        "0 peringkat",
    ]
    assert "di bawah Kabupaten Jember" in analisis(content, "pelayanan", "pembanding")
    assert "setara dengan" in analisis(content, "kinerja", "pembanding")


def test_without_any_value_the_reason_is_said() -> None:
    assert analisis(naskah_balung(), "s1", "pembanding") == (
        "Data pembanding indikator ini pada tingkat kabupaten dan provinsi belum tersedia; tingkat nasional tidak "
        "tersedia karena tidak ada survei nasional untuk tingkat kecamatan."
    )


def test_a_reason_stands_with_its_own_level_alone() -> None:
    def level(lingkup: Lingkup, nilai: Nilai) -> Pembanding:
        return Pembanding(lingkup=lingkup, tahun=2023, nilai=nilai, sumber="")

    dasar = snapshot_jombang()
    others = [p for p in dasar.pembanding if p.kunci_indikator != "ikm"]
    own = PembandingIndikator(
        kunci_indikator="ikm",
        nilai=(
            level(Lingkup.PROVINSI, not_available("provinsi tidak melakukan survei")),
            level(Lingkup.NASIONAL, filled("90")),
        ),
    )
    content = naskah(replace(dasar, pembanding=(own, *others)))
    assert ["Nasional (2023)", "–", "90", "–", "–", "−5,00"] in table_rows(
        bab3(content), "tabel-kinerja-pelayanan"
    )
    assert analisis(content, "pelayanan", "pembanding").endswith(
        "Data pembanding indikator ini pada tingkat kabupaten belum tersedia; tingkat provinsi tidak tersedia karena "
        "provinsi tidak melakukan survei."
    )


# -- 5 penyebab ------------------------------------------------------------------------------------


def test_what_people_wrote_stands_under_its_label() -> None:
    part = part_of(bab3(naskah_jombang()), "analisis-trantib-sebab")
    assert all_sentences(part) == ["Faktor pendorong", "Faktor penghambat"]
    assert narasi(part) == ["Patroli dilaksanakan rutin.", "Personel terbatas."]


def test_causes_that_nobody_wrote_are_not_invented() -> None:
    part = part_of(bab3(naskah_umbulsari()), "analisis-s2")
    assert "analisis-s2-sebab" not in [b.key for b in part.children]


# -- 6 efisiensi -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sasaran", "row", "rupiah"),
    [
        (
            "trantib",
            ["398.186.700", "394.488.000", "99,07%", "Tidak efisien", "−4,07"],
            "Rp394.488.000|Rp3.698.700",
        ),
        (
            "pelayanan",
            ["659.054.200", "658.672.000", "99,94%", "Efisien", "+0,06"],
            "Rp658.672.000|Rp382.200",
        ),
        (
            "fasilitasi",
            ["48.327.600", "48.286.600", "99,92%", "Tidak efisien", "−14,92"],
            "Rp48.286.600|Rp41.000",
        ),
    ],
)
def test_efisiensi_compares_capaian_with_serapan_and_says_the_money(
    sasaran: str, row: list[str], rupiah: str
) -> None:
    assert table_rows(bab3(naskah_jombang()), f"tabel-kinerja-{sasaran}")[-1][1:] == row
    text = analisis(naskah_jombang(), sasaran, "efisiensi")
    assert any(amount in text for amount in rupiah.split("|"))


def test_efisiensi_of_a_partial_mean_says_so() -> None:
    assert analisis(naskah_balung(), "s2", "efisiensi").endswith(
        "tidak dapat disimpulkan karena capaian baru diketahui untuk 1 dari 2 indikator."
    )
    assert table_rows(bab3(naskah_balung()), "tabel-kinerja-s2")[-1][3:] == [
        "78,83%",
        "Tidak dapat disimpulkan",
        "+0,17",
    ]


def test_efisiensi_that_cannot_be_concluded() -> None:
    content = bab3(naskah_umbulsari())
    assert table_rows(content, "tabel-kinerja-s2")[-1][3:] == ["100,00%", "Tidak dapat disimpulkan", "–"]
    assert all_sentences(part_of(content, "analisis-s2-efisiensi")) == [
        "Efisiensi penggunaan sumber daya pada sasaran ini tidak dapat disimpulkan karena capaian indikatornya tidak "
        "tersedia."
    ]


# -- 7 program pendukung ---------------------------------------------------------------------------


def test_an_output_stands_with_its_row_and_an_outcome_without_numbers_has_no_row() -> None:
    assert table_rows(bab3(naskah_jombang()), "tabel-program-kinerja") == [
        ["7.01.01 Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota"],
        [
            "7.01.01.2.02.01 Penyediaan Gaji dan Tunjangan ASN\nKeluaran (output): Terbayarnya gaji dan tunjangan ASN\n"
            "Hasil (outcome): Terwujudnya kesejahteraan ASN",
            "18 orang",
            "12 orang",
            "66,67%",
        ],
        [
            "7.01.01.2.02.03 Pelaksanaan Penatausahaan Keuangan\nKeluaran (output): Laporan keuangan terverifikasi",
            "12 dokumen",
            "12 dokumen",
            "100,00%",
        ],
    ]
    (service,) = [r for r in table_rows(bab3(naskah_jombang()), "tabel-program-pelayanan") if "88" in r]
    assert service[0].endswith("\nKeluaran (output): Efektivitas pelayanan")
    assert service[1:] == ["88", "80,67", "91,67%"]


def test_a_note_on_an_output_is_printed() -> None:
    dasar = snapshot_jombang()
    first = dasar.anggaran[0]
    with_note = replace(first.keluaran[0], keterangan="Target memuat formasi kosong.")
    content = replace(dasar, anggaran=(replace(first, keluaran=(with_note,)), *dasar.anggaran[1:]))
    assert "Catatan “Terbayarnya gaji dan tunjangan ASN”: Target memuat formasi kosong." in analisis(
        naskah(content), "kinerja", "program"
    )


def test_counts_of_programs_and_outputs_in_words() -> None:
    text = analisis(naskah_jombang(), "kinerja", "program")
    assert text.endswith("Dari 2 (dua) keluaran yang terukur, 1 (satu) keluaran mencapai target.")


def test_programs_without_outputs_are_named_and_have_no_table() -> None:
    dasar = snapshot_balung()
    content = bab3(naskah(replace(dasar, anggaran=tuple(replace(a, keluaran=()) for a in dasar.anggaran))))
    assert prose(part_of(content, "analisis-s1-program")).endswith(
        "didukung oleh Program Penyelenggaraan Pelayanan Umum Kecamatan dengan 1 (satu) kegiatan."
    )
    assert "tabel-program-s1" not in all_tables(content)


def test_a_sasaran_without_programs_has_no_such_heading() -> None:
    part = part_of(bab3(naskah(replace(snapshot_balung(), dukungan=()))), "analisis-s1")
    assert "analisis-s1-program" not in [b.key for b in part.children]


@pytest.mark.parametrize(("part", "key"), [("efisiensi", "efisiensi"), ("program", "program")])
def test_narrative_per_sasaran_follows_the_figures(part: str, key: str) -> None:
    writing = (Narasi(bagian=part, kunci="trantib", isi="<p>Uraian.</p>"),)
    content = bab3(naskah(snapshot_jombang(), narasi=writing))
    assert narasi(part_of(content, f"analisis-trantib-{key}")) == ["Uraian."]
