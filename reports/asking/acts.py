"""Something is asked, answered, done with and asked again here, through the writer of records and kept in the trail.

It is talk about the documents and no record of them: nothing prints it, and a closed year takes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from kecamatan.models import Kecamatan, Pengguna
from reports.asking.table import ASK_ACTS, AskAct, AskCode, ensure_may_ask
from reports.models import Permintaan
from sakip.entry.form import Scope
from sakip.entry.writer import New, RecordRefused, writing
from sakip.text.dates import format_tanggal


class DayPassed(RecordRefused):
    """Something is asked until a day that is over."""

    def __init__(self, until: date) -> None:
        super().__init__(
            f"Batas waktu {format_tanggal(until)} sudah lewat. Isi tanggal hari ini atau sesudahnya."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a kecamatan: about which document (the code of a column of the matrix), in words."""

    kecamatan: Kecamatan
    dokumen: str
    isi: str


@transaction.atomic
def ask(asked: Sequence[Asked], *, tahun: int, until: date, by: Pengguna) -> list[Permintaan]:
    """Ask all of it, or nothing. Raises 403, and :class:`DayPassed`."""
    for one in asked:
        ensure_may_ask(AskCode.MINTA, by, one.kecamatan)
    _ensure_to_come(until)
    made = []
    for one in asked:
        row = Permintaan(
            kecamatan=one.kecamatan,
            tahun=tahun,
            dokumen=one.dokumen,
            isi=one.isi,
            batas_waktu=until,
            diminta_oleh=by,
        )
        with writing(
            Scope(kecamatan=one.kecamatan, tahun=tahun, pengguna=by), by=by, yearly=False, printed=False
        ) as act:
            act.add([New(row=row, told=False)])
            act.tell(ASK_ACTS[AskCode.MINTA].word, row, after=_said(row))
        made.append(row)
    return made


def ask_again(asked: Permintaan, *, isi: str, until: date, by: Pengguna) -> None:
    """Ask once more for what was answered or done with, in other words where they are. Raises 403, :class:`DayPassed`,
    and :class:`sakip.entry.writer.RecordRefused` of what is open still."""
    ensure_may_ask(AskCode.LAGI, by, asked.kecamatan)
    _ensure_to_come(until)
    before = _said(asked)
    _go(
        ASK_ACTS[AskCode.LAGI],
        asked,
        by,
        {"isi": isi, "batas_waktu": until},
        before=before,
    )


def ask_answer(asked: Permintaan, *, jawaban: str, by: Pengguna) -> None:
    """Answer; of what was answered already the later answer stands. Raises 403, and
    :class:`sakip.entry.writer.RecordRefused` of what is done with."""
    ensure_may_ask(AskCode.JAWAB, by, asked.kecamatan)
    given = {"jawaban": jawaban, "dijawab_oleh": by, "dijawab_pada": timezone.now()}
    _go(ASK_ACTS[AskCode.JAWAB], asked, by, given, after={"Jawaban": jawaban})


def ask_done(asked: Permintaan, *, by: Pengguna) -> None:
    """Mark it as done with; what is so already stays so. Raises 403."""
    ensure_may_ask(AskCode.SELESAI, by, asked.kecamatan)
    _go(ASK_ACTS[AskCode.SELESAI], asked, by, {}, twice=True)


def _go(
    step: AskAct,
    asked: Permintaan,
    by: Pengguna,
    given: dict[str, object],
    *,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
    twice: bool = False,
) -> None:
    """Take the row to the state that the act leads to; ``twice`` where doing it again does nothing."""
    place = Scope(kecamatan=asked.kecamatan, tahun=asked.tahun, pengguna=by)
    with writing(place, by=by, yearly=False, printed=False, hold=asked) as act:
        asked.refresh_from_db(fields=["keadaan"])
        if asked.keadaan not in step.before:
            if twice:
                return
            raise RecordRefused(
                f"Permintaan ini kini {asked.get_keadaan_display().lower()}. Muat ulang halaman, lalu periksa."
            )
        was = asked.get_keadaan_display().lower()
        for name, value in given.items():
            setattr(asked, name, value)
        asked.keadaan = step.after
        act.put(asked, columns=(*given, "keadaan"))
        now = asked.get_keadaan_display().lower()
        act.tell(
            step.word,
            asked,
            before=(before or {}) | {"Keadaan": was},
            after=(after or (_said(asked) if before else {})) | {"Keadaan": now},
        )


def _said(asked: Permintaan) -> dict[str, str]:
    return {"Yang diminta": asked.isi, "Batas waktu": format_tanggal(asked.batas_waktu)}


def _ensure_to_come(until: date) -> None:
    if until < timezone.localdate():
        raise DayPassed(until)
