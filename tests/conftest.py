"""Fixtures that every test may use; the database is the one DATABASE_URL names, else a SQLite file.

This file is read before every test, also before one of pure arithmetic: it imports what pytest and Django have loaded
anyway. What a fixture alone needs (the loaders, the renderer, the reader of PDF files) it imports when it is asked for;
nothing here can be part of a circle, as no module imports a conftest.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from _pytest import runner
from django.conf import settings as django_settings
from django.db import connection, transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import _django_db_helper as of_pytest_django

from sakip.web.frame_room import roomy
from tests.database_template import printed_database
from tests.emptied_tables import emptying_what_is_filled
from tests.quick.database import is_enough, taken_back
from tests.quick.fixtures import quicken
from tests.quick.logs import quick_logs
from tests.quick.statements import quick_statements
from tests.random_order import shuffled

if TYPE_CHECKING:
    from django.test import Client

    from kecamatan.models import Kecamatan, Pengguna
    from reports.pdf.render import PdfResult
    from tests.flows.read_pdf import PdfReading


E2E = Path(__file__).parent / "e2e"

# Until everything is collected: what is loaded and read of tests stays, and the search for garbage among it was every
# seventh second of that.
gc.disable()


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--acak``, off by default: the usual order tells sooner what is wrong with a change."""
    parser.addoption(
        "--acak",
        type=int,
        metavar="BENIH",
        help="uji dalam urutan acak; benih yang sama memberi urutan yang sama",
    )


@cache
def hypothesis_profile() -> None:
    """The same examples on every machine, and no failure because a machine is busy."""
    from hypothesis import settings

    settings.register_profile("sakip", deadline=None, derandomize=True)
    settings.load_profile("sakip")


@pytest.hookimpl(tryfirst=True)
def pytest_make_collect_report(collector: pytest.Collector) -> None:
    """Only for a module that uses hypothesis, which takes as long to load as Django with the whole project; and before
    it is imported, as its @settings begin from the profile."""
    if isinstance(collector, pytest.Module) and "hypothesis" in collector.path.read_text(encoding="utf-8"):
        hypothesis_profile()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Its summary would load it in the end just to find that there is nothing to tell."""
    plugins = session.config.pluginmanager
    if "hypothesis" not in sys.modules and not plugins.has_plugin("dsession"):  # workers may have used it
        plugins.unregister(name="hypothesispytest")


@pytest.fixture(scope="session", autouse=True)
def media_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep uploads out of data/: the folder is pytest's own and is cleared by pytest."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """SQLite in a file, as offices have it, in pytest's own folder; migrated once per state of the migrations, not
    once per process."""
    if connection.vendor == "sqlite":
        file = tmp_path_factory.mktemp("basis-data") / "sakip.sqlite3"
        django_settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(file)
    from tests.quick.client import quick_client

    with printed_database(), emptying_what_is_filled(), quick_statements(), quick_client():
        yield


@contextmanager
def of_module(blocker: DjangoDbBlocker) -> Iterator[None]:
    """What is stored inside stands for all tests of a module; each of them takes back what it changed.

    Not for a module with transactional tests: those need the database to themselves.
    """
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def _django_db_helper(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The database of a test: pytest-django's own where it asks for more than that what it stores is taken back."""
    if not is_enough(request):
        yield from of_pytest_django._get_wrapped_function()(request, django_db_setup, django_db_blocker)
        return
    with django_db_blocker.unblock(), taken_back():
        yield


@pytest.fixture(scope="module")
def referensi_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    from tests.kept_rows import kept_referensi

    with of_module(django_db_blocker):
        kept_referensi()
        yield


@pytest.fixture(scope="module")
def mini_of_module(
    referensi_of_module: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    from tests.kept_rows import kept_mini_records

    with of_module(django_db_blocker):
        kept_mini_records(tmp_path_factory.mktemp("mini"))
        yield


@pytest.fixture(scope="module")
def mini_workbook(mini_of_module: None, django_db_blocker: DjangoDbBlocker) -> bytes:
    """The workbook of ``mini``, as its operator downloads it."""
    from tests.kept_rows import kept_mini_workbook

    with django_db_blocker.unblock():
        return kept_mini_workbook()


@pytest.fixture(scope="module")
def contoh_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    from tests.kept_rows import kept_contoh

    with of_module(django_db_blocker):
        kept_contoh()
        yield


@pytest.fixture(scope="session")
def contoh_results() -> PdfResult:
    """The made-up whole document (tests.reports.document.example_dokumen) as PDF, printed by one process only."""
    from reports.html import render_html
    from reports.pdf.render import render_pdf
    from reports.publish.naskah import PageSettings
    from tests.reports.document.example_dokumen import TITLE, contoh_dokumen, media

    return render_pdf(render_html(contoh_dokumen(), PageSettings()), title=TITLE, media=media())


@pytest.fixture(scope="session")
def contoh_readings(contoh_results: PdfResult) -> PdfReading:
    """What can be read in it."""
    from tests.flows.read_pdf import read_pdf

    return read_pdf(contoh_results.content)


@pytest.fixture
def referensi(referensi_of_module: None, db: None) -> None:
    """The reference data as delivered."""


@pytest.fixture
def mini(mini_of_module: None, db: None) -> Kecamatan:
    """Kecamatan Balung with the records of 2023 (tests.loaded_files.MINI)."""
    from kecamatan.models import Kecamatan

    return Kecamatan.objects.get(kode="35.09.10")


@pytest.fixture
def contoh(contoh_of_module: None, db: None) -> None:
    """The real kecamatan-years as delivered."""


@pytest.fixture
def balung(db: None) -> Kecamatan:
    """A kecamatan of which nothing is recorded yet."""
    from tests.factory import make_kabupaten, make_kecamatan

    return make_kecamatan(kabupaten=make_kabupaten())


@pytest.fixture
def operator(balung: Kecamatan) -> Pengguna:
    """Who fills in its records."""
    from tests.factory import make_pengguna

    return make_pengguna("operator", kecamatan=balung, nama="Budi Santoso")


@pytest.fixture
def signed_in(client: Client, operator: Pengguna) -> None:
    """The browser of a test is the operator's."""
    client.force_login(operator)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A file is called by what it is given as: its bytes hold the second it was made in, so that two processes that
    read the tests in two seconds would not agree on what a test is called, and none of them would run."""
    return argname if isinstance(val, bytes) and len(val) > 60 else None


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """On PostgreSQL a module that is marked to need one engine is not even read."""
    if connection.vendor != "postgresql" or collection_path.suffix != ".py":
        return None
    text = collection_path.read_text(encoding="utf-8")
    alone = re.search(r"^pytestmark\b.*\bone_engine\b", text, re.MULTILINE) and "both_engines" not in text
    return True if alone else None


run_test = roomy(runner.pytest_runtest_protocol)
quicken()
quick_logs()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Every fifth second went into frames that crossed an edge, in one test here, in another there."""
    done = run_test(item, nextitem)
    if nextitem is not None and nextitem.path != item.path:
        set_aside()
    return done


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What was loaded by now stays: searched for garbage again and again, it costs every tenth second."""
    set_aside()
    gc.set_threshold(100_000, 50, 100)
    gc.enable()


def set_aside() -> None:
    """Let the collector look no more at what outlived a file of tests: documents that were printed, pages that were
    compiled. Every PDF begins with a collection, which took half a second of the time of one small page."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)  # before groups are given out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that share something are a group, which one process runs: what one document shows, else what lies in one
    file. A browser test shares nothing, and a file of them is long: each goes where there is room.

    On PostgreSQL only what may turn out otherwise there: not pure functions, and not what is marked to need one
    engine, because every statement that it sends is sent there by another test, with the same outcome. A test that is
    the one to send them is marked ``both_engines`` where the others of its module need one.
    """
    if (seed := config.getoption("--acak")) is not None:
        items[:] = shuffled(items, seed)
    for item in items:
        if "contoh_results" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("contoh-dokumen"))
        elif not item.get_closest_marker("xdist_group") and E2E not in item.path.parents:
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
    if connection.vendor != "postgresql":
        return
    database = {"db", "transactional_db", "live_server"}
    use = [
        item
        for item in items
        if (item.get_closest_marker("both_engines") or not item.get_closest_marker("one_engine"))
        and (item.get_closest_marker("django_db") or database & set(getattr(item, "fixturenames", ())))
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(use)])
    items[:] = use
