"""E. Ketepatan waktu: by document how many kecamatan were in time, and by kecamatan what was late. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock
from reports.overview.facts import DocumentState, Overview, OverviewRow
from reports.overview.words import alike, noted, say, things
from reports.prose.language import chain, count_of, paragraph
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


#: What is said of a report by how it stands to its last day, in few words.
SAID: Final = {
    IN_TIME: "ditandatangani tepat waktu",
    LATE: "ditandatangani terlambat",
    OVERDUE: "belum ditandatangani, sudah lewat batas",
    DUE: "belum ditandatangani, belum lewat batas",
}


def times_of_lkip(overview: Overview) -> tuple[date | None, Counter[str]]:
    """Until when the reports were due (None: nobody knows), and how many stand how to that day."""
    states = [state for _, state in _each(overview).get(LKIP, ())]
    until = next((state.until for state in states if state.until), None)
    return until, Counter(state.time for state in states)


def lkip_text(overview: Overview) -> str:
    """Until when the reports were due, and how many were signed in time, late or not at all."""
    until, counts = times_of_lkip(overview)
    tahun, thing = overview.tahun, things(overview)
    if until is None:
        return say(
            overview,
            41,
            (f"Batas waktu LKIP tahun {tahun}", f"Batas waktu penandatanganan LKIP tahun {tahun}"),
            ("belum diketahui", "belum ditetapkan", "belum dicatat"),
        )
    day = format_tanggal(until)
    words = {
        IN_TIME: ("menandatanganinya tepat waktu", "memenuhi batas waktu itu"),
        LATE: ("terlambat menandatanganinya", "menandatanganinya sesudah batas itu"),
        OVERDUE: tuple(
            f"belum menandatanganinya {word} batasnya sudah lewat"
            for word in ("walaupun", "meskipun", "padahal")
        ),
        DUE: (
            "belum menandatanganinya dan batasnya belum lewat",
            "belum menandatanganinya; batasnya belum lewat",
        ),
    }
    told = [(count_of(counts[time], thing), said) for time, said in words.items() if counts[time]]
    joints = ["", *[", " if len(told) > 2 else " "] * (len(told) - 1)]
    last = len(told) - 1
    return paragraph(
        say(
            overview,
            42,
            (
                f"LKIP tahun {tahun} harus ditandatangani paling lambat {day}",
                f"Batas waktu penandatanganan LKIP tahun {tahun} adalah {day}",
                f"Paling lambat {day} LKIP tahun {tahun} harus sudah ditandatangani",
                f"LKIP tahun {tahun} harus sudah ditandatangani selambat-lambatnya {day}",
                f"Penandatanganan LKIP tahun {tahun} dibatasi sampai dengan {day}",
                f"Sampai dengan {day} LKIP tahun {tahun} harus sudah ditandatangani",
            ),
        ),
        say(
            overview,
            43,
            tuple(
                f"{opening} {format_tanggal(overview.day)},"
                for opening in ("Per", "Sampai dengan", "Menurut keadaan per")
            ),
            *(
                tuple(f"{joints[n]}{'dan ' if n == last > 0 else ''}{some} {one}" for one in said)
                for n, (some, said) in enumerate(told)
            ),
        )
        if told
        else "",
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
        yield noted(f"Tanpa batas waktu yang ditetapkan, jadi tidak dinilai: {chain(names)}.")


def _late(overview: Overview) -> Iterator[Block]:
    late = [(one, (_said(one, LATE) or EMPTY, _said(one, OVERDUE) or EMPTY)) for one in overview.rows]
    some = [(one, told) for one, told in late if told != (EMPTY, EMPTY)]
    thing = things(overview)
    if not some:
        yield ParagraphBlock(
            content=say(
                overview,
                44,
                (
                    f"Tidak ada dokumen {thing} yang",
                    f"Belum ada dokumen {thing} yang",
                    f"Dokumen {thing} tidak ada yang",
                ),
                ("terlambat atau lewat batas waktunya", "diserahkan terlambat atau melewati batasnya"),
            )
        )
        return
    behind = count_of(len(some), thing)
    yield ParagraphBlock(
        content=say(
            overview,
            45,
            (
                f"Pada {behind} ada dokumen",
                f"{behind} mempunyai dokumen",
                f"Di {behind} terdapat dokumen",
            ),
            (
                "yang terlambat, atau belum ada walaupun batasnya sudah lewat",
                "yang terlambat, atau belum ada sampai melewati batasnya",
            ),
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
