"""D. Realisasi anggaran: pagu, realisasi and serapan of every kecamatan beside its capaian. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reports.document.builders import cell, columns, header, row
from reports.document.tree import ParagraphBlock, Part, TableBlock, TableCell, TableRow
from reports.overview.compare import total_serapan
from reports.overview.facts import Overview, OverviewRow
from reports.overview.words import head, named, said, say, source, things
from reports.prose.budget_sentences import serapan_sentence
from reports.prose.language import because, count_of, paragraph
from reports.prose.position import wording_number_of
from reports.tables.printed import EMPTY, serapan_cells
from sakip.text.states import NOT_YET_CONCLUDED
from sakip.text.working import persen


def budget_part(overview: Overview) -> Part:
    """One sentence where no budget is known."""
    rows = overview.known
    budget = [one for one in rows if one.facts and one.facts.serapan]
    content = (
        (ParagraphBlock(content=serapan_text(overview)), _table(overview, rows))
        if budget
        else (ParagraphBlock(content=serapan_text(overview)),)
    )
    return Part(key="anggaran", title="Realisasi Anggaran", level=2, content=content)


def serapan_text(overview: Overview) -> str:
    """What the kecamatan spent together, of how many that is, and where most and least of it was spent."""
    total = total_serapan(overview)
    if total is None:
        subject = f"Serapan anggaran {things(overview)} tahun {overview.tahun} {NOT_YET_CONCLUDED}"
        return say(overview, 31, (subject,), because("pagu dan realisasinya belum dicatat"))
    subject = f"Anggaran program tahun {overview.tahun} " + (
        f"seluruh {things(overview)}"
        if total.counted == total.of
        else f"pada {total.counted} dari {count_of(total.of, things(overview))} yang pagu dan realisasinya lengkap"
    )
    ordering = wording_number_of(overview.kabupaten.kode, overview.tahun, 32)
    return paragraph(serapan_sentence(total.serapan, subject, ordering), _extremes(overview))


def _extremes(overview: Overview) -> str:
    known = [(one, nilai) for one in overview.rows if (nilai := _serapan(one)) is not None]
    values = {nilai for _, nilai in known}
    if len(values) < 2:
        return ""
    most, least = max(values), min(values)
    return say(
        overview,
        33,
        (
            f"Serapan tertinggi terdapat pada {_at(known, most, overview)} ({persen(most)})",
            f"Yang serapannya tertinggi adalah {_at(known, most, overview)} ({persen(most)})",
            f"Serapan tertinggi dicatat {_at(known, most, overview)} ({persen(most)})",
        ),
        (
            f", sedangkan yang terendah {_at(known, least, overview)} ({persen(least)})",
            f"; yang terendah {_at(known, least, overview)} ({persen(least)})",
        ),
    )


def _serapan(one: OverviewRow) -> Decimal | None:
    return one.facts.serapan.nilai if one.facts and one.facts.serapan else None


def _at(known: Sequence[tuple[OverviewRow, Decimal]], nilai: Decimal, overview: Overview) -> str:
    return named([one for one, other in known if other == nilai], overview)


def _table(overview: Overview, rows: Sequence[OverviewRow]) -> TableBlock:
    return TableBlock(
        key="tabel-serapan",
        title=f"Serapan Anggaran dan Capaian Kinerja {overview.sebutan} Tahun {overview.tahun}",
        columns=columns(20, (20, "kanan"), (20, "kanan"), (14, "kanan"), (26, "kanan")),
        heads=header(overview.sebutan, "Pagu (Rp)", "Realisasi (Rp)", "Serapan", "Capaian"),
        rows=(*(_row(one) for one in rows), *_total_row(overview)),
        sumber=source(overview, "Data anggaran dan catatan kinerja"),
        size="kecil",
    )


def _row(one: OverviewRow) -> TableRow:
    facts = one.facts
    serapan = facts.serapan if facts else None
    cells = serapan_cells(serapan) if serapan else (cell(EMPTY), cell(EMPTY), cell("belum diukur"))
    return row(head(one), *cells, cell(_capaian(one)))


def _capaian(one: OverviewRow) -> str:
    rerata = one.facts.rerata if one.facts else None
    if rerata is None:
        return "belum diukur"
    partly = "" if rerata.complete or rerata.nilai is None else f" ({rerata.terhitung} dari {rerata.jumlah})"
    return f"{said(rerata)}{partly}"


def _total_row(overview: Overview) -> tuple[TableRow, ...]:
    total = total_serapan(overview)
    if total is None or total.counted < 2:
        return ()
    return (
        row(
            TableCell(content=f"Jumlah {total.counted} {things(overview)}", head=True),
            *serapan_cells(total.serapan),
            cell(EMPTY),
            kind="jumlah",
        ),
    )
