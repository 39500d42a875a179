"""Analysis 6: capaian against serapan: whether the sasaran used its money efficiently."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, TableBlock
from reports.lkip.bab3.analisis_tahun import signed
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import sumber_anggaran, sumber_data
from reports.prose.budget_sentences import efisiensi_level, efisiensi_sentence
from reports.publish.naskah import Naskah
from reports.tables.printed import print_money
from reports.writing.to_document import written_for
from sakip.capaian.results import SasaranResult
from sakip.text.working import shown


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
                cell(shown(sasaran.anggaran)),
                cell(shown(sasaran.rerata)),
                cell(_selisih(sasaran)),
                cell(efisiensi_level(e)),
            ),
        ),
        sumber=f"{sumber_data(naskah, sasaran.indikator)}; {sumber_anggaran(naskah)}",
        size="kecil",
    )


def _selisih(sasaran: SasaranResult) -> str:
    """The difference, else the state of the one that is missing."""
    if sasaran.efisiensi.selisih is not None:
        return signed(sasaran.efisiensi.selisih)
    return shown(sasaran.rerata if sasaran.efisiensi.capaian is None else sasaran.anggaran)
