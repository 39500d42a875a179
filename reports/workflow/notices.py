"""What waits for a person, told by mail: one mail for all of it, when something new waits, never what a report says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from smtplib import SMTPException
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from kecamatan.models import Kecamatan, Pengguna
from reports.models import Laporan
from reports.workflow.acts import laporan_steps
from reports.workflow.waiting import Waiting, waiting_for
from sakip.text.dates import format_tanggal

_END: Final = (
    "Surel ini dikirim otomatis dan tidak memuat isi laporan. Untuk berhenti menerimanya, buka halaman Akun dan"
    " matikan pemberitahuan."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How many mails went out, and to which user names none could be sent."""

    count: int
    failed: tuple[str, ...]


def send_notices() -> Sent:
    """Mail everybody for whom something new waits; who turned it off, has no address or was told already gets none.

    A mail that cannot be sent is tried again the next time; the others go out.
    """
    count, failed = 0, []
    for person, waiting in _waiting_people():
        mark = _mark(waiting)
        if mark == person.told_mark:
            continue
        if waiting:
            try:
                message(person, waiting).send()
            except (OSError, SMTPException):
                failed.append(person.username)
                continue
            count += 1
        Pengguna.objects.filter(pk=person.pk).update(told_mark=mark)
    return Sent(count=count, failed=tuple(failed))


def message(person: Pengguna, waiting: Sequence[Waiting]) -> EmailMessage:
    """The mail: which reports wait, for what, and where."""
    lines = [
        f"- LKIP {one.kecamatan} tahun {one.laporan.tahun} ({one.laporan.get_status_display().lower()})."
        f" {one.step.asks}{_until(one)}\n  {address(one)}"
        for one in waiting
    ]
    body = "\n\n".join((f"Yth. {person},", "Menunggu Anda:", "\n".join(lines), _END))
    subject = f"SAKIP Kecamatan: {len(waiting)} LKIP menunggu Anda"
    return EmailMessage(subject=subject, body=body, to=[person.email])


def address(one: Waiting) -> str:
    """Where the person acts: with the name of the site where it has one of its own."""
    path = reverse("meja", args=[one.kecamatan.slug, one.laporan.tahun])
    host = settings.ALLOWED_HOSTS[0].lstrip(".") if settings.IS_PRODUCTION else "localhost:8000"
    return f"{'https' if settings.IS_PRODUCTION else 'http'}://{host}{path}"


def _until(one: Waiting) -> str:
    last = one.laporan.batas_waktu
    return f" Paling lambat {format_tanggal(last)}." if last else ""


def _waiting_people() -> Iterator[tuple[Pengguna, list[Waiting]]]:
    people = Pengguna.objects.filter(is_active=True, pemberitahuan=True).exclude(email="")
    for person in people.order_by("pk"):
        kecamatan = {one.pk: one for one in Kecamatan.objects.for_user(person).select_related("kabupaten")}
        rows = Laporan.objects.for_user(person).order_by("kecamatan", "tahun", "versi")
        latest = {(row.kecamatan_id, row.tahun): row for row in rows}
        yield person, waiting_for(person, [(kecamatan[pk], row) for (pk, _), row in latest.items()])


def _mark(waiting: Sequence[Waiting]) -> str:
    """Of what waits, by the step that brought it there: what comes back is news again. Empty where nothing waits."""
    if not waiting:
        return ""
    last = {step.objek_pk: step.pk for step in reversed(laporan_steps([one.laporan for one in waiting]))}
    said = [(one.laporan.pk, one.laporan.status, last.get(one.laporan.pk)) for one in waiting]
    return hashlib.sha256(repr(said).encode()).hexdigest()
