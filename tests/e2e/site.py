"""The site as a browser meets it, with what the browser complains about."""

from dataclasses import dataclass, field

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from kecamatan.models import Pengguna


@dataclass
class Situs:
    """The running site with the contoh loaded, the passwords of its accounts, and the browser's complaints."""

    alamat: str
    sandi: dict[str, str]
    peramban: Browser
    keluhan: list[str] = field(default_factory=list)
    _konteks: list[BrowserContext] = field(default_factory=list)

    def open_page(self, *, lebar: int = 1280, javascript: bool = True) -> Page:
        """A new page in a browser that nobody has signed in with."""
        konteks = self.peramban.new_context(
            viewport={"width": lebar, "height": 800},
            java_script_enabled=javascript,
            base_url=self.alamat,
            accept_downloads=True,
        )
        konteks.set_default_timeout(10_000)
        self._konteks.append(konteks)
        halaman = konteks.new_page()
        halaman.on("console", self._note)
        halaman.on("pageerror", lambda galat: self.keluhan.append(f"skrip: {galat}"))
        halaman.on("request", lambda r: self._check_address(r.url))
        return halaman

    def masuk(self, nama: str, *, lebar: int = 1280, javascript: bool = True) -> Page:
        """A new page of a user who has signed in before: it carries the cookie, and shows the list of kecamatan."""
        halaman = self.open_page(lebar=lebar, javascript=javascript)
        klien = Client()
        klien.force_login(Pengguna.objects.get(username=nama))
        kuki = klien.cookies[settings.SESSION_COOKIE_NAME]
        halaman.context.add_cookies([{"name": kuki.key, "value": kuki.value, "url": self.alamat}])
        halaman.goto("/")
        return halaman

    def sign_in_sendiri(self, nama: str, *, lebar: int = 1280, javascript: bool = True) -> Page:
        """A new page on which the user signs in with name and password."""
        halaman = self.open_page(lebar=lebar, javascript=javascript)
        halaman.goto("/masuk/")
        halaman.get_by_label("Nama pengguna").fill(nama)
        halaman.get_by_label("Kata sandi").fill(self.sandi[nama])
        halaman.get_by_role("button", name="Masuk").click()
        halaman.get_by_role("heading", name="Kecamatan dan tahun").wait_for()
        return halaman

    def tutup(self) -> None:
        for konteks in self._konteks:
            konteks.close()

    def _note(self, pesan: ConsoleMessage) -> None:
        if pesan.type in ("error", "warning"):
            self.keluhan.append(f"{pesan.type}: {pesan.text}")

    def _check_address(self, alamat: str) -> None:
        if not alamat.startswith((self.alamat, "data:")):
            self.keluhan.append(f"permintaan ke luar: {alamat}")
