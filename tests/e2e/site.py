"""The site as a browser meets it, with what the browser complains about."""

from dataclasses import dataclass, field

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from kecamatan.models import Pengguna

#: Milliseconds after which what has not come will not come. Two other runs may keep the machine busy beside this one.
WAIT = 30_000

#: Given to Chromium, so that it finds nobody but the site; and what it says when it was asked to. To be told of every
#: request instead costs half of the client's part in opening a page.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"
OUTSIDE = "ERR_NAME_NOT_RESOLVED"


@dataclass
class Site:
    """The running site with the contoh loaded, the passwords of its accounts, and the browser's complaints."""

    address: str
    passwords: dict[str, str]
    browser: Browser
    complaint: list[str] = field(default_factory=list)
    _context: list[BrowserContext] = field(default_factory=list)

    def open_page(self, *, width: int = 1280, javascript: bool = True) -> Page:
        """A new page in a browser that nobody has signed in with."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            base_url=self.address,
            accept_downloads=True,
        )
        context.set_default_timeout(WAIT)
        self._context.append(context)
        page = context.new_page()
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaint.append(f"skrip: {error}"))
        return page

    def sign_in(self, nama: str, *, width: int = 1280, javascript: bool = True) -> Page:
        """A new page of a user who has signed in before: it carries the cookie, and shows nothing yet."""
        page = self.open_page(width=width, javascript=javascript)
        client = Client()
        client.force_login(Pengguna.objects.get(username=nama))
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.address}])
        return page

    def sign_in_oneself(self, nama: str, *, width: int = 1280, javascript: bool = True) -> Page:
        """A new page on which the user signs in with name and password."""
        page = self.open_page(width=width, javascript=javascript)
        page.goto("/masuk/")
        page.get_by_label("Nama pengguna").fill(nama)
        page.get_by_label("Kata sandi").fill(self.passwords[nama])
        page.get_by_role("button", name="Masuk").click()
        page.get_by_role("heading", name="Kecamatan dan tahun").wait_for()
        return page

    def closed(self) -> None:
        for context in self._context:
            context.close()

    def _note(self, message: ConsoleMessage) -> None:
        if OUTSIDE in message.text:
            self.complaint.append(f"permintaan ke luar: {message.location['url']}")
        elif message.type in ("error", "warning"):
            self.complaint.append(f"{message.type}: {message.text}")
