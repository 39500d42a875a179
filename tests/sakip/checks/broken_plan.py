"""Rows that break one rule each on who and where, the plan and its documents."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from kecamatan import models as k
from sakip import models as s
from tests.factory import (
    make,
    make_indikator,
    make_kabupaten,
    make_kecamatan,
    make_masa_jabatan,
    make_pengguna,
    make_pk,
    make_renstra,
    make_sasaran,
    one,
)

Row = tuple[str, Callable[[], None], str, str]
"""The rule, what to store, and the place and the sentence that are said about it."""


def other() -> k.Kecamatan:
    """A second kecamatan of the same kabupaten; what names none belongs to the first, Balung."""
    one(k.Kecamatan)
    return k.Kecamatan.objects.filter(kode="35.09.11").first() or make_kecamatan(kode="35.09.11")


def other_renstra() -> s.Renstra:
    return make_renstra(kecamatan=other())


def tujuan(renstra: s.Renstra, key: str = "t1") -> s.Tujuan:
    return make(s.Tujuan, renstra=renstra, kunci=key)


def indikator_di(renstra: s.Renstra) -> s.Indikator:
    return make_indikator(sasaran=make_sasaran(tujuan=tujuan(renstra)))


def indikator_huruf() -> s.Indikator:
    skala = one(s.Skala)
    for kode, batas in (("A", Decimal("88.30")), ("D", None)):
        make(s.KategoriSkala, skala=skala, kode=kode, label=kode, batas=batas)
    return make_indikator(jenis_nilai="huruf", rumus="predikat", skala=skala)


def honour_for_another_sasaran() -> None:
    make(s.Prestasi, kecamatan=one(k.Kecamatan), sasaran=indikator_di(other_renstra()).sasaran)


def code_of_another_kabupaten() -> None:
    make_kecamatan(kode="35.10.01")


def unit_below_another_unit() -> None:
    above = make(k.UnitKerja, kecamatan=other())
    make(k.UnitKerja, kunci="seksi", jenis="seksi", induk=above)


def one_indikator_twice_in_the_rkt() -> None:
    for indikator in ("IKM", "ikm."):
        make(s.SasaranRKT, indikator=indikator)


def one_program_twice_in_the_pk() -> None:
    pk = make_pk()
    for nama in ("Program Pelayanan", "program pelayanan"):
        make(s.AnggaranPK, perjanjian=pk, nama=nama)


def lost_unit_of_a_follow_up() -> None:
    make(s.TindakLanjut, penanggung_jawab=["seksi-x"])


def recommended(**answer: str) -> None:
    make(s.RKT)  # a year that is worked on
    make(s.RekomendasiLHE, **answer)


def recommendation_without_an_answer() -> None:
    recommended()


def answered_recommendation_not_begun() -> None:
    recommended(tindakan="Definisi disusun.")


def settled_recommendation_without_evidence() -> None:
    recommended(tindakan="Definisi ditetapkan.", status="selesai")


def people_without_a_schooling() -> None:
    for kelompok, asn in (("golongan", 5), ("golongan", 7), ("pendidikan", 11), ("jabatan", 4)):
        make(k.KomposisiSDM, kelompok=kelompok, uraian=f"{kelompok} {asn}", golongan="", asn=asn)


def unit_melingkar() -> None:
    a = make(k.UnitKerja, kunci="a", nama="Seksi A", jenis="seksi", induk=k.UnitKerja)
    b = make(k.UnitKerja, kunci="b", nama="Seksi B", jenis="seksi", induk=a)
    k.UnitKerja.objects.filter(pk=a.pk).update(induk=b)


def operator_of_another_unit() -> None:
    pengguna = make_pengguna("operator", kecamatan=one(k.Kecamatan))
    pengguna.keanggotaan.get().unit.add(make(k.UnitKerja), make(k.UnitKerja, kecamatan=other()))


def two_camat() -> None:
    start = make_masa_jabatan(sampai=date(2021, 6, 30))
    make_masa_jabatan(pejabat=start.pejabat, status="plt", mulai=date(2021, 6, 30))


def pk_without_a_kepala_daerah() -> None:
    make_pk(pihak_pertama=make_masa_jabatan(), tanggal=date(2021, 1, 4))


def pk_perubahan_before_its_murni() -> None:
    make_masa_jabatan()
    kepala_daerah = {"jabatan": "bupati", "kecamatan": None, "kabupaten": k.Kabupaten}
    make(k.MasaJabatan, mulai=date(2021, 1, 1), **kepala_daerah)
    make_pk(tanggal_cetak="Maret 2021")
    make_pk(versi=1, tanggal=date(2021, 2, 28))


def cites_what_was_revoked() -> None:
    new = make(
        k.Peraturan, kode="perbup-9-2020", sebutan="Peraturan Bupati Jember Nomor 9 Tahun 2020 tentang B"
    )
    old = {"kode": "perbup-1-2016", "sebutan": "Peraturan Bupati Jember Nomor 1 Tahun 2016 tentang A"}
    make(k.DasarHukumProfil, peraturan=make(k.Peraturan, **old, berlaku_sampai=2020, dicabut_oleh=new))


def cites_before_it_holds() -> None:
    camat = make_masa_jabatan(mulai=date(2018, 1, 1))
    decided = make(s.KeputusanIKU, tanggal_cetak="Maret 2018", penandatangan=camat)
    make(s.MengingatIKU, keputusan=decided, peraturan=make(k.Peraturan, berlaku_mulai=2019))


def penduduk_not_adding_up() -> None:
    make(k.ProfilKecamatan, penduduk=10, penduduk_laki_laki=5, penduduk_perempuan=4)


def too_few_desa() -> None:
    make(k.DesaKelurahan, kecamatan=make_kecamatan(jumlah_desa=2, jumlah_kelurahan=0))


def skala_without_dasar() -> None:
    make(s.KategoriSkala)


def sasaran_below_another_tujuan() -> None:
    make(s.Sasaran, tujuan=tujuan(other_renstra()), renstra=make_renstra())


def indikator_below_another_sasaran() -> None:
    make(s.Indikator, sasaran=indikator_di(other_renstra()).sasaran, renstra=make_renstra())


def target_outside_period() -> None:
    make(s.TargetRenstra, tahun=2027)


def target_tujuan_outside_period() -> None:
    make(s.TargetTujuan, tahun=2020)


def misi_of_another_period() -> None:
    misi = make(s.MisiRPJMD)
    make_renstra(periode_rpjmd=make(s.PeriodeRPJMD, tahun_awal=2016, tahun_akhir=2021), misi_diacu=misi)


def rpjmd_of_another_kabupaten() -> None:
    own = one(k.Kecamatan)
    bondowoso = make_kabupaten(kode="35.11", nama="Bondowoso")
    make_renstra(kecamatan=own, periode_rpjmd=make(s.PeriodeRPJMD, kabupaten=bondowoso))


def sasaran_rpjmd_of_another_period() -> None:
    make_sasaran(sasaran_rpjmd=s.SasaranRPJMD)


def renstra_without_the_version_between() -> None:
    make_renstra()
    make_renstra(versi=2)


def partial_bobot() -> None:
    make_indikator(kunci="a", bobot=Decimal(60))
    make_indikator(kunci="b", bobot=None)


def two_indikator_of_one_name_in_a_tujuan() -> None:
    own = make(s.Tujuan)
    for urut in (1, 2):
        make(s.IndikatorTujuan, tujuan=own, nama="Indeks desa", urut=urut)


def less_bobot() -> None:
    make_sasaran(kunci="a", bobot=Decimal(60))
    make_sasaran(kunci="b", bobot=Decimal("39.5"))


def letter_target_for_number() -> None:
    make(s.TargetRenstra, angka=None, huruf="B")


def letter_pk_target_outside_scale() -> None:
    make(s.BarisPK, acuan_indikator=indikator_huruf(), angka=None, huruf="Z")


def number_target_for_range() -> None:
    make(s.TargetRenstra, indikator=make_indikator(jenis_nilai="rentang", rumus="rentang"))


def lost_penanggung_jawab() -> None:
    make_indikator(penanggung_jawab=["seksi-x"])


def pk_to_another_renstra() -> None:
    make(s.BarisPK, acuan_indikator=indikator_di(other_renstra()))


def pk_before_renstra() -> None:
    make(s.BarisPK, perjanjian=make_pk(tahun=2020))


def rkt_on_the_former_renstra() -> None:
    former = indikator_di(make_renstra(tahun_awal=2017, tahun_akhir=2021))
    make(s.SasaranRKT, acuan_indikator=former)
    make(s.BarisPK, acuan_indikator=indikator_di(make_renstra()))


def pk_of_another_sasaran() -> None:
    indikator = one(s.Indikator)
    make(
        s.BarisPK,
        acuan_indikator=indikator,
        acuan_sasaran=make_sasaran(tujuan=indikator.sasaran.tujuan, kunci="s2"),
    )


def pk_ditandatangani_sekretaris() -> None:
    make_pk(pihak_pertama=make_masa_jabatan(jabatan="sekretaris"))


def rkt_signed_by_another_camat() -> None:
    make(s.RKT, penandatangan=make_masa_jabatan(kecamatan=other()))


def iku_before_taking_office() -> None:
    make(s.KeputusanIKU, tanggal=date(2019, 12, 31), penandatangan=k.MasaJabatan)


def rkt_after_leaving_office() -> None:
    make(s.RKT, tanggal_cetak="Januari 2021", penandatangan=make_masa_jabatan(sampai=date(2020, 12, 31)))


BROKEN_PLAN: list[Row] = [
    (
        "kode-sekabupaten",
        code_of_another_kabupaten,
        "Kecamatan 01",
        "Kode 35.10.01 tidak berawalan kode Kabupaten Jember",
    ),
    (
        "unit-sekecamatan",
        unit_below_another_unit,
        "Balung, unit kerja seksi",
        "Atasannya unit kecamatan lain.",
    ),
    (
        "keanggotaan-sekecamatan",
        operator_of_another_unit,
        "Pengguna operator.0",
        "Unit kerja Camat milik kecamatan lain.",
    ),
    ("masa-jabatan-tidak-bertindih", two_camat, "Plt. Camat Balung", "Bertindih dengan SITI AMINAH"),
    (
        "penduduk-menjumlah",
        penduduk_not_adding_up,
        "Balung 2021, profil",
        "Penduduk 10 jiwa bukan jumlah 5",
    ),
    (
        "jumlah-desa-resmi",
        too_few_desa,
        "Kecamatan Balung 20",
        "Tercatat 1 desa/kelurahan; menurut Kemendagri 2.",
    ),
    ("skala-utuh", skala_without_dasar, "Skala skm-2017", "Memiliki 0 kategori tanpa batas bawah."),
    ("sasaran-satu-renstra", sasaran_below_another_tujuan, "sasaran s1", "Tujuannya milik Renstra lain."),
    (
        "indikator-satu-renstra",
        indikator_below_another_sasaran,
        "indikator skm",
        "Sasarannya milik Renstra lain.",
    ),
    ("target-dalam-masa", target_outside_period, "Survei Kepuasan", "Target 2027 di luar masa Renstra."),
    ("target-dalam-masa", target_tujuan_outside_period, "Nilai SAKIP", "Target 2020 di luar masa Renstra."),
    (
        "misi-satu-periode",
        misi_of_another_period,
        "Renstra Kecamatan Balung",
        "Misi yang diacu milik RPJMD lain.",
    ),
    (
        "rpjmd-sekabupaten",
        rpjmd_of_another_kabupaten,
        "Renstra Kecamatan Balung",
        "RPJMD yang diacu milik kabupaten",
    ),
    (
        "sasaran-rpjmd-satu-periode",
        sasaran_rpjmd_of_another_period,
        "sasaran s1",
        "Sasaran RPJMD-nya milik RPJMD lain.",
    ),
    (
        "baris-ganda",
        one_indikator_twice_in_the_rkt,
        "RKT, ikm.",
        "Baris yang sama sudah ada dalam dokumen ini. Hapus salah satunya.",
    ),
    ("baris-ganda", one_program_twice_in_the_pk, "PK murni", "Baris yang sama sudah ada dalam dokumen ini."),
    (
        "penanggung-jawab-dikenal",
        lost_unit_of_a_follow_up,
        "tindak lanjut indikator",
        '"seksi-x" bukan unit kerja',
    ),
    (
        "rekomendasi-ditindaklanjuti",
        recommendation_without_an_answer,
        "rekomendasi LHE “Lengkapi definisi",
        "Rekomendasi ini belum ditindaklanjuti.",
    ),
    (
        "rekomendasi-ditindaklanjuti",
        answered_recommendation_not_begun,
        "rekomendasi LHE",
        "statusnya Belum. Ubah statusnya",
    ),
    (
        "rekomendasi-berbukti",
        settled_recommendation_without_evidence,
        "rekomendasi LHE",
        "Status Selesai tanpa bukti.",
    ),
    (
        "pegawai-sama-banyak",
        people_without_a_schooling,
        "tabel pegawai",
        "Menurut golongan 12 orang ASN, menurut pendidikan 11. Periksa kedua tabelnya.",
    ),
    (
        "versi-renstra-berurutan",
        renstra_without_the_version_between,
        "(perubahan 2)",
        "Perubahan 1 belum dicatat. Tambahkan Renstra 2021–2026 dengan versi 1.",
    ),
    (
        "indikator-tujuan-sekali",
        two_indikator_of_one_name_in_a_tujuan,
        'indikator tujuan "Indeks desa"',
        "Nama ini sudah dipakai indikator lain pada tujuan yang sama.",
    ),
    (
        "bobot-seratus",
        partial_bobot,
        'bobot indikator sasaran "Meningkat',
        "1 dari 2 bobot terisi, berjumlah 60%.",
    ),
    ("bobot-seratus", less_bobot, "bobot sasaran", "2 dari 2 bobot terisi, berjumlah 99,5%."),
    (
        "target-sesuai-jenis",
        letter_target_for_number,
        '"Survei Kepuasan Masyarakat", target 2021',
        "Indikator ini memerlukan angka.",
    ),
    (
        "target-sesuai-jenis",
        letter_pk_target_outside_scale,
        "PK murni, Indeks kepuasan",
        '"Z" tidak ada pada skala "Mutu pelayanan SKM".',
    ),
    (
        "target-sesuai-jenis",
        number_target_for_range,
        '"Survei Kepuasan Masyarakat", target 2021',
        "Indikator ini memerlukan rentang.",
    ),
    ("penanggung-jawab-dikenal", lost_penanggung_jawab, "indikator", '"seksi-x" bukan unit kerja'),
    (
        "acuan-sekecamatan",
        pk_to_another_renstra,
        "PK Kecamatan Balung Tahun 2021",
        "Mengacu pada Renstra kecamatan lain.",
    ),
    (
        "acuan-sekecamatan",
        honour_for_another_sasaran,
        "Balung 2021, Loket Malam",
        "Mengacu pada Renstra kecamatan lain.",
    ),
    ("acuan-semasa", pk_before_renstra, "Kecamatan Balung 2020, PK murni", "di luar masanya."),
    (
        "acuan-serencana",
        rkt_on_the_former_renstra,
        "RKT",
        "Mengacu pada Renstra Kecamatan Balung 2017–2021, sedangkan tahun 2021 diukur menurut "
        "Renstra Kecamatan Balung 2021–2026.",
    ),
    (
        "pk-sasaran-selaras",
        pk_of_another_sasaran,
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
        rkt_signed_by_another_camat,
        "penandatangan",
        "Kecamatan 11 tidak berwenang",
    ),
    (
        "penanda-tangan-menjabat",
        iku_before_taking_office,
        "SK IKU, penandatangan",
        "tidak menjabat pada tanggal dokumen, ",
    ),
    (
        "penanda-tangan-menjabat",
        rkt_after_leaving_office,
        "Kecamatan Balung 2021, RKT",
        "tidak menjabat pada tanggal dokumen, ",
    ),
    (
        "penanda-tangan-tercatat",
        pk_without_a_kepala_daerah,
        "pihak kedua",
        "Kepala daerah yang menjabat pada tanggal dokumen belum tercatat.",
    ),
    (
        "peraturan-berlaku",
        cites_what_was_revoked,
        "dasar hukum",
        "Peraturan Bupati Jember Nomor 1 Tahun 2016 berlaku sampai tahun 2020, dicabut dengan Peraturan Bupati Jember"
        " Nomor 9 Tahun 2020, padahal dikutip dokumen tahun 2021. Pilih peraturan yang berlaku.",
    ),
    (
        "peraturan-berlaku",
        cites_before_it_holds,
        "mengingat SK IKU",
        "Undang-Undang Nomor 23 Tahun 2014 baru berlaku tahun 2019, padahal dikutip dokumen tahun 2018.",
    ),
    (
        "pk-berurutan",
        pk_perubahan_before_its_murni,
        "PK perubahan",
        "Bertanggal 28 Februari 2021, sebelum PK murni yang diubahnya (Maret 2021).",
    ),
]
