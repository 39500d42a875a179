"""Tables of a tagged PDF, put together again where they run over pages, and compared row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.document.tree import Bagian, Dokumen, Tabel
from tests.flows.read_pdf import Elemen, tidy

Baris = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TabelPDF:
    """A table: its title in the document, the page it begins on, its head, and its rows with every cell."""

    judul: str
    halaman: int
    kepala: tuple[Baris, ...]
    kisi: tuple[Baris, ...]

    @property
    def baris(self) -> tuple[Baris, ...]:
        """The rows without their empty cells."""
        return tuple(tuple(sel for sel in b if sel) for b in self.kisi)


def tabel_pdf(akar: Elemen, dokumen: Dokumen) -> list[TabelPDF]:
    """Every table with a head. Raises :class:`ValueError` when the PDF has other tables than the document.

    A form's table prints no title of its own, so titles are the document's; a printed caption must agree with it.
    """
    utuh = [t for t in merge_tables(akar.semua("Table")) if _kepala(t[0])]
    judul = [t.judul for t in _tabel_dokumen(dokumen) if t.kepala]
    hasil = []
    for bagian, nama in zip(utuh, judul, strict=True):
        tercetak = _judul(bagian[0])
        if tercetak and not tercetak.endswith(tidy(nama)):
            raise ValueError(f"tabel {nama!r} berjudul {tercetak!r} dalam PDF")
        baris = (b for satu in bagian for badan in _anak(satu, "TBody") for b in _baris(badan))
        hasil.append(TabelPDF(nama, bagian[0].halaman, _kepala(bagian[0]), tuple(baris)))
    return hasil


def merge_tables(tabel: Iterable[Elemen]) -> list[list[Elemen]]:
    """Group tables with the parts of them on later pages: no title again, but the same head."""
    hasil: list[list[Elemen]] = []
    for satu in tabel:
        sebelum = hasil[-1] if hasil else [satu]
        sekepala = not _judul(satu) and _kepala(satu) == _kepala(sebelum[0])
        if sekepala and satu.halaman > sebelum[-1].halaman:
            sebelum.append(satu)
        else:
            hasil.append([satu])
    return hasil


def _judul(tabel: Elemen) -> str:
    return next((e.teks() for e in tabel.semua("Caption")), "")


def _kepala(tabel: Elemen) -> tuple[Baris, ...]:
    return tuple(b for kepala in _anak(tabel, "THead") for b in _baris(kepala))


def _baris(induk: Elemen) -> Iterator[Baris]:
    for tr in _anak(induk, "TR"):
        yield tuple(sel.teks() for sel in _anak(tr, "TH", "TD"))


def _anak(induk: Elemen, *jenis: str) -> Iterator[Elemen]:
    return (a for a in induk.anak if isinstance(a, Elemen) and a.jenis in jenis)


def _tabel_dokumen(dokumen: Dokumen) -> Iterator[Tabel]:
    def jalan(bagian: Bagian) -> Iterator[Tabel]:
        yield from (b for b in bagian.isi if isinstance(b, Tabel))
        for anak in bagian.anak:
            yield from jalan(anak)

    for bagian in (*dokumen.depan, *dokumen.batang, *dokumen.lampiran):
        yield from jalan(bagian)


def tabel_bernama(tabel: Sequence[TabelPDF], judul: str) -> TabelPDF:
    """The table with this title, or the only one whose title contains it. Raises :class:`ValueError`."""
    pilihan = [t for t in tabel if t.judul == judul] or [t for t in tabel if judul in t.judul]
    if len(pilihan) != 1:
        raise ValueError(f"{len(pilihan)} tabel berjudul {judul!r} dalam {[t.judul for t in tabel]}")
    return pilihan[0]


def memuat(baris: Sequence[str], harap: Sequence[str]) -> bool:
    """Whether a row says each expected text, in order and as whole words: "5" is not in "95", "5.000" or "5,5"."""
    sel = letak = 0
    for teks in harap:
        pola = re.compile(rf"(?<![\w.,]){re.escape(tidy(teks))}(?!\w|[.,]\d)")
        while (temu := pola.search(baris[sel], letak)) is None:
            sel, letak = sel + 1, 0
            if sel == len(baris):
                return False
        letak = temu.end()
    return True


def match(tabel: TabelPDF, harap: Sequence[Sequence[str]]) -> tuple[set[int], str]:
    """Find the expected rows in order. Returns the rows found and, for people, each one that is not there."""
    ditemukan: set[int] = set()
    hilang: list[str] = []
    mulai = 0
    for satu in harap:
        letak = next((i for i in range(mulai, len(tabel.baris)) if memuat(tabel.baris[i], satu)), None)
        if letak is None:
            hilang.append(f"  diharapkan  {' | '.join(satu)}\n  terdekat    {_terdekat(tabel, satu)}")
        else:
            ditemukan.add(letak)
            mulai = letak + 1
    return ditemukan, "\n".join(hilang)


def _terdekat(tabel: TabelPDF, harap: Sequence[str]) -> str:
    teks = " | ".join(harap)
    return max(
        (" | ".join(b) for b in tabel.baris),
        key=lambda b: SequenceMatcher(None, b, teks).ratio(),
        default="(tabel kosong)",
    )
