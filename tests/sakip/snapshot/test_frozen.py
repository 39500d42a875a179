"""A stored row in its frozen shape: what both name alike is taken over, and the rest has to be said."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from kecamatan import models
from sakip import models as m
from sakip.snapshot.typed import frozen
from sakip.snapshot.types import Belanja, Kabupaten, Sasaran


def test_numbers_lose_the_zeros_of_their_column() -> None:
    row = m.Belanja(pk=7, kode="modal", nama="Belanja Modal", pagu=Decimal("1500.00"), realisasi=None)
    assert frozen(Belanja, row, induk="") == Belanja(
        kode="modal", nama="Belanja Modal", induk="", pagu=Decimal(1500), realisasi=None
    )
    assert str(frozen(Belanja, row, induk="").pagu) == "1500"
    assert frozen(Belanja, row, induk="").pk == 7


def test_lists_are_tuples_and_what_is_said_stands_over_the_column() -> None:
    row = m.Sasaran(kunci="s1", uraian="Warga puas", strategi=["a", "b"], kebijakan=[])
    sasaran = frozen(Sasaran, row, kebijakan=("c",), program=(), indikator=())
    assert (sasaran.strategi, sasaran.kebijakan, sasaran.bobot) == (("a", "b"), ("c",), None)


def test_what_is_no_column_has_to_be_said() -> None:
    with pytest.raises(TypeError, match="program"):
        frozen(Sasaran, m.Sasaran(kunci="s1"), indikator=())


def test_a_default_hides_no_column_that_is_called_otherwise() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Older:
        kode: str
        di_luar: bool = False

    with pytest.raises(TypeError, match=r"Older: no column of Belanja, and not said: di_luar$"):
        frozen(Older, m.Belanja(kode="modal"))


def test_a_file_is_not_taken_over_raw() -> None:
    with pytest.raises(TypeError, match="lambang"):
        frozen(Kabupaten, models.Kabupaten(kode="35.09", nama="Jember"))
