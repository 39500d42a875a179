"""Reminders of the last day of a report, so many working days before and after it, each sent once to each person.

Who has to act is told of his own reports, Bagian Organisasi of all that are still missing. A run that was missed is
made up for by the next: what is sent is the latest reminder that is due, with the days that are left then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final

from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from kecamatan.permissions import Hak, duties_in
from reports.models import Laporan, Pengingat
from reports.selectors import tahun_kecamatan
from reports.workflow.deadline import default_deadline, own_deadlines
from reports.workflow.late import Owed, owed_reports
from reports.workflow.mails import END, Mail, Sent, deliver
from reports.workflow.table import IS_OPEN, steps_from
from sakip.models import HariLibur
from sakip.records.hari_libur.working_days import Calendar
from sakip.text.dates import format_tanggal
from sakip.web.site import site_address

Status = Laporan.Status

#: Working days from the last day of a report, before it and after it, on which is reminded.
STEPS: Final = (-14, -7, -1, 1)
#: A reminder that is longer overdue than this is sent no more: the home page says every day what is late.
_STALE: Final = timedelta(days=7)
#: No reminder falls further from the last day than this, whatever the holidays are.
_NEAR: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A report that is not signed yet, and the reminder that is due (one of :data:`STEPS`) on a ``day``; ``left`` are
    the working days from it to the last day of the report, negative after that."""

    owed: Owed
    step: int
    day: date
    left: int

    @property
    def mark(self) -> str:
        """What tells it from every other reminder."""
        one = self.owed
        versi = one.laporan.versi if one.laporan else 1
        return f"lkip {one.kecamatan.pk} {one.tahun} v{versi} {one.until} H{self.step:+d}"

    @property
    def words(self) -> str:
        """The report, its last day, and how much time that leaves."""
        if self.left:
            time = f"{self.left} hari kerja lagi" if self.left > 0 else f"lewat {-self.left} hari kerja"
        elif self.day == self.owed.until:
            time = "hari ini"
        else:
            time = "sudah lewat" if self.day > self.owed.until else "tidak ada hari kerja lagi"
        until = format_tanggal(self.owed.until)
        return f"LKIP {self.owed.kecamatan} tahun {self.owed.tahun}, paling lambat {until} ({time})."

    @property
    def address(self) -> str:
        """Where to act."""
        return site_address(reverse("alur", args=[self.owed.kecamatan.slug, self.owed.tahun]))


def send_reminders(today: date | None = None) -> tuple[Sent, list[str]]:
    """Send what is due on a day; returns what went out, and a sentence for each kabupaten and year of which no holiday
    is recorded, so that Saturdays and Sundays alone were left out.

    Twice on a day, or two at once, send each reminder once. Raises InputError where nobody knows the name of the site.
    """
    day = today or timezone.localdate()
    mails: list[Mail] = []
    unknown: list[str] = []
    for kabupaten in _near_a_deadline(day):
        free = HariLibur.objects.filter(kabupaten=kabupaten).values_list("tanggal", flat=True)
        calendar = Calendar(frozenset(free))
        due = list(_due(kabupaten, day, calendar))
        if not due:
            continue
        last = max(one.owed.until for one in due)
        without = [
            f"Hari libur {kabupaten} tahun {year} belum dicatat, jadi hanya Sabtu dan Minggu yang dihitung libur."
            for year in calendar.unknown_years(min(day, last), max(day, last))
        ]
        unknown += without
        mails += _mails(kabupaten, due, without)
    return deliver(mails), unknown


def due_step(until: date, day: date, calendar: Calendar) -> int | None:
    """The latest reminder whose day has come; None before the first, and long after the last."""
    days = {step: calendar.moved(until, step) for step in STEPS}
    come = [step for step in STEPS if days[step] <= day]
    if not come or (come[-1] == STEPS[-1] and day - days[come[-1]] > _STALE):
        return None
    return come[-1]


def _near_a_deadline(day: date) -> list[Kabupaten]:
    """Kabupaten in which some report may be reminded of (3 queries)."""
    everywhere = list(Kabupaten.objects.order_by("pk"))
    own = own_deadlines(one.pk for one in everywhere)
    reopened = set(
        Laporan.objects.filter(batas_waktu__range=(day - _NEAR, day + _NEAR)).values_list(
            "kecamatan__kabupaten", flat=True
        )
    )
    years = range(day.year - 2, day.year + 1)
    return [
        one
        for one in everywhere
        if one.pk in reopened
        or any(abs((own.get((one.pk, year)) or default_deadline(year)) - day) <= _NEAR for year in years)
    ]


def _due(kabupaten: Kabupaten, day: date, calendar: Calendar) -> Iterator[Reminder]:
    kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten).select_related("kabupaten")
    for owed in owed_reports(tahun_kecamatan(kecamatan), day.year):
        if owed.status not in (*IS_OPEN, Status.DIAJUKAN):
            continue
        step = due_step(owed.until, day, calendar)
        if step is not None:
            yield Reminder(owed=owed, step=step, day=day, left=calendar.between(day, owed.until))


def _mails(kabupaten: Kabupaten, due: Sequence[Reminder], without: Sequence[str]) -> Iterator[Mail]:
    people = Pengguna.objects.filter(
        Q(keanggotaan__kabupaten=kabupaten) | Q(keanggotaan__kecamatan__kabupaten=kabupaten),
        is_active=True,
        pemberitahuan=True,
    ).exclude(email="")
    for person in people.distinct().order_by("pk"):
        told = set(
            Pengingat.objects.filter(pengguna=person, kunci__in=[one.mark for one in due]).values_list(
                "kunci", flat=True
            )
        )
        lines, marks = [], []
        for one in due:
            if one.mark not in told and (words := _asked(person, one)):
                lines.append(f"- {one.words} {words}\n  {one.address}")
                marks.append(one.mark)
        if not marks:
            continue
        body = "\n\n".join((f"Yth. {person},", "Batas waktu LKIP:", "\n".join(lines), *without, END))
        subject = f"SAKIP Kecamatan: batas waktu {len(marks)} LKIP"
        yield Mail(
            person=person,
            claim=partial(_claim, person, marks),
            give_back=Pengingat.objects.filter(pengguna=person, kunci__in=marks).delete,
            message=EmailMessage(subject=subject, body=body, to=[person.email]),
        )


def _asked(person: Pengguna, one: Reminder) -> str:
    """What is awaited of the person: an act of his own, or to know what is missing; empty where nothing is."""
    duties = duties_in(person, one.owed.kecamatan)
    for step in steps_from(one.owed.status, duties):
        if step.forward:
            draft = one.owed.status == Status.DRAF
            return "Selesaikan, lalu ajukan kepada camat." if draft else step.asks
    if Hak.TERIMA in duties:
        return f"Keadaan: {Status(one.owed.status).label.lower()}, menunggu {one.owed.waits}."
    return ""


def _claim(person: Pengguna, marks: Sequence[str]) -> bool:
    try:
        with transaction.atomic():
            Pengingat.objects.bulk_create(Pengingat(pengguna=person, kunci=mark) for mark in marks)
    except IntegrityError:  # another one sends them at this moment
        return False
    return True
