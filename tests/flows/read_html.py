"""What a reader sees of the HTML page: its words in order, its anchors and links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from tests.flows.read_pdf import tidy

_NOT_READ: Final = {"head", "style", "script", "svg"}
_INLINE: Final = {"a", "abbr", "b", "em", "i", "span", "strong", "sub", "sup", "u"}


@dataclass
class HtmlReading:
    """``text`` single-spaced as in :func:`tests.flows.read_pdf.tidy`; ``links`` the anchors linked to."""

    text: str = ""
    id: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def read_html(content: str, *, without: Iterable[str] = ()) -> HtmlReading:
    """Read a page; text inside elements with one of the classes ``without`` is left out."""
    reader = _SheetReader(set(without))
    reader.feed(content)
    reader.close()
    reader.result.text = tidy("".join(reader.pieces))
    return reader.result


class _SheetReader(HTMLParser):
    _EMPTY: Final = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}

    def __init__(self, without: set[str]) -> None:
        super().__init__()
        self.result = HtmlReading()
        self.pieces: list[str] = []
        self._without = without
        self._is_open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if "id" in attributes:
            self.result.id.append(attributes["id"] or "")
        if tag == "a" and (attributes.get("href") or "").startswith("#"):
            self.result.links.append((attributes["href"] or "")[1:])
        if tag not in _INLINE:
            self.pieces.append(" ")
        if tag not in self._EMPTY:
            css_class = set((attributes.get("class") or "").split())
            silent = tag in _NOT_READ or bool(css_class & self._without)
            self._is_open.append((tag, silent or self._silent))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self._EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._is_open and self._is_open.pop()[0] != tag:  # HTML lets some end tags be left out
            pass
        if tag not in _INLINE:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)

    @property
    def _silent(self) -> bool:
        return bool(self._is_open) and self._is_open[-1][1]
