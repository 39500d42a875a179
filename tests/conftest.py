"""Fixtures that every test may use; the database is the one DATABASE_URL names, else SQLite in memory."""

from collections.abc import Iterator

import pytest
from django.test import override_settings
from hypothesis import settings

# The same examples on every machine, and no failure because a machine is busy.
settings.register_profile("sakip", deadline=None, derandomize=True)
settings.load_profile("sakip")


@pytest.fixture(scope="session", autouse=True)
def media_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep uploads out of data/: the folder is pytest's own and is cleared by pytest."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield
