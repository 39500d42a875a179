"""From the records to what the ikhtisar is made from: a kecamatan at a time, then the whole kabupaten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from django.utils import timezone

from kecamatan.models import Kabupaten
from reports.lkip.bab3.sources import alasan_without_result, all_indikator, indikator_definition
from reports.models import Laporan
from reports.monitoring.columns import LKIP, REVIU
from reports.monitoring.kept import read_kept
from reports.monitoring.matrix import MEASURED, NOT_BEGUN, Cell, Row, read_matrix
from reports.overview.facts import (
    QUOTED_OF_INDIKATOR,
    QUOTED_OF_KECAMATAN,
    DocumentState,
    FindingCount,
    Measured,
    Overview,
    OverviewRow,
    Quote,
    YearFacts,
)
from reports.peers.alike import Key, key_as
from reports.prose.language import sentence, tidy
from reports.publish.assemble import page_settings
from reports.publish.naskah import Naskah
from reports.writing.blocks import contents, words
from reports.writing.html import read_html
from sakip.capaian.results import IndikatorResult
from sakip.capaian.rumus import rumus_definition
from sakip.entry.readiness import State
from sakip.records.wilayah.freeze import kabupaten as frozen_kabupaten
from sakip.snapshot.types import Indikator
from sakip.text.reading.sentences import sentences

DRAFT: Final = Laporan.Status.DRAF.label.lower()

#: Letters of a quotation, as long as its first sentence allows.
MOST_QUOTED: Final = 320


def year_facts(naskah: Naskah, *, signed: bool, ties: Mapping[str, int]) -> YearFacts:
    """What the ikhtisar tells of a kecamatan-year, with its ties to templates
    (:func:`reports.peers.read.template_ties`). Pure."""
    results, definitions = naskah.results, indikator_definition(naskah.snapshot)
    why = "" if results else sentence(alasan_without_result(naskah))
    return YearFacts(
        signed=signed,
        versi=naskah.versi,
        kebijakan=results.kebijakan if results else None,
        rerata=results.rerata if results else None,
        serapan=results.anggaran.total if results else None,
        indikator=tuple(
            Measured(
                key=_key(one, definitions, ties.get(one.kunci)),
                nama=tidy(one.nama),
                satuan=one.satuan,
                target=one.target_cetak,
                realisasi=one.realisasi_cetak,
                capaian=one.capaian,
                quotes=tuple(_quotes(naskah, tuple(QUOTED_OF_INDIKATOR), one.kunci)),
            )
            for one in (all_indikator(results) if results else ())
        ),
        quotes=tuple(_quotes(naskah, tuple(QUOTED_OF_KECAMATAN))),
        alasan=why,
    )


def _key(one: IndikatorResult, definitions: Mapping[str, Indikator], templat: int | None) -> Key:
    """How it is compared; its scale says something of letters alone."""
    definition, rumus = definitions.get(one.kunci), one.capaian.rumus
    skala = definition.skala if definition and rumus_definition(rumus).berperingkat else None
    return key_as(one.nama, one.satuan, rumus.value, skala.kode if skala else "", templat)


def _quotes(naskah: Naskah, places: Sequence[str], key: str = "") -> Iterator[Quote]:
    for place in places:
        written = naskah.narasi_for(place, key)
        if written and (text := quoted_text(written.isi)):
            yield Quote(place=place, text=text, read=written.ditinjau)


def quoted_text(html: str, most: int = MOST_QUOTED) -> str:
    """A stored text as running text, cut after a whole sentence where it is long; "[…]" says so."""
    pieces = [" ".join(words(one).split()) for one in contents(read_html(html))]
    text = " ".join(piece if piece[-1:] in ".;:!?,…" else f"{piece};" for piece in pieces if piece)
    text = text.removesuffix(";").removesuffix(".")
    if len(text) <= most:
        return text
    cut = ""
    for one in sentences(text):
        end = one.start + len(one.text)
        if cut and end > most:
            break
        cut = text[:end]
    if len(cut) > most:
        cut = cut[:most].rpartition(" ")[0]
    return f"{cut.rstrip(' ;,')} […]"


def overview_of(
    kabupaten: Kabupaten, tahun: int, facts: Mapping[int, YearFacts], without: Mapping[int, str]
) -> Overview:
    """The whole, of what was found of each kecamatan by its number, and why nothing was of others (11 queries where
    the matrix is kept and still holds)."""
    matrix = read_matrix(kabupaten, tahun)
    kept = read_kept([row.kecamatan.pk for row in matrix.rows], tahun)
    rows = []
    for row in sorted(matrix.rows, key=lambda one: one.kecamatan.kode):
        one = row.kecamatan
        state, found = kept.get(one.pk), facts.get(one.pk)
        rows.append(
            OverviewRow(
                kode=one.kode,
                slug=one.slug,
                nama=f"{one.sebutan} {one.nama}",
                laporan=_report_of(row, found),
                facts=found,
                documents=tuple(_document(cell) for cell in row.cells if cell.column is not REVIU),
                findings=_findings(state.isi.get("temuan")) if state and found else None,
                alasan=without.get(one.pk, ""),
            )
        )
    names = {row.kecamatan.sebutan for row in matrix.rows}
    return Overview(
        kabupaten=frozen_kabupaten(kabupaten),
        sebutan=names.pop() if len(names) == 1 else "Kecamatan",
        tahun=tahun,
        day=timezone.localdate(),
        pengaturan=page_settings(kabupaten.pk),
        rows=tuple(rows),
    )


def _report_of(row: Row, facts: YearFacts | None) -> str:
    """The state of the report as a table says it; a draft is called one, also where it was not begun beside what is
    recorded."""
    cell = row.of(LKIP.code)
    said = cell.said if cell else ""
    if facts is None:
        return said
    if cell and cell.state == NOT_BEGUN:
        return DRAFT
    return said if facts.signed or DRAFT in said else f"{said} (konsep)"


def _document(cell: Cell) -> DocumentState:
    time, report = cell.time, cell.column is LKIP
    return DocumentState(
        code=cell.column.code,
        title=cell.column.title if cell.column.page == MEASURED else cell.column.name,
        said=cell.said,
        asked=cell.state != State.UNASKED,
        complete=report or cell.state == State.COMPLETE,
        missing=cell.missing,
        until=time.until if time else None,
        time=str(time.time) if time else "",
        late=time.words.partition(" ")[2] if time and time.is_late else "",
    )


def _findings(kept: Mapping[str, Sequence[int]] | None) -> tuple[FindingCount, ...] | None:
    if kept is None:
        return None
    return tuple(
        FindingCount(rule=rule, galat=galat, peringatan=peringatan)
        for rule, (galat, peringatan) in kept.items()
    )
