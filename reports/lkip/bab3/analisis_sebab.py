"""Analysis 5: causes of success or failure and solutions, as people wrote them for every indikator."""

from __future__ import annotations

from reports.document.tree import Block, Bold, ParagraphBlock
from reports.prose.language import tidy
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


def sebab_dan_solusi(naskah: Naskah, sasaran: SasaranResult) -> tuple[Block, ...]:
    """What was written, under its label; what was not is a finding of the review."""
    single = len(sasaran.indikator) == 1
    return tuple(block for i in sasaran.indikator for block in _indikator(naskah, i, single=single))


def _indikator(naskah: Naskah, i: IndikatorResult, *, single: bool) -> list[Block]:
    blocks: list[Block] = []
    for place, title in PLACES:
        if written := written_for(naskah, place, i.kunci):
            blocks += [ParagraphBlock(content=(Bold(title),), style="rapat"), *written]
    if blocks and not single:
        return [ParagraphBlock(content=(Bold(tidy(i.nama)),), style="rapat"), *blocks]
    return blocks
