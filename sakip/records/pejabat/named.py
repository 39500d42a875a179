"""Cells that name a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kecamatan.models import MasaJabatan
from sakip.entry.value_kinds import shorten
from sakip.text.dates import InvalidDate, parse_date
from sakip.workbook.cells.row import SheetChecker, SheetRow

_MASA_TENTU = re.compile(
    r"(?P<nama>.+?)\s*\((?P<jabatan>[^()]+?)\s+sejak\s+(?P<mulai>[^()]+)\)", re.IGNORECASE
)


def parse_pejabat(teks: str) -> tuple[str, tuple[str, date] | None]:
    """ "NAMA (Plt. Camat sejak 2 Januari 2023)" → name and, where given, the office and its first day."""
    cocok = _MASA_TENTU.fullmatch(teks)
    if cocok is None:
        return teks, None
    jabatan = next(
        (
            kode
            for kode, sebutan in MasaJabatan.Jabatan.choices
            if sebutan.casefold() == cocok["jabatan"].casefold()
        ),
        None,
    )
    try:
        mulai = parse_date(cocok["mulai"])
    except InvalidDate:
        return teks, None
    return (cocok["nama"], (jabatan, mulai)) if jabatan else (teks, None)


def find_pejabat(semua: Sequence[SheetRow], nama: str) -> list[str]:
    """Keys of the persons with that name or NIP: their name, or their NIP where several share the name."""
    orang = {(b["nama"], b["nip"] or "") for b in semua if b["nama"]}
    angka = re.sub(r"\D", "", nama)
    cocok = sorted(o for o in orang if o[0] == nama or (len(angka) == 18 and o[1] == angka))
    return [kunci_pejabat(semua, *satu) for satu in cocok]


def no_official(p: SheetChecker, _row: SheetRow, text: str) -> str:
    """What is wrong with a text that should name one person of the sheet of officials; empty where it does."""
    nama, _ = parse_pejabat(text)
    kunci = find_pejabat(p.tabel["Pejabat"], nama)
    if len(kunci) == 1:
        return ""
    if kunci:
        return f'ada beberapa pejabat bernama "{shorten(nama)}". Tulis NIP-nya: {", ".join(kunci)}.'
    ada = list(dict.fromkeys(b["nama"] for b in p.tabel["Pejabat"] if b["nama"]))
    saran = f"Tulis salah satu: {'; '.join(ada[:5])}." if ada else "Isi dahulu lembar Pejabat."
    return f'"{shorten(nama)}" tidak ada pada lembar Pejabat. {saran}'


def kunci_pejabat(semua: Sequence[SheetRow], nama: str, nip: str) -> str:
    """The key of a person in this workbook."""
    senama = {b["nip"] or "" for b in semua if b["nama"] == nama}
    return nip if len(senama) > 1 and nip else nama
