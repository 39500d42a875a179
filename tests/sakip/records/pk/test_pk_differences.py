"""Where a PK differs from the RKT or from the PK before it: only what differs, both values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sakip.models import AnggaranPK, BarisPK, BarisRKT, Program, SasaranRKT
from sakip.records.pk.differences import Difference, pk_differences, rkt_differences
from tests.factory import build, make

pytestmark = pytest.mark.django_db


def row(indikator: str, **change: object) -> BarisPK:
    return build(BarisPK, acuan_indikator=None, indikator=indikator, **change)


def uang(nama: str, nilai: int) -> AnggaranPK:
    return build(AnggaranPK, nama=nama, anggaran=Decimal(nilai))


def test_equal_documents_do_not_differ() -> None:
    left, right = row("IKM", satuan="Indeks "), row("ikm", satuan="indeks")
    assert (
        pk_differences([left], [uang("Penunjang", 5)], others=[right], other_anggaran=[uang("PENUNJANG", 5)])
        == ()
    )


def test_what_differs_is_shown_with_both_values() -> None:
    results = pk_differences(
        [row("IKM", angka=Decimal("85.5")), row("Baru")],
        [uang("Penunjang", 5), uang("Penunjang", 6)],
        others=[row("IKM", angka=Decimal(80)), row("Lama", angka=None, huruf="BB")],
        other_anggaran=[uang("Penunjang", 10), uang("Hilang", 1)],
    )
    assert results == (
        Difference(uraian="IKM", kind="Target", other="80", pk="85,5"),
        Difference(uraian="Lama", kind="Indikator", other="BB", pk="tidak ada"),
        Difference(uraian="Baru", kind="Indikator", other="tidak ada", pk="80"),
        Difference(uraian="Penunjang", kind="Anggaran", other="Rp10", pk="Rp11"),
        Difference(uraian="Hilang", kind="Anggaran", other="Rp1", pk="tidak ada"),
    )


def test_an_rkt_without_amounts_is_not_compared_in_money() -> None:
    program = make(Program, nama="Penunjang")
    without = build(BarisRKT, program=program)
    including = build(BarisRKT, program=program, anggaran=Decimal(7))
    sasaran = [build(SasaranRKT, indikator="IKM")]
    target = Difference(uraian="IKM", kind="Target", other="tanpa target", pk="80")
    assert rkt_differences([row("IKM")], [uang("Penunjang", 5)], sasaran=sasaran, rkt_rows=[without]) == (
        target,
    )
    assert rkt_differences([row("IKM")], [uang("Penunjang", 5)], sasaran=sasaran, rkt_rows=[including]) == (
        target,
        Difference(uraian="Penunjang", kind="Anggaran", other="Rp7", pk="Rp5"),
    )
