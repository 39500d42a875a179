"""What a kecamatan-year came to, in the very figures that its LKIP prints: kept, to be seen beside other kecamatan.

A signed report tells them from its archive, any other from the records as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from kecamatan.models import Kecamatan
from reports.lkip.bab3.sources import alasan_without_result, all_indikator, indikator_definition
from reports.peers.read import template_ties
from reports.prose.language import tidy
from reports.publish.naskah import Naskah
from reports.signing.archive import archive_of
from reports.signing.freeze import NoLongerReadable, frozen_of, thaw
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute
from sakip.capaian.results import Capaian, IndikatorResult, Rerata, Serapan
from sakip.capaian.rumus import rumus_definition
from sakip.capaian.values import Keadaan
from sakip.snapshot.coverage import is_of
from sakip.snapshot.parts.documents import PrintedIndikator
from sakip.snapshot.to_engine import capaian_input
from sakip.snapshot.types import Indikator
from sakip.text.states import say_state
from sakip.text.working import persen, say_kategori

_NO_TIES: Final[Mapping[str, int]] = MappingProxyType({})

#: What is said of a kecamatan-year in the place of a predikat: where the mean is of a part alone, where there is none.
PARTLY: Final = "Belum berpredikat (baru sebagian indikator)"
WITHOUT: Final = "Tanpa capaian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A percentage as it is printed (``nilai``) and exactly, capped (``tepat``), with its predikat where it has one and
    its working; or its state and why there is none. ``dari`` says of a mean how many of how many it is of."""

    keadaan: Keadaan
    nilai: Decimal | None = None
    tepat: Fraction | None = None
    kategori: str = ""
    langkah: str = ""
    alasan: str = ""
    dari: tuple[int, int] = (1, 1)

    @property
    def said(self) -> str:
        """ "95,00%", else the words of its state."""
        return say_state(self.keadaan) if self.nilai is None else persen(self.nilai)

    @property
    def whole(self) -> bool:
        """Whether it tells of everything that it is asked of: only then can it be put beside another."""
        return self.nilai is not None and self.dari[0] == self.dari[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorFigures:
    """An indikator that is measured or is an IKU, in the words of the SK IKU where that names it.

    ``satuan``, ``rumus`` and (of letters) ``skala`` say how it is measured; ``templat`` is the number of the
    template of the kabupaten that it follows, None of its own ones; ``in_pk`` whether it enters the mean of the report.
    ``capaian`` is None of an IKU that neither the PK nor the Renstra measures.
    """

    nama: str
    satuan: str
    rumus: str
    skala: str
    iku: bool
    in_pk: bool
    target: str
    realisasi: str
    capaian: Figure | None
    templat: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A kecamatan-year: ``signed`` from the archive of its report, else as it stands now; ``alasan`` says why nothing
    is measured. ``skala`` are the predikat from the highest down, ``hitungan`` how many indikator of the PK have each,
    and each state without one."""

    signed: bool
    versi: int
    alasan: str = ""
    rerata: Figure
    serapan: Figure
    pagu: Decimal | None = None
    realisasi: Decimal | None = None
    skala: tuple[str, ...] = ()
    hitungan: tuple[tuple[str, int], ...] = ()
    indikator: tuple[IndikatorFigures, ...] = ()

    @property
    def said(self) -> str:
        """Where the figures come from, in a word."""
        return "ditandatangani" if self.signed else "konsep"


class Standing(NamedTuple):
    """The predikat of a mean, and its place on its scale, from the highest (1) down; None of what is said in its
    place."""

    predikat: str
    nomor: int | None = None


def standing_of(found: Figures) -> Standing:
    """Under which predikat a kecamatan-year is counted."""
    rerata = found.rerata
    if not rerata.kategori:
        return Standing(predikat=WITHOUT if rerata.nilai is None else PARTLY)
    scale = (*found.skala, rerata.kategori)  # what is in no scale stands behind all of it
    return Standing(predikat=rerata.kategori, nomor=scale.index(rerata.kategori) + 1)


def figures_of(kecamatan: Kecamatan, naskah: Naskah) -> Figures:
    """The figures of the year of ``naskah``, which tells them while nothing is signed (3 queries)."""
    arsip, ties = archive_of(kecamatan, naskah.snapshot.tahun), template_ties(kecamatan)
    if arsip is None:
        return measured_figures(naskah, signed=False, ties=ties)
    try:
        return measured_figures(thaw(frozen_of(arsip)), signed=True, ties=ties)
    except NoLongerReadable as error:
        return _without(str(error), signed=True, versi=arsip.versi)


def _without(
    alasan: str, *, signed: bool, versi: int, keadaan: Keadaan = Keadaan.TIDAK_DAPAT_DIHITUNG
) -> Figures:
    """Nothing is measured: ``keadaan`` is that of the mean."""
    mean = Figure(keadaan=keadaan, alasan=alasan, dari=(0, 0))
    serapan = Figure(keadaan=Keadaan.TIDAK_DAPAT_DIHITUNG, alasan=alasan)
    return Figures(signed=signed, versi=versi, alasan=alasan, rerata=mean, serapan=serapan)


def measured_figures(naskah: Naskah, *, signed: bool, ties: Mapping[str, int] = _NO_TIES) -> Figures:
    """The figures of a naskah, which is ``signed`` where it is that of an archive; ``ties`` are those of
    :func:`reports.peers.read.template_ties`."""
    results = naskah.results
    if results is None:
        return _unmeasured_year(naskah, signed=signed)
    total = results.anggaran.total
    return Figures(
        signed=signed,
        versi=naskah.versi,
        rerata=_mean(results.rerata),
        serapan=_absorbed(total),
        pagu=total.pagu,
        realisasi=total.realisasi,
        skala=tuple(say_kategori(one) for one in results.kebijakan.skala.kategori),
        hitungan=tuple(
            (say_kategori(one.kategori) if one.kategori else one.label, one.jumlah)
            for one in results.hitungan
        ),
        indikator=tuple(_indikator(naskah, ties)),
    )


def _unmeasured_year(naskah: Naskah, *, signed: bool) -> Figures:
    """Of a year without results: what is not recorded yet, or the bobot that cannot weigh anything."""
    try:
        if inputs := capaian_input(naskah.snapshot):
            compute(inputs)
    except InvalidWeight as error:
        return _without(str(error), signed=signed, versi=naskah.versi)
    alasan = alasan_without_result(naskah)
    alasan = f"{alasan[0].upper()}{alasan[1:]}."
    return _without(alasan, signed=signed, versi=naskah.versi, keadaan=Keadaan.BELUM_DIISI)


def _capaian(capaian: Capaian) -> Figure:
    return Figure(
        keadaan=capaian.keadaan,
        nilai=capaian.nilai,
        tepat=capaian.terbatas,
        kategori=say_kategori(capaian.kategori) if capaian.kategori else "",
        langkah=capaian.langkah,
        alasan=capaian.alasan,
    )


def _mean(rerata: Rerata) -> Figure:
    return Figure(
        keadaan=rerata.keadaan,
        nilai=rerata.nilai,
        tepat=rerata.mentah,
        kategori=say_kategori(rerata.kategori) if rerata.kategori else "",
        langkah=rerata.langkah,
        alasan=rerata.alasan,
        dari=(rerata.terhitung, rerata.jumlah),
    )


def _absorbed(serapan: Serapan) -> Figure:
    return Figure(keadaan=serapan.keadaan, nilai=serapan.nilai, tepat=serapan.mentah, alasan=serapan.alasan)


def _indikator(naskah: Naskah, ties: Mapping[str, int]) -> Iterator[IndikatorFigures]:
    """Those of the PK in its order, the IKU that the Renstra alone measures, and those that nothing measures."""
    results, snapshot = naskah.results, naskah.snapshot
    if results is None:
        return
    definitions = indikator_definition(snapshot)
    rows = snapshot.iku.baris if snapshot.iku else ()
    named: dict[str, PrintedIndikator] = {}
    unmeasured: list[PrintedIndikator] = []
    of_pk = all_indikator(results)
    for row in rows:
        found = next((i for i in (*of_pk, *results.di_luar_pk) if is_of(row, i)), None)
        if found is None:
            unmeasured.append(row)
        else:
            named.setdefault(found.kunci, row)
    for i in of_pk:
        yield _one(i, definitions, named, ties, decided=snapshot.iku is not None, in_pk=True)
    for i in results.di_luar_pk:
        one = _one(i, definitions, named, ties, decided=snapshot.iku is not None, in_pk=False)
        if one.iku:
            yield one
    for printed in unmeasured:
        yield _unmeasured(printed, ties.get(printed.kunci_indikator))


def _unmeasured(row: PrintedIndikator, templat: int | None) -> IndikatorFigures:
    return IndikatorFigures(
        nama=tidy(row.indikator),
        satuan=tidy(row.satuan),
        rumus="",
        skala="",
        iku=True,
        in_pk=False,
        target="",
        realisasi="",
        capaian=None,
        templat=templat,
    )


def _one(
    i: IndikatorResult,
    definitions: Mapping[str, Indikator],
    named: Mapping[str, PrintedIndikator],
    ties: Mapping[str, int],
    *,
    decided: bool,
    in_pk: bool,
) -> IndikatorFigures:
    """``decided``: a SK IKU says which are IKU; without one the Renstra's own mark does."""
    definition, row = definitions.get(i.kunci), named.get(i.kunci)
    skala = definition.skala if definition else None
    ranked = rumus_definition(i.capaian.rumus).berperingkat
    return IndikatorFigures(
        nama=tidy(row.indikator if row else i.nama),
        satuan=tidy(i.satuan),
        rumus=i.capaian.rumus.value,
        skala=skala.kode if skala and ranked else "",
        iku=row is not None if decided else definition is not None and definition.iku,
        in_pk=in_pk,
        target=i.target_cetak,
        realisasi=i.realisasi_cetak,
        capaian=_capaian(i.capaian),
        templat=ties.get(i.kunci),
    )
