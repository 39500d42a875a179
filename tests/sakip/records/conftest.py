"""What the records of a year hang on."""

from __future__ import annotations

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from sakip.models import Indikator, Sasaran, Tujuan
from tests.factory import make, make_renstra, make_sasaran
from tests.sakip.records.last_year import renstra_and_perubahan
from tests.sakip.records.page_forms import sign_in


@pytest.fixture
def sasaran(balung: Kecamatan) -> Sasaran:
    """A sasaran of its Renstra."""
    return make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=balung)))


@pytest.fixture
def two_renstra(balung: Kecamatan) -> dict[str, Indikator]:
    """Indikator of two versions of its Renstra, by name."""
    return renstra_and_perubahan(balung)


@pytest.fixture
def filler(balung: Kecamatan) -> Client:
    """Signed in, and may fill its year."""
    return sign_in("operator", balung)
