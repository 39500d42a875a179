"""Keputusan Camat tentang IKU: the shape of a decree, its diktum in order, its lampiran in landscape."""

from dataclasses import replace
from datetime import date

import pytest

from reports.document.tree import FormBlock, Inline, ItemList, Part, SignatureBlock, Title
from reports.official.documents import DOKUMEN_KINDS
from reports.official.sk_iku import keputusan_part, lampiran_part
from sakip.snapshot.types import KeputusanIKU
from tests.reports.lkip.example_plan import IKU, naskah_rencana
from tests.reports.lkip.read_part import all_sentences, all_tables, blocks_from, table_rows
from tests.reports.official.read_forms import pairs


def keputusan(iku: KeputusanIKU = IKU) -> Part:
    return keputusan_part(naskah_rencana(iku=iku), iku)


def lampiran(iku: KeputusanIKU = IKU) -> Part:
    return lampiran_part(naskah_rencana(iku=iku), iku)


def passages() -> list[tuple[str, Inline | ItemList]]:
    return [p for b in blocks_from(keputusan()) if isinstance(b, FormBlock) for p in b.pairs]


def test_the_parts_of_a_decree_stand_in_their_order() -> None:
    assert [label for label, _ in passages()] == [
        *("Menimbang", "Mengingat", "Menetapkan"),
        *("KESATU", "KEDUA", "KETIGA", "", "KEEMPAT", "", "KELIMA"),
    ]


def test_titles_of_the_decree() -> None:
    assert [b.rows for b in blocks_from(keputusan()) if isinstance(b, Title)] == [
        ("KEPUTUSAN CAMAT JOMBANG", "KABUPATEN JEMBER", "NOMOR 065/25/35.09.01/2023"),
        ("TENTANG", "INDIKATOR KINERJA UTAMA KECAMATAN JOMBANG KABUPATEN JEMBER"),
        ("CAMAT JOMBANG,",),
        ("MEMUTUSKAN:",),
    ]


def test_the_words_of_the_diktum() -> None:
    content = pairs(keputusan())
    nama = "Indikator Kinerja Utama Kecamatan Jombang Kabupaten Jember"
    assert content["Menetapkan"] == [
        "KEPUTUSAN CAMAT JOMBANG TENTANG INDIKATOR KINERJA UTAMA KECAMATAN JOMBANG KABUPATEN JEMBER."
    ]
    assert content["KESATU"] == [f"Menetapkan {nama};"]
    assert content["KEDUA"] == [
        f"{nama} sebagaimana dimaksud dalam Diktum KESATU tercantum dalam Lampiran yang merupakan bagian tidak "
        "terpisahkan dari Keputusan Camat Jombang ini;"
    ]
    assert content["KETIGA"] == [
        "Indikator Kinerja Utama sebagaimana dimaksud dalam Diktum KESATU dan KEDUA bertujuan untuk:",
        "Memberikan informasi kinerja yang penting dan diperlukan dalam menyelenggarakan manajemen kinerja organisasi;",
        "Mengukur keberhasilan pencapaian suatu tujuan dan sasaran strategis yang digunakan untuk perbaikan kinerja "
        "dan peningkatan akuntabilitas kinerja organisasi;",
    ]
    assert content["KEEMPAT"] == [
        f"{nama} sebagaimana dimaksud dalam Diktum KESATU dimanfaatkan untuk:",
        "Perencanaan Strategis Organisasi Perangkat Daerah;",
        "Perencanaan Tahunan Organisasi Perangkat Daerah;",
        "Penyusunan Dokumen Perjanjian Kinerja Organisasi Perangkat Daerah;",
        "Pelaporan Kinerja Instansi Pemerintah Organisasi Perangkat Daerah;",
        "Evaluasi Kinerja Instansi Pemerintah Organisasi Perangkat Daerah;",
    ]
    assert content["KELIMA"] == ["Keputusan Camat Jombang ini mulai berlaku pada tanggal ditetapkan."]


def test_lists_of_the_diktum_are_marked_as_on_the_form() -> None:
    assert [content.kind for _, content in passages() if isinstance(content, ItemList)] == [
        "angka",
        "kurung-angka",
        "huruf",
    ]


def test_it_considers_the_rule_and_recalls_the_regulations() -> None:
    content = pairs(keputusan())
    assert content["Menimbang"][0].startswith(
        "bahwa untuk melaksanakan ketentuan Pasal 3 dan Pasal 4 Peraturan Menteri"
    )
    assert content["Menimbang"][0].endswith("dalam suatu Keputusan Camat Jombang;")
    assert content["Mengingat"] == [
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
        "Peraturan Presiden Nomor 29;",
    ]


def test_a_decree_without_recorded_regulations_or_number_leaves_no_empty_label() -> None:
    content = keputusan(replace(IKU, mengingat=(), nomor=""))
    assert "Mengingat" not in pairs(content)
    assert not [b for b in blocks_from(content) if isinstance(b, Title) and any("NOMOR" in t for t in b.rows)]


def test_the_camat_signs_with_place_and_day() -> None:
    (mark,) = [b for b in blocks_from(keputusan()) if isinstance(b, SignatureBlock)]
    (camat,) = mark.blocks
    assert camat.heads == ("Ditetapkan di Jember", "pada tanggal 5 April 2023", "Camat Jombang,")
    assert camat.nama == "NURYADI, S.STP."
    assert camat.below == ("Penata Tingkat I", "NIP 19801124 200112 1 003")


def test_a_month_is_called_a_month_and_an_unsigned_decree_names_the_office() -> None:
    bulan = replace(IKU, tanggal=None, tanggal_cetak="Januari 2020", penandatangan=None)
    (mark,) = [b for b in blocks_from(keputusan(bulan)) if isinstance(b, SignatureBlock)]
    assert mark.blocks[0].heads == ("Ditetapkan di Jember", "pada bulan Januari 2020", "Camat Jombang,")
    assert (mark.blocks[0].nama, mark.blocks[0].below) == ("", ())


def test_the_lampiran_refers_to_its_decree_in_landscape() -> None:
    content = lampiran()
    assert content.landscape
    assert not content.shows_title
    words = pairs(content)
    assert words["Lampiran"] == ["Keputusan Camat Jombang"]
    assert words["Nomor"] == ["065/25/35.09.01/2023"]
    assert words["Tanggal"] == ["5 April 2023"]


def test_the_lampiran_states_duties_as_decided() -> None:
    words = pairs(lampiran())
    assert words["Instansi"] == ["Kecamatan Jombang"]
    assert words["Tugas"] == ["Koordinasi penyelenggaraan pemerintahan"]
    assert words["Fungsi"] == ["Penanganan konflik sosial;", "Pembinaan desa."]
    assert words["Tujuan"] == ["Meningkatkan kualitas pelayanan"]
    assert "Tugas" not in pairs(lampiran(replace(IKU, tugas=())))


def test_a_lampiran_without_rows_says_so() -> None:
    empty = lampiran(replace(IKU, baris=(), nomor="", tanggal=None, tanggal_cetak=""))
    assert all_sentences(empty) == ["Indikator Kinerja Utama Kecamatan Jombang belum dicatat."]
    assert not all_tables(empty)
    assert (pairs(empty)["Nomor"], pairs(empty)["Tanggal"]) == (["–"], ["–"])


def test_the_table_of_the_lampiran_is_that_of_bab_2() -> None:
    assert [b[2] for b in table_rows(lampiran(), "sk-iku-tabel")] == [
        "Persentase laporan yang diselesaikan",
        "Jumlah pelanggaran",
        "Nilai SAKIP",
    ]


@pytest.mark.parametrize(
    ("tanggal", "tanggal_cetak", "tahun"),
    [
        (date(2018, 3, 5), "", 2018),
        (None, "Maret 2018", 2018),
        (None, "", 2023),
        (None, "awal tahun", 2023),
    ],
)
def test_a_decree_is_titled_by_the_year_it_was_decided_in(
    tanggal: date | None, tanggal_cetak: str, tahun: int
) -> None:
    iku = replace(IKU, tanggal=tanggal, tanggal_cetak=tanggal_cetak)
    assert keputusan(iku).title == f"Keputusan Camat tentang IKU Tahun {tahun}"
    assert lampiran(iku).title == f"Lampiran Keputusan Camat tentang IKU Tahun {tahun}"
    document = DOKUMEN_KINDS["sk-iku"].arrange(naskah_rencana(iku=iku))
    assert document is not None
    assert f"Indikator Kinerja Utama Tahun {tahun}, Kecamatan Jombang" in document.title
