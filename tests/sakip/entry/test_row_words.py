"""What the trail says of a row that no form has written: its filled columns, in the words of their labels."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sakip.entry.row_words import say_row
from sakip.models import Anggaran, BarisIKU, BarisPK, Program
from tests.factory import make, make_indikator, make_pk

pytestmark = pytest.mark.django_db


def test_a_target_is_one_value_and_what_the_row_hangs_on_is_not_said() -> None:
    skm = make_indikator(nama="SKM")
    row = BarisPK(
        perjanjian=make_pk(),
        sasaran="Warga puas",
        indikator="SKM",
        acuan_indikator=skm,
        bawah=Decimal(80),
        atas=Decimal("90.5"),
        cetak="80 s.d. 90,5",
        urut=3,
        ditinjau=False,
    )
    assert say_row(row) == {
        "Target": "80–90,5",
        "Target seperti tercetak": "80 s.d. 90,5",
        "Sasaran": "Warga puas",
        "Indikator": "SKM",
        "Indikator Renstra": "SKM",
    }


def test_amounts_are_said_as_they_are_typed_and_what_goes_without_saying_is_not() -> None:
    program = make(Program, kode="7.01.01", nama="Penunjang")
    row = make(Anggaran, program=program, pagu_murni=Decimal(258000), rinci=True)
    said = {"Program": "7.01.01 Penunjang", "Pagu murni (Rp)": "258.000"}
    assert say_row(row) == said
    row.rinci = False
    assert say_row(row) == said | {str(Anggaran._meta.get_field("rinci").verbose_name).capitalize(): "Tidak"}


def test_items_stand_one_to_a_line() -> None:
    assert say_row(BarisIKU(indikator="SKM", penjelasan=["Survei", "Setahun"])) == {
        "Indikator": "SKM",
        "Penjelasan": "Survei\nSetahun",
    }


def test_nothing_is_asked_of_the_database() -> None:
    row = Anggaran.objects.get(pk=make(Anggaran, pagu_murni=Decimal(1)).pk)
    with CaptureQueriesContext(connection) as queries:
        assert say_row(row) == {"Pagu murni (Rp)": "1"}
    assert len(queries) == 0
