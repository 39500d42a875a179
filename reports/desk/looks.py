"""Until where a person has looked at what changed in a year.

Only who says so has looked: a page that was opened and put away again has not been read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import F, Q, Value, Window
from django.db.models.functions import Lag
from django.utils import timezone

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import LastLook

#: No act takes longer: a number that is missing among older lines was given up, and never comes.
_LONGEST: Final = timedelta(days=1)

#: More gaps than these are one: what lies between is shown again.
_MOST_GAPS: Final = 100

_WRITTEN: Final = re.compile(r"[0-9]{1,18}(?: [0-9]{1,18}-[0-9]{1,18})*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mark:
    """What of the trail was there: the lines up to the number ``until``, but for those of the ``gaps`` (the first and
    the last number of each).

    PostgreSQL gives a line its number when it is written, and shows it when its act is done: of two acts the one that
    began first may end last, and its lines, with the lower numbers, come after somebody has looked.
    """

    until: int = 0
    gaps: tuple[tuple[int, int], ...] = ()

    def __str__(self) -> str:
        return " ".join([str(self.until), *(f"{first}-{last}" for first, last in self.gaps)])

    @property
    def after(self) -> Q:
        """The lines that were not there."""
        found = Q(pk__gt=self.until)
        for first, last in self.gaps:
            found |= Q(pk__range=(first, last))
        return found


def mark_now() -> Mark:
    """What of the trail is there now; what is read after this call holds at least as much (3 queries)."""
    until = Jejak.objects.order_by("-pk").values_list("pk", flat=True).first()
    if until is None:
        return Mark()
    older = Jejak.objects.filter(waktu__lte=timezone.now() - _LONGEST).order_by("-waktu", "-pk")
    settled = older.values_list("pk", flat=True).first() or 0
    recent = Jejak.objects.filter(pk__gt=settled, pk__lte=until).order_by("pk")
    lag = Window(Lag("pk", default=Value(settled)), order_by="pk")
    before = recent.annotate(before=lag).filter(before__lt=F("pk") - 1)
    gaps = [(low + 1, high - 1) for low, high in before.values_list("before", "pk")]
    if len(gaps) > _MOST_GAPS:
        first = gaps[: 1 - _MOST_GAPS]
        gaps = [(first[0][0], first[-1][1]), *gaps[1 - _MOST_GAPS :]]
    return Mark(until, tuple(gaps))


def read_mark(text: str) -> Mark | None:
    """A mark as a page wrote it with ``str()``; None of what is none."""
    if not _WRITTEN.fullmatch(text):
        return None
    until, *gaps = text.split(" ")
    pairs = (gap.partition("-") for gap in gaps[:_MOST_GAPS])
    return Mark(int(until), tuple((int(first), int(last)) for first, _, last in pairs))


def last_look(*, pengguna: Pengguna, kecamatan: Kecamatan, tahun: int) -> LastLook | None:
    """The last look of that person, None who never looked (1 query)."""
    return LastLook.objects.for_kecamatan(kecamatan).for_tahun(tahun).filter(pengguna=pengguna).first()


def mark_of(look: LastLook) -> Mark:
    """What was there at that look."""
    return Mark(look.jejak, tuple((first, last) for first, last in look.celah))


@transaction.atomic
def looked(*, pengguna: Pengguna, kecamatan: Kecamatan, tahun: int, mark: Mark) -> None:
    """Keep that the person has looked at everything that was there at that mark; never at less than before. A number
    that no line has keeps nothing."""
    if not Jejak.objects.filter(pk=mark.until).exists():
        return
    kept = {"jejak": mark.until, "celah": list(mark.gaps), "waktu": timezone.now()}
    one, new = LastLook.objects.get_or_create(
        pengguna=pengguna, kecamatan=kecamatan, tahun=tahun, defaults=kept
    )
    if not new and mark_of(one) != mark:  # pressed twice it is kept once
        LastLook.objects.filter(pk=one.pk, jejak__lte=mark.until).update(**kept)
