"""Reads a part back as its readers do: sentences, tables as rows of words, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.document.tree import (
    Bagian,
    Baris,
    Blok,
    Daftar,
    Miring,
    Narrative,
    Paragraf,
    Pecahan,
    Sebaris,
    Tabel,
    Tebal,
)

#: What must never reach a reader: Python's None and nan, doubled marks and spaces, unfilled templates.
_CACAT = re.compile(r"\bNone\b|\bnan\b|\bNaN\b|  |\.\.|,,|\{|\}|…|_{2,}|\bTODO\b|\(\)|“”| [.,;:)]|\( ")


def teks(isi: Sebaris) -> str:
    """The words of inline content."""
    if isinstance(isi, str):
        return isi
    hasil = []
    for potongan in isi:
        match potongan:
            case str():
                hasil.append(potongan)
            case Tebal(teks=t) | Miring(teks=t):
                hasil.append(t)
            case Pecahan():
                hasil.append(f"{potongan.pembilang} / {potongan.penyebut} {potongan.pengali}")
            case Baris():
                hasil.append("\n")
    return "".join(hasil)


def semua_bagian(bagian: Bagian) -> Iterator[Bagian]:
    yield bagian
    for anak in bagian.anak:
        yield from semua_bagian(anak)


def bagian_dari(bagian: Bagian, kunci: str) -> Bagian:
    return next(b for b in semua_bagian(bagian) if b.kunci == kunci)


def blok_dari(bagian: Bagian) -> Iterator[Blok]:
    for b in semua_bagian(bagian):
        yield from b.isi


def semua_kalimat(bagian: Bagian) -> list[str]:
    """Every paragraph and list item, in order; no tables, no headings, no text written by people."""
    hasil = []
    for blok in blok_dari(bagian):
        if isinstance(blok, Paragraf):
            hasil.append(teks(blok.isi))
        elif isinstance(blok, Daftar):
            hasil += [teks(b.isi) for b in blok.butir]
    return hasil


def prosa(bagian: Bagian) -> str:
    return "\n".join(semua_kalimat(bagian))


def narasi(bagian: Bagian) -> list[str]:
    """The paragraphs that people wrote."""
    return [
        teks(p.isi)
        for b in blok_dari(bagian)
        if isinstance(b, Narrative)
        for p in b.isi
        if isinstance(p, Paragraf)
    ]


def semua_tabel(bagian: Bagian) -> dict[str, Tabel]:
    """Tables by kunci; a kunci used twice is an error of the document."""
    hasil: dict[str, Tabel] = {}
    for blok in blok_dari(bagian):
        if isinstance(blok, Tabel):
            assert blok.kunci not in hasil, f"kunci tabel dipakai dua kali: {blok.kunci}"
            hasil[blok.kunci] = blok
    return hasil


def baris_tabel(bagian: Bagian, kunci: str) -> list[list[str]]:
    """The body of a table as rows of words."""
    return [[teks(sel.isi) for sel in baris.sel] for baris in semua_tabel(bagian)[kunci].baris]


def kepala_tabel(bagian: Bagian, kunci: str) -> list[list[str]]:
    return [[teks(sel.isi) for sel in baris] for baris in semua_tabel(bagian)[kunci].kepala]


def cacat(kata: str) -> list[str]:
    """The blemishes found in a text; empty for one that can be signed."""
    return _CACAT.findall(kata)
