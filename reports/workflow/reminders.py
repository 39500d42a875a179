"""Reminders of the last day of a report and of the documents before it, so many working days before and after it, each
sent once to each person, all that are due on a day in one mail.

Who has to act is told of his own, Bagian Organisasi of all that are still missing. A run that was missed is
made up for by the next: what is sent is the latest reminder that is due, with the days that are left then.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from kecamatan.permissions import Hak, duties_in
from reports.models import Laporan, Pengingat
from reports.selectors import tahun_kecamatan
from reports.workflow.deadline import default_deadline, earlier_deadlines, own_deadlines
from reports.workflow.document_reminders import DocumentReminder, NotKnown, concerning, due_documents
from reports.workflow.document_reminders import lines as document_lines
from reports.workflow.late import Owed, owed_reports
from reports.workflow.mails import END, Mail, Sent, deliver
from reports.workflow.reminder_days import NEAR, due_step, said_until
from reports.workflow.table import IS_OPEN, steps_from
from sakip.models import HariLibur
from sakip.records.hari_libur.working_days import Calendar
from sakip.web.site import site_address

Status = Laporan.Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A report that is not signed yet, and the reminder that is due, one of
    :data:`reports.workflow.reminder_days.STEPS`; ``until_words`` is its last day in words."""

    owed: Owed
    step: int
    until_words: str

    @property
    def mark(self) -> str:
        """What tells it from every other reminder."""
        one = self.owed
        versi = one.laporan.versi if one.laporan else 1
        return f"lkip {one.kecamatan.pk} {one.tahun} v{versi} {one.until} H{self.step:+d}"

    @property
    def words(self) -> str:
        """The report, its last day, and how much time that leaves."""
        return f"LKIP {self.owed.kecamatan} tahun {self.owed.tahun}, {self.until_words}."

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
    documents = earlier_deadlines(day - NEAR, day + NEAR)
    for kabupaten in _near_a_deadline(day, documents):
        free = HariLibur.objects.filter(kabupaten=kabupaten).values_list("tanggal", flat=True)
        calendar = Calendar(frozenset(free))
        try:
            before = due_documents(kabupaten, documents.get(kabupaten.pk, {}), day, calendar)
        except NotKnown:  # all in one mail: the next run sends it
            continue
        due = list(_due(kabupaten, day, calendar))
        if not due and not before:
            continue
        last = max([*(one.owed.until for one in due), *(one.until for one in before)])
        without = [
            f"Hari libur {kabupaten} tahun {year} belum dicatat, jadi hanya Sabtu dan Minggu yang dihitung libur."
            for year in calendar.unknown_years(min(day, last), max(day, last))
        ]
        unknown += without
        mails += _mails(kabupaten, due, before, without)
    return deliver(mails), unknown


def _near_a_deadline(day: date, documents: Container[int]) -> list[Kabupaten]:
    """Kabupaten in which some report, or some of the ``documents``, may be reminded of (3 queries)."""
    everywhere = list(Kabupaten.objects.order_by("pk"))
    own = own_deadlines(one.pk for one in everywhere)
    reopened = set(
        Laporan.objects.filter(batas_waktu__range=(day - NEAR, day + NEAR)).values_list(
            "kecamatan__kabupaten", flat=True
        )
    )
    years = range(day.year - 2, day.year + 1)
    return [
        one
        for one in everywhere
        if one.pk in reopened
        or one.pk in documents
        or any(abs((own.get((one.pk, year)) or default_deadline(year)) - day) <= NEAR for year in years)
    ]


def _due(kabupaten: Kabupaten, day: date, calendar: Calendar) -> Iterator[Reminder]:
    kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten).select_related("kabupaten")
    for owed in owed_reports(tahun_kecamatan(kecamatan), day.year):
        if owed.status not in (*IS_OPEN, Status.DIAJUKAN):
            continue
        step = due_step(owed.until, day, calendar)
        if step is not None:
            yield Reminder(owed=owed, step=step, until_words=said_until(owed.until, day, calendar))


def _mails(
    kabupaten: Kabupaten,
    due: Sequence[Reminder],
    before: Sequence[DocumentReminder],
    without: Sequence[str],
) -> Iterator[Mail]:
    people = Pengguna.objects.filter(
        Q(keanggotaan__kabupaten=kabupaten) | Q(keanggotaan__kecamatan__kabupaten=kabupaten),
        is_active=True,
        pemberitahuan=True,
    ).exclude(email="")
    for person in people.distinct().order_by("pk"):
        known = [*(one.mark for one in due), *(one.mark for one in before)]
        told = set(Pengingat.objects.filter(pengguna=person, kunci__in=known).values_list("kunci", flat=True))
        lines, marks = [], []
        for one in due:
            if one.mark not in told and (words := _asked(person, one)):
                lines.append(f"- {one.words} {words}\n  {one.address}")
                marks.append(one.mark)
        earlier = [one for one in concerning(person, before) if one.mark not in told]
        if not marks and not earlier:
            continue
        parts = ["Batas waktu LKIP:", "\n".join(lines)] if lines else []
        if earlier:
            parts += ["Batas waktu dokumen lain:", "\n".join(document_lines(person, earlier))]
        marks += [one.mark for one in earlier]
        body = "\n\n".join((f"Yth. {person},", *parts, *without, END))
        subject = f"SAKIP Kecamatan: batas waktu {len(marks)} {'dokumen' if earlier else 'LKIP'}"
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
