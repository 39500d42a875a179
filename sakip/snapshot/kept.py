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

from collections import OrderedDict
from threading import Lock
from typing import Final

from kecamatan.models import Jejak, Kabupaten, Kecamatan
from sakip import models as m
from sakip.snapshot.build import build_definitions
from sakip.snapshot.types import Snapshot

#: How many kecamatan-years a process keeps; the one that was not asked for longest goes first. A year with 60 indikator
#: takes about a megabyte.
MOST: Final = 24

#: What is measured, and said beside it: typing it changes no definition.
_MEASURED: Final = tuple(kind._meta.label_lower for kind in (m.Realisasi, m.BuktiDukung, m.KomentarRealisasi))

#: What several kecamatan share. Its lines stand under the kecamatan from whose page it was changed, or under none.
_SHARED: Final = (
    *(k._meta.label_lower for k in (m.KebijakanPengukuran, m.Skala, m.KategoriSkala, Kabupaten)),
    "fixtures/contoh",
    "fixtures/referensi",
)

_kept: OrderedDict[tuple[int, int], tuple[int, Snapshot]] = OrderedDict()
_lock = Lock()


def kept_definitions(*, kecamatan: Kecamatan, tahun: int) -> Snapshot:
    """As :func:`sakip.snapshot.build.build_definitions`, kept from the last time where the trail says that it still
    holds (1 query).

    Only inside :func:`sakip.snapshot.one_moment.at_one_moment` that opened its own view (it then gives True).
    ``kecamatan`` needs its kabupaten.
    """
    place, mark = (kecamatan.pk, tahun), _mark(kecamatan)
    with _lock:
        found = _kept.get(place)
        if found is not None and found[0] == mark:
            _kept.move_to_end(place)
            return found[1]
    snapshot = build_definitions(kecamatan=kecamatan, tahun=tahun)
    with _lock:
        _kept[place] = mark, snapshot
        _kept.move_to_end(place)
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return snapshot


def forget() -> None:
    """Keep nothing any more; for tests, which take rows back together with their trail."""
    with _lock:
        _kept.clear()


def _mark(kecamatan: Kecamatan) -> int:
    """How many lines of the trail tell of what is kept for the kecamatan (1 query, answered from indexes alone)."""
    own = Jejak.objects.filter(kecamatan=kecamatan).exclude(objek_jenis__in=_MEASURED)
    shared = Jejak.objects.filter(objek_jenis__in=_SHARED)  # some are counted twice, now as then
    return own.order_by().values("pk").union(shared.order_by().values("pk"), all=True).count()
