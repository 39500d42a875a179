"""After an edit only the parts of a year are read that hold what was edited, which says what reading all of it says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Kecamatan, KomposisiSDM, MasaJabatan, Pejabat, UnitKerja
from reports.publish.assemble import build_measured, measured_again
from sakip.models import (
    Anggaran,
    BarisPK,
    BarisRKT,
    Belanja,
    Realisasi,
    Sasaran,
    TargetRenstra,
    TargetTriwulan,
)
from sakip.querysets import of_year
from sakip.snapshot.build import HELD_IN, PARTS, build
from sakip.snapshot.reads import same

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
TAHUN = 2023


@pytest.fixture
def jombang(contoh: None) -> Kecamatan:
    return Kecamatan.objects.get(kode="35.09.01")


def test_rows_go_into_the_parts_that_are_read_again_for_them_and_no_others(jombang: Kecamatan) -> None:
    """A new query of a part that reads rows of such a kind has to be told to it."""
    whole = build(kecamatan=jombang, tahun=TAHUN)
    tables: dict[str, set[str]] = {}
    for part in PARTS:
        with CaptureQueriesContext(connection) as queries:
            build(kecamatan=jombang, tahun=TAHUN, parts={part}, base=whole)
        tables[part] = {name for q in queries for name in re.findall(r'(?:FROM|JOIN) "(\w+)"', q["sql"])}
    for label, parts in HELD_IN.items():
        table = apps.get_model(label)._meta.db_table
        assert {part for part, read in tables.items() if table in read} <= parts, label


def of_jombang(model: Any) -> Any:
    """Rows of the year where they have one, of officials those who held office there."""
    if model is Pejabat:
        terms = MasaJabatan.objects.filter(kecamatan__kode="35.09.01")
        return Pejabat.objects.filter(pk__in=terms.values("pejabat")).order_by("pk")
    kecamatan = Kecamatan.objects.get(kode="35.09.01")
    of_none = model in (Sasaran, UnitKerja)
    rows = model.objects.for_kecamatan(kecamatan) if of_none else of_year(model, kecamatan, TAHUN)
    return rows.order_by("pk")


@pytest.mark.parametrize(
    ("model", "column", "value"),
    [
        (Realisasi, "catatan", "Dihitung ulang."),
        (Anggaran, "realisasi", Decimal(1_000)),
        (Belanja, "pagu", Decimal(5)),
        (Pejabat, "nama", "Siti Aminah, S.Sos."),
        (KomposisiSDM, "asn", 77),
        (BarisRKT, "anggaran", Decimal(9)),
        (TargetTriwulan, "cetak", "12,5"),
        (TargetRenstra, "cetak", "12,5"),
        (Sasaran, "uraian", "Meningkatnya ketenteraman."),
        (BarisPK, "sasaran", "Meningkatnya ketenteraman."),
        (UnitKerja, "nama", "Seksi Ketenteraman"),
    ],
)
def test_what_was_measured_before_and_read_again_is_what_measuring_anew_gives(
    jombang: Kecamatan, model: Any, column: str, value: object
) -> None:
    before = build_measured(kecamatan=jombang, tahun=TAHUN)
    of_jombang(model).filter(pk=of_jombang(model).first().pk).update(**{column: value})
    with CaptureQueriesContext(connection) as queries:
        again = measured_again(before, changed={model._meta.label_lower}, kecamatan=jombang, tahun=TAHUN)
    anew = build_measured(kecamatan=jombang, tahun=TAHUN)
    assert not same(again, before)
    assert same(again, anew)
    others = PARTS - HELD_IN[model._meta.label_lower]
    assert all(getattr(again.snapshot, part) is getattr(before.snapshot, part) for part in others)
    assert len(queries) < 60


def test_of_a_kind_that_goes_into_nobody_knows_what_everything_is_read(jombang: Kecamatan) -> None:
    before = build_measured(kecamatan=jombang, tahun=TAHUN)
    Kecamatan.objects.filter(pk=jombang.pk).update(nama="Jombang Kota")
    for changed in (None, {"kecamatan.kecamatan", "sakip.realisasi"}):
        again = measured_again(before, changed=changed, kecamatan=jombang, tahun=TAHUN)
        assert again.snapshot.kecamatan.nama == "Jombang Kota"
