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
    table_heads,
    table_rows,
)


def analisis(content: Naskah, sasaran: str, part: str) -> str:
    return prose(part_of(bab3(content), f"analisis-{sasaran}-{part}"))


# -- 1 target dan realisasi ------------------------------------------------------------------------


def test_working_is_shown_under_the_table() -> None:
    assert (
        "Perhitungan: realisasi 66 terbaca C (peringkat 2) ÷ target B (peringkat 3) × 100 = 66,67."
        in analisis(naskah_balung(), "s1", "target")
    )


def test_several_indikator_are_named_and_averaged() -> None:
    content = bab3(naskah_balung())
    assert table_rows(content, "tabel-target-realisasi-s2")[-1] == [
        "Rata-rata 1 dari 2 indikator",
        "79,00%",
        "belum berpredikat",
    ]
    text = analisis(naskah_balung(), "s2", "target")
    assert (
        "Perhitungan “Persentase rekomendasi yang ditindaklanjuti”: realisasi 79 ÷ target 100 × 100 = 79,00."
        in text
    )
    assert "tidak dapat disimpulkan karena satu nilai tercatat untuk dua indikator." in text


# -- 2 tahun sebelumnya ----------------------------------------------------------------------------


def test_two_year_columns() -> None:
    content = bab3(naskah_jombang())
    assert table_heads(content, "tabel-tahun-lalu-trantib") == [
        ["Indikator kinerja", "Target", "Realisasi"],
        ["2022", "2023", "2022", "2023"],
    ]
    assert table_rows(content, "tabel-tahun-lalu-trantib")[0][1:] == ["100%", "100%", "90%", "95%"]
    assert table_rows(content, "tabel-capaian-tahun-lalu-trantib")[0][1:] == ["90,00%", "95,00%", "+5,00"]
    assert all_tables(content)["tabel-tahun-lalu-trantib"].sumber == (
        "Perjanjian Kinerja Tahun 2022; Perjanjian Kinerja Perubahan Tahun 2023; Laporan penanganan pengaduan "
        "trantibum (2023)"
    )


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


def test_five_year_columns_are_the_most() -> None:
    content = bab3(naskah(_five_years()))
    assert (
        table_heads(content, "tabel-tahun-lalu-s2")[1] == [str(t) for t in (2017, 2018, 2019, 2020, 2021)] * 2
    )
    assert table_rows(content, "tabel-capaian-tahun-lalu-s2")[0][1:] == [
        "75,00%",
        "80,00%",
        "90,00%",
        "100,00%",
        "90,00%",
        "-10,00",
    ]
    text = analisis(naskah(_five_years()), "s2", "tahun")
    assert "naik 10,00 poin" in text
    assert (
        "Namun, capaian kinerjanya turun 10,00 poin, dari 100,00% menjadi 90,00%, karena targetnya berubah dari 80% "
        "menjadi 100%." in text
    )
    assert (
        "Sepanjang 5 (lima) tahun yang tercatat antara 2017 dan 2021, realisasi indikator ini terus naik"
        in text
    )


def test_targets_from_the_renstra_name_it_as_source() -> None:
    dasar = snapshot_umbulsari()
    (rencana,) = dasar.renstra
    (tujuan,) = rencana.tujuan
    s1, s2 = tujuan.sasaran
    skm = replace(
        s1.indikator[0], target=tuple(TargetTahun(tahun=t, target=angka("85")) for t in (2020, 2021))
    )
    new = replace(rencana, tujuan=(replace(tujuan, sasaran=(replace(s1, indikator=(skm,)), s2)),))
    content = bab3(naskah(replace(dasar, renstra=(new,))))
    assert table_rows(content, "tabel-tahun-lalu-s1")[0][1:] == ["85", "100", "70", "74"]
    assert all_tables(content)["tabel-tahun-lalu-s1"].sumber == (
        "Renstra Kecamatan Umbulsari Tahun 2016–2021 (2020); Perjanjian Kinerja Perubahan Tahun 2021; Laporan SKM "
        "Tahun 2021"
    )


def test_years_are_compared_by_the_targets_that_they_have_in_common() -> None:
    """2020 has no PK, so both years are told against the Renstra: 70/85 and 74/85."""
    dasar = snapshot_umbulsari()
    (rencana,) = dasar.renstra
    (tujuan,) = rencana.tujuan
    s1, s2 = tujuan.sasaran
    skm = replace(
        s1.indikator[0], target=tuple(TargetTahun(tahun=t, target=angka("85")) for t in (2020, 2021))
    )
    new = replace(rencana, tujuan=(replace(tujuan, sasaran=(replace(s1, indikator=(skm,)), s2)),))
    content = bab3(naskah(replace(dasar, renstra=(new,))))
    table = all_tables(content)["tabel-capaian-tahun-lalu-s1"]
    assert table_rows(content, table.key)[0][1:] == ["82,35%", "87,06%", "+4,71"]
    assert table.sumber.startswith("Renstra Kecamatan Umbulsari Tahun 2016–2021; ")
    text = analisis(naskah(replace(dasar, renstra=(new,))), "s1", "tahun")
    assert "terhadap Perjanjian Kinerja tahun 2021 capaiannya 74,00%." in text
    assert "Terhadap target Renstra, capaian kinerjanya naik 4,71 poin, dari 82,35% menjadi 87,06%." in text
    assert "turun" not in text


def test_years_without_a_target_in_common_say_which_is_theirs() -> None:
    """The Renstra has a target of 2020 alone: each cell names its document and no difference is told."""
    dasar = snapshot_umbulsari()
    (rencana,) = dasar.renstra
    (tujuan,) = rencana.tujuan
    s1, s2 = tujuan.sasaran
    skm = replace(s1.indikator[0], target=(TargetTahun(tahun=2020, target=angka("85")),))
    new = replace(rencana, tujuan=(replace(tujuan, sasaran=(replace(s1, indikator=(skm,)), s2)),))
    content = naskah(replace(dasar, renstra=(new,)))
    assert table_rows(bab3(content), "tabel-capaian-tahun-lalu-s1")[0][1:] == [
        "82,35% (Renstra)",
        "74,00% (PK)",
        "tidak dapat disimpulkan",
    ]
    assert (
        "karena target tahun 2020 ditetapkan dalam Renstra, sedangkan target tahun ini dalam PK"
        in analisis(content, "s1", "tahun")
    )


def test_an_indikator_without_earlier_data_says_so_beside_one_that_has() -> None:
    text = analisis(naskah_balung(), "s2", "tahun")
    assert (
        "turun 19,00 poin terhadap tahun 2019, yakni dari 98% menjadi 79%, sehingga kinerjanya menurun."
        in text
    )
    assert (
        "Perkembangan indikator “Persentase desa yang tertib dokumen” belum dapat disimpulkan karena target dan "
        "realisasi tahun-tahun sebelumnya belum diisi." in text
    )


def test_without_earlier_years_there_is_a_sentence_and_no_table() -> None:
    content = bab3(naskah_umbulsari())
    assert all_sentences(part_of(content, "analisis-s2-tahun")) == [
        "Perkembangan kinerja belum dapat disimpulkan karena target dan realisasi sebelum tahun 2021 belum diisi."
    ]
    assert "tabel-tahun-lalu-s2" not in all_tables(content)


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
    assert "Realisasi indikator ini naik 15,00 poin terhadap tahun 2021, yakni dari 80% menjadi 95%" in text


# -- 3 akhir Renstra -------------------------------------------------------------------------------


def test_kemajuan_in_the_last_year_of_the_renstra() -> None:
    content = bab3(naskah_umbulsari())
    assert table_heads(content, "tabel-akhir-renstra-s1")[0][2:] == [
        "Target akhir Renstra (2021)",
        "Realisasi 2021",
        "Tingkat kemajuan",
    ]
    assert table_rows(content, "tabel-akhir-renstra-s1")[0][2:] == ["85", "74", "87,06%"]
    assert "belum terpenuhi, kurang 12,94 poin dari 100%." in analisis(naskah_umbulsari(), "s1", "renstra")


def test_kemajuan_of_letters() -> None:
    assert table_rows(bab3(naskah_jombang()), "tabel-akhir-renstra-kinerja")[0][2:] == [
        "BB (97)",
        "B",
        "80,00%",
    ]
    text = analisis(naskah_jombang(), "kinerja", "renstra")
    assert "terhadap target akhir Renstra tahun 2026 senilai BB (97)" in text
    # 80 is a share of ranks: without its working a reader would divide the two numbers of the table.
    assert "Perhitungan: realisasi B (peringkat 4) ÷ target BB (peringkat 5) × 100 = 80,00." in text


def test_no_target_at_the_end_of_the_renstra() -> None:
    dasar = snapshot_umbulsari()
    (rencana,) = dasar.renstra
    empty = replace(
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
    assert all_sentences(part_of(bab3(naskah(replace(dasar, renstra=(empty,)))), "analisis-s1-renstra")) == [
        "Tingkat kemajuan sasaran ini belum dapat disimpulkan karena target akhir Renstra untuk indikatornya belum "
        "diisi."
    ]


# -- 4 pembanding ----------------------------------------------------------------------------------


def test_known_and_unknown_areas_side_by_side() -> None:
    content = bab3(naskah_jombang())
    assert table_rows(content, "tabel-pembanding-pelayanan") == [
        ["IKM", "85", "Kabupaten Jember", "2023", "86,34", "-1,34"],
        ["Provinsi Jawa Timur", "tidak tersedia"],
        ["Nasional", "belum diisi"],
    ]
    assert table_rows(content, "tabel-pembanding-kinerja")[2] == [
        "Nasional",
        "2023",
        "B (63,36)",
        "0 peringkat",
    ]
    assert "berada 1,34 poin di bawah nilai tersebut" in analisis(naskah_jombang(), "pelayanan", "pembanding")
    assert "setara dengan nilai nasional tahun 2023 senilai B (63,36)." in analisis(
        naskah_jombang(), "kinerja", "pembanding"
    )


def test_without_any_value_the_reason_is_said() -> None:
    assert analisis(naskah_balung(), "s1", "pembanding") == (
        "Data pembanding indikator ini pada tingkat kabupaten dan provinsi belum diisi, sedangkan pada tingkat "
        "nasional tidak tersedia karena tidak ada survei nasional untuk tingkat kecamatan."
    )
    assert "tabel-pembanding-s1" not in all_tables(bab3(naskah_balung()))


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
    assert table_rows(bab3(content), "tabel-pembanding-pelayanan") == [
        ["IKM", "85", "Kabupaten Jember", "belum diisi"],
        ["Provinsi Jawa Timur", "tidak tersedia"],
        ["Nasional", "2023", "90", "-5,00"],
    ]
    assert analisis(content, "pelayanan", "pembanding").endswith(
        "Data pembanding indikator ini pada tingkat kabupaten belum diisi, sedangkan pada tingkat provinsi tidak "
        "tersedia karena provinsi tidak melakukan survei."
    )


# -- 5 penyebab ------------------------------------------------------------------------------------


def test_what_people_wrote_stands_under_its_label_and_the_rest_is_named() -> None:
    part = part_of(bab3(naskah_jombang()), "analisis-trantib-sebab")
    assert all_sentences(part) == [
        "Target indikator ini pada tahun 2023 belum tercapai; capaiannya kurang 5,00 poin dari 100%.",
        "Faktor pendorong",
        "Faktor penghambat",
        "Penjelasan mengenai solusi yang telah dilakukan dan rencana tindak lanjut untuk indikator ini belum dicatat.",
    ]
    assert narasi(part) == ["Patroli dilaksanakan rutin.", "Personel terbatas."]


def test_all_four_places_written_leave_nothing_to_say() -> None:
    writing = tuple(
        Narasi(bagian=b, kunci="laporan", isi=f"<p>{b}</p>")
        for b in ("pendorong", "penghambat", "solusi", "rencana-aksi")
    )
    part = part_of(bab3(naskah(snapshot_jombang(), narasi=writing)), "analisis-trantib-sebab")
    assert narasi(part) == ["pendorong", "penghambat", "solusi", "rencana-aksi"]
    assert "belum dicatat" not in prose(part)


def test_causes_of_an_unknown_capaian_are_not_invented() -> None:
    assert analisis(naskah_umbulsari(), "s2", "sebab") == (
        "Ketercapaian target indikator ini pada tahun 2021 tidak dapat disimpulkan. Oleh karena itu, faktor pendorong, "
        "faktor penghambat, solusi yang telah dilakukan, dan rencana tindak lanjut untuk indikator ini belum dapat "
        "diuraikan."
    )


# -- 6 efisiensi -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sasaran", "row"),
    [
        ("trantib", ["398.186.700", "394.488.000", "99,07%", "95,00%", "-4,07", "Tidak efisien"]),
        ("pelayanan", ["659.054.200", "658.672.000", "99,94%", "100,00%", "+0,06", "Efisien"]),
        ("fasilitasi", ["48.327.600", "48.286.600", "99,92%", "85,00%", "-14,92", "Tidak efisien"]),
    ],
)
def test_efisiensi_compares_capaian_with_serapan(sasaran: str, row: list[str]) -> None:
    assert table_rows(bab3(naskah_jombang()), f"tabel-efisiensi-{sasaran}") == [row]


def test_efisiensi_of_a_partial_mean_says_so() -> None:
    assert analisis(naskah_balung(), "s2", "efisiensi").endswith(
        "tidak dapat disimpulkan karena capaian baru diketahui untuk 1 dari 2 indikator."
    )
    assert table_rows(bab3(naskah_balung()), "tabel-efisiensi-s2")[0][2:] == [
        "78,83%",
        "79,00%",
        "+0,17",
        "Tidak dapat disimpulkan",
    ]


def test_efisiensi_that_cannot_be_concluded() -> None:
    content = bab3(naskah_umbulsari())
    assert table_rows(content, "tabel-efisiensi-s2")[0][2:] == [
        "100,00%",
        "tidak tersedia",
        "tidak tersedia",
        "Tidak dapat disimpulkan",
    ]
    assert all_sentences(part_of(content, "analisis-s2-efisiensi")) == [
        "Efisiensi penggunaan sumber daya pada sasaran ini tidak dapat disimpulkan karena capaian indikatornya tidak "
        "tersedia."
    ]


# -- 7 program pendukung ---------------------------------------------------------------------------


def test_input_output_outcome_each_with_its_own_percentage() -> None:
    rows = table_rows(bab3(naskah_jombang()), "tabel-program-kinerja")
    assert rows[4:9] == [
        ["7.01.01.2.02.01 Penyediaan Gaji dan Tunjangan ASN"],
        ["Masukan (input): anggaran (Rp)", "1.731.468.142", "1.566.177.343", "90,45%"],
        ["Keluaran (output): Terbayarnya gaji dan tunjangan ASN", "18 orang", "12 orang", "66,67%"],
        ["Hasil (outcome): Terwujudnya kesejahteraan ASN", "belum diisi"],
        ["7.01.01.2.02.03 Pelaksanaan Penatausahaan Keuangan"],
    ]
    assert ["Keluaran (output): Efektivitas pelayanan", "88", "80,67", "91,67%"] in table_rows(
        bab3(naskah_jombang()), "tabel-program-pelayanan"
    )


def test_names_before_the_nomenklatur_show_no_code() -> None:
    assert table_rows(bab3(naskah_balung()), "tabel-program-s1")[0] == [
        "Program Penyelenggaraan Pelayanan Umum Kecamatan"
    ]


def test_a_note_on_an_output_is_printed() -> None:
    dasar = snapshot_jombang()
    first = dasar.anggaran[0]
    with_note = replace(first.keluaran[0], keterangan="Target memuat formasi kosong.")
    content = replace(dasar, anggaran=(replace(first, keluaran=(with_note,)), *dasar.anggaran[1:]))
    assert "Catatan “Terbayarnya gaji dan tunjangan ASN”: Target memuat formasi kosong." in analisis(
        naskah(content), "kinerja", "program"
    )


def test_counts_of_programs_and_outputs_in_words() -> None:
    assert analisis(naskah_jombang(), "kinerja", "program") == (
        "Untuk mewujudkan sasaran ini dilaksanakan 1 (satu) program, 1 (satu) kegiatan, dan 2 (dua) sub kegiatan. "
        "Anggaran pendukungnya sebesar Rp2.321.886.527 terealisasi Rp2.137.642.091 atau 92,06%, sehingga tersisa "
        "Rp184.244.436. Dari 2 (dua) keluaran yang terukur, 1 (satu) keluaran mencapai target."
    )


def test_a_sasaran_without_programs_says_so() -> None:
    content = bab3(naskah(replace(snapshot_balung(), dukungan=())))
    assert all_sentences(part_of(content, "analisis-s1-program")) == [
        "Dukungan program terhadap sasaran ini belum dapat disimpulkan karena programnya belum ditetapkan."
    ]


@pytest.mark.parametrize(("part", "key"), [("efisiensi", "efisiensi"), ("program", "program")])
def test_narrative_per_sasaran_follows_the_figures(part: str, key: str) -> None:
    writing = (Narasi(bagian=part, kunci="trantib", isi="<p>Uraian.</p>"),)
    content = bab3(naskah(snapshot_jombang(), narasi=writing))
    assert narasi(part_of(content, f"analisis-trantib-{key}")) == ["Uraian."]
