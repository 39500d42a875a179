"""Analysis 1: target and realisasi of this year, with the working of every capaian."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, TableBlock
from reports.lkip.bab3.pengukuran import mean_rows, size_cells
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import sumber_data
from reports.prose.language import quoted, sentence, tidy
from reports.prose.sentences import realisasi_sentence, rerata_sentence
from reports.publish.naskah import Naskah
from sakip.capaian.results import Capaian, IndikatorResult, SasaranResult
from sakip.text.states import NOT_YET_CONCLUDED


def target_realisasi(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """Table, working, one paragraph per indikator, and the mean where there are several."""
    if not sasaran.indikator:
        text = f"Target dan realisasi {NOT_YET_CONCLUDED} karena indikator sasaran ini belum ditetapkan"
        return (ParagraphBlock(content=sentence(text)),)
    single = len(sasaran.indikator) == 1
    return (
        _table(naskah, sasaran, location),
        *(working_notes(i, i.capaian, single=single) for i in sasaran.indikator if i.capaian.langkah),
        *(
            ParagraphBlock(content=realisasi_sentence(i, location.tahun, location.ordering(ordering)))
            for ordering, i in enumerate(sasaran.indikator)
        ),
        *(() if single else (ParagraphBlock(content=rerata_sentence(sasaran.rerata, "sasaran ini")),)),
    )


def working_notes(indikator: IndikatorResult, capaian: Capaian, *, single: bool) -> ParagraphBlock:
    """The working of a capaian as one line under its table."""
    own = "" if single else f" {quoted(indikator.nama)}"
    return ParagraphBlock(content=f"Perhitungan{own}: {capaian.langkah}.", style="catatan")


def _table(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> TableBlock:
    return TableBlock(
        key=f"tabel-target-realisasi-{location.key}",
        title=f"Target dan Realisasi Sasaran {location.nomor} Tahun {location.tahun}",
        columns=columns((6, "tengah"), 35, (10, "tengah"), (11, "kanan"), (11, "kanan"), (11, "kanan"), 16),
        heads=header("No.", "Indikator kinerja", "Satuan", "Target", "Realisasi", "Capaian", "Predikat"),
        rows=(
            *(
                row(cell(n), cell(tidy(i.nama), head=True), *size_cells(i))
                for n, i in enumerate(sasaran.indikator, start=1)
            ),
            *mean_rows(sasaran.rerata, left=5),
        ),
        sumber=sumber_data(naskah, sasaran.indikator),
        size="kecil",
    )
