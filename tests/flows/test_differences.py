"""What SELISIH.md says the system prints, the system prints: every amount and every decimal figure it names.

Looked for on the page; that paper says the same, word for word, is :mod:`tests.flows.test_html_and_pdf`.
"""

from __future__ import annotations

import re

import pytest

from tests.fixtures.read_selisih import NAMA, read_selisih
from tests.flows.pdf_tables import fits
from tests.flows.printed import Template

pytestmark = pytest.mark.one_engine

ANGKA = re.compile(r"(?<![\w.,])(?:Rp)?(\d{1,3}(?:\.\d{3})+|\d+,\d+)(?!\d|[.,]\d)")


def test_every_computed_number_is_printed(template: Template) -> None:
    (kode,) = [k for k, nama in NAMA.items() if nama == template.contoh.nama]
    text = re.sub(r"\bRp(?=\d)", "", template.html.text)
    angka = [
        (s.nomor, one)
        for s in read_selisih()[kode]
        if not s.nomor.startswith("C")  # those name figures of several documents
        for one in ANGKA.findall(s.in_system)
    ]
    assert len(angka) >= {"000": 20, "001": 30, "002": 0, "004": 70}[kode]
    assert [a for a in angka if not fits([text], [a[1]])] == []
