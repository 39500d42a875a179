"""What a cell holds against others while it is stored."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sakip.records.realisasi.grid import GridCell, GridMaterial, GridReader
from sakip.records.realisasi.writes import realisasi_save, stored_realisasi
from tests.factory import make_realisasi
from tests.sakip.records.realisasi.measured_year import TAHUN, GridWorld, make_grid

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite holds the whole file, not rows"),
]


def test_a_cell_holds_its_values_once_until_it_is_stored_and_looking_holds_none() -> None:
    """The values alone: the Renstra above them is everybody's. The second time as well, when the question is made."""
    world = make_grid()
    indikator = world.indikator()
    make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=1, angka=Decimal(70))
    for old, new in (("70", "71"), ("71", "72")):
        with CaptureQueriesContext(connection) as looked:
            stored = stored_realisasi(indikator=indikator, tahun=TAHUN)
        assert stored[1][-1].angka == Decimal(old)
        assert _held(looked) == []
        with CaptureQueriesContext(connection) as written:
            realisasi_save(
                scope=world.scope,
                indikator=indikator,
                triwulan=1,
                text=new,
                fingerprint=_cell(world).fingerprint,
                by=world.operator,
            )
        assert _held(written) == ['FOR UPDATE OF "sakip_realisasi"']


def _cell(world: GridWorld) -> GridCell:
    return GridMaterial.read(world.kecamatan, TAHUN).grid(GridReader()).rows[0].cells[0]


def _held(asked: CaptureQueriesContext) -> list[str]:
    statements = [one["sql"] for one in asked.captured_queries]
    return [sql[sql.index("FOR UPDATE") :] for sql in statements if " FOR UPDATE" in sql]
