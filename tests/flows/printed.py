"""The four real documents of fixtures/contoh, and what a test sees of one when it has been printed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from reports.pdf.render import PdfResult
from reports.publish.assemble import Assembled
from reports.publish.files import publish_html, publish_pdf
from reports.publish.naskah import Naskah
from tests.flows.pdf_tables import PdfTable, pdf_tables
from tests.flows.read_html import HtmlReading, read_html
from tests.flows.read_pdf import PdfReading, read_pdf

ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Contoh:
    """A document: the name of its expectation file, whose it is, of which kind."""

    nama: str
    kode: str
    kecamatan: str
    tahun: int
    kind: str


CONTOH: Final = {
    c.nama: c
    for c in (
        Contoh("umbulsari-2021", "35.09.05", "Umbulsari", 2021, "lkip"),
        Contoh("balung-2020", "35.09.10", "Balung", 2020, "lkip"),
        Contoh("jombang-2023", "35.09.01", "Jombang", 2023, "lkip"),
        Contoh("jelbuk-2024", "35.09.25", "Jelbuk", 2024, "sk-iku"),
    )
}


def read_expected(nama: str) -> dict[str, Any]:
    """What the tables and sentences of a document must say, worked by hand from the seed document."""
    content: dict[str, Any] = json.loads(
        (ROOT / "tests" / "harapan" / f"{nama}.json").read_text(encoding="utf-8")
    )
    return content


@dataclass(frozen=True)
class Edition:
    """The files of a document, each made when it is asked for, once: a PDF takes ten times as long as its page."""

    assembled: Assembled

    @cached_property
    def html(self) -> str:
        """With its pictures inside."""
        return publish_html(self.assembled)

    @cached_property
    def pdf(self) -> PdfResult:
        return publish_pdf(self.assembled)


@dataclass(frozen=True)
class Template:
    """One real document: what it is made of, its files, and what a reader finds in them."""

    contoh: Contoh
    naskah: Naskah
    edition: Edition

    @property
    def assembled(self) -> Assembled:
        return self.edition.assembled

    @cached_property
    def pdf(self) -> PdfReading:
        return read_pdf(self.edition.pdf.content)

    @cached_property
    def html(self) -> HtmlReading:
        return read_html(self.edition.html)

    @cached_property
    def text(self) -> str:
        """All words of the PDF in reading order."""
        return self.pdf.text()

    @cached_property
    def tables(self) -> list[PdfTable]:
        """The tables of the PDF, with the titles that the document gives them."""
        return pdf_tables(self.pdf.root, self.assembled.dokumen)

    @cached_property
    def harapan(self) -> dict[str, Any]:
        return read_expected(self.contoh.nama)
