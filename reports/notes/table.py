"""Who may do what with a note: the one table. :mod:`reports.notes.acts` does what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.core.exceptions import PermissionDenied

from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak, NoRight, ensure_right, is_narrowed, owns
from reports.models import CatatanReviu


class NoteCode(StrEnum):
    """An act by its word in addresses."""

    TULIS = "tulis"
    JAWAB = "jawab"
    TUTUP = "tutup"
    BUKA = "buka"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAct:
    """An act: the right that it needs; ``own`` where it is for who wrote the note and for who signs alone; whether it
    is done with open notes (True), with closed ones (False) or begins one (None). ``word`` is that of the trail."""

    code: NoteCode
    label: str
    word: str
    on_open: bool | None
    right: Hak = Hak.KOMENTAR
    own: bool = False


NOTE_ACTS: Final[dict[NoteCode, NoteAct]] = {
    act.code: act
    for act in (
        NoteAct(code=NoteCode.TULIS, label="Catat", word="reviu.dicatat", on_open=None),
        NoteAct(code=NoteCode.JAWAB, label="Jawab", word="reviu.dijawab", on_open=True),
        NoteAct(
            code=NoteCode.TUTUP, label="Tandai selesai", word="reviu.diselesaikan", on_open=True, own=True
        ),
        NoteAct(code=NoteCode.BUKA, label="Buka lagi", word="reviu.dibuka_lagi", on_open=False, own=True),
    )
}


class NotYours(PermissionDenied):
    """Somebody else's note; ``str()`` says who closes it."""

    def __init__(self) -> None:
        super().__init__(
            "Catatan ditutup dan dibuka lagi oleh yang menulisnya atau oleh camat. Jawablah catatannya."
        )


def ensure_may(code: NoteCode, by: Pengguna, kecamatan: Kecamatan, note: CatatanReviu | None = None) -> None:
    """Raise 403 unless the person may do that, with that note where there is one.

    Who is narrowed to some units remarks on their indikator alone: the report is everybody's.
    """
    act = NOTE_ACTS[code]
    ensure_right(by, act.right, kecamatan)
    if is_narrowed(by, kecamatan):
        raise NoRight(act.right, narrowed=True)
    if act.own and note is not None and note.pengguna_id != by.pk and not owns(by, Hak.SAHKAN, kecamatan):
        raise NotYours


def acts_on(note: CatatanReviu, by: Pengguna, kecamatan: Kecamatan) -> tuple[NoteAct, ...]:
    """What the person may do with a note as it is, in the order of the table."""
    return tuple(act for act in NOTE_ACTS.values() if _may(act, note, by, kecamatan))


def _may(act: NoteAct, note: CatatanReviu, by: Pengguna, kecamatan: Kecamatan) -> bool:
    if act.on_open is not (not note.selesai):
        return False
    try:
        ensure_may(act.code, by, kecamatan, note)
    except PermissionDenied:
        return False
    return True
