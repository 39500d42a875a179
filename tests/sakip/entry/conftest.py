"""A PK with its rows, and who writes them."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan, Pengguna
from sakip.models import BarisPK, PerjanjianKinerja
from tests.factory import make, make_pengguna, make_pk
from tests.sakip.entry.pk_rows import TAHUN


@pytest.fixture
def budi(balung: Kecamatan) -> Pengguna:
    return make_pengguna("operator", kecamatan=balung, nama="Budi Santoso")


@pytest.fixture
def pk(balung: Kecamatan) -> PerjanjianKinerja:
    return make_pk(kecamatan=balung, tahun=TAHUN)


@pytest.fixture
def row(pk: PerjanjianKinerja) -> BarisPK:
    return make(BarisPK, perjanjian=pk, acuan_indikator=None, satuan="indeks", urut=1)


@pytest.fixture
def three(row: BarisPK, pk: PerjanjianKinerja) -> list[BarisPK]:
    """Rows a, b, c of one PK with gaps and equals in their order, and one of another PK."""
    BarisPK.objects.filter(pk=row.pk).update(indikator="a", urut=0)
    other = make_pk(kecamatan=pk.kecamatan, tahun=TAHUN, versi=1)
    make(BarisPK, perjanjian=other, acuan_indikator=None, indikator="asing", urut=1)
    for nama, order in (("b", 0), ("c", 7)):
        make(BarisPK, perjanjian=pk, acuan_indikator=None, indikator=nama, urut=order)
    return list(BarisPK.objects.filter(perjanjian=pk))
