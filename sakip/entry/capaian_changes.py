"""What another rumus, kind of value, scale, target or kebijakan does to capaian that were measured already.

Asked before it is written, at the form and in the preview of a workbook: the same realisasi are measured by what was
recorded and by what would be, so that a value that comes along counts on neither side.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any, Final

from django.db.models import Model, Q, QuerySet

from kecamatan.ground.prepared import row_of_number
from kecamatan.models import Kecamatan
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute_indikator
from sakip.capaian.results import Capaian, IndikatorResult
from sakip.capaian.values import Keadaan
from sakip.entry.lock import signed_years
from sakip.models import (
    BarisPK,
    Indikator,
    IndikatorTujuan,
    KebijakanPengukuran,
    Realisasi,
    RealisasiTujuan,
    Renstra,
    RenstraBerlaku,
    TargetRenstra,
    TargetTujuan,
)
from sakip.records.realisasi.freeze import realisasi_rows, realisasi_tujuan_rows
from sakip.snapshot.build import build_definitions, with_realisasi
from sakip.snapshot.to_engine import MAXIMUM_PREVIOUS_YEARS, capaian_input
from sakip.text.working import persen, say_kategori

_TARGET: Final = ("angka", "huruf", "bawah", "atas")

#: The columns by which a realisasi is measured; any other changes no capaian.
MEASURED_BY: Final[dict[type[Model], tuple[str, ...]]] = {
    Indikator: ("satuan", "jenis_nilai", "rumus", "skala", "akumulasi", "irama", "pengali"),
    TargetRenstra: _TARGET,
    IndikatorTujuan: ("satuan", "jenis_nilai", "rumus", "skala", "pengali"),
    TargetTujuan: _TARGET,
    BarisPK: (*_TARGET, "satuan", "acuan_indikator"),
    Renstra: ("tahun_akhir", "berlaku_sejak"),
    RenstraBerlaku: ("tahun", "renstra"),
    KebijakanPengukuran: ("tahun", "skala", "batas_atas", "batas_bawah", "desimal"),
}

#: Of these the first row of a year decides as well; the first row of a PK is measured from now on.
_DECIDED_BY_THE_FIRST: Final = (TargetRenstra, TargetTujuan, Renstra, RenstraBerlaku, KebijakanPengukuran)

CAPAIAN: Final = "Capaian"
KEMAJUAN: Final = "Tingkat kemajuan"


@dataclass(frozen=True, slots=True, kw_only=True)
class CapaianChange:
    """What was measured of an indikator in a year: what it is (``ukuran``), as it is and as it would be.

    ``tetap`` holds where the year's LKIP is signed: what it prints stays, whatever is computed from now on.
    ``kecamatan`` is named where several are concerned.
    """

    tahun: int
    indikator: str
    ukuran: str
    lama: str
    baru: str
    tetap: bool
    kecamatan: str = ""


_Key = tuple[int, int, str, str]
"""Kecamatan, year, kunci of the indikator, what was measured."""

_Measured = dict[_Key, tuple[str, Capaian]]
"""Name of the indikator, and what it came to."""


class CapaianWatch:
    """Measures what is recorded before a change, and again after it. Make one inside the transaction that writes."""

    def __init__(self, kecamatan: Kecamatan) -> None:
        self._kecamatan = kecamatan
        self._recorded: dict[Kecamatan, _Recorded] = {}
        self._before: dict[Kecamatan, _Measured] = {}
        self._years: dict[Kecamatan, set[int]] = {}
        self._kunci: dict[Kecamatan, set[str] | None] = {}  # of which indikator, None of all

    def expect(self, row: Model, *, whole: bool = False) -> None:
        """Look at what is measured before this row is written, or goes or comes back as a ``whole``; where it decides
        nothing that costs nothing (1 query where it might)."""
        columns = MEASURED_BY.get(type(row))
        if columns is None or not (changed := set(columns) if whole else self._changed(row, columns)):
            return
        if isinstance(row, KebijakanPengukuran):
            for one in _measured_in(row.kabupaten_id, row.tahun):
                self._look(one, {row.tahun})
        else:
            self._look(self._kecamatan, *_decided_by(row, changed))

    def expect_all(self) -> None:
        """The same of whatever may be written in the kecamatan."""
        self._look(self._kecamatan)

    def changes(self) -> tuple[CapaianChange, ...]:
        """What came out otherwise, by kecamatan, year and indikator; nothing of what was measured nowhere before."""
        found = []
        elsewhere = any(kecamatan != self._kecamatan for kecamatan in self._before)
        for kecamatan, before in self._before.items():
            now = self._measured(kecamatan)
            signed = signed_years(kecamatan)
            for key, (name, old) in before.items():
                _, tahun, _, ukuran = key
                _, new = now.get(key, (name, None))
                lama, baru = say_capaian(old), say_capaian(new) if new else "tidak diukur lagi"
                if lama != baru and _was_measured(old, new):
                    found.append(
                        CapaianChange(
                            tahun=tahun,
                            indikator=name,
                            ukuran=ukuran,
                            lama=lama,
                            baru=baru,
                            tetap=tahun in signed,
                            kecamatan=kecamatan.nama if elsewhere else "",
                        )
                    )
        return tuple(found) if any(not one.tetap for one in found) else ()

    def _changed(self, row: Model, columns: Collection[str]) -> set[str]:
        """Those of the columns in which it differs from what is stored; all of a first row that decides."""
        stored = row_of_number(type(row)).first(row.pk) if row.pk is not None else None
        if stored is None:
            return set(columns) if isinstance(row, _DECIDED_BY_THE_FIRST) else set()
        return {
            column.name
            for column in row._meta.concrete_fields
            if column.name in columns and getattr(stored, column.attname) != getattr(row, column.attname)
        }

    def _look(
        self, kecamatan: Kecamatan, years: Collection[int] | None = None, kunci: str | None = None
    ) -> None:
        """At those of these years, or of all, that have realisasi, and there at one indikator or at all; once."""
        if kecamatan not in self._recorded:
            self._recorded[kecamatan] = _Recorded(kecamatan)
            self._years[kecamatan], self._before[kecamatan] = set(), {}
            self._kunci[kecamatan] = set()
        recorded = self._recorded[kecamatan].years
        wanted = recorded if years is None else recorded.intersection(years)
        looked_at, known = self._years[kecamatan], self._kunci[kecamatan]
        if not looked_at.issuperset(wanted) or (wanted and known is not None and kunci not in known):
            looked_at.update(wanted)
            self._kunci[kecamatan] = None if known is None or kunci is None else {*known, kunci}
            self._before[kecamatan] = self._measured(kecamatan) | self._before[kecamatan]

    def _measured(self, kecamatan: Kecamatan) -> _Measured:
        """What the stored realisasi come to; a year without a PK of its own as the report of a later one has it."""
        own: _Measured = {}
        quoted: _Measured = {}
        years = self._years[kecamatan]
        for tahun in sorted(years):
            for kunci, indikator in self._recorded[kecamatan].results(tahun, years, self._kunci[kecamatan]):
                for ukuran, capaian in _of(indikator, tahun):
                    own[kecamatan.pk, tahun, kunci, ukuran] = indikator.nama, capaian
                for before in [p for p in indikator.perubahan if p.tahun in years]:
                    quoted[kecamatan.pk, before.tahun, kunci, CAPAIAN] = indikator.nama, before.capaian
        return dict(sorted((quoted | own).items(), key=lambda item: item[0][:2]))


def _decided_by(row: Model, changed: Collection[str]) -> tuple[Collection[int] | None, str | None]:
    """The years of which a row may decide what is measured, and the one indikator; None where it may be any. A target
    is read by its own year and by those after it that look back at it; that of the last year of a Renstra by all of
    them."""
    if not set(_TARGET).issuperset(changed):
        return None, None
    first, kunci = None, None
    match row:
        case TargetRenstra():
            kunci = row.indikator.kunci
            first = row.tahun if row.tahun != row.indikator.renstra.tahun_akhir else None
        case TargetTujuan():
            first = row.tahun if row.tahun != row.indikator.tujuan.renstra.tahun_akhir else None
        case BarisPK():
            kunci = row.acuan_indikator.kunci if row.acuan_indikator else None
            first = row.perjanjian.tahun
    return None if first is None else range(first, first + MAXIMUM_PREVIOUS_YEARS + 1), kunci


def _measured_in(kabupaten: int, tahun: int) -> QuerySet[Kecamatan]:
    """The kecamatan of a kabupaten that have realisasi of the year: a kebijakan decides nothing in any other."""
    of_sasaran = Realisasi.objects.filter(tahun=tahun).order_by().values(Realisasi.kecamatan_path)
    of_tujuan = RealisasiTujuan.objects.filter(tahun=tahun).order_by().values(RealisasiTujuan.kecamatan_path)
    return Kecamatan.objects.filter(
        Q(pk__in=of_sasaran) | Q(pk__in=of_tujuan), kabupaten=kabupaten
    ).select_related("kabupaten")


class _Recorded:
    """The realisasi of a kecamatan as they are stored before the change."""

    def __init__(self, kecamatan: Kecamatan) -> None:
        self._kecamatan = kecamatan
        self._rows: list[Realisasi] = realisasi_rows(kecamatan, range(10_000), evidence=False)
        self._of_tujuan: list[RealisasiTujuan] = realisasi_tujuan_rows(kecamatan, range(10_000))
        self.years = {r.tahun for r in self._rows} | {r.tahun for r in self._of_tujuan}

    def results(
        self, tahun: int, years: Collection[int], kunci: Collection[str] | None
    ) -> Iterator[tuple[str, IndikatorResult]]:
        """What they come to now, with a key for each indikator; of these ``kunci`` alone, or of all. ``years`` are all
        that are looked at."""
        read = range(tahun - MAXIMUM_PREVIOUS_YEARS, tahun + 1)
        snapshot = with_realisasi(
            build_definitions(kecamatan=self._kecamatan, tahun=tahun, as_judged=True, beside=years),
            [r for r in self._rows if r.tahun in read],
            (r for r in self._named_as_now() if r.tahun in read),
        )
        inputs = capaian_input(snapshot)
        if inputs is None:
            return
        # Nothing is measured until the weights are right.
        with suppress(InvalidWeight):
            yield from compute_indikator(inputs, kunci)

    def _named_as_now(self) -> Iterator[RealisasiTujuan]:
        """Those of tujuan with their indikator as it is called now: by its name it is found."""
        rows = self._of_tujuan
        indikator = IndikatorTujuan.objects.select_related("tujuan").in_bulk({r.indikator_id for r in rows})
        for row in rows:
            if row.indikator_id in indikator:
                row.indikator = indikator[row.indikator_id]
                yield row


def _was_measured(old: Capaian, new: Capaian | None) -> bool:
    """Whether there was a realisasi, and it could be measured by the one or can be by the other."""
    measured = Keadaan.TERHITUNG in (old.keadaan, new.keadaan if new else None)
    return measured and old.keadaan is not Keadaan.BELUM_DIISI


def say_capaian(capaian: Capaian) -> str:
    """ "95,00%, AA (Sangat Memuaskan)", or why there is none."""
    if capaian.nilai is None:
        return f"{capaian.keadaan.value} ({capaian.alasan})" if capaian.alasan else capaian.keadaan.value
    kategori = f", {say_kategori(capaian.kategori)}" if capaian.kategori else ""
    return f"{persen(capaian.nilai)}{kategori}"


def agreement_mark(changes: Iterable[CapaianChange]) -> str:
    """SHA-256 of what was shown: who agrees, agrees to this. Empty where there is nothing to agree to."""
    plain: list[Mapping[str, Any]] = [asdict(one) for one in changes]
    return hashlib.sha256(repr(plain).encode()).hexdigest() if plain else ""


def _of(indikator: IndikatorResult, tahun: int) -> Iterator[tuple[str, Capaian]]:
    yield CAPAIAN, indikator.capaian
    if tahun != indikator.tahun_akhir:  # in its last year both are the same measurement
        yield KEMAJUAN, indikator.kemajuan
