"""The four real documents, each rendered once per process: records → naskah → PDF and HTML → what can be read.

The records are loaded in a transaction that is rolled back as soon as the naskah are frozen, so no other test sees
them. Tests that use ``template`` run once per document and are grouped by it, so that with ``--dist loadgroup`` no
two processes render the same document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from django.db import connection, transaction

from kecamatan.models import Kecamatan
from reports.publish.assemble import arrange, build_draft
from reports.publish.naskah import Naskah
from tests.flows.printed import CONTOH, Edition, Template
from tests.kept_rows import kept_contoh


@pytest.hookimpl(tryfirst=True)  # before tests without the database are left out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Ask for the test database: without a test that is marked, there would be none, and the real one be used.

    Nothing is printed on PostgreSQL: what a document is made of is the same on both engines, to the byte
    (tests/sakip/snapshot/test_build_real_years.py), and what it is made of is made into what it says there as well
    (tests/reports/models/test_old_database.py).
    """
    once = [item for item in items if "naskah_contoh" in getattr(item, "fixturenames", ())]
    for item in once:
        item.add_marker(pytest.mark.django_db)
    if once and connection.vendor == "postgresql":
        config.hook.pytest_deselected(items=once)
        items[:] = [item for item in items if item not in set(once)]


@pytest.fixture(scope="session")
def naskah_contoh(django_db_setup: None, django_db_blocker: Any) -> dict[str, Naskah]:
    """The frozen input of each document, by name; its records are gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        kept_contoh()
        naskah = {
            nama: build_draft(kecamatan=Kecamatan.objects.get(kode=c.kode), tahun=c.tahun)
            for nama, c in CONTOH.items()
        }
        transaction.set_rollback(True)
    return naskah


@pytest.fixture(scope="session")
def cetak(naskah_contoh: dict[str, Naskah], media_root: None) -> Iterator[Callable[[str], Template]]:
    """Render a document by name; the second call gives the same object."""

    @cache
    def one(nama: str) -> Template:
        contoh, naskah = CONTOH[nama], naskah_contoh[nama]
        return Template(contoh, naskah, Edition(arrange(naskah, contoh.kind)))

    yield one
    one.cache_clear()


@pytest.fixture(scope="session", params=[pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in CONTOH])
def template(request: pytest.FixtureRequest, cetak: Callable[[str], Template]) -> Template:
    """Each of the four documents in turn."""
    return cetak(request.param)
