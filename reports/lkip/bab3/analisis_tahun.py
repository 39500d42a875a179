"""Analysis 2: what the years in the table of the sasaran come to: the course, and why years cannot be compared."""

from __future__ import annotations

from reports.document.tree import Block, ParagraphBlock
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.tabel_sasaran import filled
from reports.prose.comparison_sentences import perubahan_sentence, tren_sentence
from reports.prose.language import paragraph
from reports.prose.pembanding_sentences import unavailable_years_sentence
from reports.prose.position import apart
from reports.prose.together_sentences import FEW, Change, alike, change_of, change_sentence
from reports.publish.naskah import Naskah
from sakip.capaian.results import IndikatorResult, SasaranResult
from sakip.capaian.values import Keadaan


def previous_year(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """A paragraph for every indikator of which an earlier year is known, or declared to be unavailable; of many, those
    that went the same way have one together."""
    single, many = len(sasaran.indikator) == 1, len(sasaran.indikator)
    groups = alike(sasaran.indikator, [_change(i) for i in sasaran.indikator]) if many > FEW else {}
    together = {i.kunci for group in groups.values() for i in group}
    said = (
        *(
            change_sentence(change, group, many, location.tahun, location.own + apart(n))
            for n, (change, group) in enumerate(groups.items())
        ),
        *(
            _uraian(i, location, single=single, ordering=location.ordering(ordering))
            for ordering, i in enumerate(sasaran.indikator)
            if i.kunci not in together
        ),
    )
    return tuple(ParagraphBlock(content=text) for text in said if text)


def _change(i: IndikatorResult) -> Change | None:
    """How it moved since the year before; None where there is more to say of it than that."""
    known = [p for p in i.perubahan if filled(p)]
    if not known or unavailable_years_sentence(
        i, [p for p in i.perubahan if p is not known[-1]], single=True
    ):
        return None
    return change_of(i, known[-1])


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
        "" if flat else tren_sentence(i, location.tahun, ordering, told=[p.arah for p in discussed]),
        unavailable_years_sentence(
            i, [p for p in i.perubahan if p not in discussed], single=True, ordering=ordering
        ),
    )
