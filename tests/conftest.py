"""Fixtures that every test may use; the database is the one DATABASE_URL names, else SQLite in memory."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import override_settings
from hypothesis import settings

from tests.cetakan_basis_data import basis_data_tercetak

# The same examples on every machine, and no failure because a machine is busy.
settings.register_profile("sakip", deadline=None, derandomize=True)
settings.load_profile("sakip")


@pytest.fixture(scope="session", autouse=True)
def media_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep uploads out of data/: the folder is pytest's own and is cleared by pytest."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """Migrate once per state of the migrations, not once per process."""
    with basis_data_tercetak():
        yield


@pytest.fixture(autouse=True)
def kosongkan_catatan_tetap(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a transactional test be cleared away: SQLite clears with DELETE, which the triggers refuse.

    They are taken off after such a test, and put back as soon as its append-only rows are gone.
    """
    marker = request.node.get_closest_marker("django_db")
    transaksional = (marker and marker.kwargs.get("transaction")) or {
        "transactional_db",
        "live_server",
    } & set(request.fixturenames)
    if not transaksional or connection.vendor != "sqlite":
        yield
        return
    request.getfixturevalue("transactional_db")  # so that this ends before the flush
    yield
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        pemicu = cursor.fetchall()
        for nama, _, _ in pemicu:
            cursor.execute(f'DROP TRIGGER "{nama}"')
        with connection.constraint_checks_disabled():
            for tabel in sorted({tabel for _, tabel, _ in pemicu}):
                cursor.execute(f'DELETE FROM "{tabel}"')  # noqa: S608
        for _, _, sql in pemicu:
            cursor.execute(sql)
