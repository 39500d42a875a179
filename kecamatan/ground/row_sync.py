"""Stored rows made equal to wanted rows: the smallest change, counted, so that a second run changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models import ProtectedError

from kecamatan.ground.row_changes import (
    Change,
    ChangeKind,
    Origin,
    Tally,
    Wanted,
    filled_columns,
    readable,
)
from kecamatan.ground.row_pairs import ordering, pair_up
from kecamatan.ground.row_write import Refusal, RowsRefused, RowWriter, taken_along, users_of
from kecamatan.ground.stored_rows import stored_row, stored_rows
from kecamatan.ground.strict_json import InvalidFile

M = TypeVar("M", bound=models.Model)

ALREADY_WRITTEN = "baris ini sama dengan baris sebelumnya. Hapus salah satu."


class Rest(Enum):
    """What happens to stored rows that are not wanted any more."""

    HAPUS = auto()
    TUNDA = auto()
    """Delete in :meth:`RowSync.discard_stale`, because other rows still point at them until then."""
    BILA_BEBAS = auto()
    """Delete, but keep what other records use: they were made with it."""
    BIARKAN = auto()


@dataclass(frozen=True, kw_only=True)
class KeyedReference:
    """A kind of row that is referred to by its key rather than by its number.

    A Renstra version repeats the indikator of the one before it under the same kunci: a row that refers to either
    means the same. ``stored`` has the key of every stored row by its number, ``mark`` the key of a row at hand.
    """

    stored: Mapping[int, Any]
    mark: Callable[[Any], Any]


@dataclass
class RowSync:
    """Finds which rows are new, changed or gone, hands them to ``writer`` and counts. Use inside one transaction,
    which the caller opens.

    What the writer refuses is a :class:`kecamatan.ground.strict_json.InvalidFile` that names the place the row comes
    from.

    ``errors`` collects the refusals of parts (:meth:`part`). ``references`` tells which references are compared by
    key: those in a column of that name, else those to that model. A row that is ``left_alone`` stays as it is, whatever
    is wanted. Every change is kept in ``changed_rows`` when ``note`` is set.
    """

    note: bool = False
    errors: list[InvalidFile] = field(default_factory=list)
    references: Mapping[type[models.Model] | str, KeyedReference] = field(default_factory=dict)
    writer: RowWriter = field(default_factory=RowWriter)
    left_alone: Callable[[models.Model], bool] = lambda row: False
    tally: Tally = field(default_factory=Tally, init=False)
    changed_rows: list[Change] = field(default_factory=list, init=False)
    _stale: list[tuple[models.Model, Origin]] = field(default_factory=list, init=False)
    _along: set[tuple[type[models.Model], int]] = field(default_factory=set, init=False)
    """Rows that are gone together with another."""
    _one: set[tuple[Any, ...]] = field(default_factory=set, init=False)

    def part(self, write: Callable[[], object]) -> bool:
        """Write one part of the file; its refusals are collected, and the caller takes everything back in the end.

        Returns whether it was written.
        """
        try:
            write()
        except InvalidFile as error:
            self.errors.extend(error.everything)
            return False
        return True

    def one(
        self,
        model: type[M],
        origin: Origin,
        *,
        keys: dict[str, Any],
        nilai: dict[str, Any],
        stock: Iterable[M] | None = None,
    ) -> M:
        """The row with this key, with these values.

        ``stock`` are the stored rows among which it is looked for, where they were read before (0 queries).

        A key that comes a second time is refused: of two rows the last would win, and a fact would be lost.
        """
        marks = (model, *((k, _plain(v)) for k, v in sorted(keys.items())))
        if marks in self._one:
            raise origin.error(ALREADY_WRITTEN)
        self._one.add(marks)
        present = self._find(model, keys, stock)
        if present is None:
            return self._create(model, [(origin, keys | nilai)])[0]
        self._renew([(present, nilai, origin)])
        return present

    def listing(
        self,
        model: type[M],
        rows: Sequence[Wanted],
        *,
        origin: Origin,
        parents: dict[str, Any],
        keys: Collection[str] = ("urut",),
        rest: Rest = Rest.HAPUS,
        stock: Sequence[M] | None = None,
    ) -> list[M]:
        """The rows below ``parents``, in order. ``keys`` tells them apart; without one there is at most one row.

        ``rest`` says what happens to the other rows below ``parents``, or of ``stock`` where the stored rows were read
        before; ``origin`` is where the list stands in the file. A column ``urut`` is filled with the place in the list.
        Rows that only their place tells apart are known by what they say: a row that moved is the same row, and of the
        rest those most alike belong together. Where such a pair differs in a column that must be unique the row is
        replaced rather than changed: two rows may have changed places, and the database looks at one at a time.
        """
        ordered = any(f.name == "urut" for f in model._meta.concrete_fields)
        complete = [
            (row_origin, parents | ({"urut": nomor} if ordered else {}) | nilai)
            for nomor, (row_origin, nilai) in enumerate(rows, start=1)
        ]
        if stock is None:
            stock = stored_rows(model, parents)
        places = {b.pk: nomor for nomor, b in enumerate(stock)}
        by_place = tuple(keys) == ("urut",)
        if by_place:
            pairs, stale = self._by_content(stock, [content for _, content in complete], passed=set(parents))
            unique = _unique_columns(model) - set(parents)
        else:
            pairs, stale = self._by_keys(stock, complete, keys)
            unique = frozenset()
        if ordered:
            nomor_urut = ordering([None if b is None else (places[b.pk], _order(b)) for b in pairs])
            complete = [
                (row_origin, content | {"urut": nomor})
                for (row_origin, content), nomor in zip(complete, nomor_urut, strict=True)
            ]
        results: list[M | None] = []
        new: list[Wanted] = []
        swap: list[tuple[dict[str, Any], dict[str, Any]] | None] = []
        renewed: list[tuple[M, dict[str, Any], Origin]] = []
        for (row_origin, content), old in zip(complete, pairs, strict=True):
            differences = self._differences(old, content) if old is not None else set()
            if old is None or differences & unique:
                swap.append(None if old is None else self._notes(old, content, differences))
                if old is not None:
                    content = content | {k: getattr(old, k) for k in content.keys() - differences}
                    self._remove(old, row_origin, replaced=True)
                new.append((row_origin, content))
                results.append(None)
                continue
            renewed.append((old, content, row_origin))
            results.append(old)
        errors: list[InvalidFile] = []
        try:
            self._renew(renewed)
        except InvalidFile as refuse:
            errors.append(refuse)
        for one in stale:
            if rest is Rest.TUNDA:
                self._stale.append((one, origin))
            elif rest is not Rest.BIARKAN:
                self._delete(one, origin, when_free=rest is Rest.BILA_BEBAS)
        try:
            made = self._create(model, new, swap)
        except InvalidFile as refuse:
            raise InvalidFile.combine([*errors, refuse]) from refuse
        if errors:
            raise InvalidFile.combine(errors)
        following = iter(made)
        return [next(following) if b is None else b for b in results]

    def discard_stale(self) -> None:
        """Delete what was set aside, last found first: children before their parents."""
        errors: list[InvalidFile] = []
        while self._stale:
            try:
                self._delete(*self._stale.pop())
            except InvalidFile as refuse:
                errors.append(refuse)
        if errors:
            raise InvalidFile.combine(errors)

    # -- which stored row is meant -----------------------------------------------------------------

    def _find(self, model: type[M], keys: dict[str, Any], stock: Iterable[M] | None) -> M | None:
        if stock is None:
            return stored_row(model, keys)
        return next(
            (
                b
                for b in stock
                if all(
                    b.pk == v if k == "pk" else self._stored(b, k) == self._mark(k, v)
                    for k, v in keys.items()
                )
            ),
            None,
        )

    def _by_keys(
        self, stock: Iterable[M], rows: Sequence[Wanted], keys: Collection[str]
    ) -> tuple[list[M | None], list[M]]:
        """The stored row of each wanted one, and those that nobody wants. Of two with one key the last counts."""
        present: dict[tuple[Any, ...], M] = {tuple(self._stored(b, k) for k in keys): b for b in stock}
        used = set()
        pairs: list[M | None] = []
        for origin, content in rows:
            marks = tuple(self._mark(k, content[k]) for k in keys)
            if marks in used:
                raise origin.error(ALREADY_WRITTEN)
            used.add(marks)
            pairs.append(present.pop(marks, None))
        return pairs, list(present.values())

    def _by_content(
        self, stock: Sequence[M], rows: Sequence[dict[str, Any]], *, passed: set[str]
    ) -> tuple[list[M | None], list[M]]:
        """Pair rows that say the same, then those most alike, then what is left in order."""
        if not rows:
            return [], list(stock)
        columns = [k for k in rows[0] if k != "urut" and k not in passed]
        nomor = pair_up(
            [tuple(_frozen(self._mark(k, content[k])) for k in columns) for content in rows],
            [tuple(_frozen(self._stored(b, k)) for k in columns) for b in stock],
        )
        used = set(nomor)
        return (
            [None if n is None else stock[n] for n in nomor],
            [b for n, b in enumerate(stock) if n not in used],
        )

    # -- writing -----------------------------------------------------------------------------------

    def _renew(self, rows: Sequence[tuple[M, dict[str, Any], Origin]]) -> None:
        """Let stored rows of one model say what is wanted. Raises InvalidFile with everything that is refused."""
        errors: list[InvalidFile] = []
        changed: list[tuple[M, set[str]]] = []
        places: dict[int, Origin] = {}
        told = []
        for present, nilai, origin in rows:
            differences = self._differences(present, nilai)
            if differences and self.left_alone(present):
                differences = set()
            if differences:
                try:
                    nilai = self._settle(present, nilai, origin)
                except InvalidFile as refuse:
                    errors.append(refuse)
                    continue
                differences = self._differences(present, nilai)
            if not differences:
                self.tally.tetap += 1
                continue
            told.append((present, origin, *self._notes(present, nilai, differences)))
            for column in differences:
                setattr(present, column, nilai[column])
            changed.append((present, differences))
            places[id(present)] = origin
        try:
            if changed:
                with _placed(places):
                    self.writer.change(changed)
        except InvalidFile as refuse:
            errors.append(refuse)
        if errors:
            raise InvalidFile.combine(errors)
        self.tally.berubah += len(changed)
        for one in told:
            self._remember(ChangeKind.BERUBAH, *one)

    def _create(
        self,
        model: type[M],
        rows: Sequence[Wanted],
        swap: Sequence[tuple[dict[str, Any], dict[str, Any]] | None] = (),
    ) -> list[M]:
        """Insert new rows. ``swap`` has what was and what is for those that replace another."""
        if not rows:
            return []
        made = [model(**content) for _, content in rows]
        with _placed({id(subject): origin for subject, (origin, _) in zip(made, rows, strict=True)}):
            self.writer.insert(made)
        for nomor, (subject, (origin, _)) in enumerate(zip(made, rows, strict=True)):
            old = swap[nomor] if nomor < len(swap) else None
            if old is None:
                self.tally.baru += 1
                if self.note:
                    self._remember(ChangeKind.BARU, subject, origin, {}, filled_columns(subject))
            else:
                self.tally.berubah += 1
                self._remember(ChangeKind.BERUBAH, subject, origin, *old)
        return made

    def _settle(self, row: models.Model, values: dict[str, Any], origin: Origin) -> dict[str, Any]:
        """The wanted columns as the judge leaves them. Raises InvalidFile with everything it refuses."""
        wanted = copy(row)
        wanted._state = copy(row._state)  # its own memory of the rows it points at
        wanted._state.fields_cache = dict(row._state.fields_cache)
        for name, value in values.items():
            setattr(wanted, name, value)
        with _placed({id(wanted): origin}):
            self.writer.settle(wanted)
        return {name: getattr(wanted, name) for name in values}

    def _delete(self, row: models.Model, origin: Origin, *, when_free: bool = False) -> None:
        if (type(row), row.pk) in self._along:
            return  # counted and told with the row that took it along
        try:
            with transaction.atomic():
                self._remove(row, origin)
        except ProtectedError as error:
            if when_free:
                self.tally.tetap += 1
                return
            raise origin.error(
                f'{row._meta.verbose_name} "{row}" tidak ada lagi dalam berkas, tetapi masih dipakai catatan lain'
                f" ({users_of(error)})."
                " Kembalikan ke berkas, atau hapus dahulu catatan yang memakainya."
            ) from error

    def _remove(self, row: models.Model, origin: Origin, *, replaced: bool = False) -> None:
        """Delete a row with everything below it, each counted and told; not itself where another takes its place."""
        gone = [one for one in taken_along(row) if not (one._meta.auto_created or (replaced and one == row))]
        numbers = {(type(one), one.pk) for one in gone}
        told = [
            Change(kinds=ChangeKind.DIHAPUS, row=one, before=filled_columns(one), after={}, origin=origin)
            for one in (gone if self.note else ())
        ]
        self.writer.remove(row)
        self.tally.dihapus += len(numbers)
        self._along |= numbers
        self.changed_rows += told

    def _remember(
        self,
        kinds: ChangeKind,
        row: models.Model,
        origin: Origin,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> None:
        if self.note:
            self.changed_rows.append(Change(kinds=kinds, row=row, before=before, after=after, origin=origin))

    def _notes(
        self, row: models.Model, content: dict[str, Any], differences: set[str]
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """The differing columns before and after, in the order of the model."""
        if not self.note:
            return {}, {}
        ordering = [f.name for f in row._meta.concrete_fields if f.name in differences]
        return {k: readable(getattr(row, k, None)) for k in ordering}, {
            k: readable(content[k]) for k in ordering
        }

    # -- comparing ---------------------------------------------------------------------------------

    def _differences(self, row: models.Model, nilai: dict[str, Any]) -> set[str]:
        return {k for k, content in nilai.items() if self._stored(row, k) != self._mark(k, content)}

    def _mark(self, column: str, nilai: object) -> Any:
        if isinstance(nilai, models.Model) and (reference := self._reference(column, type(nilai))):
            return reference.mark(nilai)
        return _plain(nilai)

    def _stored(self, row: models.Model, column: str) -> Any:
        """A stored value as :meth:`_mark` gives the wanted one."""
        field: Any = row._meta.get_field(column)
        nilai = getattr(row, field.attname)  # the key of a foreign row, without fetching the row
        reference = self._reference(column, field.related_model) if field.is_relation else None
        return reference.stored.get(nilai, nilai) if reference else nilai

    def _reference(self, column: str, model: type[models.Model]) -> KeyedReference | None:
        return self.references.get(column) or self.references.get(model)


def _order(row: Any) -> int:
    nomor: int = row.urut
    return nomor


def _plain(nilai: object) -> Any:
    """A row is known by its primary key."""
    return nilai.pk if isinstance(nilai, models.Model) else nilai


def _frozen(nilai: Any) -> Any:
    """A value that a set can hold."""
    return tuple(nilai) if isinstance(nilai, list) else nilai


def _unique_columns(model: type[models.Model]) -> frozenset[str]:
    """Columns of which no two rows may have the same."""
    return frozenset(
        column
        for rules in model._meta.constraints
        if isinstance(rules, models.UniqueConstraint)
        for column in rules.fields
    )


@contextmanager
def _placed(places: Mapping[int, Origin]) -> Iterator[None]:
    """What the writer refuses is said where the row comes from."""

    def at_its_place(refusal: Refusal) -> InvalidFile:
        return places[id(refusal.row)].error(refusal.message, refusal.column)

    try:
        yield
    except RowsRefused as refused:
        raise InvalidFile.combine([at_its_place(r) for r in refused.refusals]) from refused
