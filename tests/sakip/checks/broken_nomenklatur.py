"""Rows that break one rule each on the nomenklatur."""

from kecamatan import models as k
from sakip import models as s
from tests.factory import make, make_anggaran, make_kabupaten, one
from tests.sakip.checks.broken_plan import Row


def old_anggaran_nomenklatur() -> None:
    make_anggaran(program=make(s.Program, versi=make(s.VersiNomenklatur, tahun_awal=2006, tahun_akhir=2020)))


def rkt_of_the_nomenklatur_two_years_ago() -> None:
    versi = make(s.VersiNomenklatur, tahun_awal=2006, tahun_akhir=2019)
    make(s.BarisRKT, program=make(s.Program, versi=versi))


def kegiatan_of_another_program() -> None:
    kegiatan = one(s.Kegiatan)
    make_anggaran(program=make(s.Program, kode="7.01.03"), kegiatan=kegiatan)


def sub_kegiatan_of_another_kegiatan() -> None:
    sub = one(s.SubKegiatan)
    kegiatan = make(s.Kegiatan, program=sub.kegiatan.program, kode="7.01.02.2.02")
    make(s.BarisRKT, program=kegiatan.program, kegiatan=kegiatan, sub_kegiatan=sub)


def mukim_in_jawa() -> None:
    make_anggaran(kegiatan=make(s.Kegiatan, khusus_aceh=True))


def added(of: object, first: int, last: int | None = None) -> None:
    whose = {"kabupaten": of, "dasar": "Perbup 1/2020", "tahun_awal": first, "tahun_akhir": last}
    make_anggaran(program=make(s.Program, kode="8.01.02", nama="Program Ideologi", **whose))


def addition_of_another_kabupaten() -> None:
    one(k.Kecamatan)
    added(make_kabupaten(kode="36.03", nama="Tangerang", provinsi="Banten"), 2021)


def addition_not_yet_in_use() -> None:
    added(k.Kabupaten, 2022)


def addition_out_of_use() -> None:
    added(k.Kabupaten, 2019, 2020)


BROKEN_NOMENKLATUR: list[Row] = [
    ("nomenklatur-semasa", old_anggaran_nomenklatur, "Kecamatan Balung 2021", "tidak berlaku tahun 2021."),
    (
        "nomenklatur-semasa",
        rkt_of_the_nomenklatur_two_years_ago,
        "Kecamatan Balung 2021, RKT",
        "tidak berlaku tahun 2021.",
    ),
    ("nomenklatur-sejenjang", kegiatan_of_another_program, "Kecamatan Balung 2021", "bukan kegiatan 7.01.03"),
    (
        "nomenklatur-sejenjang",
        sub_kegiatan_of_another_kegiatan,
        "Kecamatan Balung 2021, RKT",
        "bukan sub kegiatan 7.01.02.2.02",
    ),
    ("khusus-aceh", mukim_in_jawa, "Kecamatan Balung 2021", "hanya untuk Aceh. Pilih kegiatan lain."),
    (
        "nomenklatur-tambahan",
        addition_of_another_kabupaten,
        "Kecamatan Balung 2021",
        "8.01.02 Program Ideologi adalah tambahan Kabupaten Tangerang. Pilih program lain.",
    ),
    (
        "nomenklatur-tambahan",
        addition_not_yet_in_use,
        "Kecamatan Balung 2021",
        "8.01.02 Program Ideologi (tambahan Kabupaten Jember) baru dipakai sejak tahun 2022. Pilih program lain.",
    ),
    (
        "nomenklatur-tambahan",
        addition_out_of_use,
        "Kecamatan Balung 2021",
        "8.01.02 Program Ideologi (tambahan Kabupaten Jember) dipakai sampai tahun 2020. Pilih program lain.",
    ),
]
