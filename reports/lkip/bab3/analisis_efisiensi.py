"""Analysis 6: capaian against serapan: whether the sasaran used its money efficiently."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, TableBlock
from reports.lkip.bab3.analisis_tahun import signed
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import sumber_anggaran, sumber_data
from reports.prose.budget_sentences import efisiensi_level, efisiensi_sentence
from reports.prose.language import say_persen
from reports.publish.naskah import Naskah
from reports.tables.printed import print_money
from reports.writing.to_document import written_for
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, SasaranResult


def efisiensi_sasaran(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """Table and verdict; only the sentence with the reason where neither capaian nor serapan is known."""
    efisiensi = sasaran.efisiensi
    tables = (
        (_table(naskah, sasaran, location),)
        if efisiensi.capaian is not None or efisiensi.serapan is not None
        else ()
    )
    return (
        *tables,
        ParagraphBlock(content=efisiensi_sentence(efisiensi, sasaran.rerata, location.ordering(1))),
        *written_for(naskah, "efisiensi", sasaran.kunci),
    )


def _table(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> TableBlock:
    e = sasaran.efisiensi
    return TableBlock(
        key=f"tabel-efisiensi-{location.key}",
        title=f"Efisiensi Penggunaan Sumber Daya Sasaran {location.nomor} Tahun {location.tahun}",
        columns=columns(
            (18, "kanan"), (18, "kanan"), (15, "kanan"), (15, "kanan"), (14, "kanan"), (20, "tengah")
        ),
        heads=header(
            "Pagu (Rp)",
            "Realisasi (Rp)",
            "Serapan anggaran",
            "Capaian kinerja",
            "Selisih (poin)",
            "Tingkat efisiensi",
        ),
        rows=(
            row(
                cell(print_money(sasaran.anggaran.pagu)),
                cell(print_money(sasaran.anggaran.realisasi)),
                cell(say_persen(sasaran.anggaran.nilai)),
                cell(say_persen(e.capaian)),
                cell(TIDAK_DAPAT_DISIMPULKAN if e.selisih is None else signed(e.selisih)),
                cell(efisiensi_level(e)),
            ),
        ),
        sumber=f"{sumber_data(naskah, sasaran.indikator)}; {sumber_anggaran(naskah)}",
        size="kecil",
    )
