"""A kecamatan-year to measure in."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.sakip.records.realisasi.measured_year import GridWorld, make_grid


@pytest.fixture
def world(db: None) -> GridWorld:
    return make_grid()


@pytest.fixture
def operator(world: GridWorld, client: Client) -> Client:
    """The browser in which its operator has signed in."""
    client.force_login(world.operator)
    return client
