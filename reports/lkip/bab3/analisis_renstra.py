"""Analysis 3: what is still to be done until the end of the Renstra; the tingkat kemajuan stands in the table."""

from __future__ import annotations

from reports.document.tree import Block, ParagraphBlock
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import indikator_definition
from reports.prose.position import apart
from reports.prose.renstra_sentences import progress_sentence
from reports.prose.together_sentences import FEW, alike, progress_of, progress_together_sentence
from reports.publish.naskah import Naskah
from sakip.capaian.nilai import NotComputable, rank_on_scale
from sakip.capaian.results import IndikatorResult, SasaranResult
from sakip.capaian.rumus import rumus_definition


def renstra_progress(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """A sentence for every indikator that has a target at the end of the Renstra; of many, those that stand alike have
    one together.

    Why the year has no capaian, and so no kemajuan either, is said with the table.
    """
    single, many = len(sasaran.indikator) == 1, len(sasaran.indikator)
    aimed = {
        i.kunci: ordering
        for ordering, i in enumerate(sasaran.indikator)
        if i.kemajuan.target is not None and not (i.kemajuan.nilai is None and i.capaian.nilai is None)
    }
    every = [i for i in sasaran.indikator if i.kunci in aimed]
    states = [progress_of(i, location.tahun, _missing_ranks(naskah, i)) for i in every]
    groups = alike(every, states) if many > FEW else {}
    together = {i.kunci for group in groups.values() for i in group}
    said = (
        *(
            progress_together_sentence(state, group, many, location.tahun, location.own + apart(n))
            for n, (state, group) in enumerate(groups.items())
        ),
        *(
            progress_sentence(
                i,
                location.tahun,
                ranks=_missing_ranks(naskah, i),
                single=single,
                ordering=location.ordering(aimed[i.kunci]),
            )
            for i in every
            if i.kunci not in together
        ),
    )
    return tuple(ParagraphBlock(content=text) for text in said)


def _missing_ranks(naskah: Naskah, i: IndikatorResult) -> int | None:
    """How many ranks of the scale are missing to the last target; None where it is not measured in ranks."""
    definition = indikator_definition(naskah.snapshot).get(i.kunci)
    target, realisasi = i.kemajuan.target, i.realisasi
    if definition is None or target is None or realisasi is None:
        return None
    if not rumus_definition(i.kemajuan.rumus).berperingkat or i.kemajuan.nilai is None:
        return None
    try:
        end, _ = rank_on_scale(target.angka, target.huruf, definition.skala, "target")
        now, _ = rank_on_scale(realisasi.angka, realisasi.huruf, definition.skala, "realisasi")
    except NotComputable:
        return None
    return end - now
