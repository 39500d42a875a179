"""Checks of words that belong to other areas: of Aceh, of kelurahan where there are desa alone, and the reverse."""

from __future__ import annotations

import re
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.snapshot.parts.source import is_aceh

_KINDS: Final = ("narasi", "dokumentasi", *KINDS_OF_RECORDS)
_ACEH: Final = re.compile(
    r"\b(qanun|mukim|imum\s+mukim|meunasah|APBG|imeum\s+mukim|gampong|keuchik|geuchik|tuha\s+peut|syariat\s+islam)\b",
    re.IGNORECASE,
)
#: A sentence that says there are none.
_NONE_OF: Final = re.compile(
    r"\b(?:tidak|tanpa|bukan)\s+(?:ada|memiliki|mempunyai|terdapat)?\s*(?:kelurahan|desa|lurah)\b",
    re.IGNORECASE,
)
_OF_ACEH: Final = re.compile(r"\bAceh\b", re.IGNORECASE)
_OF_KELURAHAN: Final = re.compile(
    r"\b(?:[Pp]ara +[Ll]urah|"
    r"(?:[Kk]epala|[Kk]antor|[Pp]egawai|[Pp]erangkat|[Pp]emerintah) +[Kk]elurahan(?! *(?:/|dan|atau))|"
    r"[Ll]urah +[Ss]e-?|(?:[Ss]etiap|[Tt]iap) +[Kk]elurahan(?! *(?:/|dan|atau))|"
    r"[Ll]urah +[A-Z][a-z]+|(?<!dan )(?<!atau )[Kk]elurahan +[A-Z][a-z]+|[Dd]ana +[Kk]elurahan)\b"
)
_OF_DESA: Final = re.compile(
    r"\b(?:(?:para\s+)?[Kk]epala\s+[Dd]esa|[Dd]esa\s+[A-Z][a-z]+|[Dd]ana\s+[Dd]esa|APB\s?Des(?:a)?)\b"
)


@check(
    "istilah-wilayah",
    rule="R-term",
    basis="Qanun, mukim, dan gampong hanya ada di Aceh (UU Nomor 11 Tahun 2006).",
    example="Pembinaan pemerintahan mukim dalam laporan kecamatan di Jawa Timur.",
    reads=("passages", *PARTS),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def terms_of_aceh_stay_there(year: CheckedYear) -> Found:
    """Qanun, mukim and gampong are no words of a kecamatan outside Aceh."""
    if is_aceh(year.snapshot.kecamatan.kabupaten.provinsi):
        return
    for passage in every_text(year):
        for found in _ACEH.finditer(passage.text):
            if _OF_ACEH.search(passage.text):
                continue
            yield (
                passage.place,
                Said(f"“{found[0]}” adalah istilah khusus Aceh. Ganti atau hapus.", found[0], ""),
            )


@check(
    "istilah-desa-kelurahan",
    rule="R-term",
    basis="Desa dan kelurahan disebut menurut yang ada di kecamatan itu (kode wilayah Kemendagri).",
    example="Lurah dan kelurahan dalam laporan kecamatan yang hanya terdiri atas desa.",
    reads=("passages", *PARTS),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def villages_are_called_what_they_are(year: CheckedYear) -> Found:
    """A kecamatan of desa alone speaks of no lurah, one of kelurahan alone of no kepala desa."""
    kinds = year.snapshot.kecamatan.desa_kinds
    if len(kinds) != 1:
        return
    (kind,) = kinds
    wrong = _OF_KELURAHAN if kind == "desa" else _OF_DESA
    for passage in every_text(year):
        for found in wrong.finditer(passage.text) if not _NONE_OF.search(passage.text) else ():
            message = f"“{found[0]}”, padahal kecamatan ini hanya terdiri atas {kind}."
            yield passage.place, Said(message, found[0], kind)
