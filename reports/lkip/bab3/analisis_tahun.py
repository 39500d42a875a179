"""Analysis 2: what the years in the table of the sasaran come to: the course, and why years cannot be compared."""

from __future__ import annotations

from reports.document.tree import Block, ParagraphBlock
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.tabel_sasaran import filled
from reports.prose.comparison_sentences import perubahan_sentence, tren_sentence
from reports.prose.language import paragraph
from reports.prose.pembanding_sentences import unavailable_years_sentence
from reports.publish.naskah import Naskah
from sakip.capaian.results import IndikatorResult, SasaranResult
from sakip.capaian.values import Keadaan


def previous_year(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """A paragraph for every indikator of which an earlier year is known, or declared to be unavailable."""
    single = len(sasaran.indikator) == 1
    said = (
        _uraian(i, location, single=single, ordering=location.ordering(ordering))
        for ordering, i in enumerate(sasaran.indikator)
    )
    return tuple(ParagraphBlock(content=text) for text in said if text)


def _uraian(i: IndikatorResult, location: SectionPosition, *, single: bool, ordering: int) -> str:
    """The year before, the nearest comparable year if that is another one, and the course over all."""
    known = [p for p in i.perubahan if filled(p)]
    if not known:
        return unavailable_years_sentence(i, i.perubahan, single=single, ordering=ordering)
    # What never moved is said once, of the first of the years; the course would say it again.
    flat = len(known) > 1 and all(p.selisih_realisasi == 0 for p in known)
    discussed = [known[0] if flat else known[-1]]
    if not flat and known[-1].keadaan is not Keadaan.TERHITUNG:
        discussed += [p for p in known if p.keadaan is Keadaan.TERHITUNG][-1:]
    return paragraph(
        # Once named, it is "indikator ini" for the rest of the paragraph.
        *(
            perubahan_sentence(
                i, p, location.tahun, single=single or n > 0, ordering=ordering + n, since=flat
            )
            for n, p in enumerate(discussed)
        ),
        "" if flat else tren_sentence(i, location.tahun, ordering),
        unavailable_years_sentence(
            i, [p for p in i.perubahan if p not in discussed], single=True, ordering=ordering
        ),
    )
