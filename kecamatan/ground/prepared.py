"""What almost every page asks, put into SQL once per process.

Django builds the SQL of a row set anew each time that it is asked. That takes several times as long as the database
takes to answer it, and ten times for a union of many tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from functools import cache
from typing import Any, Final, Generic, TypeVar, cast

from django.db import connection, connections
from django.db.models import ForeignKey, ManyToOneRel, Model, Prefetch, QuerySet
from django.db.models.base import ModelState
from django.db.models.signals import post_init, pre_init

from kecamatan.querysets import ordered_below

M = TypeVar("M", bound=Model)
T = TypeVar("T")

#: Numbers that stand for those of the question while its SQL is made: a year or a key like any other, and equal to no
#: number that a statement of ours is written with.
_PLACES: Final = range(31_071, 31_171)
#: How many keys a question may have.
MOST_KEYS: Final = len(_PLACES)


class _Answers(dict[Any, list[Any]]):
    """What the database answered in this moment, by the statement and its parameters.

    ``made`` is what was made of answers, with those that it was made of, ``makers`` what is being made, each with the
    answers that it has been given so far.
    """

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[Any, tuple[Any, dict[Any, list[Any]]]] = {}
        self.makers: list[dict[Any, list[Any]]] = []

    def told(self, answers: Mapping[Any, list[Any]]) -> None:
        """Note for what is being made what it was given."""
        if self.makers:
            self.makers[-1].update(answers)


#: None where every question is asked.
_ANSWERED: ContextVar[_Answers | None] = ContextVar("answered", default=None)


#: A statement that writes rows of one table; of any other but a question it is not known what it changes.
_WRITES: Final = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) ("\w+")')
#: A question that may wait for others, who may have written by the time that it is answered.
_LOCKS: Final = re.compile(r"\bFOR (?:NO KEY )?UPDATE\b|pg_advisory")


@contextmanager
def asked_once() -> Iterator[None]:
    """Inside, prepared rows that were read already are made of what the database answered then, until a table of theirs
    is written, or a row is locked: others may have written before. For who looks at several years, or twice at one:
    most of what freezes them is the same. One inside another begins anew: what it reads is of its own moment."""
    if (outer := _ANSWERED.get()) is not None:
        outer.clear()
        yield
        return
    answered = _Answers()

    def forget(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("SELECT") and not _LOCKS.search(sql):
            return execute(sql, params, many, context)
        if writes := _WRITES.match(sql):
            for question in [one for one in answered if writes[1] in one[0]]:
                del answered[question]
        elif not sql.startswith(("BEGIN", "SAVEPOINT", "RELEASE SAVEPOINT")):
            answered.clear()
        return execute(sql, params, many, context)

    token = _ANSWERED.set(answered)
    try:
        with connection.execute_wrapper(forget):
            yield
    finally:
        _ANSWERED.reset(token)


def made_once(key: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` makes; inside :func:`asked_once` once for this key, for as long as every answer that it was made of
    stands. It may ask by prepared rows alone, and whatever else it depends on belongs to the key; what it makes is
    shared, and so must not change."""
    answers = _ANSWERED.get()
    if answers is None:
        return make()
    if key in answers.made:
        value, of = answers.made[key]
        if all(answers.get(question) is rows for question, rows in of.items()):
            answers.told(of)
            return cast("T", value)
    answers.makers.append({})
    try:
        made = make()
    finally:
        of = answers.makers.pop()
    answers.made[key] = made, of
    answers.told(of)
    return made


class Prepared:
    """A row set of which nothing but keys changes from one question to the next: whole numbers, or texts.

    ``rows`` makes it of as many keys as it takes, a hundred at most, and does not look at them.
    """

    def __init__(self, rows: Callable[..., QuerySet[Any, Any]]) -> None:
        self._rows = rows
        self._made: dict[tuple[str, int], tuple[str, tuple[Any, ...]]] = {}

    def statement(self, *numbers: int | str) -> tuple[str, list[Any]]:
        """Its SQL and the parameters, of these keys."""
        kind = connection.vendor, len(numbers)
        if kind not in self._made:
            sql, parameters = self._rows(*_places_of(numbers)).query.sql_with_params()
            self._made[kind] = sql, tuple(parameters)
        sql, parameters = self._made[kind]
        return sql, _of(numbers, parameters)

    def tuples(self, *numbers: int | str) -> list[tuple[Any, ...]]:
        """The rows as the database has them (1 query): for columns that are read as they are stored."""
        with connection.cursor() as cursor:
            cursor.execute(*self.statement(*numbers))
            return list(cursor.fetchall())

    def count(self, *numbers: int | str) -> int:
        """How many rows there are (1 query)."""
        sql, parameters = self.statement(*numbers)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT COUNT(*) FROM ({sql}) counted", parameters)  # noqa: S608  # of our own rows
            return int(cursor.fetchone()[0])


class PreparedRows(Generic[M]):
    """The same of rows of a model, with those that they point at and those below them (``prefetch_related``)."""

    def __init__(self, rows: Callable[..., QuerySet[M]]) -> None:
        self._rows = rows
        self._made: dict[tuple[str, int], tuple[_Statement[M], Below]] = {}

    def __call__(self, *numbers: int | str) -> list[M]:
        """The rows (1 query, and 1 for each kind of row below them)."""
        kind = connection.vendor, len(numbers)
        if kind not in self._made:
            rows = self._rows(*_places_of(numbers))
            lookups = rows._prefetch_related_lookups  # type: ignore[attr-defined]
            self._made[kind] = _Statement(rows), Below(*lookups)
        statement, below = self._made[kind]
        return below(statement.rows(statement.sql, _of(numbers, statement.parameters)))

    def first(self, *numbers: int | str) -> M | None:
        """The first row; for a row set of one, as all of them are read."""
        return next(iter(self(*numbers)), None)


@cache
def row_of_number(model: type[M], *, held: bool = False) -> PreparedRows[M]:
    """The row of a model by its number, as it is stored now; ``held`` until the transaction in which it is asked ends,
    that nobody else writes it meanwhile."""

    def rows(pk: int) -> QuerySet[M]:
        everything = model._base_manager.select_for_update() if held else model._base_manager.all()
        return everything.filter(pk=pk).order_by()

    return PreparedRows(rows)


class Below:
    """What ``prefetch_related_objects`` finds of the same paths, each level by a statement that is made once.

    A path leads from a row to those below it or to the one that it points at; a ``Prefetch`` says which rows its last
    step finds.
    """

    def __init__(self, *paths: str | Prefetch[Any]) -> None:
        self._paths = [way for path in paths for way in _ways(path)]
        self._made: dict[tuple[str, str], _Statement[Any]] = {}

    def __call__(self, rows: list[M]) -> list[M]:
        """The same rows, and below each what the paths lead to (1 query for each step that has not been taken)."""
        found: dict[str, list[Any]] = {"": rows}
        for path, wanted in self._paths:
            here = ""
            for step in path.split("__"):
                before, here = here, f"{here}__{step}" if here else step
                if here not in found:
                    found[here] = self._step(found[before], step, here, wanted if here == path else None)
        return rows

    def _step(self, rows: list[Any], name: str, path: str, wanted: QuerySet[Any] | None) -> list[Any]:
        if not rows:
            return []
        field = rows[0]._meta.get_field(name)
        if isinstance(field, ManyToOneRel):
            return self._lower(rows, field, path, wanted)
        assert isinstance(field, ForeignKey)  # noqa: S101  # no path of ours leads otherwise
        return self._referred(rows, field, path, wanted)

    def _lower(
        self, rows: list[Any], rel: ManyToOneRel, path: str, wanted: QuerySet[Any] | None
    ) -> list[Any]:
        field, name = rel.field, str(rel.get_accessor_name())
        above = {row.pk: row for row in rows}
        lower = self._of_keys(f"{field.name}__in", above, path, lambda: _whole(rel, wanted))
        parts: defaultdict[int, list[Any]] = defaultdict(list)
        for one in lower:
            key = getattr(one, field.attname)
            parts[key].append(one)
            field.set_cached_value(one, above[key])
        for row in rows:
            part: _Part[Any] = _Part(rel.related_model)
            part.fill(rel, row.pk, parts[row.pk])
            row.__dict__.setdefault("_prefetched_objects_cache", {})[name] = part
        return lower

    def _referred(
        self, rows: list[Any], field: ForeignKey[Any], path: str, wanted: QuerySet[Any] | None
    ) -> list[Any]:
        keys = dict.fromkeys(
            key
            for row in rows
            if not field.is_cached(row) and (key := getattr(row, field.attname)) is not None
        )
        if keys:
            model: Any = field.related_model
            found = {
                one.pk: one
                for one in self._of_keys(
                    "pk__in",
                    keys,
                    path,
                    lambda: wanted if wanted is not None else model._default_manager.all(),
                )
            }
            for row in rows:
                if not field.is_cached(row):
                    field.set_cached_value(row, found.get(getattr(row, field.attname)))
        values = (field.get_cached_value(row, None) for row in rows)
        return list({id(one): one for one in values if one is not None}.values())

    def _of_keys(
        self, lookup: str, keys: Iterable[int], path: str, rows: Callable[[], QuerySet[Any]]
    ) -> list[Any]:
        kind = connection.vendor, path
        if kind not in self._made:
            self._made[kind] = _Statement(rows().filter(**{lookup: [_PLACES[0]]}))
        statement, keys = self._made[kind], list(keys)
        ((head, tail),) = [statement.sql.split(" IN (%s)")]
        at = statement.parameters.index(_PLACES[0])
        parameters = (*statement.parameters[:at], *keys, *statement.parameters[at + 1 :])
        return statement.rows(f"{head} IN ({', '.join(['%s'] * len(keys))}){tail}", parameters)


class _Statement(Generic[M]):
    """A row set in SQL, with what Django found out about its columns on the way."""

    def __init__(self, rows: QuerySet[M]) -> None:
        self._compiler: Any = rows.query.get_compiler(connection.alias)
        self.sql, parameters = self._compiler.as_sql()
        self.parameters: tuple[Any, ...] = tuple(parameters)
        self._columns = [one[0] for one in self._compiler.select[: self._compiler.col_count]]
        self._compiler.connection = None  # it belongs to a thread, which may end; all else to all of them
        made = self._compiler
        self._shape: _Shape[M] = _Shape(made.klass_info, made.select, made.annotation_col_map or {})

    def rows(self, sql: str, parameters: Sequence[Any]) -> list[M]:
        """The rows of these parameters (1 query), as Django would have made them."""
        compiler = copy(self._compiler)
        compiler.connection = mine = connections[connection.alias]
        compiler.as_sql = lambda *_, **__: (sql, tuple(parameters))
        converters = vars(mine).setdefault("prepared_converters", {})
        if self not in converters:
            converters[self] = compiler.get_converters(self._columns)
        compiler.get_converters = lambda _: converters[self]
        if (answered := _ANSWERED.get()) is not None:
            compiler.execute_sql = self._once(compiler.execute_sql, answered, (sql, *parameters))
        return [self._shape.row(one, mine.alias) for one in compiler.results_iter(compiler.execute_sql())]

    @staticmethod
    def _once(ask: Callable[..., Any], answered: _Answers, question: Any) -> Callable[..., Any]:
        def once(**how: Any) -> list[Any]:
            if question not in answered:
                rows = [list(part) for part in ask(**how) or ()]
                answered[question] = rows  # after the asking: what is asked may forget
            answered.told({question: answered[question]})
            return answered[question]

        return once


class _Shape(Generic[M]):
    """Which columns of an answer are those of a row, and which of the rows that it points at (``select_related``):
    Django finds that out again for each answer, and then makes rows as if somebody had called for them.

    ``others`` are columns that belong to no table, by their names (``annotate``).
    """

    def __init__(self, info: Any, select: Sequence[Any], others: Mapping[str, int]) -> None:
        columns = info["select_fields"]
        self._model: Any = info["model"]
        self._from, self._to = columns[0], columns[-1] + 1
        if list(columns) != list(range(self._from, self._to)):
            raise ValueError(f"{self._model.__name__}: a row of several tables")
        self._names = [select[at][0].target.attname for at in columns]
        self._others = tuple(others.items())
        self._key = self._from + self._names.index(self._model._meta.pk.attname)
        # Where a column is left out, and of a model that does something else when a row is made, Django makes it.
        self._plain = (
            self._names == [field.attname for field in self._model._meta.concrete_fields]
            and self._model.from_db.__func__ is Model.from_db.__func__  # type: ignore[attr-defined]
            and self._model.__init__ is Model.__init__
            and not any(signal.has_listeners(self._model) for signal in (pre_init, post_init))
        )
        self._below = [
            (_Shape[Any](one, select, {}), one["local_setter"], one["remote_setter"])
            for one in info.get("related_klass_infos", ())
        ]

    def row(self, answer: Sequence[Any], database: str) -> M:
        """The row of one line of the answer."""
        values = answer[self._from : self._to]
        if self._plain:
            row = self._model.__new__(self._model)
            state = ModelState()
            state.db, state.adding = database, False
            own = vars(row)
            own["_state"] = state
            own.update(zip(self._names, values, strict=True))
        else:
            row = self._model.from_db(database, self._names, values)
        for shape, put, put_back in self._below:
            other = None if answer[shape._key] is None else shape.row(answer, database)
            put(row, other)
            if other is not None:
                put_back(other, row)
        for name, at in self._others:
            setattr(row, name, answer[at])
        return row


class _Part(QuerySet[M]):
    """The rows below one row, at hand; asked for others of them it asks the database."""

    def fill(self, rel: ManyToOneRel, above: int, rows: list[M]) -> None:
        """These are the rows."""
        self._rel, self._above = rel, above
        self._result_cache, self._prefetch_done = rows, True

    def _chain(self) -> Any:
        rows = _whole(self._rel, None).filter(**{self._rel.field.name: self._above})
        return rows._chain()  # type: ignore[attr-defined]


def _ways(path: str | Prefetch[Any]) -> Iterator[tuple[str, QuerySet[Any] | None]]:
    """Of a path those to take: itself, and behind it those of the rows that it asks for."""
    if isinstance(path, str):
        yield path, None
        return
    rows: Any = path.queryset
    yield path.prefetch_to, rows
    for further in rows._prefetch_related_lookups if rows is not None else ():
        for way, wanted in _ways(further):
            yield f"{path.prefetch_to}__{way}", wanted


def _whole(rel: ManyToOneRel, wanted: QuerySet[Any] | None) -> QuerySet[Any]:
    model: Any = rel.related_model
    return wanted if wanted is not None else ordered_below(model._default_manager.all(), rel.field.name)


def _places_of(numbers: Sequence[int | str]) -> Sequence[int]:
    if len(numbers) > len(_PLACES):
        raise ValueError(f"{len(numbers)} numbers, but {len(_PLACES)} places")
    return _PLACES[: len(numbers)]


def _of(numbers: Sequence[int | str], parameters: Iterable[Any]) -> list[Any]:
    # A column of texts takes the place as a text.
    places: dict[Any, int | str] = {
        str(place) if isinstance(one, str) else place: one
        for place, one in zip(_PLACES, numbers, strict=False)
    }
    return [places.get(one, one) for one in parameters]
