"""Analysis 6: whether the sasaran used its money efficiently; the figures stand in the table of the sasaran."""

from __future__ import annotations

from reports.document.tree import Block, ParagraphBlock
from reports.lkip.bab3.position import SectionPosition
from reports.prose.efisiensi_sentences import efisiensi_sentence
from reports.prose.sentences import reached
from reports.publish.naskah import Naskah
from reports.writing.to_document import written_for
from sakip.capaian.results import SasaranResult


def every_target_met(sasaran: SasaranResult) -> bool:
    """Whether none of its indikator missed its target."""
    return all(reached(i.capaian) for i in sasaran.indikator)


def efisiensi_sasaran(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """The verdict in rupiah, or why there is none, then what was written; nothing where no money is recorded."""
    serapan = sasaran.anggaran
    money = serapan.pagu is not None or serapan.realisasi is not None
    met = every_target_met(sasaran)
    said = efisiensi_sentence(sasaran.efisiensi, sasaran.rerata, serapan, location.own, met=met)
    return (
        *((ParagraphBlock(content=said),) if money and sasaran.indikator else ()),
        *written_for(naskah, "efisiensi", sasaran.kunci),
    )
