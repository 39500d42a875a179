"""Analysis 5: causes of success or failure and solutions, as people wrote them for every indikator."""

from __future__ import annotations

from reports.document.tree import Block, Bold, ParagraphBlock
from reports.lkip.bab3.position import SectionPosition
from reports.prose.language import paragraph, tidy
from reports.prose.sentences import achievement_sentence, not_recorded_sentence
from reports.publish.naskah import Naskah
from reports.writing.to_document import written_for
from sakip.capaian.results import IndikatorResult, SasaranResult

#: Places of the narrative per indikator in printed order, with their heading.
PLACES = (
    ("pendorong", "Faktor pendorong"),
    ("penghambat", "Faktor penghambat"),
    ("solusi", "Solusi yang telah dilakukan"),
    ("rencana-aksi", "Rencana tindak lanjut"),
)


def sebab_dan_solusi(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """Whether each target was met, then what was written; what was not written is named in one sentence."""
    if not sasaran.indikator:
        return (
            ParagraphBlock(
                content="Penyebab dan solusi belum dapat diuraikan karena sasaran ini belum memiliki indikator."
            ),
        )
    single = len(sasaran.indikator) == 1
    return tuple(
        block
        for ordering, i in enumerate(sasaran.indikator)
        for block in _indikator(naskah, i, location, single=single, ordering=location.ordering(ordering))
    )


def _indikator(
    naskah: Naskah, i: IndikatorResult, location: SectionPosition, *, single: bool, ordering: int
) -> list[Block]:
    written = {place: written_for(naskah, place, i.kunci) for place, _ in PLACES}
    pending = [title.lower() for place, title in PLACES if not written[place]]
    # The name stands above as a label, or there is only one: either way "indikator ini" is clear.
    opening = achievement_sentence(i, location.tahun, ordering)
    closing = not_recorded_sentence(i, pending, ordering) if pending else ""
    blocks: list[Block] = [] if single else [ParagraphBlock(content=(Bold(tidy(i.nama)),), style="rapat")]
    if len(pending) == len(PLACES):
        return [*blocks, ParagraphBlock(content=paragraph(opening, closing))]
    blocks.append(ParagraphBlock(content=opening))
    for place, title in PLACES:
        if written[place]:
            blocks += [ParagraphBlock(content=(Bold(title),), style="rapat"), *written[place]]
    return [*blocks, ParagraphBlock(content=closing)] if closing else blocks
