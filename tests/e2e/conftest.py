"""A browser on the real pages with the real records; every test sees what the browser complains about."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.urls import get_resolver
from playwright.sync_api import Browser, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from kecamatan.accounts.demo import demo_account_create
from tests.e2e.kept_records import Simpanan
from tests.e2e.site import Situs
from tests.loaded_files import load_semua

CHROMIUM = "/usr/bin/chromium-headless-shell"
ANTREAN = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def simpanan() -> Simpanan:
    return Simpanan()


def load_contoh() -> dict[str, str]:
    """The contoh with its accounts; their passwords by user name."""
    akun = demo_account_create(kecamatan=[(m.kecamatan, m.tahun) for m in load_semua()])
    return {a.pengguna.username: a.sandi or "" for a in akun}


@pytest.fixture
def situs(
    live_server: LiveServer, peramban: Browser, settings: Settings, simpanan: Simpanan
) -> Iterator[Situs]:
    settings.TASKS = ANTREAN
    _ = get_resolver().url_patterns  # loads every module: the first page of the run should not wait for that
    situs = Situs(live_server.url, simpanan.restore(load_contoh), peramban)
    yield situs
    situs.tutup()


@pytest.fixture
def pekerja() -> Callable[[], None]:
    """Run a worker until nothing waits."""

    def work() -> None:
        call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)

    return work
