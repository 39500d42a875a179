"""The guides of docs/panduan as pages of the site, so that who needs help finds it where the work is done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

FOLDER: Final[Path] = settings.BASE_DIR / "docs" / "panduan"
BASE: Final = "README"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A guide: its title and its body as HTML."""

    title: str
    content: SafeString


def read_guide(nama: str) -> Guide | None:
    """The guide of this name; None when there is none."""
    return _build(nama) if nama in {one.stem for one in FOLDER.glob("*.md")} else None


@cache
def _build(nama: str) -> Guide:
    """Guides are files of the release: each is read once."""
    reader = Markdown(extensions=["tables", TocExtension(slugify=anchor)], output_format="html")
    reader.treeprocessors.register(_ForSite(reader), "untuk-situs", 0)
    html = reader.convert((FOLDER / f"{nama}.md").read_text(encoding="utf-8"))
    # Written by us and delivered with the code: nothing here was typed by a user.
    return Guide(title=reader.toc_tokens[0]["name"], content=mark_safe(html))  # noqa: S308


def anchor(title: str, separator: str = "-") -> str:
    """The anchor of a heading, as every reader of Markdown makes it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", separator)


class _ForSite(Treeprocessor):
    """Links and pictures as addresses of the site; tables that scroll by themselves; pictures fetched on demand."""

    def run(self, root: Element) -> None:
        for a in root.iter("a"):
            self._link(a)
        for code in root.iter("pre"):
            code.set("tabindex", "0")  # where it is wider than a phone, it is scrolled by keyboard as well
        for parent in list(root.iter()):
            for nomor, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[nomor] = _frame(child)
                elif (
                    child.tag == "p" and [x.tag for x in child] == ["img"] and not (child.text or "").strip()
                ):
                    parent[nomor] = _draw(child[0])

    def _link(self, a: Element) -> None:
        location, _, part = a.get("href", "").partition("#")
        if "://" in location or not location:
            return
        # Of what is outside the folder, such as how to run the server, the site has no page.
        if "/" in location or not location.endswith(".md"):
            a.tag = "span"
            del a.attrib["href"]
            return
        nama = location.removesuffix(".md")
        address = reverse("panduan") if nama == BASE else reverse("panduan-halaman", args=[nama])
        a.set("href", f"{address}#{part}" if part else address)


def _frame(table: Element) -> Element:
    """A table in a frame of its own, or a phone's page would scroll sideways."""
    for cell in table.iter("th"):
        cell.set("scope", "col")
    title = " ".join("".join(cell.itertext()).strip() for cell in table.iter("th"))
    frame = Element("div", {"class": "gulung", "role": "region", "tabindex": "0", "aria-label": title})
    frame.append(table)
    return frame


def _draw(figure: Element) -> Element:
    """A picture that is fetched when it is opened: thirty of them are too much for a weak line."""
    nama = Path(figure.get("src", "")).name
    figure.attrib.update({"src": static(f"panduan/{nama}"), "loading": "lazy"})
    details = Element("details", {"class": "panduan-gambar"})
    short = Element("summary")
    short.text = f"Gambar: {figure.get('alt', '')}"
    details.extend([short, figure])
    return details
