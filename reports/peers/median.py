"""The median of the kabupaten's kecamatan, of what their signed reports say, beside an indikator of one more.

The own kecamatan never counts: it is what is compared, and its own report is not signed while it is made. A median
stands on at least :data:`FEWEST` others that have signed, so that nobody finds in it the value of a certain one. A
kecamatan counts where its capaian is known. The median of realisasi is told where all that count have a number (a
letter has none), that of capaian always, of capped values as they are compared elsewhere.

Pure: :mod:`reports.peers.read` reads what was signed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Final

from reports.lkip.bab3.sources import all_indikator, indikator_definition
from reports.peers.alike import Alike, Key, key_of
from reports.prose.language import tidy
from reports.publish.naskah import MedianKecamatan
from sakip.capaian.inputs import IndikatorInput, Inputs, Lingkup, Pembanding
from sakip.capaian.perbandingan import compare_regions
from sakip.capaian.results import Results
from sakip.capaian.rounding import round_half_up
from sakip.capaian.rumus import rumus_definition
from sakip.capaian.values import KeadaanNilai, Nilai
from sakip.snapshot.to_engine import capaian_input
from sakip.snapshot.types import Snapshot
from sakip.text.working import shown_decimals

#: So many others at least stand behind a median.
FEWEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredIndikator:
    """An indikator of the PK as a report says it: how it is measured (:class:`reports.peers.alike.Measured`), the
    number of its realisasi (None where there is none, or a letter alone), and its capaian, capped and exact."""

    nama: str
    satuan: str
    rumus: str
    skala: str
    templat: int | None
    realisasi: Decimal | Fraction | None
    capaian: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredYear:
    """Those of a kecamatan-year."""

    indikator: tuple[MeasuredIndikator, ...] = ()


def measured_year(snapshot: Snapshot, results: Results | None, ties: Mapping[str, int]) -> MeasuredYear:
    """What was measured; ``ties`` says by its kunci which template an indikator follows."""
    own = _measured(snapshot, results, ties) if results else {}
    return MeasuredYear(indikator=tuple(own.values()))


def medians(
    snapshot: Snapshot, results: Results | None, ties: Mapping[str, int], others: Sequence[MeasuredYear]
) -> tuple[MedianKecamatan, ...]:
    """Of each indikator of the PK the median of the ``others``, where there is one."""
    inputs = capaian_input(snapshot) if results and len(others) >= FEWEST else None
    if results is None or inputs is None:
        return ()
    own = _measured(snapshot, results, ties)
    every = [*own.values(), *(one for other in others for one in other.indikator)]
    alike = Alike((one.nama, key_of(one)) for one in every)
    known = _known(others, alike)
    asked = {i.kunci: i for s in inputs.sasaran for i in s.indikator}
    names = {id(one): kunci for kunci, one in own.items()}
    found = {names[id(one)]: known.get(key, ()) for key, one in alike.keys(own.values()).items()}
    return tuple(
        _median(inputs, asked[kunci], behind)
        for kunci, behind in found.items()
        if kunci in asked and len(behind) >= FEWEST
    )


def _measured(snapshot: Snapshot, results: Results, ties: Mapping[str, int]) -> dict[str, MeasuredIndikator]:
    definitions = indikator_definition(snapshot)
    found = {}
    for i in all_indikator(results):
        definition, rumus = definitions.get(i.kunci), i.capaian.rumus
        skala = definition.skala if definition and rumus_definition(rumus).berperingkat else None
        found[i.kunci] = MeasuredIndikator(
            nama=tidy(i.nama),
            satuan=tidy(i.satuan),
            rumus=rumus.value,
            skala=skala.kode if skala else "",
            templat=ties.get(i.kunci),
            realisasi=i.realisasi.angka if i.realisasi else None,
            capaian=i.capaian.terbatas,
        )
    return found


def _known(others: Iterable[MeasuredYear], alike: Alike) -> Mapping[Key, Sequence[MeasuredIndikator]]:
    """By how they are compared those with a capaian, one of each kecamatan."""
    found: defaultdict[Key, list[MeasuredIndikator]] = defaultdict(list)
    for other in others:
        for key, one in alike.keys(other.indikator).items():
            if one.capaian is not None:
                found[key].append(one)
    return found


def _median(inputs: Inputs, asked: IndikatorInput, behind: Sequence[MeasuredIndikator]) -> MedianKecamatan:
    capaian = median(one.capaian for one in behind if one.capaian is not None)
    numbers = [one.realisasi for one in behind if one.realisasi is not None]
    plain = MedianKecamatan(kunci=asked.kunci, jumlah=len(behind), capaian=capaian)
    if len(numbers) < len(behind):
        return plain
    middle = _as_recorded(numbers, asked.desimal)
    if isinstance(middle, Fraction):
        asked = replace(asked, desimal=max(_DECIMALS, asked.desimal))
    compared = compare_regions(
        asked,
        inputs.kebijakan,
        Pembanding(
            lingkup=Lingkup.KABUPATEN,
            tahun=inputs.tahun,
            nilai=Nilai(keadaan=KeadaanNilai.TERISI, angka=middle),
            sumber="",
        ),
    )
    return replace(
        plain, cetak=compared.cetak, selisih=compared.selisih, satuan=compared.satuan, arah=compared.arah
    )


#: A mean of two values may need more decimals than either; it is printed with so many at least.
_DECIMALS: Final = 2


def _as_recorded(numbers: Sequence[Decimal | Fraction], desimal: int) -> Decimal | Fraction:
    """The median, with the decimals of those it is of where that is exact; else as a quotient, rounded in print."""
    middle = median(Fraction(one) for one in numbers)
    places = max((shown_decimals(one) for one in numbers if isinstance(one, Decimal)), default=desimal)
    for decimals in range(places, max(places, _DECIMALS, desimal) + 1):
        if (number := round_half_up(middle, decimals)) == middle:
            return number
    return middle
