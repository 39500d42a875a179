"""A kecamatan-year to measure in."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.sakip.records.realisasi.measured_year import DuniaKisi, make_kisi


@pytest.fixture
def dunia(db: None) -> DuniaKisi:
    return make_kisi()


@pytest.fixture
def operator(dunia: DuniaKisi, client: Client) -> Client:
    """The browser in which its operator has signed in."""
    client.force_login(dunia.operator)
    return client
