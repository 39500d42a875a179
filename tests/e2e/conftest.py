"""A browser on the real pages with the real records; every test sees what the browser complains about."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import LiveServerThread
from django.urls import get_resolver
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from kecamatan.accounts.demo import demo_account_create
from sakip.web.frame_room import roomy
from tests.e2e import axe
from tests.e2e.kept_records import Storage
from tests.e2e.site import ALONE, WAIT, Site
from tests.loaded_files import load_all, load_referensi

CHROMIUM = "/usr/bin/chromium-headless-shell"

#: What Chromium need not do for a test, whose pages live for a second: compile well (axe looks at one for a third less
#: without), collect garbage and draw in processes and threads of their own, part sites, and furnish each page of a site
#: anew with all that shows and steers it, which is half of what it costs to go to a small one.
LIGHT = (
    "--js-flags=--no-turbofan --no-maglev --single-threaded-gc",
    *("--disable-gpu", "--in-process-gpu", "--disable-lcd-text", "--disable-site-isolation-trials"),
    "--enable-features=NetworkServiceInProcess2,RenderDocument:level/crashed-frame",
)

QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


class RoomyServer(ThreadedWSGIServer):
    """The live server does not go through sakip.wsgi, which takes the room elsewhere."""

    process_request_thread = roomy(ThreadedWSGIServer.process_request_thread)


LiveServerThread.server_class = RoomyServer


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=WAIT)
    with sync_playwright() as playwright:
        yield playwright
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@contextmanager
def launched(driver: Playwright, *arguments: str) -> Iterator[Browser]:
    browser = driver.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", *LIGHT, ALONE, *arguments]
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def browser(driver: Playwright) -> Iterator[Browser]:
    with launched(driver) as browser:
        yield browser


@pytest.fixture(scope="session")
def blind_browser(driver: Playwright) -> Iterator[Browser]:
    """It lays out what it is given, but draws nothing until somebody asks for a picture, which nobody does: half of a
    page's computing. To open pages and look at them; a click would wait for a picture."""
    with launched(driver, "--enable-begin-frame-control") as browser:
        yield browser


@pytest.fixture(scope="session", autouse=True)
def seen_by_axe(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What one process of the run has looked at with axe, the others need not look at again."""
    own = tmp_path_factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    axe.seen.share(run / "axe.jsonl")


@pytest.fixture(scope="session")
def storage() -> Storage:
    return Storage()


def load_contoh() -> dict[str, str]:
    """The contoh with its accounts; their passwords by user name."""
    accounts = demo_account_create(kecamatan=[(m.kecamatan, m.tahun) for m in load_all()])
    return {a.pengguna.username: a.sandi or "" for a in accounts}


@pytest.fixture
def site(live_server: LiveServer, browser: Browser, settings: Settings, storage: Storage) -> Iterator[Site]:
    settings.TASKS = QUEUE
    _ = get_resolver().url_patterns  # loads every module: the first page of the run should not wait for that
    site = Site(live_server.url, storage.restore(load_contoh), browser)
    yield site
    site.closed()


@pytest.fixture
def bare_site(live_server: LiveServer, browser: Browser, settings: Settings) -> Iterator[Site]:
    """The site of a kabupaten that has nothing but what it is set up with (``siapkan``), and no account yet."""
    settings.TASKS = QUEUE
    load_referensi()
    site = Site(live_server.url, {}, browser)
    yield site
    site.closed()


@pytest.fixture
def worker() -> Callable[[], None]:
    """Run a worker until nothing waits."""

    def work() -> None:
        call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)

    return work
