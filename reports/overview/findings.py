"""F. Temuan reviu: how much was found of each rule of the catalogue, and in how many kecamatan. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reports.document.builders import cell, columns, header, row
from reports.document.tree import ParagraphBlock, Part, TableBlock, TableCell
from reports.overview.facts import Overview
from reports.overview.words import say, things
from reports.prose.language import because, count_of, paragraph
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
    thing = things(overview)
    if not reviewed:
        return say(
            overview,
            51,
            (f"LKIP {thing} tahun {overview.tahun} belum direviu",),
            because("catatannya belum ada"),
        )
    galat, peringatan = (found_in_all(overview)[kind] for kind in ("galat", "peringatan"))
    clean = sum(not one.findings for one in reviewed)
    unreviewed = len(overview.rows) - len(reviewed)
    some = count_of(len(reviewed), thing)
    stops = f"{format_angka(galat)} kesalahan, yang menahan pengajuan sampai diperbaiki," if galat else ""
    warns = f"{format_angka(peringatan)} peringatan yang belum diperbaiki atau dijelaskan"
    ends = (
        (f"{stops} dan {warns}",)
        if galat
        else (
            f"{warns}; tidak ada kesalahan yang menahan pengajuan",
            f"{warns}, tanpa kesalahan yang menahan pengajuan",
        )
    )
    return paragraph(
        say(
            overview,
            52,
            (
                f"Reviu otomatis atas LKIP {some} menemukan",
                f"Dalam LKIP {some}, reviu otomatis menemukan",
                f"Hasil reviu otomatis atas LKIP {some} adalah",
                f"Reviu otomatis menandai dalam LKIP {some}",
                f"Atas LKIP {some} reviu otomatis mencatat",
                f"Yang ditemukan reviu otomatis dalam LKIP {some} adalah",
            ),
            ends,
        )
        if galat or peringatan
        else say(
            overview,
            53,
            (
                f"Reviu otomatis atas LKIP {some} tidak menemukan",
                f"Dalam LKIP {some}, reviu otomatis tidak menemukan",
                f"Atas LKIP {some} reviu otomatis tidak mencatat",
            ),
            ("kesalahan maupun peringatan", "apa pun yang perlu diperbaiki"),
        ),
        _clean(overview, count_of(clean, thing)) if clean and (galat or peringatan) else "",
        _unreviewed(overview, count_of(unreviewed, thing)) if unreviewed else "",
    )


def _clean(overview: Overview, some: str) -> str:
    return say(
        overview,
        54,
        (
            f"{some} tanpa temuan",
            f"Tanpa temuan: {some}",
            f"Pada {some} tidak ada temuan",
            f"Tidak ada temuan pada {some}",
            f"LKIP {some} bersih dari temuan",
            f"Dari {some} tidak ada yang ditemukan",
        ),
    )


def _unreviewed(overview: Overview, some: str) -> str:
    return say(
        overview,
        55,
        (f"{some} tidak direviu", f"Tidak direviu {some}", f"Reviu belum dilakukan atas {some}"),
        ("karena catatannya belum ada atau rusak", ", sebab catatannya belum ada atau rusak"),
    )


def found_in_all(overview: Overview) -> Counter[str]:
    """How many galat and how many peringatan there are in all."""
    counts: Counter[str] = Counter()
    for _, galat, peringatan, _ in _rules(overview):
        counts.update(galat=galat, peringatan=peringatan)
    return counts


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
