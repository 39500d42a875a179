"""What SELISIH.md says the system prints, the system prints: every amount and every decimal figure it names."""

from __future__ import annotations

import re

from tests.fixtures.read_selisih import NAMA, read_selisih
from tests.flows.pdf_tables import memuat
from tests.flows.printed import Cetakan

ANGKA = re.compile(r"(?<![\w.,])(?:Rp)?(\d{1,3}(?:\.\d{3})+|\d+,\d+)(?!\d|[.,]\d)")


def test_every_computed_number_is_printed(cetakan: Cetakan) -> None:
    (kode,) = [k for k, nama in NAMA.items() if nama == cetakan.contoh.nama]
    teks = re.sub(r"\bRp(?=\d)", "", cetakan.teks)
    angka = [
        (s.nomor, satu)
        for s in read_selisih()[kode]
        if not s.nomor.startswith("C")  # those name figures of several documents
        for satu in ANGKA.findall(s.dalam_sistem)
    ]
    assert len(angka) >= {"000": 20, "001": 30, "002": 0, "004": 70}[kode]
    assert [a for a in angka if not memuat([teks], [a[1]])] == []
