"""Marks of the trail: whether what was made of the records of a kecamatan still holds (:mod:`sakip.snapshot.kept` says
why a number of lines is one).

A review asks also what lies around the kecamatan (:mod:`reports.review.around`): names of its neighbours and their
texts, of which a copy is told. So it has a mark of its own, which counts their lines as well. The day and the version
of the program are part of both: a term of office ends and a rule is changed without a line in the trail.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from django.conf import settings
from django.db.models import Count, Q, Value
from django.utils import timezone

from kecamatan.ground.prepared import Prepared
from kecamatan.models import DesaKelurahan, Jejak, Kabupaten, Kecamatan, Peraturan
from reports.models import (
    Laporan,
    Narasi,
    PengaturanDokumen,
    Permintaan,
    Singkatan,
    SusunanLaporan,
    TeksBaku,
)
from reports.pages.kept import SHARED
from sakip import models as m
from sakip.snapshot.kept import trail_lines_by_kind

#: What a review asks of what several kecamatan share, besides what the documents are made of.
COUNTED: Final = (
    *SHARED,
    *(
        kind._meta.label_lower
        for kind in (
            PengaturanDokumen,
            SusunanLaporan,
            Singkatan,
            TeksBaku,
            m.VersiNomenklatur,
            m.Program,
            m.Kegiatan,
            m.SubKegiatan,
        )
    ),
)

#: What it asks of the areas of the kabupaten, and with their texts of the neighbours.
AREAS: Final = tuple(kind._meta.label_lower for kind in (Kecamatan, DesaKelurahan))
NEAR: Final = (Narasi._meta.label_lower, *AREAS)

#: What surrounds a kecamatan of all that several share: nothing that says who holds an office.
_REFERENCE: Final = (
    "fixtures/contoh",
    "fixtures/referensi",
    *(
        kind._meta.label_lower
        for kind in (
            Kabupaten,
            Peraturan,
            m.Skala,
            m.KategoriSkala,
            m.VersiNomenklatur,
            m.Program,
        )
    ),
)

_REPORT: Final = Laporan._meta.label_lower

#: Talk about the documents, of which nothing is made: thirty kecamatan that are asked for something need not be worked
#: out anew.
UNCOUNTED: Final = (Permintaan._meta.label_lower,)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a kecamatan: of what is recorded there, with that of what lies around it, with that of the reports
    of its neighbours, of which the signed ones stand behind the medians that it prints; of what lies around any
    of its years (:func:`reports.review.around.beyond`); and of the texts of the whole kabupaten."""

    own: str
    around: str
    beside: str
    beyond: str
    texts: str


@cache
def program_version() -> str:
    """The version of the program, of which what was kept by another may be of another shape."""
    text = (settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8")
    version: str = tomllib.loads(text)["project"]["version"]
    return version


def read_marks(kecamatan: Sequence[int]) -> dict[int, Marks]:
    """The marks as they are now of all the kecamatan of a kabupaten, by their number (2 queries)."""
    counted = {
        pk: numbers
        for first in range(0, len(kecamatan), _AT_ONCE)
        for pk, *numbers in _LINES.tuples(*kecamatan[first : first + _AT_ONCE])
    }
    near, reports, areas = (sum(numbers[at] for numbers in counted.values()) for at in (1, 2, 3))
    shared, reference = next(iter(_COMMON.tuples()), (0, 0))
    today = f"{program_version()} {timezone.localdate()}"
    always, around = f"{today} {shared}", f"{today} {reference}"
    owns = {pk: f"{always} {counted.get(pk, (0,))[0]}" for pk in kecamatan}
    return {
        pk: Marks(own, f"{own} {near}", f"{own} {reports}", f"{around} {areas}", f"{around} {near}")
        for pk, own in owns.items()
    }


#: So many kecamatan are asked for at once: more than any kabupaten has.
_AT_ONCE: Final = 100

_LINES: Final = Prepared(
    lambda *kecamatan: (
        Jejak.objects.filter(kecamatan__in=kecamatan)
        .exclude(objek_jenis__in=UNCOUNTED)
        .order_by()
        .values_list("kecamatan")
        .annotate(
            own=Count("*"),
            near=Count("objek_jenis", filter=Q(objek_jenis__in=NEAR)),
            reports=Count("objek_jenis", filter=Q(objek_jenis=_REPORT)),
            areas=Count("objek_jenis", filter=Q(objek_jenis__in=AREAS)),
        )
    )
)
_COMMON: Final = Prepared(
    lambda: (
        Jejak.objects.filter(objek_jenis__in=COUNTED)
        .order_by()
        .values(every=Value(1))
        .annotate(shared=Count("*"), reference=Count("objek_jenis", filter=Q(objek_jenis__in=_REFERENCE)))
        .values_list("shared", "reference")
    )
)
_OF_KABUPATEN: Final = Prepared(
    lambda kabupaten: Kecamatan.objects.filter(kabupaten=kabupaten).order_by().values_list("pk")
)


@dataclass(frozen=True, slots=True)
class RecordMark:
    """The mark of what is recorded in a kecamatan: on which day, and the lines of the trail by the kind of record."""

    always: str
    lines: frozenset[tuple[str, int]]

    def changed_since(self, other: RecordMark) -> frozenset[str] | None:
        """The kinds of record that were written since; None where something else may differ as well."""
        if self.always != other.always:
            return None
        return frozenset(kind for kind, _ in self.lines ^ other.lines)


def record_mark(kecamatan: Kecamatan, *, besides: Collection[str]) -> RecordMark:
    """The mark of what is recorded there, besides these kinds (1 query)."""
    lines = trail_lines_by_kind(kecamatan, besides=besides, shared=COUNTED)
    return RecordMark(f"{program_version()} {timezone.localdate()}", lines)


def marks_of(kecamatan: Kecamatan) -> Marks:
    """The marks as they are now of one kecamatan (3 queries)."""
    return read_marks([pk for (pk,) in _OF_KABUPATEN.tuples(kecamatan.kabupaten_id)])[kecamatan.pk]
