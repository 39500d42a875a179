"""What a file is handed out as: its media type and its name."""

from __future__ import annotations

from typing import Final

from kecamatan.models import Kecamatan
from sakip.workbook.listing import XLSX

#: Media type of each shape.
TYPES: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "xlsx": XLSX,
    "zip": "application/zip",
}

#: First part of the name under which each kind is saved: LKIP-Jombang-2023.pdf.
PREFIXES: Final = {
    "lkip": "LKIP",
    "pk-murni": "PK",
    "pk-perubahan": "PK-Perubahan",
    "pk-berjenjang": "PK-Berjenjang",
    "pk-unit-perubahan": "PK-Berjenjang-Perubahan",
    "sk-iku": "SK-IKU",
    "rkt": "RKT",
    "renstra": "Matriks-Renstra",
    "rencana-aksi": "Rencana-Aksi",
    "lembar-reviu": "Lembar-Reviu",
    "buku-kerja": "Buku-Kerja",
}


def download_name(
    kind: str,
    kecamatan: Kecamatan,
    tahun: int,
    shape: str,
    *,
    versi: int = 0,
    perubahan: int = 0,
    mark: str = "",
    part: str = "",
) -> str:
    """ "LKIP-Jombang-2023.pdf": ASCII and without spaces, so that every system keeps it; of a signed one with its
    version, and which perubahan it is after the first; of another with the ``mark`` that says so ("KONSEP"). A
    ``part`` of a document is named after what it is of ("PK-Berjenjang-Seksi-Pemerintahan-Jombang-2023.pdf")."""
    version = f"-versi-{versi}" if versi else ""
    nth = f"-{perubahan}" if perubahan > 1 else ""
    marked = f"-{mark}" if mark else ""
    of = f"-{part.removeprefix('pk-unit-').title()}" if part else ""
    return f"{PREFIXES[kind]}{nth}{of}-{kecamatan.slug.title()}-{tahun}{version}{marked}.{shape}"
