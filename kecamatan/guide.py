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
AWAL: Final = "README"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panduan:
    """A guide: its title and its body as HTML."""

    judul: str
    isi: SafeString


def read_guide(nama: str) -> Panduan | None:
    """The guide of this name; None when there is none."""
    return _build(nama) if nama in {satu.stem for satu in FOLDER.glob("*.md")} else None


@cache
def _build(nama: str) -> Panduan:
    """Guides are files of the release: each is read once."""
    pembaca = Markdown(extensions=["tables", TocExtension(slugify=jangkar)], output_format="html")
    pembaca.treeprocessors.register(_UntukSitus(pembaca), "untuk-situs", 0)
    html = pembaca.convert((FOLDER / f"{nama}.md").read_text(encoding="utf-8"))
    # Written by us and delivered with the code: nothing here was typed by a user.
    return Panduan(judul=pembaca.toc_tokens[0]["name"], isi=mark_safe(html))  # noqa: S308


def jangkar(judul: str, pemisah: str = "-") -> str:
    """The anchor of a heading, as every reader of Markdown makes it."""
    return re.sub(r"[^\w\- ]", "", judul.lower()).replace(" ", pemisah)


class _UntukSitus(Treeprocessor):
    """Links and pictures as addresses of the site; tables that scroll by themselves; pictures fetched on demand."""

    def run(self, root: Element) -> None:
        for a in root.iter("a"):
            self._tautan(a)
        for induk in list(root.iter()):
            for nomor, anak in enumerate(list(induk)):
                if anak.tag == "table":
                    induk[nomor] = _bingkai(anak)
                elif anak.tag == "p" and [x.tag for x in anak] == ["img"] and not (anak.text or "").strip():
                    induk[nomor] = _draw(anak[0])

    def _tautan(self, a: Element) -> None:
        letak, _, bagian = a.get("href", "").partition("#")
        if "://" in letak or not letak:
            return
        # Of what is outside the folder, such as how to run the server, the site has no page.
        if "/" in letak or not letak.endswith(".md"):
            a.tag = "span"
            del a.attrib["href"]
            return
        nama = letak.removesuffix(".md")
        alamat = reverse("panduan") if nama == AWAL else reverse("panduan-halaman", args=[nama])
        a.set("href", f"{alamat}#{bagian}" if bagian else alamat)


def _bingkai(tabel: Element) -> Element:
    """A table in a frame of its own, or a phone's page would scroll sideways."""
    for sel in tabel.iter("th"):
        sel.set("scope", "col")
    judul = " ".join("".join(sel.itertext()).strip() for sel in tabel.iter("th"))
    bingkai = Element("div", {"class": "gulung", "role": "region", "tabindex": "0", "aria-label": judul})
    bingkai.append(tabel)
    return bingkai


def _draw(gambar: Element) -> Element:
    """A picture that is fetched when it is opened: thirty of them are too much for a weak line."""
    nama = Path(gambar.get("src", "")).name
    gambar.attrib.update({"src": static(f"panduan/{nama}"), "loading": "lazy"})
    rincian = Element("details", {"class": "panduan-gambar"})
    ringkas = Element("summary")
    ringkas.text = f"Gambar: {gambar.get('alt', '')}"
    rincian.extend([ringkas, gambar])
    return rincian
