"""What the records of a year hang on."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from sakip.models import Sasaran, Tujuan
from tests.pabrik import make, make_renstra, make_sasaran


@pytest.fixture
def sasaran(balung: Kecamatan) -> Sasaran:
    """A sasaran of its Renstra."""
    return make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=balung)))
