"""Reads that span models, for pages. Each says how many queries it makes; none depends on the number of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import reduce
from operator import itemgetter, or_
from typing import Any, Final

from django.db.models import CharField, Count, Exists, F, Model, OuterRef, Q, Value
from django.db.models.functions import Coalesce

from kecamatan.ground.prepared import Prepared
from kecamatan.models import (
    ButirProfil,
    DasarHukumProfil,
    FaktaProfil,
    Kabupaten,
    Kecamatan,
    KomposisiSDM,
    ProfilKecamatan,
)
from sakip import models as m
from sakip.querysets import of_year
from sakip.records.iku.of_year import iku_of_year

#: Which record makes which document of a year, by the document's code, and on which condition. Two models may stand
#: behind one. A PK that a later report merely quotes is no document of its year.
RECORDER: Final[tuple[tuple[str, type[Model], Q], ...]] = (
    ("profil", ProfilKecamatan, Q()),
    ("profil", KomposisiSDM, Q()),
    ("iku", m.KeputusanIKU, Q()),
    ("rkt", m.RKT, Q()),
    ("pk", m.PerjanjianKinerja, Q(dikutip=False)),
    ("rencana-aksi", m.RencanaAksi, Q()),
    ("realisasi", m.Realisasi, Q()),
    ("anggaran", m.Anggaran, Q()),
)

#: Values of earlier years are recorded beside this year's to be compared with; alone they make no year of work.
NO_MARKERS: Final = frozenset({"realisasi"})

#: Rows that may have been copied from another year or document, by the code of the page on which they stand.
REVIEWABLE: Final[tuple[tuple[str, type[Model]], ...]] = (
    ("profil", ProfilKecamatan),
    ("profil", DasarHukumProfil),
    ("profil", ButirProfil),
    ("profil", FaktaProfil),
    ("renstra", m.Renstra),
    ("iku", m.BarisIKU),
    ("iku", m.ButirIKU),
    ("iku", m.MengingatIKU),
    ("rkt", m.SasaranRKT),
    ("rkt", m.BarisRKT),
    ("rkt", m.IndikatorBarisRKT),
    ("pk", m.BarisPK),
    ("pk", m.AnggaranPK),
    ("pk-berjenjang", m.PKUnit),
    ("pk-berjenjang", m.BarisPKUnit),
    ("pk-berjenjang", m.IKI),
    ("rencana-aksi", m.BarisRencanaAksi),
    ("anggaran", m.Anggaran),
    ("sarana-prasarana", m.SaranaPrasarana),
    ("lintas-sektor", m.LintasSektor),
)

KecamatanTahun = tuple[int, int]
"""Primary key of the Kecamatan, and the year."""


def recorded_dokumen(kecamatan: Collection[int]) -> dict[KecamatanTahun, frozenset[str]]:
    """Codes of the documents that are recorded in these kecamatan, a page of them, by kecamatan and year (2 queries).

    A year appears with its first document of its own; a Renstra or a SK IKU, which span years, and values of earlier
    years do not make one.
    """
    recorded: defaultdict[KecamatanTahun, set[str]] = defaultdict(set)
    for pk, tahun, kode in _asked(_RECORDED, kecamatan):
        recorded[pk, tahun].add(kode)
    present = {place: kode for place, kode in recorded.items() if kode - NO_MARKERS}
    for place, kode in _over_years(kecamatan):
        if place in present:
            present[place].add(kode)
    return {place: frozenset(kode) for place, kode in present.items()}


def recorded_years(*, kecamatan: Kecamatan) -> list[int]:
    """Years of which the kecamatan has records of its own, first to last (1 query)."""
    return sorted(tahun for (tahun,) in _RECORDED_YEARS.tuples(kecamatan.pk))


def recorded_years_of_kabupaten(kabupaten: Kabupaten) -> list[int]:
    """Years of which any of its kecamatan has, first to last (1 query)."""
    return sorted(tahun for (tahun,) in _YEARS_OF_KABUPATEN.tuples(kabupaten.pk))


def _years(**place: int) -> Any:
    first, *others = (
        model._default_manager.filter(condition, **place)
        .order_by()
        .values_list("tahun", flat=True)
        .distinct()
        for kode, model, condition in RECORDER
        if kode not in NO_MARKERS
    )
    return first.union(*others)


_RECORDED_YEARS: Final = Prepared(lambda pk: _years(kecamatan=pk))
_YEARS_OF_KABUPATEN: Final = Prepared(lambda pk: _years(kecamatan__kabupaten=pk))


def not_reviewed(*, kecamatan: Kecamatan, tahun: int) -> dict[str, int]:
    """How many copied rows nobody has confirmed yet, by the code of their page, in its order (1 query).

    Of a SK IKU that counts over years they wait in each of them.
    """
    results: defaultdict[str, int] = defaultdict(int)
    for kode, jumlah in _NOT_REVIEWED.tuples(kecamatan.pk, tahun):
        results[kode] += jumlah
    return {kode: results[kode] for kode, _ in REVIEWABLE if results[kode]}


def _waiting(kecamatan: int, tahun: int) -> Any:
    place = Kecamatan(pk=kecamatan)
    decision = iku_of_year(place, tahun).values("pk")[:1]
    first, *others = (
        _pending(
            kode,
            model._default_manager.filter(keputusan__in=decision)
            if kode == "iku"
            else of_year(model, place, tahun),
        )
        for kode, model in REVIEWABLE
    )
    return first.union(*others, all=True)


_NOT_REVIEWED: Final = Prepared(_waiting)


def unread_dokumen(kecamatan: Collection[int]) -> dict[KecamatanTahun, frozenset[str]]:
    """Codes of the documents with copied rows that nobody has confirmed yet, by kecamatan and year (2 queries)."""
    unread: defaultdict[KecamatanTahun, set[str]] = defaultdict(set)
    for pk, tahun, kode in _asked(_UNREAD, kecamatan):
        unread[pk, tahun].add(kode)
    for (place, kode), waits in _over_years(kecamatan).items():
        if waits:
            unread[place].add(kode)
    return {place: frozenset(kode) for place, kode in unread.items()}


def _over_years(kecamatan: Collection[int]) -> dict[tuple[KecamatanTahun, str], bool]:
    """Every year of what counts over years, with its code, and whether copies in it wait to be confirmed (1 query).

    Of a year counts every Renstra that covers it, and the SK IKU that began last.
    """
    found: dict[tuple[KecamatanTahun, str], bool] = {}
    for pk, start, end, kode, waits in sorted(_asked(_COUNTING, kecamatan), key=itemgetter(1)):
        for tahun in range(start, end + 1):
            place = (pk, tahun), kode
            found[place] = bool(waits) or (kode == "renstra" and found.get(place, False))
    return found


def _counting(*kecamatan: int) -> Any:
    listed = (m.BarisIKU, m.ButirIKU, m.MengingatIKU)
    waiting: Any = reduce(
        or_, (Exists(row.objects.filter(keputusan=OuterRef("pk"), ditinjau=False)) for row in listed)
    )
    plans, decisions = (
        model.objects.filter(kecamatan__in=kecamatan)
        .order_by()
        .annotate(dari=F(first), hingga=last, tunggu=waits)
        .annotate(kunci_dokumen=Value(kode, output_field=CharField()))
        .values_list("kecamatan_id", "dari", "hingga", "kunci_dokumen", "tunggu")
        for kode, model, first, last, waits in (
            ("renstra", m.Renstra, "tahun_awal", F("tahun_akhir"), Q(ditinjau=False)),
            ("iku", m.KeputusanIKU, "tahun", Coalesce("berlaku_sampai", "tahun"), waiting),
        )
    )
    return plans.union(decisions, all=True)


def _pending(kode: str, row: Any) -> Any:
    return (
        row.filter(ditinjau=False)
        .order_by()
        .annotate(kunci_dokumen=Value(kode, output_field=CharField()))
        .values("kunci_dokumen")
        .annotate(jumlah=Count("pk"))
        .values_list("kunci_dokumen", "jumlah")
    )


def _row(kecamatan: Collection[int], kode: str, model: Any, condition: Q) -> Any:
    """Kecamatan, year and code of every row of the model, each once."""
    return (
        model.objects.filter(condition, **{f"{model.kecamatan_path}__in": kecamatan})
        .order_by()
        .annotate(
            kunci_kecamatan=F(f"{model.kecamatan_path}_id"),
            kunci_tahun=F(model.tahun_path),
            kunci_dokumen=Value(kode, output_field=CharField()),
        )
        .values_list("kunci_kecamatan", "kunci_tahun", "kunci_dokumen")
        .distinct()
    )


def _rows(kecamatan: Collection[int], recorders: Iterable[tuple[str, type[Model], Q]]) -> Any:
    first, *others = (_row(kecamatan, *recorder) for recorder in recorders)
    return first.union(*others)


def _asked(prepared: Prepared, kecamatan: Collection[int]) -> list[tuple[Any, ...]]:
    return prepared.tuples(*kecamatan) if kecamatan else []


_RECORDED: Final = Prepared(lambda *kecamatan: _rows(kecamatan, RECORDER))
_UNREAD: Final = Prepared(
    lambda *kecamatan: _rows(
        kecamatan,
        [(kode, model, Q(ditinjau=False)) for kode, model in REVIEWABLE if kode not in {"renstra", "iku"}],
    )
)
_COUNTING: Final = Prepared(_counting)
