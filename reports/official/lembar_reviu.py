"""The lembar reviu: what a review found in the report of a year, with the reasons why a peringatan stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.document.builders import cell, columns, header, line_rows, row
from reports.document.tree import Block, Inline, ParagraphBlock, Part, TableBlock, Title
from reports.official.signatures import full_name, kop, tanda_tangan
from reports.prose.language import chain, sentence, tidy
from reports.publish.naskah import Naskah, ReviewedFinding, ReviewSheet
from reports.tables.printed import EMPTY
from sakip.checks.base import Level
from sakip.text.dates import format_tanggal


def lembar_reviu_part(naskah: Naskah, sheet: ReviewSheet) -> Part:
    """Letterhead, when and whose report, how many findings, a table of each level, the camat's signature."""
    snapshot = naskah.snapshot
    return Part(
        key="lembar-reviu",
        title=f"Lembar Reviu LKIP Tahun {snapshot.tahun}",
        level=1,
        shows_title=False,
        content=(
            kop(snapshot),
            Title(rows=("LEMBAR REVIU", f"LAPORAN KINERJA TAHUN {snapshot.tahun}")),
            ParagraphBlock(content=_opening(naskah, sheet)),
            *_tables(sheet.findings),
            tanda_tangan(snapshot, snapshot.camat, naskah.tempat, sheet.day, ""),
        ),
    )


def _opening(naskah: Naskah, sheet: ReviewSheet) -> str:
    version = f" versi {naskah.versi}" if naskah.versi > 1 else ""
    by = f", yang diajukan oleh {sheet.submitted_by}," if sheet.submitted_by else ""
    levels = dict.fromkeys(one.level for one in sheet.findings)
    counts = [f"{len(_of(sheet.findings, level))} {level.lower()}" for level in levels]
    answered = sum(bool(one.alasan) for one in sheet.findings)
    found = f"memuat {chain(counts)}" if counts else "tidak memuat temuan"
    reasons = f", {answered} di antaranya dibiarkan dengan alasan" if answered else ""
    return sentence(
        f"Laporan Kinerja {full_name(naskah.snapshot)} Tahun {naskah.snapshot.tahun}{version}{by} direviu pada"
        f" {format_tanggal(sheet.day)} menurut aturan reviu dan {found}{reasons}"
    )


def _of(findings: Iterable[ReviewedFinding], level: str) -> tuple[ReviewedFinding, ...]:
    return tuple(one for one in findings if one.level == level)


def _tables(findings: tuple[ReviewedFinding, ...]) -> Iterator[Block]:
    for number, level in enumerate(dict.fromkeys(one.level for one in findings), start=1):
        rows = _of(findings, level)
        asks = level == Level.PERINGATAN.label  # a galat cannot be left, an info need not be
        yield TableBlock(
            key=f"temuan-{number}",
            title=f"{level} ({len(rows)})",
            columns=columns((6, "tengah"), 26, 42, 26) if asks else columns((6, "tengah"), 32, 62),
            heads=header("No.", "Letak", "Temuan", *(["Alasan dibiarkan"] if asks else [])),
            rows=tuple(
                row(
                    cell(nomor),
                    cell(_place(one)),
                    cell(line_rows([one.message, one.rule])),
                    *([cell(_reason(one))] if asks else []),
                )
                for nomor, one in enumerate(rows, start=1)
            ),
            numbered=False,
            size="kecil",
        )


def _place(one: ReviewedFinding) -> Inline:
    """What it is about, and where the LKIP prints it."""
    return line_rows([tidy(one.place), *([f"LKIP {one.section}"] if one.section else [])])


def _reason(one: ReviewedFinding) -> Inline:
    if not one.alasan:
        return EMPTY
    given = f"{one.by}, {format_tanggal(one.day)}" if one.day else one.by
    return line_rows([tidy(one.alasan), given])
