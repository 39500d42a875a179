"""The one writer of records.

Whatever changes a record goes through an :class:`Act`: form and cell of the grid, pasted lines, the table of amounts,
the copy of another year, a document made from another, undo, moving and confirming. :func:`writing` opens it in one
transaction: the year is open and the rows are within reach of who writes or nothing happens, rows are judged and held
to their model's rules (by their form, or by :data:`ROWS`), the trail is kept, and at the end the checks over the year
are asked once about everything written. What is refused takes all of it back.

:mod:`sakip.entry.save` has the doors of one row, :mod:`sakip.entry.save_many` that of many. Workbook, fixtures and
referensi find out for themselves which rows are new, changed or gone (:mod:`kecamatan.ground.row_sync`); what they
found they hand to :data:`ROWS` as well. The import of a year is an act, too; its checks are asked before that act ends,
because the preview shows every new finding with its sheet and row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic, TypeVar

from django.core.serializers.base import DeserializedObject
from django.db import IntegrityError, models, transaction
from django.db.models import Max

from kecamatan.ground.constraints import Reviewable
from kecamatan.ground.errors import InputError
from kecamatan.ground.prepared import asked_once
from kecamatan.ground.row_write import RowsRefused, RowWriter, taken_along
from kecamatan.ground.trail import TrailLine, trail_add, trail_add_many
from kecamatan.ground.trail_key import TrailKey, trail_key
from kecamatan.models import Jejak, Pengguna
from sakip.checks import Finding
from sakip.entry.agreed import Agreed, year_of
from sakip.entry.capaian_changes import CapaianChange, CapaianWatch, agreement_mark
from sakip.entry.form import RecordForm, Scope
from sakip.entry.judge import judge
from sakip.entry.lock import PrintedWatch, ensure_open
from sakip.entry.reach import Reach
from sakip.entry.row_words import say_row
from sakip.entry.watch import RowWatch, is_about

M = TypeVar("M", bound=models.Model)

ROWS: Final = RowWriter(judge=judge)
"""Writes rows that no form has judged: those of a file, of a copy, of a document made from another."""

#: Columns that are written by moving and confirming: no rule and no check looks at them.
BESIDE: Final = frozenset({"urut", "ditinjau"})

MADE: Final = "catatan.dibuat"
CHANGED: Final = "catatan.diubah"
DELETED: Final = "catatan.dihapus"
RESTORED: Final = "catatan.dipulihkan"
MOVED: Final = "catatan.dipindah"
DITINJAU: Final = "catatan.ditinjau"
UNREAD: Final = "catatan.belum_ditinjau"

#: Key of ``Jejak.sebelum`` that holds the deleted rows themselves; keys with an underscore are not shown.
ROW: Final = "_baris"
COPIED: Final = "catatan.disalin"

SAME_ROW: Final = "Catatan lain dengan isi yang sama baru saja disimpan. Muat ulang halaman, lalu periksa."


class RecordRefused(InputError):
    """The row cannot be written as asked; ``str()`` says why and what helps."""


class CheckRefused(RecordRefused):
    """What was written would make something of its year wrong; ``findings`` are what.

    ``own`` are those that are mended in a row that was written, ``sentences`` all of them, each with the name of its
    row where the act named it; ``str()`` says how many there are and the first.
    """

    def __init__(self, findings: Mapping[Finding, Written | None]) -> None:
        self.findings = tuple(findings)
        self.own = tuple(f for f, row in findings.items() if row)
        self.sentences = [f"{row.name}: {f}" if row and row.name else str(f) for f, row in findings.items()]
        super().__init__(_first_of(self.sentences))

    def tell(self, form: RecordForm, kind: str = "") -> None:
        """Say each beside the field that it is about; what is mended elsewhere, or in rows of another than this
        ``kind``, above the form."""
        for finding in self.findings:
            here = finding in self.own and kind in ("", finding.place.kind)
            field = form.field_of(finding.place.column) if here else None
            form.add_error(field, finding.message if field else str(finding))


class CapaianAsked(RecordRefused):
    """What was written measures values that are recorded already otherwise; who wrote it is to agree first.

    ``changes`` are what comes out otherwise; they are agreed to by their ``mark``.
    """

    def __init__(self, changes: Sequence[CapaianChange]) -> None:
        self.changes = changes
        self.mark = agreement_mark(changes)
        super().__init__("Perubahan ini mengubah capaian yang sudah terukur.")


def _named(refused: RowsRefused) -> RecordRefused:
    """What was refused, with the name of its row."""
    return RecordRefused(_first_of([f"{refusal.row}: {refusal.message}" for refusal in refused.refusals]))


def _first_of(sentences: Sequence[str]) -> str:
    head = f"{len(sentences)} kesalahan. Yang pertama: " if len(sentences) > 1 else ""
    return f"{head}{sentences[0]}"


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """A row that an act wrote: whether it is new, what a refusal calls it, and the row from which it was made."""

    row: models.Model
    new: bool
    name: str = ""
    source: models.Model | None = None


@dataclass(frozen=True, kw_only=True)
class New(Generic[M]):
    """A row to be added, and the row from which it is made.

    The trail says of it what its columns say, and ``also``; nothing where it is told with another (``told`` False).
    """

    row: M
    source: models.Model | None = None
    told: bool = True
    also: dict[str, str] = field(default_factory=dict)


def copy_row(row: M, /, **change: Any) -> M:
    """A row not yet stored, like another but for ``change``."""
    columns = {
        k.attname: getattr(row, k.attname)
        for k in row._meta.concrete_fields
        if not k.primary_key and change.keys().isdisjoint({k.name, k.attname})
    }
    return type(row)(**columns, **change)


def last_place(rows: models.QuerySet[Any] | models.Manager[Any]) -> int:
    """The ``urut`` of the last of these rows; 0 where there is none (1 query)."""
    last: int | None = rows.aggregate(last=Max("urut"))["last"]
    return last or 0


class Act:
    """One act of writing by one person in the records of one kecamatan and year; made by :func:`writing`.

    ``name`` is what a refusal calls the rows that are written now, empty where it need not.
    """

    def __init__(
        self, place: Scope, source_year: int, agreed: str | None, printed: PrintedWatch, *, lazily: bool
    ) -> None:
        self.place = place
        self.name = ""
        self._agreed = agreed
        self._measured = None if agreed is None else CapaianWatch(place.kecamatan)
        self._reach = Reach(place.pengguna, place.kecamatan, place.tahun)
        self._agreed_documents = Agreed(place.kecamatan)
        #: What submitted reports print; an import, whose rows do not come here, asks it by itself.
        self.printed = printed
        self._source_year = source_year
        self._watch = RowWatch(kecamatan=place.kecamatan, tahun=place.tahun, lazily=lazily)
        self._written: list[Written] = []

    def put(self, row: models.Model, *, columns: Collection[str] = ()) -> None:
        """Insert or change a row that its form judged, or these columns of it; the caller tells it in the trail.

        Raises :class:`RecordRefused` where another row stands in the way.
        """
        self._ensure_may_write(row)
        if columns and BESIDE.issuperset(columns):
            ROWS.put(row, columns)
            return
        self._watch.expect(type(row))
        if self._measured:
            self._measured.expect(row)
        written = Written(row, new=row.pk is None, name=self.name)
        with _one_of_its_kind(SAME_ROW):
            ROWS.put(row, columns)
        self._written.append(written)

    def change(self, row: models.Model, columns: Collection[str]) -> None:
        """Change these columns of a stored row that no form has judged; the caller tells it in the trail.

        Raises :class:`RecordRefused` where the judge or its model refuses it.
        """
        self._ensure_may_write(row)
        self._watch.expect(type(row))
        if self._measured:
            self._measured.expect(row)
        try:
            ROWS.settle(row)
            ROWS.change([(row, columns)])
        except RowsRefused as refused:
            raise _named(refused) from refused
        self._written.append(Written(row, new=False))

    def add(self, rows: Sequence[New[M]], *, why: str = "", word: str = MADE) -> list[M]:
        """Add rows of one model that no form has judged, and say in the trail where they came from; returns them.

        What is made from another row waits for a reader, whatever record that was. Raises :class:`RecordRefused` for
        rows that the judge or their model refuses: what is copied was perhaps stored before a rule was there.
        """
        made = [new.row for new in rows]
        if not made:
            return made
        self._watch.expect(type(made[0]))
        for new in rows:
            self._ensure_may_write(new.row)
            if new.source is not None and isinstance(new.row, Reviewable):
                new.row.ditinjau = False
        try:
            with _one_of_its_kind(SAME_ROW):
                ROWS.insert(made)
        except RowsRefused as refused:
            raise _named(refused) from refused
        self._written += [Written(new.row, new=True, source=new.source) for new in rows]
        lines = [
            TrailLine(
                action=word,
                kind=new.row._meta.label_lower,
                pk=new.row.pk,
                key=trail_key(new.row),
                sebutan=str(new.row),
                after=say_row(new.row) | new.also,
            )
            for new in rows
            if new.told
        ]
        self.tell_many(lines, why=why)
        return made

    def bring_back(self, kept: DeserializedObject, *, taken: str) -> None:
        """Insert a deleted row as it was. Raises :class:`RecordRefused` with ``taken`` where its place is."""
        self._ensure_may_write(kept.object)
        self._watch.expect(type(kept.object))
        if self._measured:
            self._measured.expect(kept.object, whole=True)
        with _one_of_its_kind(taken):
            kept.save(force_insert=True)
        self._written.append(Written(kept.object, new=True))

    def remove(self, row: models.Model) -> None:
        """Delete a row with everything below it; before that, the caller tells it in the trail.

        No check is asked: of those that refuse, a row less breaks none that the form's own refusal does not hold.
        """
        self._ensure_may_write(row)
        self._agreed_documents.ensure_not_kept(type(row), row.pk)
        if self._measured:
            for one in taken_along(row):
                self._measured.expect(one, whole=True)
        ROWS.remove(row)

    def _ensure_may_write(self, row: models.Model) -> None:
        """Raise 403 where the person may not, :class:`sakip.entry.agreed.DocumentClosed` where nobody may."""
        self._reach.ensure_row(row)
        self._agreed_documents.ensure_row(row)
        # What a kabupaten decides for all is held up by no report: who signs it finds the change on his desk.
        if not self.printed.idle and not self._reach.is_shared(row):
            self.printed.expect(year_of(row))

    def tell(
        self,
        word: str,
        row: models.Model | str,
        *,
        name: str = "",
        before: Any = None,
        after: Any = None,
        why: str = "",
        key: TrailKey | None = None,
    ) -> Jejak:
        """Add to the trail what was done to a row."""
        return trail_add(
            action=word,
            subject=row,
            sebutan=name or str(row),
            key=key,
            pengguna=self.place.pengguna,
            kecamatan=self.place.kecamatan,
            tahun=self.place.tahun,
            before=before,
            after=after,
            alasan=why,
        )

    def tell_many(self, lines: Iterable[TrailLine], *, why: str) -> None:
        """Add a line to the trail for each of many rows (few queries)."""
        trail_add_many(
            lines=lines,
            pengguna=self.place.pengguna,
            kecamatan=self.place.kecamatan,
            tahun=self.place.tahun,
            alasan=why,
        )

    def finish(self) -> None:
        """Ask the checks about everything that was written, and the writer about capaian that come out otherwise.
        Raises :class:`CheckRefused`, :class:`CapaianAsked` and :class:`sakip.entry.lock.YearClosed`.

        A row that was made from one with the same fault is not refused for it: it is mended there, or here afterwards.
        """
        rows = {(w.row._meta.label_lower, w.row.pk): w for w in self._written}
        found = {}
        for finding in self._watch.errors([w.row for w in rows.values()]):
            about = next((w for w in rows.values() if is_about(finding, w.row)), None)
            source = about.source if about else None
            if source is None or not self._watch.is_copied(finding, source, self._source_year):
                found[finding] = about
        if not found:
            self.printed.ensure_unchanged()
        changes = self._measured.changes() if self._measured and not found else ()
        if not found and self._agreed in (None, agreement_mark(changes)):
            return
        # The transaction takes the rows back; the form of a new one is shown again as that of a new row.
        for row in (w.row for w in self._written if w.new):
            row.pk, row._state.adding = None, True
        if found:
            raise CheckRefused(found)
        if changes:
            raise CapaianAsked(changes)


@contextmanager
def writing(
    place: Scope,
    *,
    by: Pengguna | None,
    yearly: bool = True,
    printed: bool = True,
    hold: models.Model | None = None,
    source_year: int | None = None,
    agreed: str | None = None,
    lazily: bool = False,
) -> Iterator[Act]:
    """Open an act of writing, all or nothing.

    ``yearly`` is False for records of no single year: they are closed only in what a submitted report prints of them;
    ``printed`` for what none prints (that a row was read). ``hold`` is the row that others who do the same have
    to wait for; ``source_year`` that of the rows from which new ones are made, where it is another. ``agreed`` is the
    mark of changed capaian that a person agreed to, empty before they were shown; None where nobody is asked.
    ``lazily`` spares the look at the year before the rows are written, for who can do all of it once more: see
    :class:`sakip.entry.watch.BeforeNeeded`.
    Raises :class:`sakip.entry.lock.YearClosed`, and at the end :class:`CheckRefused` and :class:`CapaianAsked`.
    """
    with transaction.atomic(), asked_once():
        years = ensure_open(kecamatan=place.kecamatan, tahun=place.tahun if yearly else None)
        if hold is not None:
            type(hold)._base_manager.select_for_update().get(pk=hold.pk)
        watch = PrintedWatch(years if printed else ())
        act = Act(replace(place, pengguna=by), source_year or place.tahun, agreed, watch, lazily=lazily)
        yield act
        act.finish()


@contextmanager
def _one_of_its_kind(sentence: str) -> Iterator[None]:
    try:
        yield
    except IntegrityError as problem:
        raise RecordRefused(sentence) from problem
