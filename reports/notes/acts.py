"""Notes are written, answered, closed and opened again here, through the writer of records and kept in the trail.

They are talk about the report and no record of it: a closed year takes them, for that is when the camat reads. A note
stays with the version on which it was written; while it is open it is shown on the later ones.
"""

from __future__ import annotations

from typing import Final

from django.db import transaction

from kecamatan.models import Kecamatan, Pengguna
from reports.models import CatatanReviu, Laporan
from reports.notes.places import NotePlace, one_line
from reports.notes.table import NOTE_ACTS, NoteCode, ensure_may
from reports.selectors import latest_laporan
from sakip.entry.form import Scope
from sakip.entry.writer import New, RecordRefused, writing

#: What a note without a place is about.
WHOLE: Final = "Seluruh laporan"


def note_write(
    *,
    kecamatan: Kecamatan,
    tahun: int,
    by: Pengguna,
    isi: str,
    place: NotePlace | None = None,
    kutipan: str = "",
) -> CatatanReviu:
    """Write a note on the latest version of the report, on ``place`` or on the whole; the first one begins the report.

    Raises 403, and :class:`sakip.entry.writer.RecordRefused` where the quoted words do not stand there.
    """
    ensure_may(NoteCode.TULIS, by, kecamatan)
    if kutipan and (place is None or not place.says(kutipan)):
        where = place.label if place else WHOLE
        raise RecordRefused(f"“{one_line(kutipan)}” tidak ada pada {where}. Salin kata-katanya dari dokumen.")
    with writing(_scope(kecamatan, tahun, by), by=by, yearly=False, printed=False) as act:
        laporan = latest_laporan(kecamatan, tahun)
        if laporan is None:
            laporan = Laporan(kecamatan=kecamatan, tahun=tahun)
            act.add([New(row=laporan)])
        note = CatatanReviu(
            laporan=laporan,
            bagian=place.key if place else "",
            letak=place.label[:300] if place else "",
            kutipan=one_line(kutipan),
            isi=isi,
            pengguna=by,
        )
        act.put(note)
        also = {"Kutipan": note.kutipan} if note.kutipan else {}
        after = {"Tempat": note.letak or WHOLE} | also | {"Catatan": isi}
        act.tell(NOTE_ACTS[NoteCode.TULIS].word, note, after=after)
    return note


def note_answer(note: CatatanReviu, *, by: Pengguna, isi: str) -> CatatanReviu:
    """Answer an open note. Raises 403, and :class:`sakip.entry.writer.RecordRefused` of one that is closed."""
    laporan = note.laporan
    ensure_may(NoteCode.JAWAB, by, laporan.kecamatan, note)
    with writing(
        _scope(laporan.kecamatan, laporan.tahun, by), by=by, yearly=False, printed=False, hold=note
    ) as act:
        note.refresh_from_db(fields=["selesai"])
        if note.selesai:
            raise RecordRefused("Catatan ini sudah ditutup. Minta penulisnya atau camat membukanya lagi.")
        answer = CatatanReviu(laporan=laporan, menjawab=note, isi=isi, pengguna=by)
        act.put(answer)
        act.tell(NOTE_ACTS[NoteCode.JAWAB].word, note, after={"Jawaban": isi})
    return answer


def note_close(note: CatatanReviu, *, by: Pengguna) -> None:
    """Close a note; what is closed already stays so. Raises 403."""
    _settle(NoteCode.TUTUP, note, by, closed=True)


def note_reopen(note: CatatanReviu, *, by: Pengguna) -> None:
    """Open a closed note again; what is open already stays so. Raises 403."""
    _settle(NoteCode.BUKA, note, by, closed=False)


@transaction.atomic
def _settle(code: NoteCode, note: CatatanReviu, by: Pengguna, *, closed: bool) -> None:
    laporan = note.laporan
    ensure_may(code, by, laporan.kecamatan, note)
    with writing(
        _scope(laporan.kecamatan, laporan.tahun, by), by=by, yearly=False, printed=False, hold=note
    ) as act:
        note.refresh_from_db(fields=["selesai"])
        if note.selesai is closed:
            return
        note.selesai = closed
        act.put(note, columns=("selesai",))
        before, after = ("terbuka", "selesai") if closed else ("selesai", "terbuka")
        act.tell(NOTE_ACTS[code].word, note, before={"Keadaan": before}, after={"Keadaan": after})


def _scope(kecamatan: Kecamatan, tahun: int, by: Pengguna) -> Scope:
    return Scope(kecamatan=kecamatan, tahun=tahun, pengguna=by)
