"""What people write for the LKIP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Protocol

from sakip.entry.values import Choice, Key, Text, YesNo
from sakip.workbook.sheets.sheet import Column, Sheet

#: Between the pieces of a text that goes on in another row: a piece ends where a paragraph, list or table ends.
PIECE_BREAK: Final = "\n\n"

#: How the texts of a workbook are spelled, as its sheet ``_meta`` says; those of before say nothing.
SPELLING: Final = "2"


class _AsTyped(Text):
    """A text as it stands in its cell: what it may hold is judged when all of its rows are together."""

    def parse(self, raw: Any) -> str:
        """The text."""
        return raw if isinstance(raw, str) else super().parse(raw)


class NarrativeText(Protocol):
    """How the room above, which knows what a text may hold, reads one."""

    def read(self, text: str) -> str:
        """What is stored for a text."""
        ...

    def refusal(self, text: str) -> str:
        """What is wrong with a text, for the message beside its cell; empty where nothing is."""
        ...

    def from_old(self, text: str) -> str:
        """A text of a workbook of before, as it is written now."""
        ...


def join_pieces(pieces: list[str], *, old: bool) -> str:
    """The text that was parted over rows."""
    if old:
        return ("" if pieces[0].startswith("<") else "\n").join(pieces)
    return PIECE_BREAK.join(pieces)


def lembar_narasi(bagian: Mapping[str, str]) -> Sheet:
    """The sheet; ``bagian`` are the places of narrative, code to words."""
    return Sheet(
        nama="Narasi",
        isi="Teks yang ditulis untuk LKIP",
        model=("reports.narasi",),
        kolom=(
            Column(
                kunci="bagian",
                judul="Bagian",
                jenis=Choice(choices=tuple(bagian.items())),
                arti="bagian laporan",
                lebar=38,
            ),
            Column(
                kunci="kunci",
                judul="Kunci sasaran atau indikator",
                jenis=Key(),
                petunjuk="Hanya untuk bagian yang ditulis per sasaran atau per indikator.",
                lebar=18,
                acuan="SasaranIndikator",
            ),
            Column(
                kunci="isi",
                judul="Isi",
                jenis=_AsTyped(),
                petunjuk='Baris kosong (Alt+Enter dua kali) memisahkan alinea. Butir diawali "- " atau "1. "; dua spasi'
                ' di depannya untuk anak butir. *tebal*, _miring_. Baris "| a | b |" menjadi tabel.',
                arti="teks narasi, atau hapus barisnya",
                lebar=110,
            ),
            Column(
                kunci="lanjutan",
                judul="Lanjutan",
                jenis=YesNo(),
                petunjuk="Ya bila menyambung baris di atasnya (teks sangat panjang).",
                lebar=10,
            ),
            Column(
                kunci="ditinjau",
                judul="Sudah ditinjau",
                jenis=YesNo(),
                petunjuk="Tidak untuk teks salinan yang belum dibaca ulang; kosong berarti Ya.",
                lebar=12,
            ),
        ),
    )
