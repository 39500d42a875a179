"""What a file is handed out as: its media type and its name."""

from __future__ import annotations

from typing import Final

from kecamatan.models import Kecamatan

#: Media type of each shape.
TYPES: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}

#: First part of the name under which each kind is saved: LKIP-Jombang-2023.pdf.
PREFIXES: Final = {
    "lkip": "LKIP",
    "pk-murni": "PK",
    "pk-perubahan": "PK-Perubahan",
    "sk-iku": "SK-IKU",
    "rkt": "RKT",
    "renstra": "Matriks-Renstra",
    "rencana-aksi": "Rencana-Aksi",
    "lembar-reviu": "Lembar-Reviu",
}


def download_name(
    kind: str, kecamatan: Kecamatan, tahun: int, shape: str, *, versi: int = 0, perubahan: int = 0
) -> str:
    """ "LKIP-Jombang-2023.pdf": ASCII and without spaces, so that every system keeps it; of a signed one with its
    version, and which perubahan it is after the first."""
    version = f"-versi-{versi}" if versi else ""
    nth = f"-{perubahan}" if perubahan > 1 else ""
    return f"{PREFIXES[kind]}{nth}-{kecamatan.slug.title()}-{tahun}{version}.{shape}"
