"""BAB II B–D: RKT, PK and IKU in sentences, tables and drawings."""

from dataclasses import replace
from datetime import date

from reports.document.tree import Bagian, Gambar, Paragraf, Tabel
from reports.lkip.bab2 import bab2
from tests.reports.lkip.example_naskah import naskah_kosong
from tests.reports.lkip.example_plan import (
    IKU,
    RENSTRA_AWAL,
    RENSTRA_PERUBAHAN,
    RKT_2023,
    anggaran_pk,
    naskah_rencana,
    pk_lengkap,
)
from tests.reports.lkip.read_part import (
    bagian_dari,
    baris_tabel,
    blok_dari,
    kepala_tabel,
    prosa,
    semua_kalimat,
    semua_tabel,
)


def bagian(kunci: str, **isi: object) -> Bagian:
    return bagian_dari(bab2(naskah_rencana(**isi)), kunci)


def test_parts_of_the_chapter() -> None:
    bab = bab2(naskah_rencana())
    assert (bab.nomor, bab.judul) == ("BAB II", "Perencanaan dan Perjanjian Kinerja")
    assert [(b.nomor, b.judul) for b in bab.anak] == [
        ("A.", "Rencana Strategis (Renstra)"),
        ("B.", "Rencana Kinerja Tahunan (RKT) Tahun 2023"),
        ("C.", "Perjanjian Kinerja Tahun 2023"),
        ("D.", "Indikator Kinerja Utama (IKU)"),
    ]


def test_the_rkt_counts_what_it_holds_and_adds_its_amounts() -> None:
    # 2.277.470.966 + 664.092.000 = 2.941.562.966
    assert semua_kalimat(bagian("rkt")) == [
        "Rencana Kinerja Tahunan menjabarkan target Renstra ke dalam satu tahun anggaran. RKT Kecamatan Jombang tahun "
        "2023 memuat 2 (dua) sasaran dengan 2 (dua) indikator sasaran serta 2 (dua) program sebagaimana disajikan "
        "dalam bagian ini. Anggaran yang tercantum di dalamnya berjumlah Rp2.941.562.966.",
        "Penjabaran tujuan Kecamatan Jombang sampai dengan sub kegiatan beserta unit kerja yang bertanggung jawab "
        "diperlihatkan dalam pohon kinerja berikut.",
    ]


def test_an_rkt_of_sasaran_only_promises_no_program() -> None:
    isi = bagian("rkt", rkt=replace(RKT_2023, baris=()))
    (kalimat,) = semua_kalimat(isi)
    assert "memuat 2 (dua) sasaran dengan 2 (dua) indikator sasaran sebagaimana" in kalimat
    assert "program" not in kalimat
    assert list(semua_tabel(isi)) == ["tabel-acuan-rpjmd", "tabel-rkt-sasaran"]


def test_an_rkt_of_programs_only_promises_no_sasaran() -> None:
    isi = bagian("rkt", rkt=replace(RKT_2023, sasaran=()), rpjmd=None)
    assert "memuat 2 (dua) program sebagaimana" in semua_kalimat(isi)[0]
    assert list(semua_tabel(isi)) == ["tabel-rkt-kegiatan"]


def test_the_cascade_stands_before_its_table() -> None:
    jenis = [type(b) for b in blok_dari(bagian("rkt"))]
    assert jenis == [Paragraf, Tabel, Tabel, Paragraf, Gambar, Gambar, Tabel]


def test_without_a_renstra_the_rkt_is_not_drawn() -> None:
    assert not [b for b in blok_dari(bagian("rkt", renstra=())) if isinstance(b, Gambar)]


def test_the_rkt_in_portrait_gives_each_target_its_unit() -> None:
    isi = bagian("rkt")
    assert kepala_tabel(isi, "tabel-rkt-kegiatan") == [
        ["Kode", "Program/kegiatan/sub kegiatan", "Indikator", "Target", "Anggaran (Rp)"]
    ]
    assert baris_tabel(isi, "tabel-rkt-kegiatan") == [
        ["Sasaran: Terselenggaranya pemerintahan kecamatan"],
        ["7.01.01", "Program Penunjang", "Meningkatnya layanan kantor", "100%", "–"],
        [
            "7.01.01.2.02",
            "Administrasi Keuangan",
            "1. Persentase administrasi\n2. Jumlah dokumen",
            "1. 100%\n2. 2 dokumen",
            "–",
        ],
        ["7.01.01.2.02.01", "Penyediaan Gaji", "Jumlah penerima gaji", "13 orang/bulan", "2.277.470.966"],
        ["Sasaran: Meningkatnya kepuasan masyarakat"],
        ["7.01.02", "Program Pelayanan", "–", "–", "664.092.000"],
        ["Jumlah", "2.941.562.966"],
    ]


def test_the_pk_that_is_measured_in_figures_and_words() -> None:
    # 2.321.886.527 + 9.230.400 = 2.331.116.927
    assert semua_kalimat(bagian("pk")) == [
        "Perjanjian Kinerja merupakan kesepakatan antara Camat Jombang sebagai pihak pertama dan Bupati Jember sebagai "
        "pihak kedua tentang kinerja yang harus diwujudkan dalam satu tahun. Perjanjian Kinerja Perubahan Tahun 2023 "
        "ditandatangani pada tanggal 21 November 2023. Perubahan itu dilakukan karena terjadi perubahan strategi yang "
        "memengaruhi pencapaian tujuan dan sasaran, yaitu perubahan program, kegiatan, atau alokasi anggaran. Kinerja "
        "dalam laporan ini diukur terhadap perjanjian yang terakhir; perjanjian sebelumnya disajikan agar perubahannya "
        "dapat diketahui.",
        "Untuk mewujudkan kinerja tersebut, Perjanjian Kinerja Perubahan Tahun 2023 menyediakan anggaran sebesar "
        "Rp2.331.116.927 (dua miliar tiga ratus tiga puluh satu juta seratus enam belas ribu sembilan ratus dua puluh "
        "tujuh rupiah) yang terbagi ke dalam 2 (dua) program sebagai berikut.",
        "Program Penunjang Urusan Pemerintahan Daerah sebesar Rp2.321.886.527 (dua miliar tiga ratus dua puluh satu "
        "juta delapan ratus delapan puluh enam ribu lima ratus dua puluh tujuh rupiah).",
        "Program Penyelenggaraan Urusan Pemerintahan Umum sebesar Rp9.230.400 (sembilan juta dua ratus tiga puluh ribu "
        "empat ratus rupiah).",
    ]


def test_every_version_of_the_pk_has_its_table_and_the_last_its_budget() -> None:
    tabel = semua_tabel(bagian("pk"))
    assert {k: t.judul for k, t in tabel.items()} == {
        "tabel-pk-indikator-0": "Indikator dan Target Perjanjian Kinerja Tahun 2023",
        "tabel-pk-indikator-1": "Indikator dan Target Perjanjian Kinerja Perubahan Tahun 2023",
        "tabel-pk-anggaran": "Anggaran Program dalam Perjanjian Kinerja Perubahan Tahun 2023",
    }


def test_a_pk_murni_with_one_program_and_a_month() -> None:
    satu = replace(
        pk_lengkap(0),
        tanggal=None,
        tanggal_cetak="Januari 2023",
        anggaran=(anggaran_pk("7.01.01", "Program Penunjang", 1_001_000, "APBD"),),
    )
    kata = prosa(bagian("pk", pk=(satu,)))
    assert "Perjanjian Kinerja Tahun 2023 ditandatangani pada bulan Januari 2023. Target dalam" in kata
    assert "sebesar Rp1.001.000 (satu juta seribu rupiah) untuk Program Penunjang sebesar Rp1.001.000" in kata


def test_a_pk_without_date_indikator_or_amounts_says_what_is_missing() -> None:
    kosong = replace(pk_lengkap(0), tanggal=None, indikator=(), anggaran=())
    isi = bagian("pk", pk=(kosong,))
    assert semua_kalimat(isi) == [
        "Perjanjian Kinerja merupakan kesepakatan antara Camat Jombang sebagai pihak pertama dan Bupati Jember sebagai "
        "pihak kedua tentang kinerja yang harus diwujudkan dalam satu tahun. Target dalam Perjanjian Kinerja Tahun "
        "2023 menjadi dasar pengukuran kinerja pada BAB III. Sasaran, indikator, dan target dalam Perjanjian Kinerja "
        "Tahun 2023 belum dicatat.",
        "Perjanjian Kinerja Tahun 2023 tidak memuat anggaran program.",
    ]
    assert not semua_tabel(isi)


def test_a_month_never_gets_a_day_and_a_day_keeps_no_zero() -> None:
    awal = replace(pk_lengkap(0), tanggal=date(2023, 1, 5))
    assert "pada tanggal 5 Januari 2023." in prosa(bagian("pk", pk=(awal,)))


def test_the_iku_names_its_decree() -> None:
    isi = bagian("iku")
    assert semua_kalimat(isi) == [
        "Indikator Kinerja Utama (IKU) adalah ukuran keberhasilan Kecamatan Jombang dalam melaksanakan tugas dan "
        "fungsinya. IKU Kecamatan Jombang ditetapkan dengan Keputusan Camat Jombang Nomor 065/25/35.09.01/2023 dan "
        "terdiri atas 3 (tiga) indikator."
    ]
    assert semua_tabel(isi)["tabel-iku"].sumber == "Keputusan Camat Jombang Nomor 065/25/35.09.01/2023"
    tanpa = prosa(bagian("iku", iku=replace(IKU, nomor="")))
    assert "dengan Keputusan Camat Jombang dan terdiri atas" in tanpa


def test_without_records_every_part_is_one_sentence() -> None:
    bab = bab2(naskah_kosong())
    assert [semua_kalimat(b) for b in bab.anak] == [
        ["Rencana Strategis Kecamatan Jelbuk belum dicatat."],
        ["Rencana Kinerja Tahunan Kecamatan Jelbuk tahun 2024 belum dicatat."],
        [
            "Perjanjian Kinerja Kecamatan Jelbuk tahun 2024 belum dicatat sehingga target yang menjadi dasar "
            "pengukuran belum dapat disajikan."
        ],
        ["Indikator Kinerja Utama Kecamatan Jelbuk yang berlaku pada tahun 2024 belum dicatat."],
    ]
    assert not semua_tabel(bab)


def test_a_renstra_that_did_not_change_is_shown_once() -> None:
    isi = bagian("renstra", renstra=(RENSTRA_AWAL,))
    assert list(semua_tabel(isi)) == ["tabel-renstra-0"]
    assert semua_tabel(isi)["tabel-renstra-0"].judul == "Tujuan, Sasaran, dan Target Renstra Tahun 2021–2026"


def test_only_the_years_of_the_renstra_in_force_are_named() -> None:
    kata = semua_kalimat(bagian("renstra", renstra=(replace(RENSTRA_PERUBAHAN, versi=0, dasar="Perbup 5."),)))
    assert kata[0] == (
        "Renstra Kecamatan Jombang Tahun 2021–2026 adalah dokumen perencanaan jangka menengah yang menjadi acuan "
        "penyusunan rencana kinerja setiap tahun. Penetapannya berdasarkan Perbup 5."
    )
