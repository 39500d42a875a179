"""Live values: ``{capaian: nama indikator}`` in a text stands for the number that the table prints.

Numbers written by hand drift away from the record. A marker is stored as text, and becomes the number wherever the
text is shown; what the table says, it says. Pure: from the results alone, no Django.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from reports.sections.bahasa import TIDAK_DAPAT_DISIMPULKAN, persen, rapi, sebut_kategori
from reports.sections.cetak import TIDAK_TERSEDIA
from reports.writing.blocks import Block, Piece, contents, inline, map_contents, words
from sakip.angka import format_rupiah
from sakip.capaian.levels import TIDAK_DIRINCI
from sakip.capaian.results import BarisSerapan, Hasil, HasilIndikator, HasilSasaran, Serapan

#: What can be said of an indikator; without a name, of the one that the text is about.
JENIS_INDIKATOR: Final = ("capaian", "realisasi", "target", "predikat")
#: What can be said of a sasaran; without a name, of the one that the text is about, else of the whole year.
JENIS_SASARAN: Final = ("rata-rata", "predikat rata-rata")
#: What can be said of money: of a program, kegiatan, sub kegiatan or sasaran; without a name, likewise.
JENIS_ANGGARAN: Final = ("serapan", "pagu", "realisasi anggaran")
JENIS: Final = (*JENIS_INDIKATOR, *JENIS_SASARAN, *JENIS_ANGGARAN)

_PENANDA = re.compile(r"\{[^\S\n]*(?P<jenis>[A-Za-z][A-Za-z -]*?)[^\S\n]*(?::(?P<nama>[^{}\n]*))?\}")


class Pilihan(NamedTuple):
    """A marker that may be put into a text, and what it shows now."""

    penanda: str
    nilai: str


class KelompokPilihan(NamedTuple):
    """What can be said of one indikator, sasaran or program."""

    judul: str
    pilihan: tuple[Pilihan, ...]


@dataclass(slots=True)
class NilaiHidup:
    """Every value that a text of one kecamatan and year may name, by kind and by name.

    A name that several records share names none of them: they are told apart by their kunci.
    """

    _nilai: dict[tuple[str, str], str] = field(default_factory=dict)
    _kembar: set[tuple[str, str]] = field(default_factory=set)
    kelompok: list[KelompokPilihan] = field(default_factory=list)

    def cari(self, jenis: str, nama: str, kunci: str = "") -> str | None:
        """The value, None when it is not known. Without a name it is that of the indikator or sasaran which the
        text is about (``kunci``), else of the whole year."""
        if sebutan := _sebutan(nama):
            return None if self.kembar(jenis, nama) else self._nilai.get((jenis, sebutan))
        milik = (jenis, _sebutan(kunci))
        if milik in self._nilai and milik not in self._kembar:
            return self._nilai[milik]
        return self._nilai.get((jenis, ""))

    def kembar(self, jenis: str, nama: str) -> bool:
        """Whether several records bear that name."""
        return (jenis, _sebutan(nama)) in self._kembar

    def _catat(
        self, judul: str, nama: tuple[str, ...], nilai: dict[str, str], *, ditawarkan: bool = True
    ) -> None:
        """Make the values known under each of the names; the first is the one that a marker is written with.

        What is not offered (``ditawarkan``) may still be written: a list of every sub kegiatan helps nobody.
        """
        for jenis, isi in nilai.items():
            for satu in dict.fromkeys(_sebutan(n) for n in nama if n or nama == ("",)):
                if (jenis, satu) in self._nilai:
                    self._kembar.add((jenis, satu))
                self._nilai[jenis, satu] = isi
        if not ditawarkan:
            return
        tulis = _dalam_penanda(nama[0])
        self.kelompok.append(
            KelompokPilihan(judul, tuple(Pilihan(penanda(j, tulis), isi) for j, isi in nilai.items()))
        )


def penanda(jenis: str, nama: str = "") -> str:
    """The marker as it is written."""
    bersih = _dalam_penanda(nama)
    return f"{{{jenis}: {bersih}}}" if bersih else f"{{{jenis}}}"


def nilai_hidup(hasil: Hasil | None) -> NilaiHidup:
    """What the results let a text say; nothing where nothing was measured."""
    nilai = NilaiHidup()
    if hasil is None:
        return nilai
    nilai._catat(
        "Seluruh kecamatan",
        ("",),
        {
            "rata-rata": TIDAK_DAPAT_DISIMPULKAN
            if hasil.rerata.nilai is None
            else persen(hasil.rerata.nilai),
            "predikat rata-rata": sebut_kategori(hasil.rerata.kategori),
            **(_uang(hasil.anggaran.total) if hasil.anggaran.program else {}),
        },
    )
    for sasaran in hasil.sasaran:
        for indikator in sasaran.indikator:
            nilai._catat(
                f"Indikator: {rapi(indikator.nama)}", (indikator.nama, indikator.kunci), _ukuran(indikator)
            )
    for sasaran in hasil.sasaran:
        nilai._catat(f"Sasaran: {rapi(sasaran.uraian)}", (sasaran.uraian, sasaran.kunci), _sasaran(sasaran))
    for baris in _urai(hasil.anggaran.program):
        if baris.tingkat == "unit" or (baris.nama == TIDAK_DIRINCI and not baris.kode):
            continue  # a kelurahan's part, or the remainder, of its parent: there may be many of one name
        nilai._catat(
            rapi(baris.nama),
            (baris.nama, baris.kode),
            _uang(baris.serapan),
            ditawarkan=baris.tingkat == "program",
        )
    return nilai


def _ukuran(i: HasilIndikator) -> dict[str, str]:
    """As the table of measurement prints them (:func:`reports.sections.bab3.pengukuran.sel_ukuran`)."""
    nilai = i.capaian.nilai
    return {
        "capaian": TIDAK_DAPAT_DISIMPULKAN if nilai is None else persen(nilai),
        "realisasi": rapi(i.realisasi_cetak),
        "target": rapi(i.target_cetak),
        "predikat": TIDAK_DAPAT_DISIMPULKAN if nilai is None else sebut_kategori(i.capaian.kategori),
    }


def _sasaran(s: HasilSasaran) -> dict[str, str]:
    return {
        "rata-rata": TIDAK_DAPAT_DISIMPULKAN if s.rerata.nilai is None else persen(s.rerata.nilai),
        "predikat rata-rata": sebut_kategori(s.rerata.kategori),
        **_uang(s.anggaran),
    }


def _uang(serapan: Serapan) -> dict[str, str]:
    return {
        "serapan": TIDAK_TERSEDIA if serapan.nilai is None else persen(serapan.nilai),
        "pagu": TIDAK_TERSEDIA if serapan.pagu is None else format_rupiah(serapan.pagu),
        "realisasi anggaran": TIDAK_TERSEDIA
        if serapan.realisasi is None
        else format_rupiah(serapan.realisasi),
    }


def _urai(baris: tuple[BarisSerapan, ...]) -> Iterator[BarisSerapan]:
    for b in baris:
        yield b
        yield from _urai(b.anak)


# -- in a text ---------------------------------------------------------------------------------------


def fill(blocks: Iterable[Block], nilai: NilaiHidup, *, kunci: str = "") -> tuple[Block, ...]:
    """The blocks with every known marker shown as its value; what is not known stays as it was written."""
    return _fill(blocks, nilai, kunci, lambda piece: piece)


def fill_marked(blocks: Iterable[Block], nilai: NilaiHidup, *, kunci: str = "") -> tuple[Block, ...]:
    """As :func:`fill`, for the page where the text is written: what is not known is made conspicuous."""
    return _fill(
        blocks,
        nilai,
        kunci,
        lambda piece: Piece(f"⚠ {piece.text} (tidak dikenal)", bold=True, italic=piece.italic),
    )


def _fill(
    blocks: Iterable[Block], nilai: NilaiHidup, kunci: str, unknown: Callable[[Piece], Piece]
) -> tuple[Block, ...]:
    def shown(piece: Piece) -> Iterator[Piece]:
        done = 0
        for marker in _PENANDA.finditer(piece.text):
            yield replace(piece, text=piece.text[done : marker.start()])
            done = marker.end()
            said = _said(marker, nilai, kunci)
            written = replace(piece, text=marker[0])
            yield unknown(written) if said is None else replace(piece, text=said)
        yield replace(piece, text=piece.text[done:])

    return map_contents(blocks, lambda content: inline(p for piece in content for p in shown(piece)))


def _said(marker: re.Match[str], nilai: NilaiHidup, kunci: str) -> str | None:
    """What stands for a marker; the marker itself where it is none of ours, None where its value is not known."""
    jenis = " ".join(marker["jenis"].lower().split())
    if jenis not in JENIS:
        return marker[0] if marker["nama"] is None else None
    return nilai.cari(jenis, marker["nama"] or "", kunci)


def marker_messages(blocks: Iterable[Block], nilai: NilaiHidup, *, kunci: str = "") -> list[str]:
    """What is wrong with the markers of a text, one line each: the marker, the reason, the remedy."""
    messages: list[str] = []
    for marker in (m for content in contents(blocks) for m in _PENANDA.finditer(words(content))):
        jenis, nama = " ".join(marker["jenis"].lower().split()), (marker["nama"] or "").strip()
        if jenis not in JENIS:
            if marker["nama"] is not None:
                messages.append(
                    f"{marker[0]}: nilai “{jenis}” tidak dikenal. Pakai salah satu: {', '.join(JENIS)}."
                )
        elif nilai.kembar(jenis, nama):
            messages.append(
                f"{marker[0]}: nama itu dipakai lebih dari satu catatan. Tulis kunci atau kodenya."
            )
        elif nilai.cari(jenis, nama, kunci) is None:
            messages.append(f"{marker[0]}: {_asing(jenis, nama)}")
    return list(dict.fromkeys(messages))


def _asing(jenis: str, nama: str) -> str:
    if jenis in JENIS_INDIKATOR:
        if not nama:
            return "sebutkan nama indikatornya, misalnya {capaian: nama indikator}."
        return (
            f"Indikator “{nama}” tidak dikenal. Pilih dari daftar nilai, atau tulis namanya seperti dalam PK."
        )
    if not nama:
        return "nilainya belum ada karena data tahun ini belum lengkap."
    if jenis in JENIS_SASARAN:
        return (
            f"Sasaran “{nama}” tidak dikenal. Pilih dari daftar nilai, atau tulis uraiannya seperti dalam PK."
        )
    return (
        f"Program, kegiatan, atau sub kegiatan “{nama}” tidak dikenal. Pilih dari daftar nilai, atau tulis namanya "
        f"seperti dalam anggaran."
    )


def _dalam_penanda(nama: str) -> str:
    """A name as a marker can hold it."""
    return rapi(re.sub(r"[{}<>]", " ", nama))


def _sebutan(nama: str) -> str:
    """How names are compared: capitals, spaces, quotation marks and a full stop at the end say nothing."""
    return _dalam_penanda(nama).strip(" .“”\"'").casefold()
