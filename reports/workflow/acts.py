"""The one service by which a report goes from hand to hand: judged by the table, done once, kept in the trail.

Every act locks the records against whoever writes them (:func:`sakip.entry.lock.hold_records`), changes the state only
from one in which the act may be done, and tells the trail, in one transaction. Of two at once one wins; the other
learns who did what, and when.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import trail_add
from kecamatan.models import Jejak, Kecamatan, Pengguna
from kecamatan.permissions import ensure_right
from reports.models import Laporan
from reports.review.answers import unanswered
from reports.review.report import Review
from reports.review.review import review_year
from reports.selectors import latest_laporan
from reports.workflow.deadline import days_late, laporan_deadline
from reports.workflow.table import STEPS, Step, StepCode, leading_to
from sakip.checks import Finding
from sakip.entry.lock import hold_records
from sakip.text.dates import format_tanggal

#: Before the state in the words of the trail ("laporan.diajukan").
PREFIX: Final = "laporan."


class StepRefused(InputError):
    """The act cannot be done so; ``str()`` says why and what helps."""


class Overtaken(StepRefused):
    """The report is in a state in which the act is not done: somebody was first, or it never was that far."""


class NotReady(StepRefused):
    """The report may not be submitted yet: ``findings`` are what stands in the way; each is mended where it says."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__(
            f"LKIP belum dapat diajukan: {len(findings)} hal belum selesai. Selesaikan yang disebut di bawah."
        )


def hindrances(*, kecamatan: Kecamatan, tahun: int) -> tuple[Finding, ...]:
    """Why the report may not be submitted as it is now: every galat, and the peringatan that nobody answered."""
    return hindering(review_year(kecamatan=kecamatan, tahun=tahun))


def hindering(review: Review) -> tuple[Finding, ...]:
    """What of a review stands in the way."""
    return (*review.blocking, *unanswered(review))


@transaction.atomic
def ajukan(*, kecamatan: Kecamatan, tahun: int, by: Pengguna) -> Laporan:
    """Submit the latest version of the report to the camat; the first one is begun where there is none.

    Raises 403, :class:`Overtaken` and :class:`NotReady`.
    """
    step = STEPS[StepCode.AJUKAN]
    ensure_right(by, step.right, kecamatan)
    hold_records(kecamatan=kecamatan)
    laporan = latest_laporan(kecamatan, tahun)
    if laporan is not None and laporan.status not in step.origin:
        raise overtaken(laporan, step)
    if found := hindrances(kecamatan=kecamatan, tahun=tahun):
        raise NotReady(found)
    if laporan is None:
        laporan = Laporan(kecamatan=kecamatan, tahun=tahun)
        laporan.save(force_insert=True)
    return _do(step, laporan, by, diajukan_oleh=by, diajukan_pada=timezone.now())


@transaction.atomic
def kembalikan(laporan: Laporan, *, by: Pengguna, catatan: str) -> Laporan:
    """Return a submitted report with a note on what is to be mended. Raises 403 and :class:`StepRefused`."""
    return _do(_judged(StepCode.KEMBALIKAN, laporan, by, catatan), laporan, by, why=catatan)


def mark_signed(laporan: Laporan, *, by: Pengguna, at: datetime) -> Laporan:
    """Judge whether ``by`` may sign the report now, and change its state; ``at`` is the time of the signature.

    The signing room calls it inside the transaction that stores archive and signature. Raises 403 and
    :class:`StepRefused`; the transaction must end with it.
    """
    with transaction.atomic():
        step = _judged(StepCode.TANDATANGANI, laporan, by)
        return _do(step, laporan, by, ditandatangani_pada=at)


def ensure_may_sign(laporan: Laporan, *, by: Pengguna) -> None:
    """Raise what :func:`mark_signed` would, as the report stands now: before a password is asked for."""
    step = STEPS[StepCode.TANDATANGANI]
    if laporan.status not in step.origin:
        raise overtaken(laporan, step)
    _judged(StepCode.TANDATANGANI, laporan, by)


@transaction.atomic
def terima(laporan: Laporan, *, by: Pengguna) -> Laporan:
    """Receive a signed report, and keep whether it was signed in time. Raises 403 and :class:`StepRefused`."""
    step = _judged(StepCode.TERIMA, laporan, by)
    laporan.refresh_from_db()
    until, signed = laporan_deadline(laporan), laporan.ditandatangani_pada
    in_time = None if signed is None else not days_late(until, signed)
    also = {"Batas waktu": format_tanggal(until), "Ketepatan waktu": timeliness(in_time)}
    return _do(step, laporan, by, also=also, diterima_pada=timezone.now(), tepat_waktu=in_time)


@transaction.atomic
def buka_kembali(laporan: Laporan, *, by: Pengguna, alasan: str, batas_waktu: date) -> Laporan:
    """Open a signed report again: returns the new version that takes its place, a draft due by ``batas_waktu``.

    Raises 403 and :class:`StepRefused`.
    """
    step = _judged(StepCode.BUKA_KEMBALI, laporan, by, alasan)
    if batas_waktu < timezone.localdate():
        raise StepRefused(
            f"Batas waktu perbaikan {format_tanggal(batas_waktu)} sudah lewat. Isi tanggal hari ini atau sesudahnya."
        )
    old = _do(step, laporan, by, why=alasan, also={"Batas waktu perbaikan": format_tanggal(batas_waktu)})
    new = Laporan(
        kecamatan=old.kecamatan,
        tahun=old.tahun,
        versi=old.versi + 1,
        menggantikan=old,
        alasan_dibuka=alasan.strip(),
        batas_waktu=batas_waktu,
        tempat=old.tempat,
    )
    new.save(force_insert=True)
    _tell(new, by, before=None, also={"Menggantikan": str(old)}, why=alasan)
    return new


def overtaken(laporan: Laporan, step: Step) -> Overtaken:
    """What is said to who asks for an act that is not done in the state in which the report is now (2 queries)."""
    laporan.refresh_from_db()
    last, done = laporan_steps([laporan]).first(), leading_to(laporan.status)
    if last is None or done is None:
        status = laporan.get_status_display().lower()
        return Overtaken(f"LKIP ini masih {status}, jadi belum dapat dipilih “{step.label}”.")
    moment = timezone.localtime(last.waktu)
    return Overtaken(
        f"{last.pengguna or 'Sistem'} sudah {done.done} pada {format_tanggal(moment.date())} pukul {moment:%H.%M}."
        " Tidak ada yang berubah; keadaannya sekarang tampil pada Alur LKIP."
    )


def timeliness(in_time: bool | None) -> str:
    """In words; unknown is not late."""
    return {True: "tepat waktu", False: "terlambat", None: "tidak diketahui"}[in_time]


def laporan_steps(laporan: Iterable[Laporan]) -> QuerySet[Jejak]:
    """Every step of these versions, latest first, however the clock was set between them (1 query)."""
    return (
        Jejak.objects.filter(
            objek_jenis=Laporan._meta.label_lower,
            objek_pk__in=[one.pk for one in laporan],
            tindakan__startswith=PREFIX,
        )
        .select_related("pengguna")
        .order_by("-id")
    )


# -- what every act does ----------------------------------------------------------------------------


def _judged(code: StepCode, laporan: Laporan, by: Pengguna, note: str | None = None) -> Step:
    """The act, if the person may do it with this note; whether the state allows it is found when it is changed."""
    step = STEPS[code]
    ensure_right(by, step.right, laporan.kecamatan)
    hold_records(kecamatan=laporan.kecamatan)
    if step.note and not (note or "").strip():
        raise StepRefused(f"Isi {step.note[:1].lower()}{step.note[1:]}.")
    submitter = Laporan.objects.filter(pk=laporan.pk).values_list("diajukan_oleh", flat=True).first()
    if step.not_submitter and submitter == by.pk:
        raise StepRefused(
            "Anda sendiri yang mengajukan LKIP ini, dan yang mengajukan tidak menandatangani. Kembalikan, lalu minta"
            " operator lain mengajukannya."
        )
    return step


def _do(
    step: Step,
    laporan: Laporan,
    by: Pengguna,
    *,
    why: str = "",
    also: dict[str, str] | None = None,
    **columns: Any,
) -> Laporan:
    """Change the state and tell the trail; returns the report as it is then. Raises :class:`Overtaken`."""
    before = Laporan.objects.filter(pk=laporan.pk).values_list("status", flat=True).first()
    may = Laporan.objects.filter(pk=laporan.pk, status__in=step.origin)
    if before not in step.origin or not may.update(status=step.to, **columns):
        raise overtaken(laporan, step)
    laporan.refresh_from_db()
    _tell(laporan, by, before=Laporan.Status(before).label, also=also or {}, why=why)
    return laporan


def _tell(laporan: Laporan, by: Pengguna, *, before: str | None, also: dict[str, str], why: str) -> None:
    trail_add(
        action=f"{PREFIX}{laporan.status}",
        subject=laporan,
        sebutan=str(laporan),
        before={"Status": before} if before else None,
        after={"Status": laporan.get_status_display()} | also,
        pengguna=by,
        kecamatan=laporan.kecamatan,
        tahun=laporan.tahun,
        alasan=why.strip(),
    )
