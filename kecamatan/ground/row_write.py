"""Rows on their way into the database: judged, held to the rules of their model, inserted, changed and deleted.

Nothing below this is written by hand: what makes stored rows equal to a file (:mod:`kecamatan.ground.row_sync`) and the
one writer of records (:mod:`sakip.entry.writer`) both hand their rows to a :class:`RowWriter`. It knows neither years
nor users nor the trail; those are the writer's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import chain
from typing import Final, NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, router, transaction
from django.db.models.deletion import Collector, ProtectedError


class Problem(NamedTuple):
    """What is wrong with a row: the column beside which it is said, empty for the row as a whole, and the sentence."""

    column: str
    message: str


#: Rows of one statement: it looks for each of them in a list of all.
_TOGETHER: Final = 200

Judge = Callable[[models.Model], Sequence[Problem]]
"""Settles a row, and says everything that is wrong with it."""


class Refusal(NamedTuple):
    """Why a row cannot be stored; ``column`` is empty where it is about the row as a whole."""

    row: models.Model
    column: str
    message: str


class RowsRefused(Exception):
    """Some rows cannot be stored, so none was; ``refusals`` say which and why."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__(" ".join(f"{r.row}: {r.message}" for r in refusals))
        self.refusals = tuple(refusals)


class RowWriter:
    """Writes rows. ``judge`` is asked about every row that no form has judged. Use inside a transaction."""

    def __init__(self, judge: Judge = lambda row: ()) -> None:
        self.judge = judge

    def insert(self, rows: Sequence[models.Model]) -> None:
        """Insert new rows of one model, one at least, in one statement.

        Only when the database refuses is each row held to its model's rules, to find which one. Raises
        :class:`RowsRefused`, and IntegrityError where the model's rules know nothing against any of them.
        """
        model = type(rows[0])
        relations = {f.name for f in model._meta.concrete_fields if f.is_relation}
        refusals: list[Refusal] = []
        for row in rows:
            refusals += self._judged(row) or _refused(row, row.clean_fields, relations)
        if refusals:
            raise RowsRefused(refusals)
        try:
            with transaction.atomic():
                model._default_manager.bulk_create(rows)
        except IntegrityError:
            for row in rows:
                if refused := _refused(row, row.full_clean):
                    refusals += refused
                else:
                    self.put(row)
            if refusals:
                raise RowsRefused(refusals) from None

    def settle(self, row: models.Model) -> None:
        """Let the judge settle the row. Raises :class:`RowsRefused` with everything that it refuses."""
        if refusals := self._judged(row):
            raise RowsRefused(refusals)

    def change(self, rows: Sequence[tuple[models.Model, Collection[str]]]) -> None:
        """Store these columns of rows of one model that were settled, in few statements. Raises :class:`RowsRefused`;
        who only moved is held to no rule.

        The database holds them to the rules of their model, all at once: asking each of those beforehand costs eight
        statements a row, and changing one after another three, for which everybody else waits. Only when it refuses are
        they put one by one, and of those that it refuses the rules are asked, to find which.
        """
        refusals: list[Refusal] = []
        sound = []
        for row, columns in rows:
            relations = {f.name for f in row._meta.concrete_fields if f.is_relation}
            if set(columns) != {"urut"} and _refused(row, row.clean_fields, relations):
                refusals += _refused(row, row.full_clean)
            else:
                sound.append((row, columns))
        try:
            with transaction.atomic():
                _change_together(sound)
        except IntegrityError:
            for row, columns in sound:
                try:
                    with transaction.atomic():
                        self.put(row, columns)
                except IntegrityError:
                    if not (refused := _refused(row, row.full_clean)):
                        raise
                    refusals += refused
        if refusals:
            raise RowsRefused(refusals)

    def put(self, row: models.Model, columns: Collection[str] = ()) -> None:
        """Insert or change a row that was judged and held to its model's rules, or these columns of it."""
        row.save(update_fields=list(columns) or None)

    def remove(self, row: models.Model) -> None:
        """Delete a row with everything below it. Raises ProtectedError where others use it."""
        row.delete()

    def _judged(self, row: models.Model) -> list[Refusal]:
        return [Refusal(row, problem.column, problem.message) for problem in self.judge(row)]


def taken_along(row: models.Model) -> list[models.Model]:
    """The row and everything that goes with it when it is deleted. Raises ProtectedError as deleting it does."""
    collector = Collector(using=router.db_for_write(type(row)))
    collector.collect([row])
    return [*chain(*collector.data.values(), *collector.fast_deletes)]


def users_of(error: ProtectedError) -> str:
    """The kinds of records for which a row cannot be deleted, as a message names them."""
    return ", ".join(sorted({str(one._meta.verbose_name) for one in error.protected_objects}))


def _change_together(rows: Sequence[tuple[models.Model, Collection[str]]]) -> None:
    alike: dict[tuple[str, ...], list[models.Model]] = {}
    for row, columns in rows:
        alike.setdefault(tuple(sorted(columns)), []).append(row)
    for columns, those in alike.items():
        type(those[0])._base_manager.bulk_update(those, columns, batch_size=_TOGETHER)


def _refused(
    row: models.Model, ask: Callable[..., None], exclude: Collection[str] | None = None
) -> list[Refusal]:
    """What the model has against a row, each at the column it is about."""
    try:
        ask(exclude=exclude)
    except ValidationError as problem:
        return [
            Refusal(row, "" if column == NON_FIELD_ERRORS else column, messages[0])
            for column, messages in problem.message_dict.items()
        ]
    return []
