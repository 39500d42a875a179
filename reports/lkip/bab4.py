"""BAB IV Penutup: conclusion, kendala, langkah perbaikan, and the camat's signature.

Permen PANRB 53/2014: simpulan umum atas capaian kinerja, and the steps that will be taken to improve it.
"""

from __future__ import annotations

from collections.abc import Iterator

from reports.document.numbering import lettered
from reports.document.tree import Block, ParagraphBlock, Part
from reports.official.signatures import full_name, nama_kecamatan, tanda_tangan_camat
from reports.prose.conclusion import anggaran_text, capaian_text, efisiensi_text, kendala_blocks, step_blocks
from reports.prose.coverage_sentences import coverage_summary
from reports.prose.language import sentence
from reports.publish.naskah import Naskah
from reports.tables.tindak_lanjut import tindak_lanjut_table
from sakip.snapshot.coverage import unmeasured


def bab4(naskah: Naskah) -> Part:
    """The closing chapter; what is concluded repeats the results, never a number of its own."""
    return Part(
        key="bab-4",
        title="Penutup",
        level=1,
        nomor="BAB IV",
        children=lettered(general_simpulan(naskah), kendala(naskah), perbaikan_step(naskah)),
    )


def general_simpulan(naskah: Naskah) -> Part:
    """Mean, predikat counts, targets met, what they leave out, budget and efisiensi."""
    texts = [
        capaian_text(naskah, 1),
        coverage_summary(unmeasured(naskah.snapshot)),
        anggaran_text(naskah, 1),
        efisiensi_text(naskah, 1),
    ]
    return Part(
        key="simpulan",
        title="Simpulan Umum",
        level=2,
        content=tuple(ParagraphBlock(content=t) for t in texts if t),
    )


def kendala(naskah: Naskah) -> Part:
    """What hindered the kecamatan."""
    return Part(key="kendala", title="Kendala", level=2, content=kendala_blocks(naskah))


def perbaikan_step(naskah: Naskah) -> Part:
    """What became of last year's follow-up, what will be done now, then the closing words and the signature."""
    tahun = naskah.snapshot.tahun
    return Part(
        key="langkah",
        title="Langkah Perbaikan",
        level=2,
        content=(
            *_tindak_lanjut(naskah),
            *step_blocks(naskah),
            ParagraphBlock(
                content=sentence(
                    f"Laporan Kinerja {full_name(naskah.snapshot)} Tahun {tahun} ini disusun sebagai wujud "
                    f"pertanggungjawaban atas kinerja yang telah diperjanjikan. Hasilnya menjadi bahan evaluasi dan "
                    f"dasar penyusunan rencana kinerja {nama_kecamatan(naskah.snapshot)} tahun {tahun + 1}"
                )
            ),
            tanda_tangan_camat(naskah),
        ),
    )


def _tindak_lanjut(naskah: Naskah) -> Iterator[Block]:
    """Last year's follow-up with what became of it, then this year's."""
    tahun = naskah.snapshot.tahun
    openings = {
        tahun
        - 1: f"Keadaan tindak lanjut atas target tahun {tahun - 1} yang belum tercapai disajikan dalam tabel "
        "berikut.",
        tahun: f"Target tahun {tahun} yang belum tercapai ditindaklanjuti sebagaimana tabel berikut.",
    }
    for year, opening in openings.items():
        if table := tindak_lanjut_table(naskah.snapshot, year):
            yield ParagraphBlock(content=opening)
            yield table
