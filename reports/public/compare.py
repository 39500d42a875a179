"""A file held against what was signed. Only its fingerprint is known: equal means equal byte for byte."""

from __future__ import annotations

from dataclasses import dataclass

from reports.public.selectors import PublicReport


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is to be thought of a file: ``same`` as a signed report (the one asked for, where one was), the heading,
    and the words below it."""

    same: bool
    heading: str
    words: str


def compare(found: PublicReport | None, asked: PublicReport | None) -> Comparison:
    """Judge a file of which ``found`` is the report it is; ``asked`` is the one of the page it was given to."""
    if found is None:
        return _unknown(asked)
    if asked is not None and found.sha256 != asked.sha256:
        return Comparison(
            False,
            "Laporan yang lain",
            f"Berkas ini asli, tetapi berisi {found}, bukan {asked}.{_replaced(found)}",
        )
    return Comparison(
        True,
        "Asli",
        f"Berkas ini sama, byte demi byte, dengan {found} yang ditandatangani di sini.{_replaced(found)}",
    )


def _unknown(asked: PublicReport | None) -> Comparison:
    if asked is None:
        return Comparison(
            False,
            "Tidak dikenal",
            "Tidak ada laporan yang ditandatangani di sini dengan isi persis seperti berkas ini. Berkas yang diubah,"
            " disimpan ulang oleh program lain, atau hasil pindai tidak dikenal lagi; mintalah berkas aslinya.",
        )
    return Comparison(
        False,
        "Berbeda",
        f"Berkas ini bukan {asked} yang ditandatangani: isinya berubah, atau disimpan ulang oleh program lain. Jangan"
        " dipakai; mintalah berkas aslinya.",
    )


def _replaced(report: PublicReport) -> str:
    return f" Laporan itu sudah diganti versi {report.newer}." if report.newer else ""
