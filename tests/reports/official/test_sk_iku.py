"""Keputusan Camat tentang IKU: the shape of a decree, its diktum in order, its lampiran in landscape."""

from dataclasses import replace

from reports.document.tree import Bagian, Daftar, Isian, Judul, Sebaris, SignatureBlock
from reports.official.sk_iku import bagian_keputusan, bagian_lampiran
from sakip.snapshot.types import KeputusanIKU
from tests.reports.lkip.example_plan import IKU, naskah_rencana
from tests.reports.lkip.read_part import baris_tabel, blok_dari, semua_kalimat, semua_tabel
from tests.reports.official.read_forms import pasangan


def keputusan(iku: KeputusanIKU = IKU) -> Bagian:
    return bagian_keputusan(naskah_rencana(iku=iku), iku)


def lampiran(iku: KeputusanIKU = IKU) -> Bagian:
    return bagian_lampiran(naskah_rencana(iku=iku), iku)


def passages() -> list[tuple[str, Sebaris | Daftar]]:
    return [p for b in blok_dari(keputusan()) if isinstance(b, Isian) for p in b.pasangan]


def test_the_parts_of_a_decree_stand_in_their_order() -> None:
    assert [label for label, _ in passages()] == [
        *("Menimbang", "Mengingat", "Menetapkan"),
        *("KESATU", "KEDUA", "KETIGA", "", "KEEMPAT", "", "KELIMA"),
    ]


def test_titles_of_the_decree() -> None:
    assert [b.baris for b in blok_dari(keputusan()) if isinstance(b, Judul)] == [
        ("KEPUTUSAN CAMAT JOMBANG", "KABUPATEN JEMBER", "NOMOR 065/25/35.09.01/2023"),
        ("TENTANG", "INDIKATOR KINERJA UTAMA KECAMATAN JOMBANG KABUPATEN JEMBER"),
        ("CAMAT JOMBANG,",),
        ("MEMUTUSKAN:",),
    ]


def test_the_words_of_the_diktum() -> None:
    isi = pasangan(keputusan())
    nama = "Indikator Kinerja Utama Kecamatan Jombang Kabupaten Jember"
    assert isi["Menetapkan"] == [
        "KEPUTUSAN CAMAT JOMBANG TENTANG INDIKATOR KINERJA UTAMA KECAMATAN JOMBANG KABUPATEN JEMBER."
    ]
    assert isi["KESATU"] == [f"{nama};"]
    assert isi["KEDUA"] == [f"{nama} sebagaimana dimaksud dalam Diktum KESATU tersebut dalam lampiran;"]
    assert isi["KETIGA"] == [
        "Indikator Kinerja Utama sebagaimana dimaksud dalam Diktum KESATU dan KEDUA bertujuan untuk:",
        "Memberikan informasi kinerja yang penting dan diperlukan dalam menyelenggarakan manajemen kinerja organisasi;",
        "Mengukur keberhasilan pencapaian suatu tujuan dan sasaran strategis yang digunakan untuk perbaikan kinerja "
        "dan peningkatan akuntabilitas kinerja organisasi;",
    ]
    assert isi["KEEMPAT"] == [
        f"{nama} sebagaimana dimaksud dalam Diktum KESATU dimanfaatkan untuk:",
        "Perencanaan Strategis Organisasi Perangkat Daerah;",
        "Perencanaan Tahunan Organisasi Perangkat Daerah;",
        "Penyusunan Dokumen Perjanjian Kinerja Organisasi Perangkat Daerah;",
        "Pelaporan Kinerja Instansi Pemerintah Organisasi Perangkat Daerah;",
        "Evaluasi Kinerja Instansi Pemerintah Organisasi Perangkat Daerah;",
    ]
    assert isi["KELIMA"] == ["Keputusan Camat Jombang ini mulai berlaku pada tanggal ditetapkan."]


def test_lists_of_the_diktum_are_marked_as_on_the_form() -> None:
    assert [isi.jenis for _, isi in passages() if isinstance(isi, Daftar)] == [
        "angka",
        "kurung-angka",
        "huruf",
    ]


def test_it_considers_the_rule_and_recalls_the_regulations() -> None:
    isi = pasangan(keputusan())
    assert isi["Menimbang"][0].startswith(
        "bahwa untuk melaksanakan ketentuan Pasal 3 dan Pasal 4 Peraturan Menteri"
    )
    assert isi["Menimbang"][0].endswith("dalam suatu Keputusan Camat Jombang;")
    assert isi["Mengingat"] == [
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
        "Peraturan Presiden Nomor 29;",
    ]


def test_a_decree_without_recorded_regulations_or_number_leaves_no_empty_label() -> None:
    isi = keputusan(replace(IKU, mengingat=(), nomor=""))
    assert "Mengingat" not in pasangan(isi)
    assert not [b for b in blok_dari(isi) if isinstance(b, Judul) and any("NOMOR" in t for t in b.baris)]


def test_the_camat_signs_with_place_and_day() -> None:
    (tanda,) = [b for b in blok_dari(keputusan()) if isinstance(b, SignatureBlock)]
    (camat,) = tanda.blok
    assert camat.kepala == ("Ditetapkan di Jember", "pada tanggal 5 April 2023", "Camat Jombang,")
    assert camat.nama == "NURYADI, S.STP."
    assert camat.bawah == ("Penata Tingkat I", "NIP 19801124 200112 1 003")


def test_a_month_is_called_a_month_and_an_unsigned_decree_names_the_office() -> None:
    bulan = replace(IKU, tanggal=None, tanggal_cetak="Januari 2020", penandatangan=None)
    (tanda,) = [b for b in blok_dari(keputusan(bulan)) if isinstance(b, SignatureBlock)]
    assert tanda.blok[0].kepala == ("Ditetapkan di Jember", "pada bulan Januari 2020", "Camat Jombang,")
    assert (tanda.blok[0].nama, tanda.blok[0].bawah) == ("", ())


def test_the_lampiran_refers_to_its_decree_in_landscape() -> None:
    isi = lampiran()
    assert isi.lanskap
    assert not isi.tampil_judul
    kata = pasangan(isi)
    assert kata["Lampiran"] == ["Keputusan Camat Jombang"]
    assert kata["Nomor"] == ["065/25/35.09.01/2023"]
    assert kata["Tanggal"] == ["5 April 2023"]


def test_the_lampiran_states_duties_as_decided() -> None:
    kata = pasangan(lampiran())
    assert kata["Instansi"] == ["Kecamatan Jombang"]
    assert kata["Tugas"] == ["Koordinasi penyelenggaraan pemerintahan"]
    assert kata["Fungsi"] == ["Penanganan konflik sosial;", "Pembinaan desa."]
    assert kata["Tujuan"] == ["Meningkatkan kualitas pelayanan"]
    assert "Tugas" not in pasangan(lampiran(replace(IKU, tugas=())))


def test_a_lampiran_without_rows_says_so() -> None:
    kosong = lampiran(replace(IKU, baris=(), nomor="", tanggal=None, tanggal_cetak=""))
    assert semua_kalimat(kosong) == ["Indikator Kinerja Utama Kecamatan Jombang belum dicatat."]
    assert not semua_tabel(kosong)
    assert (pasangan(kosong)["Nomor"], pasangan(kosong)["Tanggal"]) == (["–"], ["–"])


def test_the_table_of_the_lampiran_is_that_of_bab_2() -> None:
    assert [b[2] for b in baris_tabel(lampiran(), "sk-iku-tabel")] == [
        "Persentase laporan yang diselesaikan",
        "Jumlah pelanggaran",
        "Nilai SAKIP",
    ]
