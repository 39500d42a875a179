"""The PK copied from last year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.records.pk.copy import PK_COPY
from tests.factory import make, make_pk
from tests.sakip.records.last_year import SOURCE, TO, copied

pytestmark = pytest.mark.django_db


def test_pk_has_only_rows_with_a_target_of_the_renstra(
    balung: Kecamatan, two_renstra: dict[str, m.Indikator]
) -> None:
    murni = make_pk(kecamatan=balung, tahun=SOURCE, tempat="Jember")
    make(m.BarisPK, perjanjian=murni, acuan_indikator=two_renstra["skm"], indikator="Kata murni")
    perubahan = make_pk(kecamatan=balung, tahun=SOURCE, versi=1, tempat="Jember")
    make(
        m.BarisPK,
        perjanjian=perubahan,
        acuan_indikator=two_renstra["skm"],
        indikator="IKM",
        angka=Decimal(99),
    )
    make(m.BarisPK, perjanjian=perubahan, acuan_indikator=two_renstra["lama"], indikator="Lama")
    make(m.AnggaranPK, perjanjian=perubahan)
    result = copied(PK_COPY, balung)
    pk = m.PerjanjianKinerja.objects.get(tahun=TO)
    assert (pk.jenis, pk.versi, pk.tempat) == ("murni", 0, "Jember")
    assert [(b.indikator, b.acuan_indikator, b.angka, b.ditinjau) for b in pk.baris.all()] == [
        ("IKM", two_renstra["skm baru"], Decimal(88), False)
    ]
    assert not pk.anggaran.exists()
    assert result.left_behind == (
        'Indikator "Lama" tidak disalin: indikator ini tidak ada dalam Renstra yang berlaku tahun 2022.',
        "1 program PK tidak disalin: anggaran ditetapkan untuk setiap tahun. Isi anggaran tahun 2022.",
    )
