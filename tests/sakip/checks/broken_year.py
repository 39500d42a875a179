"""Rows that break one rule each on what a year measured and spent."""

from decimal import Decimal

from sakip import models as s
from tests.factory import (
    make,
    make_anggaran,
    make_indikator,
    make_pk,
    make_realisasi,
)
from tests.sakip.checks.broken_plan import Row, indikator_di, indikator_huruf, other, other_renstra


def letter_realisasi_for_number() -> None:
    make_realisasi(angka=None, huruf="B")


def realisasi_above_an_index() -> None:
    make_realisasi(angka=Decimal(8258))


def realisasi_tujuan_above_its_percentage() -> None:
    row = make(s.IndikatorTujuan, tujuan=make(s.Tujuan), nama="Kemiskinan", satuan="%")
    make(s.TargetTujuan, indikator=row, tahun=2021, angka=Decimal(9))
    make(s.RealisasiTujuan, indikator=row, tahun=2020, angka=Decimal("9.5"))
    make(s.RealisasiTujuan, indikator=row, tahun=2021, angka=Decimal(925))


def output_of_rupiah() -> None:
    make(
        s.Keluaran, anggaran=s.Anggaran, target=Decimal(100), realisasi=Decimal(172_757_000), keadaan="terisi"
    )


def output_unavailable_without_a_reason() -> None:
    make(s.Keluaran, anggaran=s.Anggaran, keadaan="tidak tersedia")


def sources_unlike_their_row() -> None:
    row = make_anggaran(pagu_murni=Decimal(210))
    for sumber, pagu in (("DAU tambahan", 120), ("PAD", 80)):
        make(s.SumberDana, anggaran=row, sumber=sumber, pagu=Decimal(pagu))


def sources_spent_unlike_their_row() -> None:
    row = make_anggaran(pagu_murni=Decimal(200), realisasi=Decimal(190))
    for sumber, spent in (("DAU tambahan", 100), ("PAD", 80)):
        make(s.SumberDana, anggaran=row, sumber=sumber, pagu=Decimal(100), realisasi=Decimal(spent))


def quarters_unlike_the_pk() -> None:
    """25 + 25 + 25 + 20 of the 98 that the PK promises."""
    indikator = make_indikator(satuan="Dokumen")
    make(s.BarisPK, perjanjian=make_pk(), acuan_indikator=indikator, satuan="Dokumen", angka=Decimal(98))
    plan(indikator, "jumlah", 25, 25, 25, 20)


def quarters_that_shrink() -> None:
    plan(make_indikator(satuan="Dokumen"), "kumulatif", 25, 50, 40, 100)


def plan(indikator: s.Indikator, akumulasi: str, *targets: int) -> None:
    row = make(
        s.BarisRencanaAksi,
        rencana_aksi=s.RencanaAksi,
        acuan_indikator=indikator,
        satuan="Dokumen",
        akumulasi=akumulasi,
    )
    for number, target in enumerate(targets, start=1):
        make(s.TargetTriwulan, baris=row, triwulan=number, angka=Decimal(target))


def letter_realisasi_outside_scale() -> None:
    make_realisasi(indikator=indikator_huruf(), angka=None, huruf="Z")


def letter_of_the_only_triwulan_outside_scale() -> None:
    indikator = indikator_huruf()
    indikator.irama = "2"
    indikator.save()
    make_realisasi(indikator=indikator, triwulan=2, angka=None, huruf="Z")


def triwulan(end: int, whole_year: int) -> None:
    for nomor, angka in enumerate((1, 2, 3, end), start=1):
        make_realisasi(triwulan=nomor, angka=Decimal(angka))
    make_realisasi(triwulan=0, angka=Decimal(whole_year))


def unmatching_triwulan() -> None:
    triwulan(end=4, whole_year=5)


def year_unlike_the_mean() -> None:
    indikator = make_indikator(akumulasi="rata-rata")
    for nomor, angka in enumerate((80, 82, 84, 86), start=1):
        make_realisasi(indikator=indikator, triwulan=nomor, angka=Decimal(angka))
    make_realisasi(indikator=indikator, triwulan=0, angka=Decimal("83.4"))


def less_by_the_second_triwulan() -> None:
    indikator = make_indikator(akumulasi="kumulatif", satuan="laporan")
    for nomor, angka in enumerate((10, 9, 20), start=1):
        make_realisasi(indikator=indikator, triwulan=nomor, angka=Decimal(angka))


def more_than_all_in_sum() -> None:
    indikator = make_indikator(akumulasi="jumlah", satuan="%")
    for nomor in range(1, 5):
        make_realisasi(indikator=indikator, triwulan=nomor, angka=Decimal(30))


def target_above_its_percentage() -> None:
    make(s.TargetRenstra, indikator=make_indikator(satuan="%"), angka=Decimal(950))


def pembanding_above_an_index() -> None:
    make(s.PembandingIndikator, angka=Decimal(885))


def output_above_its_percentage() -> None:
    make(
        s.Keluaran,
        anggaran=s.Anggaran,
        satuan="%",
        target=Decimal(100),
        realisasi=Decimal(104),
        keadaan="terisi",
    )


def source_spent_above_its_pagu() -> None:
    row = make_anggaran(pagu_murni=Decimal(200), realisasi=Decimal(180))
    for sumber, pagu, spent in (("DAU tambahan", 120, 70), ("PAD", 80, 110)):
        make(s.SumberDana, anggaran=row, sumber=sumber, pagu=Decimal(pagu), realisasi=Decimal(spent))


def belanja_spent_above_its_pagu() -> None:
    make(s.Belanja, pagu=Decimal(10), realisasi=Decimal(11))


def spent_without_a_pagu() -> None:
    make_anggaran(pagu_murni=None, realisasi=Decimal(11))


def plan_unlike_its_parts() -> None:
    program = make(s.Program)
    make(s.BarisRKT, program=program, anggaran=Decimal(100))
    for kode, angka in (("2.01", 60), ("2.02", 30)):
        kegiatan = make(s.Kegiatan, program=program, kode=f"{program.kode}.{kode}")
        make(s.BarisRKT, program=program, kegiatan=kegiatan, anggaran=Decimal(angka))


def triwulan_not_measured() -> None:
    make_realisasi(indikator=make_indikator(irama="24"), triwulan=1, angka=Decimal(80))


def pembanding_of_the_future() -> None:
    make(s.PembandingIndikator, tahun_nilai=2022)


def realisasi_melebihi_pagu() -> None:
    make_anggaran(pagu_murni=Decimal(20), pagu_perubahan=Decimal(10), realisasi=Decimal(11))


def belanja_of_another_group() -> None:
    make(s.Belanja, kode="pegawai", induk=make(s.Belanja, kecamatan=other()))


def belanja_not_adding_up() -> None:
    parent = make(s.Belanja, pagu=Decimal(10), realisasi=Decimal(10))
    make(s.Belanja, kode="pegawai", induk=parent, pagu=Decimal(5), realisasi=Decimal(4))
    make(s.Belanja, kode="barang-jasa", induk=parent, pagu=Decimal(5), realisasi=Decimal(5))


def belanja_unlike_program() -> None:
    make_anggaran(pagu_murni=Decimal(100))
    make(s.Belanja, pagu=Decimal(99))


def realisasi_of_belanja_unlike_program() -> None:
    make_anggaran(pagu_murni=Decimal(100), realisasi=Decimal(90))
    make(s.Belanja, pagu=Decimal(100), realisasi=Decimal(85))


def details_unlike_their_total() -> None:
    program = make(s.Program)
    make_anggaran(program=program, pagu_murni=Decimal(1_841_748_142))
    kegiatan = make(s.Kegiatan, program=program)
    make_anggaran(program=program, kegiatan=kegiatan, pagu_murni=Decimal(1_841_498_142))


def program_unlike_pk() -> None:
    pk = make_pk()
    program = make(s.Program)
    make_anggaran(program=program, pagu_murni=Decimal(100))
    make(s.AnggaranPK, perjanjian=pk, program=program, anggaran=Decimal(90))


def target_unlike_the_renstra() -> None:
    indikator = make_indikator(satuan="indeks")
    make(s.TargetRenstra, indikator=indikator, angka=Decimal(100))
    make(
        s.BarisPK,
        acuan_indikator=indikator,
        acuan_sasaran=indikator.sasaran,
        angka=Decimal(85),
        satuan="indeks",
    )


def dukungan_without_anggaran() -> None:
    make_anggaran()
    make(s.DukunganProgram, program=make(s.Program, kode="7.01.03"))


def dukungan_of_another_sasaran() -> None:
    make(s.DukunganProgram, sasaran=indikator_di(other_renstra()).sasaran)


def previous_total_differs() -> None:
    make_anggaran(tahun=2020, pagu_murni=Decimal(100), program=None, rinci=False)
    make(s.AnggaranLalu, tahun=2020, pagu=Decimal(99))


def realisasi_unlike_its_survey() -> None:
    """3 of 4 in every unsur is 75."""
    make_realisasi(angka=Decimal(85))
    make(s.SurveiKepuasan)


BROKEN_YEAR: list[Row] = [
    (
        "ikm-sesuai-survei",
        realisasi_unlike_its_survey,
        "survei kepuasan Januari–Desember",
        "tercatat 85, sedangkan IKM dari nilai unsurnya 75,00.",
    ),
    ("realisasi-sesuai-jenis", letter_realisasi_for_number, "realisasi 2021", '"B" adalah huruf'),
    ("realisasi-sesuai-jenis", letter_realisasi_outside_scale, "realisasi 2021", '"Z" tidak ada pada skala'),
    (
        "realisasi-sesuai-jenis",
        letter_of_the_only_triwulan_outside_scale,
        "triwulan II, realisasi 2021",
        '"Z" tidak ada pada skala',
    ),
    (
        "realisasi-pada-triwulan-diukur",
        triwulan_not_measured,
        "triwulan I, realisasi 2021",
        "Nilai triwulan I tidak dihitung: indikator ini diukur pada triwulan II dan IV.",
    ),
    (
        "tahunan-sesuai-triwulan",
        unmatching_triwulan,
        "realisasi 2021",
        "Nilai setahun 5,00 berbeda dengan nilai triwulan IV, 4,00. Hapus nilai setahun, atau perbaiki triwulannya.",
    ),
    (
        "pembanding-tidak-mendahului",
        pembanding_of_the_future,
        "pembanding kabupaten",
        "Nilai tahun 2022 sesudah",
    ),
    (
        "realisasi-lazim",
        realisasi_above_an_index,
        "indikator Survei Kepuasan Masyarakat, realisasi 2021",
        "8.258 melebihi nilai tertinggi 100.",
    ),
    (
        "realisasi-tujuan-lazim",
        realisasi_tujuan_above_its_percentage,
        "Kemiskinan, realisasi 2021",
        "925% di luar 0 sampai 100%; 925 jauh dari 9,5 pada tahun 2020; 925 jauh dari target 9. Perbaiki,",
    ),
    (
        "sumber-dana-menjumlah",
        sources_unlike_their_row,
        "Balung 2021, anggaran",
        "Jumlah sumber dana Rp200 berbeda Rp10 dengan pagu Rp210.",
    ),
    (
        "sumber-dana-menjumlah",
        sources_spent_unlike_their_row,
        "Balung 2021, anggaran",
        "Jumlah realisasi sumber dana Rp180 berbeda Rp10 dengan realisasi Rp190.",
    ),
    (
        "keluaran-lazim",
        output_of_rupiah,
        "output Jumlah laporan",
        "172.757.000 jauh dari target 100.",
    ),
    (
        "keluaran-beralasan",
        output_unavailable_without_a_reason,
        "output Jumlah laporan",
        "dinyatakan tidak tersedia tanpa alasan. Isi alasannya pada Keterangan.",
    ),
    (
        "realisasi-dalam-pagu",
        realisasi_melebihi_pagu,
        "Balung 2021, anggaran",
        "Realisasi Rp11 melebihi pagu Rp10.",
    ),
    (
        "belanja-sekelompok",
        belanja_of_another_group,
        "belanja pegawai",
        "Kelompoknya milik kecamatan atau tahun lain.",
    ),
    (
        "belanja-menjumlah",
        belanja_not_adding_up,
        "Belanja Operasi",
        "Realisasi Rp10 bukan jumlah rinciannya (Rp9).",
    ),
    (
        "belanja-sama-dengan-anggaran",
        belanja_unlike_program,
        "belanja",
        "Jumlah pagu belanja Rp99 berbeda Rp1 dengan jumlah pagu program Rp100.",
    ),
    (
        "belanja-sama-dengan-anggaran",
        realisasi_of_belanja_unlike_program,
        "belanja",
        "Jumlah realisasi belanja Rp85 berbeda Rp5 dengan jumlah realisasi program Rp90.",
    ),
    (
        "anggaran-sama-dengan-rincian",
        details_unlike_their_total,
        "anggaran 7.01.02 ",
        "Pagu murni Rp1.841.748.142 berbeda Rp250.000 dengan jumlah rinciannya Rp1.841.498.142.",
    ),
    (
        "anggaran-program-sama",
        program_unlike_pk,
        "program 7.01.02 ",
        "PK Rp90 berbeda Rp10 dengan pagu murni anggaran Rp100.",
    ),
    (
        "target-antardokumen",
        target_unlike_the_renstra,
        "PK murni, ",
        "Target 85 lebih rendah daripada Renstra (100). Samakan bila keliru; bila disengaja, LKIP menyajikan",
    ),
    (
        "rencana-aksi-sampai-target",
        quarters_unlike_the_pk,
        "rencana aksi, ",
        "Target jumlah empat triwulan 95 lebih rendah daripada PK murni (98). Samakan bila keliru.",
    ),
    (
        "rencana-aksi-tidak-mundur",
        quarters_that_shrink,
        "rencana aksi, ",
        "Target sampai dengan triwulan III 40 lebih rendah daripada sampai dengan triwulan II (50).",
    ),
    (
        "dukungan-beranggaran",
        dukungan_without_anggaran,
        "dukungan 7.01.03",
        "tidak ada dalam anggaran tahun itu.",
    ),
    (
        "dukungan-sekecamatan",
        dukungan_of_another_sasaran,
        "dukungan 7.01.02",
        "Sasarannya milik kecamatan lain.",
    ),
    (
        "tahunan-sekitar-rata-rata",
        year_unlike_the_mean,
        "realisasi 2021",
        "Nilai setahun 83,40 berbeda dengan rata-rata triwulannya, 83,00.",
    ),
    (
        "realisasi-lazim",
        less_by_the_second_triwulan,
        "triwulan II, realisasi 2021",
        "9 lebih rendah daripada 10 pada triwulan I, padahal nilainya kumulatif. Perbaiki",
    ),
    (
        "realisasi-lazim",
        more_than_all_in_sum,
        "realisasi 2021",
        "Jumlah triwulannya 120% di luar 0 sampai 100%. Perbaiki",
    ),
    (
        "target-lazim",
        target_above_its_percentage,
        "target 2021",
        "Target 950% di luar 0 sampai 100%. Perbaiki, atau tegaskan bila memang benar.",
    ),
    ("pembanding-lazim", pembanding_above_an_index, "pembanding", "885 melebihi nilai tertinggi 100."),
    ("keluaran-lazim", output_above_its_percentage, "output", "104% di luar 0 sampai 100%."),
    (
        "realisasi-dalam-pagu",
        source_spent_above_its_pagu,
        "sumber dana PAD",
        "Realisasi Rp110 melebihi pagu Rp80. Periksa keduanya.",
    ),
    (
        "realisasi-dalam-pagu",
        belanja_spent_above_its_pagu,
        "Belanja Operasi",
        "Realisasi Rp11 melebihi pagu Rp10.",
    ),
    ("realisasi-dalam-pagu", spent_without_a_pagu, "anggaran", "Realisasi Rp11 tanpa pagu. Isi pagunya."),
    (
        "rkt-sama-dengan-rincian",
        plan_unlike_its_parts,
        "RKT",
        "Anggaran Rp100 bukan jumlah rinciannya (Rp90). Periksa keduanya.",
    ),
    (
        "anggaran-lalu-tidak-berbeda",
        previous_total_differs,
        "Balung 2021, anggaran tahun 2020",
        "Pagu Rp99 berbeda dengan jumlah baris",
    ),
]
