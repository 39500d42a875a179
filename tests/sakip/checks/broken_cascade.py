"""Years whose PK berjenjang breaks one rule each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kecamatan import models as k
from sakip import models as s
from tests.factory import make, make_indikator, make_pk
from tests.sakip.checks.broken_plan import Row


def _unit(key: str, jenis: str = "seksi", above: k.UnitKerja | None = None) -> k.UnitKerja:
    camat = k.UnitKerja.objects.filter(jenis="camat").first() or make(k.UnitKerja)
    return make(k.UnitKerja, kunci=key, nama=f"Unit {key}", jenis=jenis, induk=above or camat)


def _promised(indikator: s.Indikator, **change: object) -> None:
    pk = s.PerjanjianKinerja.objects.first() or make_pk()
    make(
        s.BarisPK,
        perjanjian=pk,
        acuan_indikator=indikator,
        acuan_sasaran=indikator.sasaran,
        indikator=indikator.nama,
        sasaran=indikator.sasaran.uraian,
        satuan=indikator.satuan,
        angka=Decimal(80),
        **change,
    )


def unit_without_a_pk() -> None:
    make(s.BarisPKUnit, unit=_unit("a"), indikator=make_indikator())
    _unit("b")


def indikator_that_nobody_carries() -> None:
    carried = make_indikator()
    _promised(carried)
    _promised(make_indikator(sasaran=carried.sasaran, kunci="lain", nama="Indikator lain"))
    make(s.BarisPKUnit, unit=_unit("a"), indikator=carried)


def subbagian_beside_its_sekretaris() -> None:
    first = make_indikator()
    second = make_indikator(sasaran=first.sasaran, kunci="lain", nama="Indikator lain")
    _promised(first)
    _promised(second)
    sekretariat = _unit("sekretariat", "sekretariat")
    make(s.BarisPKUnit, unit=sekretariat, indikator=first)
    make(s.BarisPKUnit, unit=_unit("subbag", "subbagian", sekretariat), indikator=second)


def perubahan_that_a_unit_does_not_follow() -> None:
    carried = make_indikator()
    _promised(carried)
    make(s.BarisPKUnit, unit=_unit("a"), indikator=carried)
    first = s.BarisPK.objects.get()
    make(
        s.BarisPK,
        perjanjian=make_pk(jenis="perubahan", versi=1),
        acuan_indikator=carried,
        acuan_sasaran=carried.sasaran,
        indikator=first.indikator,
        sasaran=first.sasaran,
        satuan=first.satuan,
        angka=first.angka,
    )


def head_before_any_camat() -> None:
    carried = make_indikator()
    _promised(carried)
    unit = _unit("a")
    make(s.BarisPKUnit, unit=unit, indikator=carried)
    make(s.PKUnit, unit=unit, nama="BUDI", tanggal=date(2021, 1, 4))


def more_money_than_the_camat() -> None:
    """What the other kegiatan of the program costs is not known, so its sum is not compared."""
    carried = make_indikator()
    _promised(carried)
    program = make(s.Program)
    pk = s.PerjanjianKinerja.objects.get()
    make(s.AnggaranPK, perjanjian=pk, program=program, nama=program.nama, anggaran=Decimal(50_000_000))
    make(s.BarisPKUnit, unit=_unit("a"), indikator=carried)
    rkt = make(s.RKT)
    for number, amount in (("1", Decimal(60_000_000)), ("2", None)):
        make(
            s.BarisRKT,
            rkt=rkt,
            program=program,
            kegiatan=make(s.Kegiatan, program=program, kode=f"7.01.02.2.0{number}"),
            acuan_sasaran=carried.sasaran,
            anggaran=amount,
            penanggung_jawab=["a"] if amount else [],
        )


BROKEN_CASCADE: list[Row] = [
    ("pk-unit-lengkap", unit_without_a_pk, "Unit b", "PK Unit b tahun 2021 belum berisi."),
    (
        "pk-indikator-diemban",
        indikator_that_nobody_carries,
        "PK murni",
        'Indikator "Indikator lain" tidak didukung PK berjenjang unit mana pun.',
    ),
    (
        "pk-unit-mendukung-atasan",
        subbagian_beside_its_sekretaris,
        "PK berjenjang, Jumlah rapat koordinasi",
        "Indikator yang didukungnya tidak ada dalam PK atasannya, Unit sekretariat.",
    ),
    (
        "pk-unit-diperbarui",
        perubahan_that_a_unit_does_not_follow,
        "Unit a",
        "PK Unit a belum mengikuti perubahan ke-1 PK camat tahun 2021.",
    ),
    (
        "pk-unit-pejabat",
        head_before_any_camat,
        "PK Kepala Seksi Pemerintahan",
        "Atasannya, Camat Balung, tidak diketahui pada 4 Januari 2021.",
    ),
    (
        "pk-unit-pagu",
        more_money_than_the_camat,
        "Unit a",
        "dalam PK Unit a Rp60.000.000, lebih besar daripada dalam PK camat, Rp50.000.000.",
    ),
]
