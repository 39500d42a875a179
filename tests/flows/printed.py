"""The four real documents of fixtures/contoh, and what a test sees of one when it has been printed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from reports.pdf.render import HasilPDF
from reports.publish.assemble import Susunan
from reports.publish.files import publish_html, publish_pdf
from reports.publish.naskah import Naskah
from tests.flows.pdf_tables import TabelPDF, tabel_pdf
from tests.flows.read_html import BacaanHTML, read_html
from tests.flows.read_pdf import BacaanPDF, read_pdf

AKAR: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Contoh:
    """A document: the name of its expectation file, whose it is, of which kind."""

    nama: str
    kode: str
    kecamatan: str
    tahun: int
    jenis: str


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
    isi: dict[str, Any] = json.loads(
        (AKAR / "tests" / "harapan" / f"{nama}.json").read_text(encoding="utf-8")
    )
    return isi


@dataclass(frozen=True, slots=True, kw_only=True)
class Terbitan:
    """The files of a document: HTML with its pictures inside, PDF."""

    html: str
    pdf: HasilPDF


def issue(susunan: Susunan) -> Terbitan:
    """Both files of one document."""
    return Terbitan(html=publish_html(susunan), pdf=publish_pdf(susunan))


@dataclass(frozen=True)
class Cetakan:
    """One real document: what it is made of, its files, and what a reader finds in them."""

    contoh: Contoh
    naskah: Naskah
    susunan: Susunan
    terbitan: Terbitan

    @cached_property
    def pdf(self) -> BacaanPDF:
        return read_pdf(self.terbitan.pdf.isi)

    @cached_property
    def html(self) -> BacaanHTML:
        return read_html(self.terbitan.html)

    @cached_property
    def teks(self) -> str:
        """All words of the PDF in reading order."""
        return self.pdf.teks()

    @cached_property
    def tabel(self) -> list[TabelPDF]:
        """The tables of the PDF, with the titles that the document gives them."""
        return tabel_pdf(self.pdf.akar, self.susunan.dokumen)

    @cached_property
    def harapan(self) -> dict[str, Any]:
        return read_expected(self.contoh.nama)
