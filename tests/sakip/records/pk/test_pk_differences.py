"""Where a PK differs from the RKT or from the PK before it: only what differs, both values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sakip.models import AnggaranPK, BarisPK, BarisRKT, Program, SasaranRKT
from sakip.records.pk.differences import Difference, beda_pk, beda_rkt
from tests.factory import bangun, make

pytestmark = pytest.mark.django_db


def baris(indikator: str, **change: object) -> BarisPK:
    return bangun(BarisPK, acuan_indikator=None, indikator=indikator, **change)


def uang(nama: str, nilai: int) -> AnggaranPK:
    return bangun(AnggaranPK, nama=nama, anggaran=Decimal(nilai))


def test_equal_documents_do_not_differ() -> None:
    kiri, kanan = baris("IKM", satuan="Indeks "), baris("ikm", satuan="indeks")
    assert beda_pk([kiri], [uang("Penunjang", 5)], lain=[kanan], anggaran_lain=[uang("PENUNJANG", 5)]) == ()


def test_what_differs_is_shown_with_both_values() -> None:
    hasil = beda_pk(
        [baris("IKM", angka=Decimal("85.5")), baris("Baru")],
        [uang("Penunjang", 5), uang("Penunjang", 6)],
        lain=[baris("IKM", angka=Decimal(80)), baris("Lama", angka=None, huruf="BB")],
        anggaran_lain=[uang("Penunjang", 10), uang("Hilang", 1)],
    )
    assert hasil == (
        Difference(uraian="IKM", jenis="Target", lain="80", pk="85,5"),
        Difference(uraian="Lama", jenis="Indikator", lain="BB", pk="tidak ada"),
        Difference(uraian="Baru", jenis="Indikator", lain="tidak ada", pk="80"),
        Difference(uraian="Penunjang", jenis="Anggaran", lain="Rp10", pk="Rp11"),
        Difference(uraian="Hilang", jenis="Anggaran", lain="Rp1", pk="tidak ada"),
    )


def test_an_rkt_without_amounts_is_not_compared_in_money() -> None:
    program = make(Program, nama="Penunjang")
    tanpa = bangun(BarisRKT, program=program)
    dengan = bangun(BarisRKT, program=program, anggaran=Decimal(7))
    sasaran = [bangun(SasaranRKT, indikator="IKM")]
    target = Difference(uraian="IKM", jenis="Target", lain="tanpa target", pk="80")
    assert beda_rkt([baris("IKM")], [uang("Penunjang", 5)], sasaran=sasaran, baris_rkt=[tanpa]) == (target,)
    assert beda_rkt([baris("IKM")], [uang("Penunjang", 5)], sasaran=sasaran, baris_rkt=[dengan]) == (
        target,
        Difference(uraian="Penunjang", jenis="Anggaran", lain="Rp7", pk="Rp5"),
    )
