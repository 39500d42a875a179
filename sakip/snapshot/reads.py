"""What a pure function read of frozen inputs, so that what it made holds for as long as that is the same.

After one edit nearly everything that is made of a year is what it was. Which rule and which part of a document the edit
can reach is not listed anywhere, as such a list would grow old: a function is given a *view* of its input, which looks
and works like it, and notes every field that is read through it with what stood there. What the function made is handed
out again while all that it read says the same; a function that is pure then makes the same again.

A view is of use only while its function runs. Whoever keeps one and reads it later is told so at once, as what is read
then would be noted nowhere.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass, replace
from functools import cache, wraps
from threading import Lock
from typing import Any, Final, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
C = TypeVar("C", bound=type[Any])

Path = tuple[str | int, ...]
"""Through which fields, and which places of the tuples that they hold."""

Read = tuple[int, Path, str, tuple[Any, ...] | None]
"""Of which argument, by which path, what was read; of a method that is asked, with what it was asked."""

#: So many things that one function made are kept: a few years, and what they were before the last edits.
MOST: Final = 12

#: The same of each part of them.
MOST_PARTS: Final = 40 * MOST

_VIEWS: Final[dict[type[Any], type[Any]]] = {}
_OF_VIEWS: Final[set[type[Any]]] = set()
_SEEN: Final = "_seen"
#: A method was asked without any argument.
_NOTHING: Final[tuple[Any, ...]] = ((), ())


class Log:
    """What was read of the arguments of one call, with what stood there."""

    __slots__ = ("open", "reads", "views")

    def __init__(self) -> None:
        self.reads: dict[Read, Any] = {}
        self.views: dict[tuple[int, Path], Any] = {}
        self.open = True

    def note(self, read: Read, value: Any) -> None:
        """It was read."""
        if not self.open:
            raise RuntimeError(f"{read[2]!r} dibaca sesudah yang membacanya selesai")
        self.reads.setdefault(read, value)


def viewed(shape: C) -> C:
    """Let a frozen dataclass be given to functions as a view; a field that holds another such is a view as well, and
    of a tuple of such each: then it was read how many there are."""
    names = frozenset(f.name for f in fields(shape))
    asked = frozenset(name for name, own in vars(shape).items() if getattr(own, "asked_whole", False))
    look = object.__getattribute__

    def read(self: Any, name: str) -> Any:
        if name not in names and name not in asked:
            return look(self, name)
        own, log, at, path = look(self, _SEEN)
        value = getattr(own, name)
        if name in asked:

            def answer(*about: Any, **none: Any) -> Any:
                said = value(*about, **none)
                log.note((at, path, name, (about, tuple(none.items()))), said)
                return said

            return answer
        if type(value) in _VIEWS:
            return _view(value, log, at, (*path, name))
        if type(value) is tuple and value and type(value[0]) in _VIEWS:
            log.note((at, (*path, name), "__len__", _NOTHING), len(value))
            return tuple(_view(one, log, at, (*path, name, place)) for place, one in enumerate(value))
        log.note((at, path, name, None), value)
        return value

    view = type(shape.__name__, (shape,), {"__slots__": (_SEEN,), "__getattribute__": read})
    _VIEWS[shape] = view
    _OF_VIEWS.add(view)
    return shape


def asked_whole(method: Callable[P, R]) -> Callable[P, R]:
    """Let a method of a viewed dataclass be noted by its answer, not by all that it looks through for it."""
    method.asked_whole = True  # type: ignore[attr-defined]
    return method


def _view(own: Any, log: Log, at: int, path: Path = ()) -> Any:
    """The view of what is found there: the same each time, as it may be asked whether two are one."""
    view = log.views.get((at, path))
    if view is None:
        view = log.views[at, path] = object.__new__(_VIEWS[type(own)])
        object.__setattr__(view, _SEEN, (own, log, at, path))
    return view


def _behind(value: Any) -> tuple[Any, Log, int, Path] | None:
    """What stands behind a view; None for anything else."""
    if type(value) not in _OF_VIEWS:
        return None
    seen: tuple[Any, Log, int, Path] = object.__getattribute__(value, _SEEN)
    return seen


def whole(value: T) -> T:
    """What stands behind a view, for who keeps it and reads it later: all of it was read."""
    seen = _behind(value)
    if seen is None:
        return value
    own: T
    own, log, at, path = seen
    if not path or isinstance(path[-1], int):
        raise ValueError("yang diberikan sendiri tidak dapat disimpan oleh yang membacanya")
    log.note((at, path[:-1], path[-1], None), own)
    return own


def shape_of(value: object) -> type[Any]:
    """Of which dataclass it is, also where it is given as a view."""
    seen = _behind(value)
    return type(value) if seen is None else type(seen[0])


def observed(make: Callable[..., R], *about: Any) -> tuple[R, dict[Read, Any]]:
    """What it makes, which must not be something that reads on later, and what it read of its arguments."""
    log = Log()
    return _made(make, about, log), log.reads


def _made(make: Callable[..., R], about: tuple[Any, ...], log: Log, **none: Any) -> R:
    try:
        views = (_view(one, log, at) if type(one) in _VIEWS else one for at, one in enumerate(about))
        return make(*views, **none)
    finally:
        log.open = False


def holds(reads: dict[Read, Any], about: tuple[Any, ...], *, besides: frozenset[str] = frozenset()) -> bool:
    """Whether all that was read then says the same of these arguments, ``besides`` fields of these names.

    What says the same is remembered by the object that says it now, so that it is compared in full once.
    """
    for read, value in reads.items():
        at, path, name, asked = read
        if name in besides and not path:
            continue
        own = about[at]
        for step in path:
            own = own[step] if isinstance(step, int) else getattr(own, step)
        if own is None:
            return False
        now = getattr(own, name)
        if asked is not None:
            now = now(*asked[0], **dict(asked[1]))
        if now is not value:
            if not same(now, value):
                return False
            reads[read] = now
    return True


def kept(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what a pure function made of its last arguments, each as long as what was read of it is the same.

    Arguments that are no views are told apart by which object they are, as values are compared as slowly as they are
    large, but for words and numbers.
    """
    return kept_for(MOST)(make)


def kept_for(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The same for so many things."""

    def keep(make: Callable[P, R]) -> Callable[P, R]:
        return _kept(make, most)

    return keep


class _Made(Generic[R]):
    """What a function made last, each with what was read for it; found by its arguments."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._of: dict[Hashable, deque[tuple[tuple[Any, ...], dict[Read, Any], R]]] = {}
        self._order: deque[Hashable] = deque()
        self._lock = Lock()

    def of(self, key: Hashable) -> tuple[tuple[tuple[Any, ...], dict[Read, Any], R], ...]:
        """Of these arguments, the newest first."""
        return tuple(self._of.get(key, ()))

    def keep(self, key: Hashable, own: tuple[Any, ...], reads: dict[Read, Any], result: R) -> None:
        """Keep one more, and let go of the oldest where there are too many."""
        with self._lock:
            self._of.setdefault(key, deque()).appendleft((own, reads, result))
            self._order.append(key)
            if len(self._order) > self._most:
                oldest = self._order.popleft()
                self._of[oldest].pop()
                if not self._of[oldest]:
                    del self._of[oldest]

    def clear(self) -> None:
        """Keep nothing any more."""
        with self._lock:
            self._of.clear()
            self._order.clear()


def _kept(make: Callable[P, R], most: int) -> Callable[P, R]:
    found = _Made[R](most)
    _EVERY.append(found)

    @wraps(make)
    def once(*about: P.args, **none: P.kwargs) -> R:
        seen = tuple(map(_behind, about))
        plain = tuple(one if view is None else view[0] for one, view in zip(about, seen, strict=True))
        # Of what is viewed only its shape is kept, with what was read.
        own = (*(type(one) if type(one) in _VIEWS else one for one in plain), *none.values())
        key = (*map(_mark, own), *none)
        for _, reads, result in found.of(key):
            if holds(reads, plain):
                _pass_on(reads, seen)
                return result
        log = Log()
        try:
            result = _made(make, plain, log, **none)
        finally:  # what it raises follows from what it read as well
            _pass_on(log.reads, seen)
        found.keep(key, own, log.reads, result)
        return result

    return once


def _mark(one: object) -> Hashable:
    """What tells an argument apart: its words or number, else which object it is, which is kept as long as this."""
    return one if isinstance(one, str | int) else (id(one),)


class Recent(Generic[T]):
    """Something for each of the ``most`` things that were asked about last."""

    def __init__(self, make: Callable[[], T], most: int) -> None:
        self._make, self._most = make, most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()
        _EVERY.append(self._kept)

    def of(self, *about: Hashable) -> T:
        """What there is of it, made the first time."""
        with self._lock:
            if about not in self._kept:
                self._kept[about] = self._make()
            self._kept.move_to_end(about)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
            return self._kept[about]


#: Whatever is kept, of any function.
_EVERY: Final[list[_Made[Any] | OrderedDict[Any, Any]]] = []


def forget() -> None:
    """Keep nothing any more; for tests, and to measure from nothing."""
    for one in _EVERY:
        one.clear()


def _pass_on(reads: dict[Read, Any], seen: tuple[tuple[Any, Log, int, Path] | None, ...]) -> None:
    """Whoever calls with a view has read what was read of it."""
    for (at, path, name, asked), value in reads.items():
        if (view := seen[at]) is not None:
            _, log, outer, above = view
            log.note((outer, (*above, *path), name, asked), value)


def same(one: Any, other: Any) -> bool:
    """Whether two frozen values say the same in every field, also in those that ``==`` passes over."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    shape: Any = type(one)
    if (names := field_names(shape)) is None:
        return bool(one == other)
    return all(same(getattr(one, name), getattr(other, name)) for name in names)


@cache
def field_names(shape: type[Any]) -> tuple[str, ...] | None:
    """Those of its fields, if it is a dataclass."""
    return tuple(f.name for f in fields(shape)) if is_dataclass(shape) else None


def settled(now: T, before: T) -> T:
    """The same as ``now``, of which everything that says what ``before`` said is the very object that said it: so that
    nobody compares it twice. Goes as deep as fields of dataclasses and places of tuples of one length; what was one
    object in several places stays one."""
    made: T = _settled(now, before, {})
    return made


def _settled(now: Any, before: Any, known: dict[tuple[int, int], Any]) -> Any:
    if now is before or type(now) is not type(before):
        return now
    if type(now) is tuple:
        if len(now) != len(before):
            return now
        places = tuple(_settled(new, old, known) for new, old in zip(now, before, strict=True))
        return before if all(map(_identical, places, before)) else places
    shape: Any = type(now)
    if (names := field_names(shape)) is None:
        return before if now == before else now
    if (pair := (id(now), id(before))) not in known:
        new = {name: _settled(getattr(now, name), getattr(before, name), known) for name in names}
        if all(one is getattr(before, name) for name, one in new.items()):
            known[pair] = before
        else:
            changes = {name: one for name, one in new.items() if one is not getattr(now, name)}
            known[pair] = replace(now, **changes) if changes else now
    return known[pair]


def _identical(one: object, other: object) -> bool:
    return one is other
