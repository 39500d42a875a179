"""F. Temuan reviu: how much was found of each rule of the catalogue, and in how many kecamatan. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from reports.document.builders import cell, columns, header, row
from reports.document.tree import ParagraphBlock, Part, TableBlock, TableCell
from reports.overview.facts import Overview
from reports.overview.words import things
from reports.prose.language import count_of, paragraph, sentence
from sakip.checks.catalogue import RULES
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_angka


def findings_part(overview: Overview) -> Part:
    """One sentence where nothing was reviewed, or nothing found."""
    rules = _rules(overview)
    table = (_table(overview, rules),) if rules else ()
    return Part(
        key="temuan",
        title="Temuan Reviu menurut Jenisnya",
        level=2,
        content=(ParagraphBlock(content=findings_text(overview)), *table),
    )


def _rules(overview: Overview) -> list[tuple[str, int, int, int]]:
    """Rule, galat, peringatan and in how many kecamatan, the most frequent first."""
    counts: dict[str, list[int]] = {}
    for one in overview.rows:
        for found in one.findings or ():
            sums = counts.setdefault(found.rule, [0, 0, 0])
            sums[0] += found.galat
            sums[1] += found.peringatan
            sums[2] += 1
    lines = [(rule, galat, peringatan, places) for rule, (galat, peringatan, places) in counts.items()]
    order = list(RULES)
    return sorted(
        lines, key=lambda one: (-one[1] - one[2], order.index(one[0]) if one[0] in RULES else len(order))
    )


def findings_text(overview: Overview) -> str:
    """How much was found, in how many kecamatan, and how many were not reviewed."""
    reviewed = [one for one in overview.rows if one.findings is not None]
    if not reviewed:
        return sentence(
            f"LKIP {things(overview)} tahun {overview.tahun} belum direviu karena catatannya belum ada"
        )
    rules = _rules(overview)
    galat, peringatan = sum(one[1] for one in rules), sum(one[2] for one in rules)
    clean = sum(not one.findings for one in reviewed)
    unreviewed = len(overview.rows) - len(reviewed)
    return paragraph(
        sentence(
            f"Reviu otomatis atas LKIP {count_of(len(reviewed), things(overview))} "
            + (
                f"menemukan {format_angka(galat)} kesalahan, yang menahan pengajuan sampai diperbaiki,"
                if galat
                else "tidak menemukan kesalahan yang menahan pengajuan,"
            )
            + f" dan {format_angka(peringatan)} peringatan yang belum diperbaiki atau dijelaskan"
        ),
        sentence(f"{count_of(clean, things(overview))} tanpa temuan") if clean else "",
        sentence(
            f"{count_of(unreviewed, things(overview))} tidak direviu karena catatannya belum ada atau rusak"
        )
        if unreviewed
        else "",
    )


def _table(overview: Overview, rules: Sequence[tuple[str, int, int, int]]) -> TableBlock:
    return TableBlock(
        key="tabel-temuan",
        title=f"Temuan Reviu LKIP {overview.sebutan} Tahun {overview.tahun} menurut Aturannya",
        columns=columns((12, "kiri"), 50, (12, "kanan"), (12, "kanan"), (14, "kanan")),
        heads=header("Aturan", "Yang diminta aturan itu", "Kesalahan", "Peringatan", overview.sebutan),
        rows=(
            *(
                row(
                    cell(rule, head=True),
                    cell(RULES.get(rule, "")),
                    *(cell(format_angka(count)) for count in counts),
                )
                for rule, *counts in rules
            ),
            row(
                TableCell(content="Jumlah", column=2, head=True),
                cell(format_angka(sum(galat for _, galat, _, _ in rules))),
                cell(format_angka(sum(peringatan for _, _, peringatan, _ in rules))),
                cell(""),
                kind="jumlah",
            ),
        ),
        sumber=f"Reviu otomatis per {format_tanggal(overview.day)}",
        size="kecil",
    )
