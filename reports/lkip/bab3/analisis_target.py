"""Analysis 1: target and realisasi of this year, in the one table of the sasaran."""

from __future__ import annotations

from reports.document.tree import Block, ParagraphBlock
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.survei import survei_blocks
from reports.lkip.bab3.tabel_sasaran import kinerja_blocks
from reports.lkip.bab3.tren import trend_figure
from reports.prose.sentences import open_question_sentence, rounding_sentence
from reports.publish.naskah import Naskah
from sakip.capaian.results import SasaranResult


def target_realisasi(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """The table, its course drawn, the survey behind it, and what its rows leave open: why there is no capaian, which
    way is good, that a cap applied."""
    if not sasaran.indikator:
        return ()
    single = len(sasaran.indikator) == 1
    open_questions = (
        *(
            open_question_sentence(i, location.tahun, location.ordering(ordering), single=single)
            for ordering, i in enumerate(sasaran.indikator)
        ),
        rounding_sentence(sasaran.rerata, [i.capaian for i in sasaran.indikator], location.own),
    )
    return (
        *kinerja_blocks(naskah, sasaran, location),
        *trend_figure(sasaran, location),
        *survei_blocks(naskah, sasaran, location),
        *(ParagraphBlock(content=said) for said in open_questions if said),
    )
