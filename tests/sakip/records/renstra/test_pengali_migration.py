"""The migration that gives indikator with recorded fractions the multiplier by which they were measured."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from sakip.models import Indikator, Tujuan
from tests.factory import make, make_indikator, make_kecamatan, make_realisasi, make_renstra, make_sasaran

pytestmark = pytest.mark.django_db


def test_indikator_that_hold_a_fraction_keep_their_factor_of_100() -> None:
    balung = make_kecamatan()
    sasaran = [
        make_sasaran(
            tujuan=make(
                Tujuan,
                renstra=make_renstra(kecamatan=balung, versi=versi, **({"tanggal": None} if versi else {})),
            )
        )
        for versi in (0, 1)
    ]
    ratio = [make_indikator(sasaran=s, kunci="rasio", satuan="rasio") for s in sasaran]
    persen = make_indikator(sasaran=sasaran[0], kunci="persen", satuan="Persen")
    make_indikator(sasaran=sasaran[0], kunci="kata", satuan="nilai", pembilang="A", penyebut="B")
    for indikator in (ratio[0], persen):
        make_realisasi(indikator=indikator, tahun=2021, angka=None, pembilang=Decimal(1), penyebut=Decimal(2))
    editor = SimpleNamespace(connection=connection)  # a real one needs the constraints switched off
    import_module("sakip.migrations.0008_pengali").keep_what_was_measured(apps, editor)
    assert set(Indikator.objects.values_list("kunci", "pengali")) == {
        ("rasio", Decimal(100)),
        ("persen", None),
        ("kata", None),
    }
    assert Indikator.objects.filter(kunci="rasio", pengali=100).count() == 2
