"""The site on the contoh, and a browser in which somebody has signed in, for the pictures of docs/panduan."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

WIDTH = 1280


def ajung_account() -> None:
    """The operator of a kecamatan that has no records yet."""
    from kecamatan.models import Keanggotaan, Kecamatan, Pengguna

    operator = Pengguna.objects.create_user(
        username="operator.ajung", password=PASSWORDS["operator.ajung"], nama="Operator Kecamatan Ajung"
    )
    Keanggotaan.objects.create(
        pengguna=operator, peran=Keanggotaan.Peran.OPERATOR, kecamatan=Kecamatan.objects.get(slug="ajung")
    )


PASSWORDS = {"operator.ajung": "demo-ajung-2026"}


@contextmanager
def site(data: Path) -> Iterator[str]:
    """The site on the contoh; yields its address."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "sakip.settings",
        "SAKIP_DATA_DIR": str(data),
        "SAKIP_LOG_LEVEL": "ERROR",
        # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
    }
    import django

    django.setup()
    from django.core.management import call_command
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    from kecamatan.accounts.demo import demo_account_create
    from kecamatan.models import Kecamatan

    call_command("siapkan", stdout=io.StringIO())
    call_command("muat_contoh", stdout=io.StringIO())
    # Asked again only for the passwords; every account is there.
    for slug, tahun in (("jombang", 2023), ("umbulsari", 2021), ("balung", 2020), ("jelbuk", 2024)):
        kecamatan = Kecamatan.objects.get(slug=slug)
        PASSWORDS.update(
            (account.pengguna.username, account.sandi or "")
            for account in demo_account_create(kecamatan=[(kecamatan, tahun)])
        )
    ajung_account()

    class Server(WSGIRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: only what goes wrong is worth a line, and the application says that itself."""

    server = ThreadedWSGIServer(("127.0.0.1", 0), Server)
    server.set_app(get_wsgi_application())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def page_for(browser: Browser, address: str, account: str) -> Page:
    """A page of a browser in which ``account`` has signed in; empty for nobody."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 900}, base_url=address, locale="id-ID", reduced_motion="reduce"
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    if account:
        page.goto("/masuk/")
        page.get_by_label("Nama pengguna").fill(account)
        page.get_by_label("Kata sandi").fill(PASSWORDS[account])
        page.get_by_role("button", name="Masuk").click()
        page.get_by_role("button", name="Keluar").wait_for()
    return page
