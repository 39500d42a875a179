"""What does not change while cells are typed, kept per process: the definitions that a year is measured by.

Somebody types a value into the grid and waits for what follows from it. The value is new; Renstra, PK, scales and
kebijakan are those of the cell before, and reading them is most of the wait. Each process keeps a few years of them, as
frozen dataclasses, with the *mark* of the trail at which they were read.

This never shows what is no longer so. Nothing that is kept changes without a line in the trail, written in the same
transaction (:mod:`kecamatan.ground.trail`), so whoever sees the change sees the line. Lines are only ever added, which
the database itself holds: of two views of the trail one contains the other, and with the same *number* of lines they
are the same. (The number of the last line would not do: on PostgreSQL a line with a lower number can be committed
later.) The mark is read from the database every time, in the view in which the rest is read, so it does not matter
which process wrote; and nothing is kept from inside a transaction that writes, which may be taken back. Who changes
rows past the program (SQL, a restored backup) restarts it.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Hashable
from functools import cache
from threading import Lock
from typing import Any, Final, Generic, Protocol, TypeVar

from django.db.models import Count

from kecamatan.ground.prepared import Prepared
from kecamatan.models import Jejak, Kabupaten, Kecamatan
from sakip import models as m
from sakip.snapshot import reads
from sakip.snapshot.build import build_definitions

#: What is measured, and said beside it: typing it changes no definition.
_MEASURED: Final = tuple(
    kind._meta.label_lower for kind in (m.Realisasi, m.RealisasiTujuan, m.BuktiDukung, m.KomentarRealisasi)
)

#: What several kecamatan share. Its lines stand under the kecamatan from whose page it was changed, or under none.
SHARED: Final = (
    *(k._meta.label_lower for k in (m.KebijakanPengukuran, m.Skala, m.KategoriSkala, Kabupaten)),
    "fixtures/contoh",
    "fixtures/referensi",
)

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Make(Protocol[T_co]):
    """Makes what is kept of a year."""

    def __call__(self, *, kecamatan: Kecamatan, tahun: int) -> T_co: ...


class Remake(Protocol[T]):
    """Makes it again of what it was: ``before``, as of the mark ``was``, now that the mark is ``now``."""

    def __call__(self, was: Any, before: T, now: Any, *, kecamatan: Kecamatan, tahun: int) -> T: ...


class Kept(Generic[T]):
    """What ``make`` made of a year, kept for the ``most`` years that were asked for last, while ``mark`` is the same.

    ``mark`` counts the lines of the trail that tell of whatever goes into it, for a kecamatan. Where the mark is
    another ``remake`` makes it of what was kept, at that mark, and of what changed since.
    """

    def __init__(
        self,
        make: Make[T],
        mark: Callable[[Kecamatan], Hashable],
        most: int,
        remake: Remake[T] | None = None,
    ) -> None:
        self._make, self._mark, self.most, self._remake = make, mark, most, remake
        self._kept: OrderedDict[tuple[int, int], tuple[Hashable, T]] = OrderedDict()
        self._lock = Lock()
        _EVERY.append(self)

    def __call__(self, *, kecamatan: Kecamatan, tahun: int, mark: Hashable = None) -> T:
        """What is kept, where the trail says that it still holds, else what is made now.

        Only inside :func:`sakip.snapshot.one_moment.at_one_moment` that opened its own view (it then gives True).
        ``mark`` is given where whoever asks has read it already: before this view, never after it, so that what is
        written between both makes what is kept old, not current.
        """
        place, mark = (kecamatan.pk, tahun), mark or self._mark(kecamatan)
        with self._lock:
            found = self._kept.get(place)
            if found is not None and found[0] == mark:
                self._kept.move_to_end(place)
                return found[1]
        if found is None or self._remake is None:
            made = self._make(kecamatan=kecamatan, tahun=tahun)
        else:
            made = self._remake(*found, mark, kecamatan=kecamatan, tahun=tahun)
        with self._lock:
            self._kept[place] = mark, made
            self._kept.move_to_end(place)
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return made

    def forget(self) -> None:
        """Keep nothing any more."""
        with self._lock:
            self._kept.clear()


_EVERY: Final[list[Kept[Any]]] = []


def forget() -> None:
    """Keep nothing any more; for tests, which take rows back together with their trail."""
    for one in _EVERY:
        one.forget()
    reads.forget()


def trail_lines(kecamatan: Kecamatan, *, besides: Collection[str] = (), shared: Collection[str]) -> int:
    """How many lines of the trail are of the kecamatan, ``besides`` those of these kinds, or of a ``shared`` kind
    (1 query, answered from indexes alone)."""
    return _lines(tuple(besides), tuple(shared)).count(kecamatan.pk)


@cache
def _lines(besides: tuple[str, ...], shared: tuple[str, ...]) -> Prepared:
    def rows(kecamatan: int) -> Any:
        own = Jejak.objects.filter(kecamatan=kecamatan).exclude(objek_jenis__in=besides)
        others = Jejak.objects.filter(objek_jenis__in=shared)  # some are counted twice, now as then
        return own.order_by().values("pk").union(others.order_by().values("pk"), all=True)

    return Prepared(rows)


def trail_lines_by_kind(
    kecamatan: Kecamatan, *, besides: Collection[str] = (), shared: Collection[str]
) -> frozenset[tuple[str, int]]:
    """The same lines counted by the kind that they tell of (1 query)."""
    counted = Counter[str]()
    for kind, lines in _by_kind(tuple(besides), tuple(shared)).tuples(kecamatan.pk):
        counted[kind] += lines
    return frozenset(counted.items())


@cache
def _by_kind(besides: tuple[str, ...], shared: tuple[str, ...]) -> Prepared:
    def rows(kecamatan: int) -> Any:
        own = Jejak.objects.filter(kecamatan=kecamatan).exclude(objek_jenis__in=besides)
        others = Jejak.objects.filter(objek_jenis__in=shared)
        by_kind = [q.order_by().values_list("objek_jenis").annotate(Count("pk")) for q in (own, others)]
        return by_kind[0].union(by_kind[1], all=True)

    return Prepared(rows)


def _mark(kecamatan: Kecamatan) -> int:
    return trail_lines(kecamatan, besides=_MEASURED, shared=SHARED)


#: As :func:`sakip.snapshot.build.build_definitions`, of which a year with 60 indikator takes about a megabyte.
kept_definitions: Final = Kept(build_definitions, _mark, most=24)
