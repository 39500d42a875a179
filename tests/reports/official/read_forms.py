"""Reads forms back: every word of a part, whatever block it stands in, for tests that look for blemishes."""

from __future__ import annotations

from collections.abc import Iterator

from reports.document.tree import (
    Bagian,
    Blok,
    Daftar,
    Gambar,
    Isian,
    Judul,
    Kop,
    Paragraf,
    Sebaris,
    SignatureBlock,
    Tabel,
)
from tests.reports.lkip.read_part import blok_dari, semua_bagian, teks


def isi_daftar(daftar: Daftar) -> Iterator[str]:
    """The items of a list, each followed by those below it."""
    for butir in daftar.butir:
        yield teks(butir.isi)
        for anak in butir.anak:
            yield from isi_daftar(anak)


def pasangan(bagian: Bagian) -> dict[str, list[str]]:
    """Labels of a form ("Nama", "KESATU") with the lines behind each, in order; repeated labels add up."""
    hasil: dict[str, list[str]] = {}
    label = ""
    for blok in blok_dari(bagian):
        for nama, isi in blok.pasangan if isinstance(blok, Isian) else ():
            label = nama or label
            hasil.setdefault(label, []).extend(_baris(isi))
    return hasil


def semua_teks(bagian: Bagian) -> list[str]:
    """Every text of a part in printed order: headings, sentences, items, cells, captions, forms, alt texts."""
    return [b.judul for b in semua_bagian(bagian)] + [t for b in blok_dari(bagian) for t in _teks_blok(b)]


def _baris(isi: Sebaris | Daftar) -> list[str]:
    return list(isi_daftar(isi)) if isinstance(isi, Daftar) else [teks(isi)]


def _teks_blok(blok: Blok) -> Iterator[str]:
    match blok:
        case Paragraf():
            yield teks(blok.isi)
        case Daftar():
            yield from isi_daftar(blok)
        case Tabel():
            yield from (blok.judul, blok.sumber)
            for baris in (*blok.kepala, *(b.sel for b in blok.baris)):
                yield from (teks(s.isi) for s in baris)
        case Gambar():
            yield from (blok.judul, blok.alt)
        case Isian():
            for label, isi in blok.pasangan:
                yield from (label, *_baris(isi))
        case Judul():
            yield from blok.baris
        case Kop():
            yield from (blok.pemerintah, blok.instansi, *blok.alamat)
        case SignatureBlock():
            for pihak in blok.blok:
                yield from (*pihak.kepala, pihak.nama, *pihak.bawah)
