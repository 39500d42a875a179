"""E. Ketepatan waktu: by document how many kecamatan were in time, and by kecamatan what was late. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock
from reports.overview.facts import DocumentState, Overview, OverviewRow
from reports.overview.words import alike, things
from reports.prose.language import chain, count_of, paragraph, sentence
from reports.tables.printed import EMPTY
from sakip.text.dates import format_tanggal

#: How something may stand to its last day (:class:`reports.workflow.deadline.Time`).
IN_TIME: Final = "tepat waktu"
LATE: Final = "terlambat"
OVERDUE: Final = "lewat batas"
DUE: Final = "belum lewat batas"

LKIP: Final = "lkip"


def timeliness_part(overview: Overview) -> Part:
    """The last days are the kabupaten's; without one a document is neither late nor in time."""
    return Part(
        key="ketepatan-waktu",
        title="Ketepatan Waktu",
        level=2,
        content=(
            ParagraphBlock(content=lkip_text(overview)),
            *((_table(overview),) if _dated(overview) else ()),
            *_undated(overview),
            *_late(overview),
        ),
    )


def _each(overview: Overview) -> dict[str, list[tuple[OverviewRow, DocumentState]]]:
    """By the code of a document its state in every kecamatan of which it is asked, in the order of the year."""
    found: dict[str, list[tuple[OverviewRow, DocumentState]]] = {}
    for one in overview.rows:
        for state in one.documents:
            asked = found.setdefault(state.code, [])
            if state.asked:
                asked.append((one, state))
    return {code: states for code, states in found.items() if states}


def _dated(overview: Overview) -> list[list[DocumentState]]:
    """The states of every document that has a last day."""
    each = ([state for _, state in states] for states in _each(overview).values())
    return [states for states in each if any(state.until for state in states)]


def lkip_text(overview: Overview) -> str:
    """Until when the reports were due, and how many came in time, late or not at all."""
    states = [state for _, state in _each(overview).get(LKIP, ())]
    until = next((state.until for state in states if state.until), None)
    if until is None:
        return sentence(f"Batas waktu LKIP tahun {overview.tahun} belum diketahui")
    counts = Counter(state.time for state in states)
    words = {
        IN_TIME: "menyampaikan LKIP tepat waktu",
        LATE: "terlambat menyampaikannya",
        OVERDUE: "belum menyampaikannya walaupun batasnya sudah lewat",
        DUE: "belum menyampaikannya dan batasnya belum lewat",
    }
    told = [
        f"{count_of(counts[time], things(overview))} {said}" for time, said in words.items() if counts[time]
    ]
    return paragraph(
        sentence(f"LKIP tahun {overview.tahun} ditandatangani paling lambat {format_tanggal(until)}"),
        sentence(f"Per {format_tanggal(overview.day)}, {chain(told)}"),
    )


def _table(overview: Overview) -> TableBlock:
    rows = []
    for states in _dated(overview):
        days = {state.until for state in states if state.until}
        counts = Counter(state.time for state in states)
        rows.append(
            row(
                cell(states[0].title, head=True),
                cell(format_tanggal(min(days)) if len(days) == 1 else "berlainan"),
                *(cell(counts[time]) for time in (IN_TIME, LATE, OVERDUE, DUE, "")),
            )
        )
    return TableBlock(
        key="tabel-ketepatan",
        title=f"Ketepatan Waktu Dokumen {overview.sebutan} Tahun {overview.tahun}",
        columns=columns(
            *(25, 17, (11, "tengah"), (12, "tengah"), (12, "tengah"), (11, "tengah"), (12, "tengah"))
        ),
        heads=header(
            *("Dokumen", "Batas waktu", "Tepat waktu", "Terlambat"),
            *("Belum ada, lewat batas", "Belum lewat batas", "Waktu tidak diketahui"),
        ),
        rows=tuple(rows),
        sumber=f"Pemantauan per {format_tanggal(overview.day)}; angka adalah banyaknya {things(overview)}",
        size="kecil",
    )


def _undated(overview: Overview) -> Iterator[Block]:
    """Of which documents nobody can say whether they are late."""
    dated = {states[0].code for states in _dated(overview)}
    names = [states[0][1].title for code, states in _each(overview).items() if code not in dated]
    if names:
        yield ParagraphBlock(
            content=sentence(
                f"Tanpa batas waktu yang ditetapkan, ketepatan waktu {chain(names)} tidak dinilai"
            )
        )


def _late(overview: Overview) -> Iterator[Block]:
    late = [(one, (_said(one, LATE) or EMPTY, _said(one, OVERDUE) or EMPTY)) for one in overview.rows]
    some = [(one, told) for one, told in late if told != (EMPTY, EMPTY)]
    if not some:
        yield ParagraphBlock(
            content=sentence(f"Tidak ada dokumen {things(overview)} yang terlambat atau lewat batas waktunya")
        )
        return
    yield ParagraphBlock(
        content=sentence(
            f"Pada {count_of(len(some), things(overview))} ada dokumen yang terlambat atau belum ada walaupun batasnya "
            "sudah lewat, sebagaimana tabel berikut"
        )
    )
    yield TableBlock(
        key="tabel-terlambat",
        title=f"Dokumen yang Terlambat atau Lewat Batas Tahun {overview.tahun}",
        columns=columns(34, 33, 33),
        heads=header(overview.sebutan, "Terlambat", "Belum ada, lewat batas"),
        rows=tuple(row(names, cell(too_late), cell(gone)) for names, (too_late, gone) in alike(some)),
        sumber=f"Pemantauan per {format_tanggal(overview.day)}",
        size="kecil",
    )


def _said(one: OverviewRow, time: str) -> str:
    """ "PK (3 hari), LKIP (20 hari)"."""
    return ", ".join(
        f"{state.title} ({state.late})" for state in one.documents if state.asked and state.time == time
    )
