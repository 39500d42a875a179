"""Analysis 4: where the realisasi stands to the kabupaten, the provinsi and the nation, or why that is not known."""

from __future__ import annotations

from reports.document.tree import Block, ParagraphBlock
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.tabel_sasaran import known_pembanding, scope_name
from reports.prose.language import paragraph, tidy
from reports.prose.pembanding_sentences import median_sentence, no_pembanding_sentence, pembanding_sentence
from reports.publish.naskah import Naskah
from sakip.capaian.inputs import KeadaanNilai, Lingkup
from sakip.capaian.results import IndikatorResult, SasaranResult


def pembanding_wilayah(
    naskah: Naskah, sasaran: SasaranResult, location: SectionPosition
) -> tuple[Block, ...]:
    """A paragraph for every indikator of which a wider area is known, or declared to be unavailable, with where it
    stands among other kecamatan."""
    single = len(sasaran.indikator) == 1
    said = (
        _uraian(naskah, i, single=single, ordering=location.ordering(ordering))
        for ordering, i in enumerate(sasaran.indikator)
    )
    return tuple(ParagraphBlock(content=text) for text in said if text)


def scope_level(naskah: Naskah, scope: Lingkup) -> str:
    """ "kabupaten" (or "kota"), "provinsi", "nasional": the level without its name."""
    return naskah.snapshot.kecamatan.kabupaten.sebutan.lower() if scope is Lingkup.KABUPATEN else scope.value


def _uraian(naskah: Naskah, i: IndikatorResult, *, single: bool, ordering: int) -> str:
    present = [(scope_name(naskah, p.lingkup), p) for p in known_pembanding(i)]
    without = _without_value(naskah, i)
    # What nobody has recorded is a finding of the review; what was declared has a reason to tell.
    declared = any(keadaan is not KeadaanNilai.BELUM_DIISI for _, keadaan, _ in without)
    if not present and not declared:
        return ""  # other kecamatan alone are no wider area: their row in the table says it
    median = naskah.median_of(i.kunci)
    return paragraph(
        pembanding_sentence(i, present, single=single, ordering=ordering) if present else "",
        no_pembanding_sentence(i, without, single=single or bool(present), ordering=ordering)
        if declared
        else "",
        median_sentence(median.selisih, median.arah, naskah.snapshot.kecamatan.sebutan, ordering)
        if median and median.selisih is not None
        else "",
    )


def _without_value(naskah: Naskah, i: IndikatorResult) -> list[tuple[list[str], KeadaanNilai, str]]:
    """Levels without a value: of one state and reason together. A reason is that of its own level alone; a level that
    nobody recorded has none."""
    recorded = {p.lingkup: p for p in i.pembanding}
    groups: dict[tuple[KeadaanNilai, str], list[str]] = {}
    for scope in Lingkup:
        p = recorded.get(scope)
        state = (p.keadaan, tidy(p.alasan_nilai)) if p else (KeadaanNilai.BELUM_DIISI, "")
        if state[0] is not KeadaanNilai.TERISI:
            groups.setdefault(state, []).append(scope_level(naskah, scope))
    return [(levels, keadaan, alasan) for (keadaan, alasan), levels in groups.items()]
