"""Wholes and their parts, in a sentence and in the list below it; numbers that announce a list; shares; percentages."""

from __future__ import annotations

from typing import Final

from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found, found_in, listing
from tests.table_tests import each_row

SUM: Final = "rincian-kalimat-menjumlah"
COUNT: Final = "daftar-sebanyak-disebut"
# Jombang 2023, L382–389.
PROGRAMS: Final = (
    "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota tahun 2023 sebesar Rp. 2.321.886.527;",
    "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik tahun 2023 sebesar Rp. 649.823.800;",
    "Program Pemberdayaan Masyarakat Desa dan Kelurahan tahun 2023 sebesar Rp. 48.327.600;",
    "Program Koordinasi Ketentraman dan Ketertiban Umum tahun 2023 sebesar Rp. 398.186.700.",
)
FIFTH: Final = "Program Penyelenggaraan Urusan Pemerintahan Umum sebesar Rp. 9.230.400."
BUDGET: Final = "Kecamatan didukung dengan anggaran APBD sebesar Rp. 3.427.455.027 dengan rincian :"


@each_row(
    ("text", "stated", "told"),
    [
        (
            "Kegiatan terdiri atas 3 rapat, 4 pelatihan dan 5 sosialisasi, seluruhnya 13.",
            "13",
            "3 + 4 + 5 = 12",
        ),
        (
            "Penduduk sejumlah 56.440 jiwa, terdiri atas 28.344 perempuan dan 28.095 laki-laki.",
            "56.440",
            "28.344 + 28.095 = 56.439",
        ),
        (
            "Sumberdaya Manusia berjumlah 12 orang dengan rincian 8 pejabat struktural dan 5 pelaksana.",
            "12",
            "8 + 5 = 13",
        ),
        (
            "Anggaran sebesar Rp 4.042.925.439 ,- terdiri dari Belanja Operasi Rp 3.955.085.539 (97,8%) dan Belanja "
            "Modal Rp 87.939.900 (2,2%).",
            "Rp 4.042.925.439",
            "Rp 3.955.085.539 + Rp 87.939.900 = Rp4.043.025.439",
        ),
        ("Pegawai terdiri dari 12 ASN dan 17 Non ASN, jumlah seluruhnya 28 orang.", "28", "12 + 17 = 29"),
        ("ASN 12 orang dan Non ASN 16 orang sehingga jumlah keseluruhan 29 orang.", "29", "12 + 16 = 28"),
        (
            "Masuk 15 (lima belas) laporan yaitu 9 (sembilan) laporan trantib dan 5 (lima) laporan bencana.",
            "15",
            "9 + 5 = 14",
        ),
        ("Dari 6 (enam) Desa, terdiri dari 4 Desa Maju dan 1 Desa Mandiri.", "6", "4 + 1 = 5"),
        (
            "Belanja pegawai Rp 217.800.000, belanja barang Rp 182.200.000, total sebesar Rp 410.000.000.",
            "Rp 410.000.000",
            "Rp 217.800.000 + Rp 182.200.000 = Rp400.000.000",
        ),
    ],
)
def test_parts_of_a_sentence_come_to_their_whole(text: str, stated: str, told: str) -> None:
    message = f"Ditulis {stated}, sedangkan rinciannya {told}. Perbaiki salah satunya."
    assert found(SUM, text) == [message]


@each_row(
    "text",
    [
        "Penduduk sejumlah 56.439 jiwa, terdiri atas 28.344 perempuan dan 28.095 laki-laki.",
        "Sumberdaya Manusia Kecamatan Jombang berjumlah 12 orang dengan rincian 8 pejabat struktural dan 4 pelaksana.",
        # Balung 2020, L484.
        "Realisasi sebesar Rp. 1.774.403.089 (93%) meliputi belanja tidak langsung sebesar Rp. 1.437.033.746 (96%) dan "
        "Belanja langsung sebesar Rp. 337.369.343 (84%)",
        # One of these has several of those.
        "Kecamatan memiliki 5 program yang terdiri dari 10 kegiatan dan 13 sub kegiatan.",
        "Renstra memuat 5 tujuan yang terdiri atas 1 sasaran dan 2 indikator.",
        "Kabupaten terdiri atas 31 kecamatan yang terdiri dari 226 desa dan 22 kelurahan.",
        "Dibentuk 5 tim yang terdiri dari 2 orang ASN dan 1 orang Non ASN.",
        # More is told of the same.
        "Pegawai berjumlah 12 orang, terdiri atas 8 laki-laki, 4 perempuan, 7 sarjana, dan 5 lulusan SMA.",
        "Pegawai sebanyak 12 orang, antara lain terdiri dari 3 penata dan 2 pengatur.",
        # Planned and spent, and what others have.
        "Anggaran Rp 10.000.000 terdiri dari honor Rp 6.000.000 terealisasi Rp 5.000.000 dan sewa Rp 4.000.000.",
        "Anggaran sebesar Rp 10.000.000 meliputi realisasi Rp 4.000.000 dan sisa Rp 5.000.000.",
        "Terdapat 4 posyandu, 2 puskesmas pembantu, dan 11 sekolah dasar, jumlah penduduk 56.439 jiwa.",
        "Renstra memuat 2 tujuan, 4 sasaran, dan 4 indikator, seluruhnya 4 indikator diukur.",
        "Rapat 12 kali dan pelatihan 3 kali, total anggaran Rp 12.000.000.",
        "Survei dilaksanakan terhadap 150 responden yang terdiri dari rata-rata 12 orang dan 9 unsur.",
        # Jombang 2023, L220–235 and L955.
        "Terdapat 1 fasilitas kesehatan dasar yaitu Puskesmas Jombang dengan 10.565 di bidang Wiraswasta 16.117 .",
        "karena dari 4 (empat) sasaran dengan 3 indikator pencapaiannya dalam kategori Sangat Memuaskan, dan 1 "
        "indikator dengan capaian Memuaskan.",
        "sebanyak 1 (satu) Tujuan, 3 (tiga) sasaran dan 4 (empat) indikator sasaran.",
        "merencanakan dua puluh empat kegiatan: delapan sosialisasi dan pelatihan; empat kegiatan penanganan stunting.",
    ],
)
def test_numbers_that_are_no_parts_stay_alone(text: str) -> None:
    assert found(SUM, text) == []


def test_the_amounts_of_a_list_come_to_that_of_its_sentence() -> None:
    assert found(SUM, *listing(BUDGET, *PROGRAMS, FIFTH)) == []
    assert found(SUM, *listing(BUDGET, *PROGRAMS)) == [
        "Ditulis Rp. 3.427.455.027, sedangkan rinciannya Rp. 2.321.886.527 + Rp. 649.823.800 + Rp. 48.327.600 + "
        "Rp. 398.186.700 = Rp3.418.224.627. Perbaiki salah satunya."
    ]


@each_row(
    ("intro", "items", "told"),
    [
        # Umbulsari 2021, L75–80: parts of what is counted, more than there are.
        (
            "Dilaksanakan pengukuran 3 (Tiga) indicator sasaran, dengan capaian antara lain :",
            (
                "Dengan 2(dua) indikator Baik",
                "Dengan 1(satu) indikator Kurang",
                "Dengan 2 (dua) indikator belum ada",
            ),
            "3, sedangkan rinciannya 2 + 1 + 2 = 5",
        ),
        ("Pengadaan sebesar Rp 10.000.000, antara lain:", ("meja Rp 4.000.000", "kursi Rp 3.000.000"), ""),
        (
            "Anggaran Rp 10.000.000 dengan realisasi sebagai berikut:",
            ("meja Rp 4.000.000", "kursi Rp 3.000.000"),
            "",
        ),
        (
            "Anggaran Rp 10.000.000 dengan rincian:",
            ("meja 4 unit Rp 4.000.000, terserap Rp 3.000.000", "kursi"),
            "",
        ),
        ("Tim beranggotakan 12 orang, yaitu:", ("Camat", "8 kepala seksi"), ""),
    ],
)
def test_lists_of_other_kinds(intro: str, items: tuple[str, ...], told: str) -> None:
    expected = [f"Ditulis {told}. Perbaiki salah satunya."] if told else []
    assert found(SUM, *listing(intro, *items)) == expected


@each_row(
    ("text", "announced", "count"),
    [
        ("Meliputi 5 (lima) kegiatan: rapat, pelatihan, lomba, dan pameran.", "5 (lima) kegiatan", 4),
        ("Terdapat 2 program, yaitu program pelayanan, program pembinaan dan program umum.", "2 program", 3),
        (
            "Terdapat 3 (tiga) hambatan: a. pegawai; b. jaringan; c. sarana; d. anggaran.",
            "3 (tiga) hambatan",
            4,
        ),
        ("Ada 4 faktor utama, yakni SDM, sarana, dan anggaran.", "4 faktor", 3),
        ("Terdapat tiga desa yaitu Keting, Padomasan, Sarimulyo, dan Wringinagung.", "tiga desa", 4),
        ("Seksi itu melaksanakan 3 kegiatan, yakni: rapat; pelatihan; lomba; pameran.", "3 kegiatan", 4),
    ],
)
def test_a_sentence_lists_as_many_as_it_announces(text: str, announced: str, count: int) -> None:
    message = f"Disebut {announced}, sedangkan yang didaftar {count}. Perbaiki jumlah atau daftarnya."
    assert found(COUNT, text) == [message]


@each_row(
    "text",
    [
        "Meliputi 5 (lima) kegiatan: rapat, pelatihan, lomba, senam, dan pameran.",
        # "dan" within one of them.
        "Terdiri atas 3 (tiga) seksi yaitu Seksi Pemerintahan, Seksi Ketenteraman dan Ketertiban Umum, dan Seksi Umum.",
        "Terdapat 2 seksi yaitu Seksi Pemerintahan, Seksi Ketenteraman dan Ketertiban.",
        # Jombang 2023, L851.
        "Dilaksanakan di tujuh Desa yang ada di Kecamatan Jombang yakni Desa Pontang, Andongsari, Sabrang, Sumberejo, "
        "Tegalsari, Ambulu dan Karanganyar",
        "Terdapat 5 (Lima) Laporan, antara lain: banjir, minuman keras, dan gangguan.",
        "Terdapat 3 faktor, misalnya SDM dan sarana.",
        "Terdapat 4 desa, yaitu Keting, Padomasan, dan lain-lain.",
        "Terdapat 3 hambatan yaitu keterbatasan pegawai pada loket, jaringan, dan sarana.",
        "Misi ke 2 (dua) dan tujuan yaitu: rapat, lomba, senam.",
        "Survei diikuti 150 responden dari 9 unsur yaitu persyaratan, prosedur, dan biaya.",
        "Rapat diikuti 12 orang yaitu camat, sekretaris, dan para kepala seksi.",
        "merencanakan dua puluh empat kegiatan: delapan sosialisasi; empat penanganan stunting; dan dua belas lainnya.",
        "Selama 3 hari meliputi rapat dan lomba.",
        "Terdapat 1 fasilitas yaitu Puskesmas Jombang dengan status Paripurna.",
        "Tabel 3 meliputi target, realisasi, dan capaian.",
    ],
)
def test_lists_that_fit_or_name_some(text: str) -> None:
    assert found(COUNT, text) == []


@each_row(
    ("intro", "items", "announced"),
    [
        ("Secara administratif, Kecamatan Jombang membawahi 6 (Enam) Desa yaitu:", 5, "6 (Enam) Desa"),
        (
            "Program utama yang dilaksanakan tahun 2023 sebanyak 2 (Dua) program utama yaitu :",
            3,
            "2 (Dua) program",
        ),
        ("Ada 2 sasaran Kecamatan Jombang pada Tahun Anggaran 2023 yaitu :", 4, "2 sasaran"),
        ("Kecamatan mempunyai 4 (empat) seksi sebagai berikut:", 3, "4 (empat) seksi"),
        ("Kecamatan mempunyai 4 (empat) seksi sebagai berikut:", 4, ""),
        ("Terdapat 5 (Lima) Laporan, antara lain:", 3, ""),
        ("Untuk mencapai 4 sasaran dilakukan langkah-langkah sebagai berikut:", 3, ""),
        ("Langkah untuk 4 kendala tersebut adalah sebagai berikut:", 2, ""),
        ("Capaian 4 indikator dapat diuraikan sebagai berikut:", 2, ""),
        ("Didukung 2 (dua) program dan 4 (empat) kegiatan sebagai berikut:", 3, ""),
        ("Rapat diikuti 12 orang yaitu:", 3, ""),
        ("Selama tahun 2023 dilaksanakan:", 3, ""),
    ],
)
def test_a_list_holds_as_many_as_its_sentence_announces(intro: str, items: int, announced: str) -> None:
    message = f"Disebut {announced}, sedangkan yang didaftar {items}. Perbaiki jumlah atau daftarnya."
    names = ("Alfa", "Bravo", "Charli", "Delta", "Eko", "Fani")[:items]
    assert found(COUNT, *listing(intro, *names)) == ([message] if announced else [])


def test_a_list_that_a_page_cuts_within_a_quotation_is_not_counted() -> None:
    whole = "Terdapat 3 (tiga) indikator, yaitu “Nilai IPP”, “Nilai SKM”."
    assert found(COUNT, whole) != []
    assert found(COUNT, whole.removesuffix("SKM”.")) == []


def test_a_list_that_may_go_on_or_is_of_something_else_is_not_counted() -> None:
    intro = "Terdapat 4 (empat) kegiatan yaitu:"
    assert found(COUNT, *listing(intro, "Program Pelayanan:", "Program Pembinaan:")) == []
    assert found(COUNT, *listing(intro, "3 rapat", "1 lomba")) == []
    bullets = listing(intro, "Rapat", "Lomba", numbered=False)
    assert found(COUNT, *bullets, *listing("Dilanjutkan dengan hal berikut", "Senam", numbered=False)) == [
        "Disebut 4 (empat) kegiatan, sedangkan yang didaftar 2. Perbaiki jumlah atau daftarnya."
    ]


@each_row(
    ("text", "told"),
    [
        # Umbulsari 2021, L121; Balung 2020, L435.
        (
            "sebanyak 71% indikator capaian diatas target yaitu dalam kategori Sangat Baik dan Baik, 8% indikator "
            "capaiannya dalam kategori Kurang dan 39% indikator tidak dapat disimpulkan capaiannya.",
            "71% + 8% + 39% = 118%",
        ),
        (
            "Proporsi Anggaran pada tahun 2020, Belanja Langsung sebesar 84% dan Belanja Tidak Langsung sebesar 93%",
            "84% + 93% = 177%",
        ),
        (
            "Sebanyak 60% kegiatan di atas target, 32% kegiatan kategori Kurang, 17% kegiatan belum dapat disimpulkan.",
            "60% + 32% + 17% = 109%",
        ),
        ("Pegawai terdiri atas 60% laki-laki dan 30% perempuan.", "60% + 30% = 90%"),
        ("Sebanyak 80% laporan selesai dan sisanya 15 persen masih diproses.", "80% + 15 persen = 95%"),
        ("Belanja operasi 98,61%, selebihnya 1,93% belanja modal.", "98,61% + 1,93% = 100,54%"),
    ],
)
def test_shares_of_a_whole_come_to_hundred(text: str, told: str) -> None:
    message = f"{told}; bagian dari satu keseluruhan berjumlah 100%. Perbaiki bagiannya."
    assert found("bagian-seratus", text) == [message]


@each_row(
    "text",
    [
        "Proporsi Belanja Langsung sebesar 21% dan Belanja Tidak Langsung sebesar 79%.",
        "sebesar 98,65% merupakan Belanja Langsung dan Belanja Tidak Langsung sebesar 1,35%",
        "Komposisi pegawai: 33,3% sarjana, 33,3% SMA, dan 33,3% lainnya.",
        "Dari target 100%, terealisasi 95% dan sisanya 5% dilanjutkan.",
        "Sebanyak 80% warga memiliki KTP elektronik dan 90% warga memiliki kartu keluarga.",
        "Belanja operasi terserap 98% dan belanja modal 99%.",
        "Capaian terdiri dari kinerja yang mencapai 95% dan serapan 94%.",
        "Sebanyak 50% indikator tercapai dalam kategori Baik dan 25% indikator tergolong Cukup.",
        "Proporsi realisasi belanja operasi 94% dan belanja modal 99%.",
        "Target triwulan I sebesar 25%, triwulan II 50%, triwulan III 75%, dan triwulan IV 100%.",
    ],
)
def test_percentages_of_several_things_are_no_shares(text: str) -> None:
    assert found("bagian-seratus", text) == []


@each_row(
    ("text", "messages"),
    [
        (
            "Kegiatan itu terealisasi Rp 9.000.000 dari pagu Rp 12.000.000 atau 80%.",
            ["Rp 9.000.000 dari Rp 12.000.000 ditulis 80%; hasil baginya 75,00%. Perbaiki salah satunya."],
        ),
        (
            "Dari pagu sebesar Rp 12.000.000,- telah terealisasi sebesar Rp 9.000.000,- (85,5 %).",
            [
                "Rp 9.000.000,- dari Rp 12.000.000,- ditulis 85,5 %; hasil baginya 75,00%. Perbaiki salah satunya."
            ],
        ),
        (
            "Sebanyak 4 dari 6 (enam) desa atau 76% telah menyusun APBDes.",
            ["4 dari 6 (enam) ditulis 76%; hasil baginya 66,67%. Perbaiki salah satunya."],
        ),
        ("Kegiatan itu terealisasi Rp 9.000.000 dari pagu Rp 12.000.000 atau 75%.", []),
        ("Sebanyak 4 dari 6 desa atau 66% telah menyusun APBDes.", []),
        ("Realisasi Rp 9.000.000 dari pagu Rp 12.000.000, naik 5% dari tahun lalu.", []),
        # Held against the record already, and told once.
        ("Realisasi anggaran Rp. 3.239.088.691,- dari total sebesar Rp. 4.185.017.038,- atau 88,4 %.", []),
    ],
)
def test_a_percentage_is_that_of_its_amounts(text: str, messages: list[str]) -> None:
    assert found_in(naskah_jombang(), "persen-kalimat-sesuai", text) == messages
