"""The first page: the whole ikhtisar in one table, every figure that of the parts behind it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Part, TableBlock
from reports.overview.compare import mean_of_means, ranking, total_serapan
from reports.overview.coverage import lacking
from reports.overview.facts import Overview
from reports.overview.findings import found_in_all
from reports.overview.timeliness import SAID, times_of_lkip
from reports.overview.words import named, source, things
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_angka, format_rupiah
from sakip.text.states import NOT_YET_CONCLUDED
from sakip.text.working import persen


def summary_part(overview: Overview) -> Part:
    """What a reader asks first, a line each; the parts behind it say how it came about."""
    return Part(
        key="ringkasan",
        title="Ringkasan",
        level=1,
        content=(
            TableBlock(
                key="tabel-ringkasan",
                title=f"Kinerja {overview.sebutan} Tahun {overview.tahun} dalam Ringkasan",
                columns=columns(34, 66),
                heads=header("Yang diikhtisarkan", f"Keadaan per {format_tanggal(overview.day)}"),
                rows=tuple(row(cell(name, head=True), cell(said)) for name, said in summary_lines(overview)),
                sumber=source(overview, "LKIP, catatan kinerja, dan pemantauan"),
            ),
        ),
    )


def summary_lines(overview: Overview) -> Iterator[tuple[str, str]]:
    """What is told, and its state in words, a line each."""
    thing = things(overview)
    signed = sum(bool(one.facts and one.facts.signed) for one in overview.rows)
    drafts = sum(one.draft for one in overview.rows)
    states = "; ".join(
        f"{count} {name}"
        for count, name in (
            (signed, "LKIP ditandatangani"),
            (drafts, "masih konsep"),
            (len(overview.rows) - signed - drafts, "tanpa catatan"),
        )
        if count
    )
    yield overview.sebutan, f"{len(overview.rows)} {thing}: {states}"
    yield from _capaian(overview)
    yield from _money(overview)
    yield "Ketepatan waktu LKIP", _timeliness(overview)
    yield "Temuan reviu", _findings(overview)
    missing = len(lacking(overview))
    counts = ((len(overview.rows) - missing, "lengkap"), (missing, "belum lengkap"))
    yield "Kelengkapan dokumen", "; ".join(f"{count} {thing} {said}" for count, said in counts if count)


def _capaian(overview: Overview) -> Iterator[tuple[str, str]]:
    thing = things(overview)
    mean, whole = mean_of_means(overview), mean_of_means(overview, whole=True)
    if mean is None:
        yield "Rata-rata capaian", NOT_YET_CONCLUDED
        return
    partly = mean.counted - (whole.counted if whole else 0)
    said = (
        [f"{persen(whole.nilai)} ({whole.counted} {thing} yang semua indikatornya terhitung)"]
        if whole
        else []
    )
    if partly:
        with_them = (
            f"bersama {partly} {thing} yang baru sebagian terhitung" if whole else "semuanya baru sebagian"
        )
        said.append(f"{persen(mean.nilai)} ({mean.counted} {thing}, {with_them})")
    yield "Rata-rata capaian", "; ".join(said)
    placed = [one for one in ranking(overview) if one.place is not None]
    values = {one.rerata.nilai for one in placed if one.rerata.nilai is not None}
    if len(values) > 1:
        for name, nilai in (("Capaian tertinggi", max(values)), ("Capaian terendah", min(values))):
            rows = [one.row for one in placed if one.rerata.nilai == nilai]
            yield name, f"{persen(nilai)} ({named(rows, overview)})"


def _money(overview: Overview) -> Iterator[tuple[str, str]]:
    total = total_serapan(overview)
    if total is None or total.serapan.pagu is None or total.serapan.realisasi is None:
        yield "Serapan anggaran", NOT_YET_CONCLUDED
        return
    serapan = total.serapan
    amounts = f"{format_rupiah(total.serapan.realisasi)} dari {format_rupiah(total.serapan.pagu)}"
    share = f"{persen(serapan.nilai)}, yaitu {amounts}" if serapan.nilai is not None else amounts
    yield "Serapan anggaran", f"{share} ({total.counted} dari {total.of} {things(overview)})"


def _timeliness(overview: Overview) -> str:
    until, counts = times_of_lkip(overview)
    if until is None:
        return "batas waktunya belum diketahui"
    told = [f"{counts[time]} {said}" for time, said in SAID.items() if counts[time]]
    return f"batas {format_tanggal(until)}: {'; '.join(told)}"


def _findings(overview: Overview) -> str:
    reviewed = sum(one.findings is not None for one in overview.rows)
    if not reviewed:
        return "belum direviu"
    counts: Counter[str] = found_in_all(overview)
    return (
        f"{format_angka(counts['galat'])} kesalahan dan {format_angka(counts['peringatan'])} peringatan terbuka dalam "
        f"LKIP {reviewed} {things(overview)}"
    )
