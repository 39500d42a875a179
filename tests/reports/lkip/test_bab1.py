"""BAB I: the organisation, its people and its area, in sentences that say exactly what is recorded."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from reports.document.tree import Figure, ItemList, Part
from reports.lkip.bab1 import bab1
from reports.publish.naskah import Narasi
from sakip.snapshot.types import Desa, UnitKerja
from tests.reports.lkip.example_kecamatan import KECAMATAN, PROFIL, sdm
from tests.reports.lkip.example_naskah import empty_naskah
from tests.reports.lkip.example_plan import naskah_rencana, snapshot_rencana
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import (
    all_sentences,
    all_tables,
    blocks_from,
    narasi,
    part_of,
    prose,
    table_heads,
    table_rows,
)
from tests.reports.official.read_forms import list_content


def part(key: str, **content: object) -> Part:
    return part_of(bab1(naskah_rencana(**content)), key)


def test_parts_stand_in_the_order_of_jember() -> None:
    bab = bab1(naskah_rencana())
    assert (bab.nomor, bab.title) == ("BAB I", "Pendahuluan")
    assert [(b.nomor, b.title) for b in bab.children] == [
        ("A.", "Latar Belakang"),
        ("B.", "Maksud dan Tujuan"),
        ("C.", "Kedudukan, Tugas, Fungsi, dan Susunan Organisasi"),
        ("D.", "Sumber Daya Manusia"),
        ("E.", "Profil Kecamatan"),
        ("F.", "Isu Strategis"),
        ("G.", "Sistematika Penyajian"),
        ("H.", "Daftar Singkatan"),
    ]


def test_what_people_add_to_the_background_follows_the_duty() -> None:
    extra = (Narasi(bagian="latar-belakang", kunci="", isi="<p>Tahun peralihan.</p>"),)
    latar = part_of(bab1(naskah(snapshot_rencana(), narasi=extra)), "latar-belakang")
    assert narasi(latar) == ["Tahun peralihan."]
    assert "Peraturan Presiden Nomor 29 Tahun 2014" in prose(latar)
    assert "Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggaraan Negara" in prose(latar)


def test_what_people_word_themselves_stands_instead_of_the_usual_words() -> None:
    places = {
        "latar-belakang-pembuka": "latar-belakang",
        "maksud-tujuan": "maksud-tujuan",
        "sistematika": "sistematika",
    }
    extra = tuple(Narasi(bagian=one, kunci="", isi=f"<p>Ini {one}.</p>") for one in places)
    bab = bab1(naskah(snapshot_rencana(), narasi=extra))
    for place, key in places.items():
        assert narasi(part_of(bab, key)) == [f"Ini {place}."]
        assert all_sentences(part_of(bab, key)) == []  # generated


def test_what_the_report_rests_on_is_a_section_where_people_wrote_it() -> None:
    extra = (Narasi(bagian="dasar-hukum", kunci="", isi="<p>Perbup Jember Nomor 4 Tahun 2022.</p>"),)
    bab = bab1(naskah(snapshot_rencana(), narasi=extra))
    assert [(b.nomor, b.title) for b in bab.children][1:3] == [
        ("B.", "Dasar Hukum"),
        ("C.", "Maksud dan Tujuan"),
    ]
    assert narasi(part_of(bab, "dasar-hukum")) == ["Perbup Jember Nomor 4 Tahun 2022."]


def test_purposes_are_one_sentence_over_three_items() -> None:
    opening, *items = all_sentences(part("maksud-tujuan"))[1:]
    assert opening == "Tujuan penyusunan laporan ini adalah:"
    assert [b.split()[-1] for b in items] == ["diperjanjikan;", "dan", "berikutnya."]
    assert all(b[0].islower() for b in items)


def test_position_duties_and_functions_join_into_sentences() -> None:
    words = all_sentences(part("kedudukan"))
    assert words[0] == (
        "Kedudukan, tugas, fungsi, dan susunan organisasi Kecamatan Jombang diatur dalam Peraturan Bupati Jember "
        "Nomor 29 Tahun 2021. Kecamatan Jombang merupakan perangkat daerah. Kecamatan Jombang dipimpin oleh Camat."
    )
    assert words[1:6] == [
        "Tugas Kecamatan Jombang meliputi:",
        "menyelenggarakan urusan pemerintahan umum;",
        "Camat membina desa; dan",
        "melaksanakan tugas lain.",
        "Dalam melaksanakan tugasnya, Kecamatan Jombang menyelenggarakan fungsi melaksanakan pelayanan publik.",
    ]


def test_a_profile_without_duties_says_so() -> None:
    empty = replace(PROFIL, kedudukan=(), tugas=(), fungsi=())
    assert all_sentences(part("kedudukan", profil=empty))[0] == (
        "Kedudukan, tugas, dan fungsi Kecamatan Jombang belum dicatat untuk tahun ini."
    )


def test_the_organisation_is_listed_with_those_below() -> None:
    (listing,) = [b for b in blocks_from(part("kedudukan")) if isinstance(b, ItemList)][1:]
    assert list(list_content(listing)) == [
        "Camat;",
        "Sekretariat Kecamatan, terdiri atas:",
        "Subbagian Perencanaan dan Keuangan; dan",
        "Subbagian Umum dan Kepegawaian;",
        "Seksi Pemerintahan;",
        "Seksi Pelayanan Umum; dan",
        "Kelompok Jabatan Fungsional.",
    ]


def test_the_chart_tells_the_whole_organisation_to_those_who_do_not_see_it() -> None:
    (figure,) = [b for b in blocks_from(part("kedudukan")) if isinstance(b, Figure)]
    assert figure.title == "Bagan Susunan Organisasi Kecamatan Jombang"
    assert figure.alt == (
        "Bagan Susunan Organisasi Kecamatan Jombang. Camat membawahkan Sekretariat Kecamatan, Seksi Pemerintahan, "
        "Seksi Pelayanan Umum, dan Kelompok Jabatan Fungsional. Sekretariat Kecamatan membawahkan Subbagian "
        "Perencanaan dan Keuangan dan Subbagian Umum dan Kepegawaian."
    )
    assert "Seksi Pelayanan" in figure.svg


def test_a_camat_alone_is_a_chart_of_one_box() -> None:
    camat = (UnitKerja(kunci="1.camat", nama="Camat", jenis="camat", induk=""),)
    (figure,) = [
        b
        for b in blocks_from(part("kedudukan", kecamatan=replace(KECAMATAN, unit_kerja=camat)))
        if isinstance(b, Figure)
    ]
    assert figure.alt == "Bagan Susunan Organisasi Kecamatan Jombang. Camat."
    assert figure.svg.startswith("<svg")


def test_a_table_without_counts_never_counts_zero_people() -> None:
    empty = part("sdm", sdm=(sdm("jabatan", "Camat", None),))
    assert table_rows(empty, "tabel-sdm-jabatan") == [["1", "Camat", "–"], ["Jumlah", "–"]]


def test_tables_of_people() -> None:
    content = part("sdm")
    assert table_rows(content, "tabel-sdm-jabatan") == [
        ["1", "Camat", "1", "ada"],
        ["2", "Kelompok Jabatan Fungsional", "–", "–"],
        ["Jumlah", "1", ""],
    ]
    assert table_rows(content, "tabel-sdm-golongan") == [
        ["1", "Pembina", "IV/a", "1"],
        ["2", "Penata Tingkat I", "III/d", "3"],
        ["Jumlah", "4"],
    ]
    assert table_heads(content, "tabel-sdm-pendidikan") == [["No.", "Pendidikan", "ASN", "Non-ASN", "Jumlah"]]
    assert table_rows(content, "tabel-sdm-pendidikan") == [
        ["1", "SMA/STM", "4", "9", "13"],
        ["2", "S1", "7", "6", "13"],
        ["3", "S2", "1", "–", "1"],
        ["Jumlah", "12", "15", "27"],
    ]


def test_a_table_of_golongan_may_count_non_asn_too() -> None:
    content = part("sdm", sdm=(sdm("golongan", "IX", 2, 3, golongan="IX"),))
    assert table_rows(content, "tabel-sdm-golongan")[-1] == ["Jumlah", "2", "3", "5"]


def test_the_area_in_sentences() -> None:
    assert all_sentences(part("profil")) == [
        "Kecamatan Jombang terletak di Kabupaten Jember dengan luas wilayah 50,05 km². Wilayahnya berbatasan di "
        "sebelah utara dengan Kecamatan Sumberbaru, di sebelah timur dengan Kecamatan Umbulsari, di sebelah selatan "
        "dengan Kecamatan Kencong, dan di sebelah barat dengan Kecamatan Yosowilangun Kabupaten Lumajang. Jumlah "
        "penduduk kecamatan ini 56.439 jiwa, terdiri atas 28.344 laki-laki dan 28.095 perempuan. Secara "
        "administratif, Kecamatan Jombang terdiri atas 3 (tiga) desa."
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            {"luas_km2": None, "batas_timur": "", "batas_selatan": "", "batas_barat": "", "penduduk": None},
            "Wilayah Kecamatan Jombang berbatasan di sebelah utara dengan Kecamatan Sumberbaru.",
        ),
        (
            {"batas_utara": "", "batas_timur": "", "batas_selatan": "", "batas_barat": " ", "penduduk": None},
            "Kecamatan Jombang terletak di Kabupaten Jember dengan luas wilayah 50,05 km².",
        ),
        (
            {"luas_km2": None, "batas_utara": "", "batas_timur": "", "batas_selatan": "", "batas_barat": "",
             "penduduk": 2_300, "penduduk_perempuan": None},
            "Jumlah penduduk kecamatan ini 2.300 jiwa.",
        ),
    ],
)  # fmt: skip
def test_the_area_says_only_what_is_known(content: dict[str, object], sentence: str) -> None:
    (text,) = all_sentences(part("profil", profil=replace(PROFIL, **content)))  # type: ignore[arg-type]
    assert text.startswith(f"{sentence} Secara administratif")


def test_desa_and_kelurahan_are_counted_apart() -> None:
    desa = (*KECAMATAN.desa, Desa(nama="Sumbersari", jenis="kelurahan", status=""))
    content = part("profil", kecamatan=replace(KECAMATAN, desa=desa))
    assert "terdiri atas 3 (tiga) desa dan 1 (satu) kelurahan." in prose(content)
    assert all_tables(content)["tabel-desa"].title == "Desa dan Kelurahan di Kecamatan Jombang"
    assert table_rows(content, "tabel-desa")[1:] == [
        ["2", "Keting", "Maju"],
        ["3", "Ngampelrejo", "belum diisi"],
        ["4", "Sumbersari", "belum diisi"],
    ]


def test_figures_of_the_profile_carry_their_units() -> None:
    content = part("profil")
    assert [rows[1:] for rows in table_rows(content, "tabel-profil")] == [
        ["Puskesmas", "1 unit"],
        ["Perolehan PBB", "49,85%"],
        ["Letak", "Bagian barat"],
        ["Curah hujan", "belum diisi"],
    ]
    assert all_tables(content)["tabel-profil"].sumber == "Profil Desa"
    without = replace(PROFIL, fakta=(replace(PROFIL.fakta[1], nilai=Decimal("0")),))
    content = part("profil", profil=without)
    assert table_rows(content, "tabel-profil") == [["1", "Perolehan PBB", "0%"]]
    assert all_tables(content)["tabel-profil"].sumber == "Data Kecamatan Jombang"


def test_issues_are_sentences_and_named_once() -> None:
    double = replace(PROFIL, isu_strategis=(*PROFIL.isu_strategis, " Petugas layanan  masih terbatas."))
    assert all_sentences(part("isu-strategis", profil=double)) == [
        "Petugas layanan masih terbatas.",
        "Kesadaran hukum warga perlu diperkuat.",
    ]


def test_without_records_every_part_is_one_sentence() -> None:
    bab = bab1(empty_naskah())
    assert all_sentences(part_of(bab, "kedudukan")) == [
        "Kedudukan, tugas, fungsi, dan susunan organisasi Kecamatan Jelbuk belum dicatat untuk tahun ini.",
    ]
    # People and profile that nobody recorded have no heading: that is a finding of the review.
    assert not {"sdm", "profil"} & {p.key for p in bab.children}
    assert all_sentences(part_of(bab, "isu-strategis")) == [
        "Isu strategis Kecamatan Jelbuk tahun 2024 belum dicatat."
    ]
    assert not all_tables(bab)


def test_the_outline_names_every_chapter_and_appendices_only_where_there_are_some() -> None:
    (text,) = all_sentences(part_of(bab1(naskah_rencana()), "sistematika"))
    assert re.findall(r"BAB [IV]+", text) == ["BAB I", "BAB II", "BAB III", "BAB IV"]
    assert text.endswith("Dokumen perencanaan selengkapnya terdapat dalam lampiran.")
    (text,) = all_sentences(part_of(bab1(empty_naskah()), "sistematika"))
    assert "lampiran" not in text
