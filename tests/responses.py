"""Answers of the site in tests."""

import re
from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser

from django.core.signals import request_finished
from django.db import close_old_connections
from django.http.response import HttpResponseBase
from django.test import Client
from lxml import etree


def closed(answer: HttpResponseBase) -> None:
    """Close the file of a download as a server does after sending it, but not the test's own connection.

    The signal that ends a request drops a connection inside a transaction, and every test runs in one.
    """
    request_finished.disconnect(close_old_connections)
    try:
        answer.close()
    finally:
        request_finished.connect(close_old_connections)


def main_text(client: Client, address: str) -> str:
    """The words of the page's main part, in reading order."""
    answer = client.get(address)
    assert answer.status_code == 200
    utama = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    # A tag ends a word, or the cells of a table would run together. No attribute of ours holds a bare ">".
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", utama)).split())


def element_texts(page: str, *tags: str) -> list[str]:
    """The words of every element with one of the tags, in reading order, single-spaced.

    For what is short: a whole page holds random text (the token of a form), in which "71" turns up by chance.
    """
    reader = _Elements(set(tags))
    reader.feed(page)
    reader.close()
    return [" ".join("".join(words).split()) for words in reader.found]


class _Elements(HTMLParser):
    def __init__(self, tags: set[str]) -> None:
        super().__init__()
        self.found: list[list[str]] = []
        self._tags = tags
        self._open: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._tags:
            self._open.append((tag, []))
            self.found.append(self._open[-1][1])

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for _, words in self._open:
            words.append(data)


class _Panels:
    """The words of each panel by its id, its heading, its links, and what follows it: the name of the next element."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.levels: dict[str, str] = {}
        self.next: dict[str, str] = {}
        self.links: dict[str, list[str]] = {}
        self._open = ""
        self._last = ""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == "section" and "temuan" in (given.get("class") or "").split():
            self._open = self._last = given.get("id") or "top"
            self.words[self._open] = ""
        elif tag[0] == "h" and self._open:
            self.levels[self._open] = tag
        elif tag == "a" and self._open:
            self.links.setdefault(self._open, []).append(given["href"] or "")
        elif self._last and not self._open and (named := given.get("aria-labelledby") or given.get("id")):
            self.next.setdefault(self._last, named)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "section":
            self._open = ""

    def data(self, words: str) -> None:
        """Words between."""
        if self._open:
            self.words[self._open] += words

    def close(self) -> None:
        """The page ends."""


def panels(client: Client, address: str) -> _Panels:
    """The panels of findings of a page."""
    answer = client.get(address)
    assert answer.status_code == 200
    reader = _Panels()
    etree.HTML(answer.content.decode(), etree.HTMLParser(target=reader))
    return reader
