"""Rows that break one rule each, for :mod:`test_checks`: the rule, what to store, and what is said about it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from kecamatan import models as k
from sakip import models as s
from tests.factory import (
    make,
    make_anggaran,
    make_indikator,
    make_kabupaten,
    make_kecamatan,
    make_masa_jabatan,
    make_pengguna,
    make_pk,
    make_realisasi,
    make_renstra,
    make_sasaran,
    satu,
)


def lain() -> k.Kecamatan:
    """A second kecamatan of the same kabupaten; what names none belongs to the first, Balung."""
    satu(k.Kecamatan)
    return k.Kecamatan.objects.filter(kode="35.09.11").first() or make_kecamatan(kode="35.09.11")


def renstra_lain() -> s.Renstra:
    return make_renstra(kecamatan=lain())


def tujuan(renstra: s.Renstra, kunci: str = "t1") -> s.Tujuan:
    return make(s.Tujuan, renstra=renstra, kunci=kunci)


def indikator_di(renstra: s.Renstra) -> s.Indikator:
    return make_indikator(sasaran=make_sasaran(tujuan=tujuan(renstra)))


def indikator_huruf() -> s.Indikator:
    skala = satu(s.Skala)
    for kode, batas in (("A", Decimal("88.30")), ("D", None)):
        make(s.KategoriSkala, skala=skala, kode=kode, label=kode, batas=batas)
    return make_indikator(jenis_nilai="huruf", rumus="predikat", skala=skala)


def kode_kabupaten_lain() -> None:
    make_kecamatan(kode="35.10.01")


def unit_di_bawah_unit_lain() -> None:
    atas = make(k.UnitKerja, kecamatan=lain())
    make(k.UnitKerja, kunci="seksi", jenis="seksi", induk=atas)


def unit_melingkar() -> None:
    a = make(k.UnitKerja, kunci="a", jenis="seksi", induk=k.UnitKerja)
    b = make(k.UnitKerja, kunci="b", jenis="seksi", induk=a)
    k.UnitKerja.objects.filter(pk=a.pk).update(induk=b)


def operator_unit_lain() -> None:
    pengguna = make_pengguna("operator", kecamatan=satu(k.Kecamatan))
    pengguna.keanggotaan.get().unit.add(make(k.UnitKerja), make(k.UnitKerja, kecamatan=lain()))


def dua_camat() -> None:
    awal = make_masa_jabatan(sampai=date(2021, 6, 30))
    make_masa_jabatan(pejabat=awal.pejabat, jabatan="plt-camat", mulai=date(2021, 6, 30))


def penduduk_tidak_menjumlah() -> None:
    make(k.ProfilKecamatan, penduduk=10, penduduk_laki_laki=5, penduduk_perempuan=4)


def desa_kurang() -> None:
    make(k.DesaKelurahan, kecamatan=make_kecamatan(jumlah_desa=2, jumlah_kelurahan=0))


def skala_tanpa_dasar() -> None:
    make(s.KategoriSkala)


def sasaran_di_bawah_tujuan_lain() -> None:
    make(s.Sasaran, tujuan=tujuan(renstra_lain()), renstra=make_renstra())


def indikator_di_bawah_sasaran_lain() -> None:
    make(s.Indikator, sasaran=indikator_di(renstra_lain()).sasaran, renstra=make_renstra())


def target_di_luar_masa() -> None:
    make(s.TargetRenstra, tahun=2027)


def target_tujuan_di_luar_masa() -> None:
    make(s.TargetTujuan, tahun=2020)


def misi_periode_lain() -> None:
    misi = make(s.MisiRPJMD)
    make_renstra(periode_rpjmd=make(s.PeriodeRPJMD, tahun_awal=2016, tahun_akhir=2021), misi_diacu=misi)


def rpjmd_kabupaten_lain() -> None:
    sendiri = satu(k.Kecamatan)
    bondowoso = make_kabupaten(kode="35.11", nama="Bondowoso")
    make_renstra(kecamatan=sendiri, periode_rpjmd=make(s.PeriodeRPJMD, kabupaten=bondowoso))


def sasaran_rpjmd_periode_lain() -> None:
    make_sasaran(sasaran_rpjmd=s.SasaranRPJMD)


def renstra_tanpa_versi_awal() -> None:
    make_renstra(versi=1)


def bobot_sebagian() -> None:
    make_indikator(kunci="a", bobot=Decimal(60))
    make_indikator(kunci="b", bobot=None)


def bobot_kurang() -> None:
    make_sasaran(kunci="a", bobot=Decimal(60))
    make_sasaran(kunci="b", bobot=Decimal("39.5"))


def target_huruf_untuk_angka() -> None:
    make(s.TargetRenstra, angka=None, huruf="B")


def target_pk_huruf_di_luar_skala() -> None:
    make(s.BarisPK, acuan_indikator=indikator_huruf(), angka=None, huruf="Z")


def target_angka_untuk_rentang() -> None:
    make(s.TargetRenstra, indikator=make_indikator(jenis_nilai="rentang", rumus="rentang"))


def penanggung_jawab_hilang() -> None:
    make_indikator(penanggung_jawab=["seksi-x"])


def pk_ke_renstra_lain() -> None:
    make(s.BarisPK, acuan_indikator=indikator_di(renstra_lain()))


def pk_sebelum_renstra() -> None:
    make(s.BarisPK, perjanjian=make_pk(tahun=2020))


def pk_sasaran_lain() -> None:
    indikator = satu(s.Indikator)
    make(
        s.BarisPK,
        acuan_indikator=indikator,
        acuan_sasaran=make_sasaran(tujuan=indikator.sasaran.tujuan, kunci="s2"),
    )


def pk_ditandatangani_sekretaris() -> None:
    make_pk(pihak_pertama=make_masa_jabatan(jabatan="sekretaris"))


def rkt_ditandatangani_camat_lain() -> None:
    make(s.RKT, penandatangan=make_masa_jabatan(kecamatan=lain()))


def iku_sebelum_menjabat() -> None:
    make(s.KeputusanIKU, tanggal=date(2019, 12, 31), penandatangan=k.MasaJabatan)


def rkt_sesudah_menjabat() -> None:
    make(s.RKT, tanggal_cetak="Januari 2021", penandatangan=make_masa_jabatan(sampai=date(2020, 12, 31)))


def anggaran_nomenklatur_lama() -> None:
    make_anggaran(program=make(s.Program, versi=make(s.VersiNomenklatur, tahun_awal=2006, tahun_akhir=2020)))


def rkt_nomenklatur_dua_tahun_lalu() -> None:
    versi = make(s.VersiNomenklatur, tahun_awal=2006, tahun_akhir=2019)
    make(s.BarisRKT, program=make(s.Program, versi=versi))


def kegiatan_program_lain() -> None:
    kegiatan = satu(s.Kegiatan)
    make_anggaran(program=make(s.Program, kode="7.01.03"), kegiatan=kegiatan)


def sub_kegiatan_kegiatan_lain() -> None:
    sub = satu(s.SubKegiatan)
    kegiatan = make(s.Kegiatan, program=sub.kegiatan.program, kode="7.01.02.2.02")
    make(s.BarisRKT, program=kegiatan.program, kegiatan=kegiatan, sub_kegiatan=sub)


def mukim_di_jawa() -> None:
    make_anggaran(kegiatan=make(s.Kegiatan, khusus_aceh=True))


def realisasi_huruf_untuk_angka() -> None:
    make_realisasi(angka=None, huruf="B")


def realisasi_huruf_di_luar_skala() -> None:
    make_realisasi(indikator=indikator_huruf(), angka=None, huruf="Z")


def triwulan(akhir: int, setahun: int) -> None:
    for nomor, angka in enumerate((1, 2, 3, akhir), start=1):
        make_realisasi(triwulan=nomor, angka=Decimal(angka))
    make_realisasi(triwulan=0, angka=Decimal(setahun))


def triwulan_tidak_cocok() -> None:
    triwulan(akhir=4, setahun=5)


def triwulan_tidak_diukur() -> None:
    make_realisasi(indikator=make_indikator(irama="24"), triwulan=1, angka=Decimal(80))


def pembanding_masa_depan() -> None:
    make(s.PembandingIndikator, tahun_nilai=2022)


def realisasi_melebihi_pagu() -> None:
    make_anggaran(pagu_murni=Decimal(20), pagu_perubahan=Decimal(10), realisasi=Decimal(11))


def belanja_kelompok_lain() -> None:
    make(s.Belanja, kode="pegawai", induk=make(s.Belanja, kecamatan=lain()))


def belanja_tidak_menjumlah() -> None:
    induk = make(s.Belanja, realisasi=Decimal(10))
    make(s.Belanja, kode="pegawai", induk=induk, realisasi=Decimal(4))
    make(s.Belanja, kode="barang-jasa", induk=induk, realisasi=Decimal(5))


def belanja_lain_dari_program() -> None:
    make_anggaran(pagu_murni=Decimal(100))
    make(s.Belanja, pagu=Decimal(99))


def realisasi_belanja_lain_dari_program() -> None:
    make_anggaran(pagu_murni=Decimal(100), realisasi=Decimal(90))
    make(s.Belanja, pagu=Decimal(100), realisasi=Decimal(85))


def rincian_lain_dari_jumlahnya() -> None:
    program = make(s.Program)
    make_anggaran(program=program, pagu_murni=Decimal(1_841_748_142))
    kegiatan = make(s.Kegiatan, program=program)
    make_anggaran(program=program, kegiatan=kegiatan, pagu_murni=Decimal(1_841_498_142))


def program_lain_dari_pk() -> None:
    pk = make_pk()
    program = make(s.Program)
    make_anggaran(program=program, pagu_murni=Decimal(100))
    make(s.AnggaranPK, perjanjian=pk, program=program, anggaran=Decimal(90))


def dukungan_tanpa_anggaran() -> None:
    make_anggaran()
    make(s.DukunganProgram, program=make(s.Program, kode="7.01.03"))


def dukungan_sasaran_lain() -> None:
    make(s.DukunganProgram, sasaran=indikator_di(renstra_lain()).sasaran)


def jumlah_lalu_lain() -> None:
    make_anggaran(tahun=2020, pagu_murni=Decimal(100), program=None, rinci=False)
    make(s.AnggaranLalu, tahun=2020, pagu=Decimal(99))


RUSAK: list[tuple[str, Callable[[], None], str, str]] = [
    (
        "kode-sekabupaten",
        kode_kabupaten_lain,
        "Kecamatan 01",
        "Kode 35.10.01 tidak berawalan kode Kabupaten Jember",
    ),
    (
        "unit-sekecamatan",
        unit_di_bawah_unit_lain,
        "Balung, unit kerja seksi",
        "Atasannya unit kecamatan lain.",
    ),
    (
        "keanggotaan-sekecamatan",
        operator_unit_lain,
        "Pengguna operator.0",
        "Unit kerja Camat milik kecamatan lain.",
    ),
    ("masa-jabatan-tidak-bertindih", dua_camat, "Plt. Camat Balung", "Bertindih dengan SITI AMINAH"),
    (
        "penduduk-menjumlah",
        penduduk_tidak_menjumlah,
        "Balung 2021, profil",
        "Penduduk 10 jiwa bukan jumlah 5",
    ),
    (
        "jumlah-desa-resmi",
        desa_kurang,
        "Kecamatan Balung 20",
        "Tercatat 1 desa/kelurahan; menurut Kemendagri 2.",
    ),
    ("skala-utuh", skala_tanpa_dasar, "Skala skm-2017", "Memiliki 0 kategori tanpa batas bawah."),
    ("sasaran-satu-renstra", sasaran_di_bawah_tujuan_lain, "sasaran s1", "Tujuannya milik Renstra lain."),
    (
        "indikator-satu-renstra",
        indikator_di_bawah_sasaran_lain,
        "indikator skm",
        "Sasarannya milik Renstra lain.",
    ),
    ("target-dalam-masa", target_di_luar_masa, "Survei Kepuasan", "Target 2027 di luar masa Renstra."),
    ("target-dalam-masa", target_tujuan_di_luar_masa, "Nilai SAKIP", "Target 2020 di luar masa Renstra."),
    ("misi-satu-periode", misi_periode_lain, "Renstra Kecamatan Balung", "Misi yang diacu milik RPJMD lain."),
    (
        "rpjmd-sekabupaten",
        rpjmd_kabupaten_lain,
        "Renstra Kecamatan Balung",
        "RPJMD yang diacu milik kabupaten",
    ),
    (
        "sasaran-rpjmd-satu-periode",
        sasaran_rpjmd_periode_lain,
        "sasaran s1",
        "Sasaran RPJMD-nya milik RPJMD lain.",
    ),
    ("versi-renstra-berurutan", renstra_tanpa_versi_awal, "(perubahan 1)", "Versi sebelumnya belum dicatat."),
    ("bobot-seratus", bobot_sebagian, "bobot indikator sasaran s1", "1 dari 2 bobot terisi, berjumlah 60%."),
    ("bobot-seratus", bobot_kurang, "bobot sasaran", "2 dari 2 bobot terisi, berjumlah 99,5%."),
    ("target-sesuai-jenis", target_huruf_untuk_angka, "indikator skm", "Indikator ini memerlukan angka."),
    (
        "target-sesuai-jenis",
        target_pk_huruf_di_luar_skala,
        "PK murni, Indeks kepuasan",
        '"Z" tidak ada pada skala skm-2017.',
    ),
    ("target-sesuai-jenis", target_angka_untuk_rentang, "indikator skm", "Indikator ini memerlukan rentang."),
    ("penanggung-jawab-dikenal", penanggung_jawab_hilang, "indikator skm", '"seksi-x" bukan unit kerja'),
    (
        "acuan-sekecamatan",
        pk_ke_renstra_lain,
        "PK Kecamatan Balung Tahun 2021",
        "Mengacu pada Renstra kecamatan lain.",
    ),
    ("acuan-semasa", pk_sebelum_renstra, "Kecamatan Balung 2020, PK murni", "di luar masanya."),
    (
        "pk-sasaran-selaras",
        pk_sasaran_lain,
        "Kecamatan Balung 2021, PK murni",
        "bukan indikator sasaran barisnya.",
    ),
    (
        "penanda-tangan-berwenang",
        pk_ditandatangani_sekretaris,
        "pihak pertama",
        "Sekretaris Camat Balung tidak",
    ),
    (
        "penanda-tangan-berwenang",
        rkt_ditandatangani_camat_lain,
        "penandatangan",
        "Kecamatan 11 tidak berwenang",
    ),
    (
        "penanda-tangan-menjabat",
        iku_sebelum_menjabat,
        "SK IKU, penandatangan",
        "tidak menjabat pada tanggal dokumen.",
    ),
    (
        "penanda-tangan-menjabat",
        rkt_sesudah_menjabat,
        "Kecamatan Balung 2021, RKT",
        "tidak menjabat pada tanggal dokumen.",
    ),
    ("nomenklatur-semasa", anggaran_nomenklatur_lama, "Kecamatan Balung 2021", "tidak berlaku tahun 2021."),
    (
        "nomenklatur-semasa",
        rkt_nomenklatur_dua_tahun_lalu,
        "Kecamatan Balung 2021, RKT",
        "tidak berlaku tahun 2021.",
    ),
    ("nomenklatur-sejenjang", kegiatan_program_lain, "Kecamatan Balung 2021", "bukan kegiatan 7.01.03"),
    (
        "nomenklatur-sejenjang",
        sub_kegiatan_kegiatan_lain,
        "Kecamatan Balung 2021, RKT",
        "bukan sub kegiatan 7.01.02.2.02",
    ),
    ("khusus-aceh", mukim_di_jawa, "Kecamatan Balung 2021", "hanya untuk Aceh. Pilih kegiatan lain."),
    ("realisasi-sesuai-jenis", realisasi_huruf_untuk_angka, "realisasi 2021", '"B" adalah huruf'),
    ("realisasi-sesuai-jenis", realisasi_huruf_di_luar_skala, "realisasi 2021", '"Z" tidak ada pada skala'),
    (
        "realisasi-pada-triwulan-diukur",
        triwulan_tidak_diukur,
        "triwulan 1, realisasi 2021",
        "Nilai triwulan I tidak dihitung: indikator ini diukur pada triwulan II dan IV.",
    ),
    (
        "tahunan-sesuai-triwulan",
        triwulan_tidak_cocok,
        "realisasi 2021",
        "Nilai setahun berbeda",
    ),
    (
        "pembanding-tidak-mendahului",
        pembanding_masa_depan,
        "pembanding kabupaten",
        "Nilai tahun 2022 sesudah",
    ),
    (
        "realisasi-dalam-pagu",
        realisasi_melebihi_pagu,
        "Balung 2021, anggaran",
        "Realisasi Rp11 melebihi pagu Rp10.",
    ),
    (
        "belanja-sekelompok",
        belanja_kelompok_lain,
        "belanja pegawai",
        "Kelompoknya milik kecamatan atau tahun lain.",
    ),
    (
        "belanja-menjumlah",
        belanja_tidak_menjumlah,
        "belanja operasi",
        "Realisasi Rp10 bukan jumlah rinciannya (Rp9).",
    ),
    (
        "belanja-sama-dengan-anggaran",
        belanja_lain_dari_program,
        "belanja",
        "Jumlah pagu belanja Rp99 berbeda Rp1 dengan jumlah pagu program Rp100.",
    ),
    (
        "belanja-sama-dengan-anggaran",
        realisasi_belanja_lain_dari_program,
        "belanja",
        "Jumlah realisasi belanja Rp85 berbeda Rp5 dengan jumlah realisasi program Rp90.",
    ),
    (
        "anggaran-sama-dengan-rincian",
        rincian_lain_dari_jumlahnya,
        "anggaran 7.01.02 ",
        "Pagu murni Rp1.841.748.142 berbeda Rp250.000 dengan jumlah rinciannya Rp1.841.498.142.",
    ),
    (
        "anggaran-program-sama",
        program_lain_dari_pk,
        "program 7.01.02 ",
        "PK Rp90 berbeda Rp10 dengan pagu murni anggaran Rp100.",
    ),
    (
        "dukungan-beranggaran",
        dukungan_tanpa_anggaran,
        "dukungan 7.01.03",
        "tidak ada dalam anggaran tahun itu.",
    ),
    ("dukungan-sekecamatan", dukungan_sasaran_lain, "dukungan 7.01.02", "Sasarannya milik kecamatan lain."),
    (
        "anggaran-lalu-tidak-berbeda",
        jumlah_lalu_lain,
        "Balung 2021, anggaran tahun 2020",
        "Pagu Rp99 berbeda dengan jumlah baris",
    ),
]
