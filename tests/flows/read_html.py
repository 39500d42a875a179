"""What a reader sees of the HTML page: its words in order, its anchors and links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from tests.flows.read_pdf import tidy

_TIDAK_DIBACA: Final = {"head", "style", "script", "svg"}
_SEBARIS: Final = {"a", "abbr", "b", "em", "i", "span", "strong", "sub", "sup", "u"}


@dataclass
class BacaanHTML:
    """``teks`` single-spaced as in :func:`tests.flows.read_pdf.tidy`; ``tautan`` the anchors linked to."""

    teks: str = ""
    id: list[str] = field(default_factory=list)
    tautan: list[str] = field(default_factory=list)


def read_html(isi: str, *, tanpa: Iterable[str] = ()) -> BacaanHTML:
    """Read a page; text inside elements with one of the classes ``tanpa`` is left out."""
    pembaca = _Pembaca(set(tanpa))
    pembaca.feed(isi)
    pembaca.close()
    pembaca.hasil.teks = tidy("".join(pembaca.potongan))
    return pembaca.hasil


class _Pembaca(HTMLParser):
    _KOSONG: Final = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}

    def __init__(self, tanpa: set[str]) -> None:
        super().__init__()
        self.hasil = BacaanHTML()
        self.potongan: list[str] = []
        self._tanpa = tanpa
        self._terbuka: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        atribut = dict(attrs)
        if "id" in atribut:
            self.hasil.id.append(atribut["id"] or "")
        if tag == "a" and (atribut.get("href") or "").startswith("#"):
            self.hasil.tautan.append((atribut["href"] or "")[1:])
        if tag not in _SEBARIS:
            self.potongan.append(" ")
        if tag not in self._KOSONG:
            kelas = set((atribut.get("class") or "").split())
            diam = tag in _TIDAK_DIBACA or bool(kelas & self._tanpa)
            self._terbuka.append((tag, diam or self._diam))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self._KOSONG:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._terbuka and self._terbuka.pop()[0] != tag:  # HTML lets some end tags be left out
            pass
        if tag not in _SEBARIS:
            self.potongan.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._diam:
            self.potongan.append(data)

    @property
    def _diam(self) -> bool:
        return bool(self._terbuka) and self._terbuka[-1][1]
