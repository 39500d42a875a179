"""What is reminded of the documents before the report whose last day the kabupaten set: who has to bring each of them,
and, by document, what Bagian Organisasi misses.

Whether one was handed in is what the matrix knows (:mod:`reports.monitoring.kept`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from kecamatan.permissions import Hak, duties_in
from reports.monitoring.columns import DOCUMENTS, Column
from reports.monitoring.kept import leave_to_worker, take_up
from reports.monitoring.matrix import MEASURED, UNCOUNTABLE
from reports.workflow.reminder_days import due_step, said_until
from sakip.entry.readiness import State
from sakip.records.hari_libur.working_days import Calendar
from sakip.web.site import site_address


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReminder:
    """A document that a kecamatan did not hand in yet, how far it is, and the reminder that is due; ``until_words`` is
    its last day in words."""

    kecamatan: Kecamatan
    tahun: int
    column: Column
    until: date
    step: int
    until_words: str
    state: str
    percent: int

    @property
    def mark(self) -> str:
        """What tells it from every other reminder."""
        return f"{self.column.code} {self.kecamatan.pk} {self.tahun} {self.until} H{self.step:+d}"

    @property
    def said(self) -> str:
        """How far it is."""
        if self.state == UNCOUNTABLE:
            return self.state
        return "belum dimulai" if self.state == State.EMPTY else f"{self.percent}%"


class NotKnown(Exception):
    """How far the documents of some kecamatan are is worked out by the worker at this moment."""


def due_documents(
    kabupaten: Kabupaten, deadlines: dict[int, dict[str, date]], day: date, calendar: Calendar
) -> list[DocumentReminder]:
    """The reminders that are due on a day, of the last days by year and code of a kabupaten.

    Raises :class:`NotKnown` where more changed than is worked out at once: the next run knows.
    """
    found: list[DocumentReminder] = []
    columns = {column.code: column for column in DOCUMENTS}
    for tahun, last_days in sorted(deadlines.items()):
        steps = {code: due_step(until, day, calendar) for code, until in last_days.items()}
        if all(step is None for step in steps.values()):
            continue
        kept = take_up(kabupaten, tahun, ())
        if not all(kept.is_current(one.pk) for one in kept.kecamatan):
            leave_to_worker(kabupaten, tahun)
            raise NotKnown
        for code, step in steps.items():
            for one in kept.kecamatan:
                isi = kept.rows[one.pk].isi
                if step is None or code in isi.get("handed", ()):
                    continue
                broken = {"state": UNCOUNTABLE, "percent": 0}
                state: dict[str, Any] = broken if "broken" in isi else isi["documents"][code]
                if state["state"] != State.UNASKED:
                    found.append(
                        DocumentReminder(
                            kecamatan=one,
                            tahun=tahun,
                            column=columns[code],
                            until=last_days[code],
                            step=step,
                            until_words=said_until(last_days[code], day, calendar),
                            state=state["state"],
                            percent=state["percent"],
                        )
                    )
    return found


def concerning(person: Pengguna, due: Sequence[DocumentReminder]) -> list[DocumentReminder]:
    """Those of them that the person has to bring, or follows."""
    return [one for one in due if _asked(person, one) or _follows(person, one)]


def lines(person: Pengguna, due: Sequence[DocumentReminder]) -> Iterator[str]:
    """What is said of them: of each that the person has to bring a line, of what is followed one for each document."""
    followed: dict[tuple[str, int, date], list[DocumentReminder]] = {}
    for one in due:
        if asked := _asked(person, one):
            address = site_address(one.column.link(one.kecamatan, one.tahun))
            yield f"- {one.column.title} {one.kecamatan} tahun {one.tahun}, {one.until_words}. {asked}\n  {address}"
        else:
            followed.setdefault((one.column.code, one.tahun, one.until), []).append(one)
    for group in followed.values():
        first = group[0]
        names = ", ".join(f"{one.kecamatan.nama} ({one.said})" for one in group)
        query = f"?tahun={first.tahun}&kabupaten={first.kecamatan.kabupaten.kode}"
        yield (
            f"- {first.column.title} tahun {first.tahun}, {first.until_words}. Belum ada dari {len(group)} kecamatan:"
            f" {names}.\n  {site_address(reverse('pemantauan'))}{query}"
        )


def _asked(person: Pengguna, one: DocumentReminder) -> str:
    """What is awaited of the person; empty where nothing is, or nobody knows whether it is."""
    if one.state == UNCOUNTABLE:
        return ""
    duties = duties_in(person, one.kecamatan)
    if one.column.page == MEASURED:
        return f"Isi realisasinya; sekarang {one.said}." if Hak.REALISASI in duties else ""
    if one.state == State.COMPLETE and not duties.isdisjoint({Hak.ISI, Hak.SAHKAN}):
        return "Tetapkan: isinya sudah lengkap."
    return f"Lengkapi, lalu tetapkan; sekarang {one.said}." if Hak.ISI in duties else ""


def _follows(person: Pengguna, one: DocumentReminder) -> bool:
    return Hak.TERIMA in duties_in(person, one.kecamatan)
