"""A file held against what was signed. Only its fingerprint is known: equal means equal byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reports.public.selectors import PublicReport

#: Of a document of which something else is recorded here than was signed: heading and words.
DOUBT: Final = (
    "Tidak dapat dipastikan",
    "Yang tercatat di sini tentang dokumen itu tidak sama lagi dengan yang ditandatangani, jadi tidak ada yang dapat"
    " dinyatakan asli. Tanyakan kepada kecamatan; pengelola aplikasi menemukan sebabnya dengan perintah periksa_data.",
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is to be thought of a file: ``same`` as a signed document (the one asked for, where one was), the heading,
    and the words below it."""

    same: bool
    heading: str
    words: str


def compare(found: PublicReport | None, asked: PublicReport | None) -> Comparison:
    """Judge a file of which ``found`` is the report it is; ``asked`` is the one of the page it was given to."""
    if any(one is not None and one.doubtful for one in (found, asked)):
        return Comparison(False, *DOUBT)
    if found is None:
        return _unknown(asked)
    if asked is not None and found.pk != asked.pk:
        return Comparison(
            False,
            "Dokumen yang lain",
            f"Berkas ini asli, tetapi berisi {found}, bukan {asked}.{_replaced(found)}",
        )
    return Comparison(
        True,
        "Asli",
        f"Berkas ini sama, byte demi byte, dengan {found} yang ditandatangani di sini.{_signed_later(found)}"
        f"{_replaced(found)}",
    )


def _unknown(asked: PublicReport | None) -> Comparison:
    if asked is None:
        return Comparison(
            False,
            "Tidak dikenal",
            "Tidak ada dokumen yang ditandatangani di sini dengan isi persis seperti berkas ini. Berkas yang diubah,"
            " disimpan ulang oleh program lain, atau hasil pindai tidak dikenal lagi; mintalah berkas aslinya.",
        )
    return Comparison(
        False,
        "Berbeda",
        f"Berkas ini bukan {asked} yang ditandatangani: isinya berubah, atau disimpan ulang oleh program lain. Jangan"
        " dipakai; mintalah berkas aslinya.",
    )


def _signed_later(report: PublicReport) -> str:
    """That another party has signed since, in a file of its own."""
    if not report.later:
        return ""
    names = " dan ".join(f"{one.signer}, {one.office}" for one in report.later)
    return f" Sesudah itu ditandatangani juga oleh {names}; mintalah berkas yang memuat semua tanda tangan."


def _replaced(report: PublicReport) -> str:
    return f" Dokumen itu sudah diganti {report.newer}." if report.newer else ""
