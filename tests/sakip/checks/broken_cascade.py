"""Years whose PK berjenjang breaks one rule each."""

from __future__ import annotations

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
]
