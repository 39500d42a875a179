"""Fixtures for tests of this room."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from kecamatan.models import Kecamatan
from tests.muatan import muat_mini, muat_referensi


@pytest.fixture(scope="module")
def mini_modul(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """One small kecamatan-year for all tests of a module; each of them takes back what it changed."""
    with django_db_blocker.unblock(), transaction.atomic():
        muat_referensi()
        muat_mini(tmp_path_factory.mktemp("mini"))
        yield
        transaction.set_rollback(True)


@pytest.fixture
def mini(mini_modul: None, db: None) -> Kecamatan:
    """Kecamatan Balung with the records of 2023 (tests.muatan.MINI)."""
    return Kecamatan.objects.get(kode="35.09.10")
