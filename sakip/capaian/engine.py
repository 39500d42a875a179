"""The whole computation: one frozen input, one frozen answer. No I/O, no clock, no state."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Final

from sakip.capaian.aggregates import (
    SasaranShare,
    bobot_indikator,
    combined_rerata,
    compute_kategori,
    rerata_capaian,
    valid_weight,
)
from sakip.capaian.anggaran import anggaran_sasaran, compute_anggaran, compute_efisiensi
from sakip.capaian.arithmetic import fixed_precision
from sakip.capaian.inputs import IndikatorInput, Inputs, Kebijakan, SasaranInput
from sakip.capaian.nilai import complete, print_measured_target, print_measured_value
from sakip.capaian.pengukuran import measure_capaian, measure_progress
from sakip.capaian.perbandingan import compare_documents, compare_regions, compare_years
from sakip.capaian.results import (
    AnggaranResult,
    Capaian,
    IndikatorResult,
    OneResult,
    Rerata,
    RerataYear,
    Results,
    SasaranResult,
    TriwulanResult,
    TujuanMeasured,
    TujuanResult,
)
from sakip.capaian.triwulan import ROMAN, beside_targets
from sakip.capaian.values import Keadaan

VERSI_MESIN: Final = "1.6"
"""Stored with every document; raised whenever equal input may give a different answer."""


_NOT_ALIKE: Final = "cara perhitungan target triwulan berbeda dengan cara akumulasi realisasinya"


@fixed_precision
def compute(inputs: Inputs) -> Results:
    """Compute everything for one kecamatan and year. Equal input gives an equal answer, always.

    Raises :class:`sakip.capaian.aggregates.InvalidWeight` if bobot were entered that do not sum to 100. Any other
    lack is part of the answer: a state and a reason.
    """
    kebijakan = inputs.kebijakan
    valid_weight([s.bobot for s in inputs.sasaran], "Bobot sasaran")
    anggaran = compute_anggaran(inputs.anggaran, inputs.anggaran_lalu, kebijakan.desimal)
    sasaran = tuple(_sasaran(s, inputs, anggaran) for s in inputs.sasaran)
    parts = [
        _part(m, tuple(i.capaian for i in h.indikator), h.rerata)
        for m, h in zip(inputs.sasaran, sasaran, strict=True)
    ]
    return Results(
        versi_mesin=VERSI_MESIN,
        kecamatan=inputs.kecamatan,
        tahun=inputs.tahun,
        kebijakan=kebijakan,
        sasaran=sasaran,
        tujuan=_tujuan(inputs.sasaran, parts, kebijakan),
        rerata=combined_rerata(parts, kebijakan),
        hitungan=compute_kategori([c for b in parts for c in b.capaian], kebijakan),
        anggaran=anggaran,
        di_luar_pk=tuple(_indikator(i, kebijakan) for i in inputs.di_luar_pk),
        indikator_tujuan=tuple(
            TujuanMeasured(
                kunci=t.kunci,
                uraian=t.uraian,
                indikator=tuple(_indikator(i, kebijakan) for i in t.indikator),
            )
            for t in inputs.indikator_tujuan
        ),
    )


@fixed_precision
def compute_one(inputs: Inputs, kunci: str) -> OneResult:
    """What of :func:`compute` changes with one indikator, without the rest: of all others the capaian alone.

    Raises InvalidWeight as it does.
    """
    kebijakan = inputs.kebijakan
    valid_weight([s.bobot for s in inputs.sasaran], "Bobot sasaran")
    parts = [_measured_part(s, kebijakan) for s in inputs.sasaran]
    at = ((n, i) for n, s in enumerate(inputs.sasaran) for i in s.indikator if i.kunci == kunci)
    nomor, indikator = next(at, (len(parts), None))
    return OneResult(
        nomor=nomor + 1,
        indikator=_indikator(indikator, kebijakan) if indikator else None,
        rerata_sasaran=parts[nomor].rerata if indikator else None,
        rerata=combined_rerata(parts, kebijakan),
    )


@fixed_precision
def compute_indikator(
    inputs: Inputs, kunci: Collection[str] | None = None
) -> tuple[tuple[str, IndikatorResult], ...]:
    """What :func:`compute` says of each indikator, without the means, the budget and the rest: of those of sasaran by
    their kunci, of those of tujuan by "tujuan " and theirs. Of these ``kunci`` alone, or of all.

    Raises InvalidWeight as it does.
    """
    valid_weight([s.bobot for s in inputs.sasaran], "Bobot sasaran")
    for sasaran in inputs.sasaran:
        bobot_indikator(sasaran)
    each = (
        *((i.kunci, i) for s in inputs.sasaran for i in s.indikator),
        *((i.kunci, i) for i in inputs.di_luar_pk),
        *((f"tujuan {i.kunci}", i) for t in inputs.indikator_tujuan for i in t.indikator),
    )
    return tuple((key, _indikator(i, inputs.kebijakan)) for key, i in each if kunci is None or key in kunci)


def _sasaran(sasaran: SasaranInput, inputs: Inputs, anggaran: AnggaranResult) -> SasaranResult:
    kebijakan = inputs.kebijakan
    indikator = tuple(_indikator(i, kebijakan) for i in sasaran.indikator)
    bobot = bobot_indikator(sasaran)
    rerata = rerata_capaian([i.capaian for i in indikator], kebijakan, bobot)
    serapan, proporsi = anggaran_sasaran(sasaran, inputs.anggaran, anggaran.total, kebijakan.desimal)
    return SasaranResult(
        kunci=sasaran.kunci,
        uraian=sasaran.uraian,
        tujuan=sasaran.tujuan,
        indikator=indikator,
        rerata=rerata,
        program=sasaran.program,
        anggaran=serapan,
        proporsi=proporsi,
        efisiensi=compute_efisiensi(rerata, serapan, kebijakan.batas_efisien),
        perkembangan=tuple(_course(indikator, inputs.tahun, kebijakan, bobot)),
    )


def _course(
    indikator: Sequence[IndikatorResult], tahun: int, kebijakan: Kebijakan, bobot: Sequence[Decimal] | None
) -> Iterator[RerataYear]:
    """The means of :attr:`SasaranResult.perkembangan`."""
    if any(i.dasar is None for i in indikator):
        return
    for year in (*sorted({p.tahun for i in indikator for p in i.perubahan}), tahun):
        before = [next((p for p in i.perubahan if p.tahun == year), None) for i in indikator]
        if year != tahun and None in before:
            continue
        compared = [i.compared(p)[1] for i, p in zip(indikator, before, strict=True)]
        rerata = rerata_capaian(compared, kebijakan, bobot)
        if rerata.complete and rerata.nilai is not None:
            yield RerataYear(tahun=year, rerata=rerata)


def _indikator(indikator: IndikatorInput, kebijakan: Kebijakan) -> IndikatorResult:
    capaian = _capaian(indikator, kebijakan)
    satuan, desimal = indikator.satuan, indikator.desimal
    perubahan, dasar = compare_years(indikator, kebijakan, capaian)
    return IndikatorResult(
        kunci=indikator.kunci,
        nama=indikator.nama,
        satuan=satuan,
        target_cetak=print_measured_target(indikator.target, satuan),
        realisasi_cetak=print_measured_value(indikator.realisasi, satuan, desimal, indikator.pengali_pecahan),
        capaian=capaian,
        perubahan=perubahan,
        tahun_akhir=indikator.tahun_akhir,
        target_akhir_cetak=print_measured_target(indikator.target_akhir, satuan),
        kemajuan=measure_progress(indikator, kebijakan),
        pembanding=tuple(compare_regions(indikator, kebijakan, p) for p in indikator.pembanding),
        realisasi=complete(indikator.realisasi, indikator.pengali_pecahan),
        asal=indikator.asal,
        dasar=dasar,
        target_lain=tuple(compare_documents(indikator, kebijakan, o) for o in indikator.target_lain),
        triwulan=tuple(_triwulan(indikator, kebijakan)),
    )


def _capaian(indikator: IndikatorInput, kebijakan: Kebijakan) -> Capaian:
    return measure_capaian(indikator, kebijakan, target=indikator.target, realisasi=indikator.realisasi)


def _triwulan(indikator: IndikatorInput, kebijakan: Kebijakan) -> Iterator[TriwulanResult]:
    """Each triwulan against its own target; where they cannot be compared, with the reason."""
    given, satuan, desimal = indikator.triwulan, indikator.satuan, indikator.desimal
    if given is None:
        return
    for number, target, realisasi in beside_targets(given, indikator.pengali_pecahan):
        value = given.realisasi[number - 1] if realisasi is None else realisasi
        capaian = measure_capaian(
            indikator,
            kebijakan,
            target=target,
            realisasi=value,
            sebutan=f"realisasi triwulan {ROMAN[number - 1]}",
        )
        if realisasi is None:
            capaian = Capaian(
                keadaan=Keadaan.TIDAK_DAPAT_DIHITUNG, rumus=indikator.rumus, target=target, alasan=_NOT_ALIKE
            )
        yield TriwulanResult(
            triwulan=number,
            target_cetak=print_measured_target(target, satuan),
            realisasi_cetak=print_measured_value(value, satuan, desimal, indikator.pengali_pecahan),
            capaian=capaian,
        )


def _measured_part(sasaran: SasaranInput, kebijakan: Kebijakan) -> SasaranShare:
    capaian = tuple(_capaian(i, kebijakan) for i in sasaran.indikator)
    return _part(sasaran, capaian, rerata_capaian(capaian, kebijakan, bobot_indikator(sasaran)))


def _part(sasaran: SasaranInput, capaian: tuple[Capaian, ...], rerata: Rerata) -> SasaranShare:
    return SasaranShare(
        capaian=capaian,
        rerata=rerata,
        bobot=sasaran.bobot,
        berbobot_di_dalam=any(i.bobot is not None for i in sasaran.indikator),
    )


def _tujuan(
    sasaran: Sequence[SasaranInput], parts: Sequence[SasaranShare], kebijakan: Kebijakan
) -> tuple[TujuanResult, ...]:
    """One mean per tujuan, in the order in which the tujuan first appear."""
    groups: dict[str, list[SasaranShare]] = {}
    for s, b in zip(sasaran, parts, strict=True):
        groups.setdefault(s.tujuan, []).append(b)
    return tuple(
        TujuanResult(uraian=uraian, rerata=combined_rerata(content, kebijakan))
        for uraian, content in groups.items()
    )
