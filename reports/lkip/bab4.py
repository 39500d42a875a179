"""BAB IV Penutup: conclusion, kendala, langkah perbaikan, and the camat's signature.

Permen PANRB 53/2014: simpulan umum atas capaian kinerja, and the steps that will be taken to improve it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reports.document.numbering import lettered
from reports.document.tree import Block, ParagraphBlock, Part
from reports.lkip.arrangement import in_order
from reports.official.signatures import nama_kecamatan, tanda_tangan_camat
from reports.prose.conclusion import (
    anggaran_text,
    capaian_text,
    efisiensi_text,
    kendala_blocks,
    step_blocks,
)
from reports.prose.language import compose, paragraph, sentence
from reports.prose.position import wording_number
from reports.publish.naskah import Naskah
from reports.tables.tindak_lanjut import tindak_lanjut_table
from reports.writing.to_document import worded_for
from sakip.snapshot.reads import kept


def bab4(naskah: Naskah) -> Part:
    """The closing chapter; what is concluded repeats the results, never a number of its own. Whichever part is the
    last has the closing words and the signature."""
    parts = (general_simpulan(naskah), kendala(naskah), perbaikan_step(naskah))
    *before, last = in_order(naskah.susunan, parts, key=lambda part: part.key)
    usual = (ParagraphBlock(content=_closing(naskah)),)
    closing = (*(worded_for(naskah, "penutup") or usual), tanda_tangan_camat(naskah))
    return Part(
        key="bab-4",
        title="Penutup",
        level=1,
        nomor="BAB IV",
        children=lettered(*before, replace(last, content=(*last.content, *closing))),
    )


@kept
def general_simpulan(naskah: Naskah) -> Part:
    """Mean, targets met, budget and efisiensi; the rupiah are those of the ikhtisar."""
    said = paragraph(
        capaian_text(naskah, 1), anggaran_text(naskah, 1, rupiah=False), efisiensi_text(naskah, 1)
    )
    return Part(key="simpulan", title="Simpulan Umum", level=2, content=(ParagraphBlock(content=said),))


@kept
def kendala(naskah: Naskah) -> Part:
    """What hindered the kecamatan: whole here, the ikhtisar names the place."""
    return Part(key="kendala", title="Kendala", level=2, content=kendala_blocks(naskah))


@kept
def perbaikan_step(naskah: Naskah) -> Part:
    """What became of last year's follow-up, and what will be done now."""
    return Part(
        key="langkah",
        title="Langkah Perbaikan",
        level=2,
        content=(
            *_tindak_lanjut(naskah),
            *step_blocks(naskah),
        ),
    )


def _closing(naskah: Naskah) -> str:
    kecamatan, front = nama_kecamatan(naskah.snapshot), naskah.snapshot.tahun + 1
    return sentence(
        compose(
            wording_number(naskah.snapshot),
            (
                "Laporan ini merupakan pertanggungjawaban atas kinerja yang diperjanjikan",
                "Laporan ini adalah pertanggungjawaban atas kinerja yang telah diperjanjikan",
                "Demikian laporan ini disampaikan sebagai pertanggungjawaban kinerja",
                "Laporan ini disusun sebagai wujud pertanggungjawaban kinerja",
                "Laporan ini disampaikan sebagai pertanggungjawaban atas kinerja tahun ini",
                "Demikian laporan ini disusun sebagai pertanggungjawaban kinerja tahun ini",
            ),
            (
                f"dan menjadi bahan evaluasi serta dasar penyusunan rencana kinerja {kecamatan} tahun {front}",
                f"; hasilnya menjadi dasar penyusunan rencana kinerja {kecamatan} tahun {front}",
                f"dan menjadi bahan perbaikan rencana kinerja {kecamatan} tahun {front}",
                f"; hasilnya dipakai dalam penyusunan rencana kinerja {kecamatan} tahun {front}",
                f"sekaligus bahan penyusunan rencana kinerja {kecamatan} tahun {front}",
                f"; rencana kinerja {kecamatan} tahun {front} disusun dengan memperhatikan hasilnya",
            ),
        )
    )


def _tindak_lanjut(naskah: Naskah) -> Iterator[Block]:
    """Last year's follow-up with what became of it, then this year's."""
    for year in (naskah.snapshot.tahun - 1, naskah.snapshot.tahun):
        if table := tindak_lanjut_table(naskah.snapshot, year):
            yield table
