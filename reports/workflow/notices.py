"""What waits for a person, told by mail: one mail for all of it, when something new waits, never what a report says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak, has_duty
from reports.asking.read import BY_CODE, asked_of, followed_by
from reports.models import Permintaan
from reports.selectors import latest_reports
from reports.signing.waiting import WaitingDocument, documents_waiting
from reports.workflow.acts import laporan_steps
from reports.workflow.mails import END, Mail, Sent, deliver
from reports.workflow.waiting import Waiting, waiting_for
from sakip.backup.runs import backup_trouble
from sakip.text.dates import format_tanggal
from sakip.web.site import site_address


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What waits, a report, an agreed document, something asked or a backup: in words, where the person acts, and what
    tells it from what waited before."""

    words: str
    address: str
    mark: str


def send_notices() -> Sent:
    """Mail everybody for whom something new waits; who turned it off, has no address or was told already gets none.

    A mail that cannot be sent is tried again the next time; the others go out. Of two that run at once, because the
    one before is slow, each person is told by one. Killed at a mail, its news is told with the next.

    Raises InputError where nobody knows the name of the site.
    """
    return deliver(_mails())


def _mails() -> Iterator[Mail]:
    for person, waiting in _waiting_people():
        told, now = person.told, [one.mark for one in waiting]
        if now == told:
            continue
        if set(now) - set(told):
            yield Mail(
                person=person,
                claim=partial(_told_by_us, person, before=told, after=now),
                give_back=partial(_told_by_us, person, before=now, after=told),
                message=message(person, waiting),
            )
        else:
            _told_by_us(person, before=told, after=now)  # something is done with, and nothing is new


def _told_by_us(person: Pengguna, *, before: list[str], after: list[str]) -> bool:
    """Keep what the person was told; False where somebody else keeps something at this moment."""
    return bool(Pengguna.objects.filter(pk=person.pk, told=before).update(told=after))


def message(person: Pengguna, waiting: Sequence[News]) -> EmailMessage:
    """The mail: what waits, for what, and where."""
    lines = [f"- {one.words}\n  {one.address}" for one in waiting]
    body = "\n\n".join((f"Yth. {person},", "Menunggu Anda:", "\n".join(lines), END))
    subject = f"SAKIP Kecamatan: {len(waiting)} hal menunggu Anda"
    return EmailMessage(subject=subject, body=body, to=[person.email])


def _until(one: Waiting) -> str:
    last = one.laporan.batas_waktu
    return f" Paling lambat {format_tanggal(last)}." if last else ""


def _waiting_people() -> Iterator[tuple[Pengguna, list[News]]]:
    people = Pengguna.objects.filter(is_active=True, pemberitahuan=True).exclude(email="")
    for person in people.order_by("pk"):
        # Neither reads anything for those of whom nothing is awaited, who may see a whole country.
        reports = waiting_for(person, latest_reports(person))
        seen = Kecamatan.objects.for_user(person).select_related("kabupaten")
        # As at home: of the documents those of the year that runs.
        documents = documents_waiting(person, seen, timezone.localdate().year)
        yield (
            person,
            [
                *_of_reports(reports),
                *map(_of_document, documents),
                *map(_of_asked, asked_of(person)),
                *map(_of_answered, followed_by(person, timezone.localdate()).answered),
                *_of_backups(person),
            ],
        )


def _of_reports(waiting: Sequence[Waiting]) -> Iterator[News]:
    """Each with the step that brought it there: what comes back is news again."""
    last = {step.objek_pk: step.pk for step in reversed(laporan_steps([one.laporan for one in waiting]))}
    for one in waiting:
        laporan = one.laporan
        yield News(
            words=f"LKIP {one.kecamatan} tahun {laporan.tahun} ({laporan.get_status_display().lower()})."
            f" {one.step.asks}{_until(one)}",
            address=site_address(reverse("meja", args=[one.kecamatan.slug, laporan.tahun])),
            mark=f"{laporan.pk} {laporan.status} {last.get(laporan.pk, 0)}",
        )


def _of_backups(person: Pengguna) -> Iterator[News]:
    """Each failure, and each time that none was made for too long; why is not told by mail."""
    if has_duty(person, Hak.AKUN) and (state := backup_trouble(person)):
        yield News(
            words=f"{state.trouble} {state.remedy}",
            address=site_address(reverse("cadangan")),
            mark=state.mark,
        )


def _of_document(one: WaitingDocument) -> News:
    document = one.document
    return News(
        words=f"{document}. {one.asks}",
        address=site_address(
            reverse(
                "tanda-tangan-dokumen", args=[document.kecamatan.slug, document.tahun, one.kode, document.pk]
            )
        ),
        mark=one.mark,
    )


def _of_asked(one: Permintaan) -> News:
    """Asked again until another day it is news again."""
    return News(
        words=f"Permintaan Bagian Organisasi kepada {one.kecamatan}: {_about(one)}."
        f" Paling lambat {format_tanggal(one.batas_waktu)}.",
        address=_address_of(one),
        mark=f"permintaan {one.pk} {one.keadaan} {one.batas_waktu}",
    )


def _of_answered(one: Permintaan) -> News:
    """Each answer: the later one is news again."""
    return News(
        words=f"{one.kecamatan} menjawab permintaan Anda: {_about(one)}.",
        address=_address_of(one),
        mark=f"permintaan {one.pk} {one.keadaan} {one.dijawab_pada:%Y-%m-%dT%H:%M:%S}",
    )


def _about(one: Permintaan) -> str:
    column = BY_CODE.get(one.dokumen)
    return f"{column.title if column else one.dokumen} tahun {one.tahun}"


def _address_of(one: Permintaan) -> str:
    return site_address(reverse("permintaan-rinci", args=[one.kecamatan.slug, one.tahun, one.pk]))
