"""Copying a document of one year into another: what all of them do alike; each record's own is its ``copy.py``.

Words are copied and marked *belum ditinjau*; targets are those that the Renstra in force in the new year sets, never
last year's; amounts are decisions of the new year and are not copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from django.db import models, transaction
from django.db.models import Q

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import COPIED, Act, New, RecordRefused, writing

T = TypeVar("T")
R = TypeVar("R", bound=models.Model)

#: Begins the word of the trail for a whole document: "salin.rkt".
PREFIX: Final = "salin."

NO_AMOUNTS: Final = "anggaran ditetapkan untuk setiap tahun. Isi anggaran tahun"


class AlreadyFilled(RecordRefused):
    """The document of the new year has rows already; ``str()`` says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyResult:
    """How many rows were copied, and in sentences what was left out and why."""

    copied: int
    left_behind: tuple[str, ...]


@dataclass(kw_only=True)
class Copier:
    """One act of copying the year ``source`` into ``to``; made by :meth:`CopyOffer.copy`."""

    kecamatan: Kecamatan
    source: int
    to: int
    act: Act
    copied: int = field(default=0, init=False)
    left_behind: list[str] = field(default_factory=list, init=False)

    def ensure(self, old: T | None, *, filled: bool, nama: str) -> T:
        """What is to be copied. Raises RecordRefused where there is nothing, AlreadyFilled where the new year's
        document has rows."""
        if old is None:
            raise RecordRefused(f"{nama} tahun {self.source} belum dicatat, sehingga tidak ada yang disalin.")
        if filled:
            raise AlreadyFilled(
                f"{nama} tahun {self.to} sudah berisi. Yang ada tidak ditimpa; hapus dahulu isinya, lalu salin."
            )
        return old

    def write(self, rows: Iterable[tuple[models.Model, models.Model]], *, counted: bool = True) -> None:
        """Store rows of one model, each with the row that it is a copy of and a word in its own trail."""
        new = [New(row=row, source=origin) for row, origin in rows]
        self.act.add(new, why=f"Disalin dari tahun {self.source}.", word=COPIED)
        self.copied += len(new) * counted

    def leave_behind(self, sentence: str) -> None:
        """Say what was left out, and why."""
        self.left_behind.append(sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOffer:
    """A document that can be copied, as the page offers it: ``page`` is the code of its own page.

    ``counted`` are the models whose rows it is made of, each with which of them count. ``make`` writes the copy and
    returns the document, by which the trail names the whole act. ``recorded_in`` are the years (or a query of
    them) whose documents count in a year: of what counts longer than its own, an earlier one. ``lacking`` are the rows
    of a year (the first) that another lacks, of a plain list that may be copied beside what is there.
    """

    kode: str
    nama: str
    page: str
    keterangan: str
    counted: tuple[tuple[Any, Q], ...]
    make: Callable[[Copier], models.Model | str]
    recorded_in: Callable[[Kecamatan, int], Any] = lambda _, tahun: (tahun,)
    lacking: Callable[[Kecamatan, int, int], Sequence[models.Model]] | None = None

    def jumlah(self, kecamatan: Kecamatan, tahun: int) -> int:
        """How many rows count in a year (1 query for each model)."""
        years = self.recorded_in(kecamatan, tahun)
        return sum(
            model.objects.for_kecamatan(kecamatan).filter(which, **{f"{model.tahun_path}__in": years}).count()
            for model, which in self.counted
        )

    def copy(self, *, kecamatan: Kecamatan, source: int, to: int, by: Pengguna | None) -> CopyResult:
        """Copy it in one act; no other copy into this kecamatan runs meanwhile.

        Raises :class:`AlreadyFilled`, :class:`sakip.entry.writer.RecordRefused`, and as
        :func:`sakip.entry.writer.writing` does; then nothing is written. A fault that the copied rows have in their own
        year does not stand in the way.
        """
        scope = Scope(kecamatan=kecamatan, tahun=to, pengguna=by)
        with writing(scope, by=by, hold=kecamatan, source_year=source) as act:
            copier = Copier(kecamatan=kecamatan, source=source, to=to, act=act)
            dokumen = self.make(copier)
            content = {
                "Dari tahun": str(source),
                "Baris disalin": str(copier.copied),
                "Tidak disalin": "\n".join(copier.left_behind),
            }
            act.tell(
                f"{PREFIX}{self.kode}", dokumen, after={nama: text for nama, text in content.items() if text}
            )
        return CopyResult(copied=copier.copied, left_behind=tuple(copier.left_behind))


def alike(text: str) -> str:
    """A name without what people write differently: its capitals and spaces."""
    return " ".join(text.casefold().split())


def ensure_lacking(
    copy: Copier, lacking: Callable[[Kecamatan, int, int], list[R]], model: Any, *, nama: str
) -> list[R]:
    """The rows of a plain list that are to be copied beside what is there.

    Raises :class:`sakip.entry.writer.RecordRefused` where last year has none, :class:`AlreadyFilled` where the new year
    has them all.
    """
    rows = lacking(copy.kecamatan, copy.source, copy.to)
    if not rows and model.objects.for_kecamatan(copy.kecamatan).for_tahun(copy.source).exists():
        raise AlreadyFilled(f"Semua baris {nama} tahun {copy.source} sudah ada pada tahun {copy.to}.")
    return copy.ensure(rows or None, filled=False, nama=nama)


@transaction.atomic
def copy_all(
    *, choices: Sequence[CopyOffer], kecamatan: Kecamatan, source: int, to: int, by: Pengguna | None
) -> list[tuple[CopyOffer, CopyResult]]:
    """Copy the chosen documents, all or none. Raises as each of them does."""
    return [(s, s.copy(kecamatan=kecamatan, source=source, to=to, by=by)) for s in choices]
