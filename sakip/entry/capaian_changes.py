"""What another rumus, kind of value, scale, target or kebijakan does to capaian that were measured already.

Asked before it is written, at the form and in the preview of a workbook: the same realisasi are measured by what was
recorded and by what would be, so that a value that comes along counts on neither side.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from django.db.models import Model

from kecamatan.models import Kecamatan
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute
from sakip.capaian.results import Capaian, IndikatorResult
from sakip.entry.lock import signed_years
from sakip.models import BarisPK, Indikator, KebijakanPengukuran, Realisasi, TargetRenstra
from sakip.records.realisasi.freeze import key_of, realisasi_rows
from sakip.snapshot.build import build_definitions, with_realisasi
from sakip.snapshot.to_engine import MAXIMUM_PREVIOUS_YEARS, capaian_input
from sakip.text.working import persen, say_kategori

_TARGET: Final = ("angka", "huruf", "bawah", "atas")

#: The columns by which a realisasi is measured; any other changes no capaian.
MEASURED_BY: Final[dict[type[Model], tuple[str, ...]]] = {
    Indikator: ("satuan", "jenis_nilai", "rumus", "skala", "akumulasi", "irama", "pengali"),
    TargetRenstra: _TARGET,
    BarisPK: (*_TARGET, "satuan", "acuan_indikator"),
    KebijakanPengukuran: ("tahun", "skala", "batas_atas", "batas_bawah", "desimal"),
}

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

_Measured = dict[_Key, tuple[str, str]]
"""Name of the indikator, and what it came to."""


class CapaianWatch:
    """Measures what is recorded before a change, and again after it. Make one inside the transaction that writes."""

    def __init__(self, kecamatan: Kecamatan) -> None:
        self._kecamatan = kecamatan
        self._before: dict[Kecamatan, _Measured] = {}
        self._rows: dict[Kecamatan, list[Realisasi]] = {}
        self._years: dict[Kecamatan, set[int]] = {}
        self._kunci: set[str] = set()

    def expect(self, row: Model, *, gone: bool = False) -> None:
        """Look at what is measured before this row is written, or is ``gone``; where it decides nothing that costs
        nothing (1 query where it might)."""
        columns = MEASURED_BY.get(type(row))
        if columns is None or not (gone or self._decides(row, columns)):
            return
        if isinstance(row, KebijakanPengukuran):
            for one in Kecamatan.objects.filter(kabupaten=row.kabupaten_id).select_related("kabupaten"):
                self._look(one, {row.tahun})
            return
        indikator = _indikator_of(row)
        if indikator is not None and indikator.kunci not in self._kunci:
            self._kunci.add(indikator.kunci)
            self._look(self._kecamatan, set())

    def expect_all(self) -> None:
        """The same of whatever may be written in the kecamatan."""
        self._look(self._kecamatan, set())

    def changes(self) -> tuple[CapaianChange, ...]:
        """What came out otherwise, by kecamatan, year and indikator; nothing of what was measured nowhere before."""
        found = []
        for kecamatan, before in self._before.items():
            now = self._measured(kecamatan, self._years[kecamatan])
            signed = signed_years(kecamatan)
            for key, (name, old) in before.items():
                _, tahun, _, ukuran = key
                new = now.get(key, (name, "tidak diukur lagi"))[1]
                if new != old:
                    found.append(
                        CapaianChange(
                            tahun=tahun,
                            indikator=name,
                            ukuran=ukuran,
                            lama=old,
                            baru=new,
                            tetap=tahun in signed,
                            kecamatan=kecamatan.nama if len(self._before) > 1 else "",
                        )
                    )
        return tuple(found) if any(not one.tetap for one in found) else ()

    def _decides(self, row: Model, columns: Iterable[str]) -> bool:
        stored = type(row)._base_manager.filter(pk=row.pk).first() if row.pk is not None else None
        if (
            stored is None
        ):  # the first target of a year decides; the first row of a PK is measured from now on
            return isinstance(row, TargetRenstra)
        return any(
            getattr(stored, column.attname) != getattr(row, column.attname)
            for column in row._meta.concrete_fields
            if column.name in columns
        )

    def _look(self, kecamatan: Kecamatan, years: set[int]) -> None:
        if kecamatan not in self._rows:
            self._rows[kecamatan] = realisasi_rows(kecamatan, range(10_000), evidence=False)
            self._years[kecamatan], self._before[kecamatan] = set(), {}
        rows = self._rows[kecamatan]
        years = years or {r.tahun for r in rows if not self._kunci or key_of(r) in self._kunci}
        self._before[kecamatan] = self._measured(kecamatan, years) | self._before[kecamatan]
        self._years[kecamatan] |= years

    def _measured(self, kecamatan: Kecamatan, years: Collection[int]) -> _Measured:
        """What the stored realisasi come to; a year without a PK of its own as the report of a later one has it."""
        own: _Measured = {}
        quoted: _Measured = {}
        for tahun in sorted(years):
            for indikator in self._results(kecamatan, tahun):
                if self._kunci and indikator.kunci not in self._kunci:
                    continue
                for key, capaian in _of(indikator, tahun):
                    own[kecamatan.pk, tahun, *key] = indikator.nama, say_capaian(capaian)
                for before in [p for p in indikator.perubahan if p.tahun in years]:
                    place = kecamatan.pk, before.tahun, indikator.kunci, CAPAIAN
                    quoted[place] = indikator.nama, say_capaian(before.capaian)
        return dict(sorted((quoted | own).items(), key=lambda item: item[0][:2]))

    def _results(self, kecamatan: Kecamatan, tahun: int) -> Iterator[IndikatorResult]:
        rows = [r for r in self._rows[kecamatan] if tahun - MAXIMUM_PREVIOUS_YEARS <= r.tahun <= tahun]
        definitions = build_definitions(kecamatan=kecamatan, tahun=tahun)
        inputs = capaian_input(with_realisasi(definitions, rows))
        if inputs is None:
            return
        try:
            results = compute(inputs)
        except InvalidWeight:
            return  # nothing is measured until the weights are right
        yield from (i for s in results.sasaran for i in s.indikator)


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


def _of(indikator: IndikatorResult, tahun: int) -> Iterator[tuple[tuple[str, str], Capaian]]:
    yield (indikator.kunci, CAPAIAN), indikator.capaian
    if tahun != indikator.tahun_akhir:  # in its last year both are the same measurement
        yield (indikator.kunci, KEMAJUAN), indikator.kemajuan


def _indikator_of(row: Model) -> Indikator | None:
    match row:
        case Indikator():
            return row
        case TargetRenstra():
            return row.indikator
        case BarisPK():
            return row.acuan_indikator
    return None
