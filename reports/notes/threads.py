"""Notes as pages show them: each with its answers, in printed order, with those of earlier versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan
from kecamatan.querysets import KecamatanQuerySet
from reports.models import CatatanReviu, Laporan
from reports.notes.acts import WHOLE
from reports.notes.places import NotePlace
from reports.selectors import latest_laporan
from sakip.querysets import of_year


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A note with its answers, the first first.

    ``anchor`` is its place in the document as it is now, empty where that is gone or the note is on the whole;
    ``carried`` is the version on which it was written where that is an earlier one; ``changed`` whether the words that
    it quotes no longer stand there.
    """

    note: CatatanReviu
    answers: tuple[CatatanReviu, ...]
    anchor: str
    place: str
    carried: int | None
    changed: bool

    @property
    def open(self) -> bool:
        """Whether something is still to be done about it."""
        return not self.note.selesai

    @property
    def done_before(self) -> bool:
        """Whether it was closed and belongs to an earlier version."""
        return self.carried is not None and not self.open


def read_threads(*, kecamatan: Kecamatan, tahun: int, places: Mapping[str, NotePlace]) -> tuple[Thread, ...]:
    """The notes of every version, in the order of the document (3 queries).

    Notes on the whole come first, those whose place is gone last.
    """
    latest = latest_laporan(kecamatan, tahun)
    if latest is None:
        return ()
    notes = _NOTES(kecamatan.pk, tahun)
    answers: dict[int | None, list[CatatanReviu]] = {}
    for one in (
        CatatanReviu.objects.filter(menjawab__in=notes).select_related("pengguna").order_by("dibuat", "pk")
    ):
        answers.setdefault(one.menjawab_id, []).append(one)
    order = {key: number for number, key in enumerate(["", *places])}
    threads = (_thread(note, answers.get(note.pk, ()), places, latest) for note in notes)
    return tuple(sorted(threads, key=lambda one: order.get(one.note.bagian, len(order))))


def open_notes(*, kecamatan: Kecamatan, tahun: int) -> int:
    """How many notes are open (2 queries)."""
    latest = latest_laporan(kecamatan, tahun)
    return _every(latest).filter(selesai=False).count() if latest else 0


def open_text(threads: Iterable[Thread]) -> str:
    """The open notes as one text, a line each: what a report is returned with."""
    lines = [
        f"{one.place}{f' (“{one.note.kutipan}”)' if one.note.kutipan else ''}: {one.note.isi}"
        for one in threads
        if one.open
    ]
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def _every(latest: Laporan) -> KecamatanQuerySet[CatatanReviu]:
    notes = CatatanReviu.objects.for_kecamatan(latest.kecamatan).for_tahun(latest.tahun)
    return notes.filter(menjawab=None).order_by("dibuat", "pk")


_NOTES: Final = PreparedRows(
    lambda kecamatan, tahun: (
        of_year(CatatanReviu, kecamatan, tahun)
        .filter(menjawab=None)
        .select_related("pengguna", "laporan")
        .order_by("dibuat", "pk")
    )
)


def _thread(
    note: CatatanReviu, answers: Iterable[CatatanReviu], places: Mapping[str, NotePlace], latest: Laporan
) -> Thread:
    place = places.get(note.bagian)
    return Thread(
        note=note,
        answers=tuple(answers),
        anchor=place.key if place else "",
        place=place.label if place else note.letak or WHOLE,
        carried=note.laporan.versi if note.laporan_id != latest.pk else None,
        changed=bool(note.kutipan) and (place is None or not place.says(note.kutipan)),
    )
