"""The computed results of one kecamatan and year, with the working."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand, format_argument, place_argument
from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute
from sakip.capaian.export import results_to_dict
from sakip.capaian.results import IndikatorResult, Rerata, Results, Serapan, SerapanLine
from sakip.snapshot.build import build
from sakip.snapshot.to_engine import capaian_input
from sakip.snapshot.types import Snapshot
from sakip.text.numbers import format_rupiah
from sakip.text.states import BELUM_DIISI
from sakip.text.working import shown
from sakip.year_command import place_and_year


class Command(ProjectCommand):
    """Print the results of :func:`sakip.capaian.engine.compute` as text or as JSON."""

    help = "Menghitung capaian kinerja satu kecamatan pada satu tahun, beserta langkah hitungannya."

    def add_arguments(self, parser: CommandParser) -> None:
        """K, T and the form of the output."""
        place_argument(parser)
        format_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Freeze the records, compute, print."""
        kecamatan = place_and_year(kecamatan=options["kecamatan"], tahun=options["tahun"])
        snapshot = build(kecamatan=kecamatan, tahun=options["tahun"])
        inputs = capaian_input(snapshot)
        if inputs is None:
            raise InputError(alasan_without_result(kecamatan, snapshot))
        try:
            results = compute(inputs)
        except InvalidWeight as error:
            raise InputError(str(error)) from error
        if options["format"] == "json":
            self.write_json(results_to_dict(results))
        else:
            for row in report_texts(kecamatan, results):
                self.stdout.write(row)


def alasan_without_result(kecamatan: Kecamatan, snapshot: Snapshot) -> str:
    """Why nothing can be computed, and what to record."""
    if snapshot.pk_in_force is None:
        return (
            f"{kecamatan.nama} belum memiliki Perjanjian Kinerja tahun {snapshot.tahun}. "
            "Catat dahulu Perjanjian Kinerjanya."
        )
    return (
        f"{kecamatan.kabupaten} belum menetapkan kebijakan pengukuran tahun {snapshot.tahun}. "
        "Catat dahulu skala dan batas capaiannya."
    )


def report_texts(kecamatan: Kecamatan, results: Results) -> Iterator[str]:
    """The results for a person at a terminal."""
    yield f"{kecamatan} Tahun {results.tahun} · {results.kebijakan.skala.nama}"
    for sasaran in results.sasaran:
        yield ""
        yield f"Sasaran: {sasaran.uraian}"
        for nomor, indikator in enumerate(sasaran.indikator, start=1):
            yield from _indikator(nomor, indikator)
        yield f"  Rata-rata sasaran: {_rerata(sasaran.rerata)}"
    yield ""
    yield f"Rata-rata capaian: {_rerata(results.rerata)}"
    yield ""
    yield f"Anggaran: {_serapan(results.anggaran.total)}"
    for program in results.anggaran.program:
        yield from _anggaran_rows(program)


def _indikator(nomor: int, indikator: IndikatorResult) -> Iterator[str]:
    capaian = indikator.capaian
    yield f"  {nomor}. {indikator.nama}"
    yield (
        f"     target {indikator.target_cetak} · realisasi {indikator.realisasi_cetak}"
        f" · capaian {shown(capaian)}{_kategori(capaian.kategori)}"
    )
    for keterangan in (capaian.langkah, capaian.batas, capaian.alasan):
        if keterangan:
            yield f"     {keterangan}"
    progress = indikator.kemajuan
    if indikator.tahun_akhir is not None:
        content = progress.langkah or progress.alasan
        yield f"     kemajuan terhadap target Renstra {indikator.tahun_akhir}: {shown(progress)}" + (
            f" ({content})" if content else ""
        )


def _kategori(kategori: Any) -> str:
    if kategori is None:
        return ""
    return f" {kategori.kode}" if kategori.kode == kategori.label else f" {kategori.kode} ({kategori.label})"


def _rerata(rerata: Rerata) -> str:
    content = rerata.langkah or rerata.alasan
    return (
        f"{shown(rerata)}{_kategori(rerata.kategori)}, "
        f"{rerata.terhitung} dari {rerata.jumlah} indikator terhitung" + (f": {content}" if content else "")
    )


def _serapan(serapan: Serapan) -> str:
    pagu, realisasi = (
        BELUM_DIISI if n is None else format_rupiah(n) for n in (serapan.pagu, serapan.realisasi)
    )
    alasan = f" ({serapan.alasan})" if serapan.alasan else ""
    return f"pagu {pagu} · realisasi {realisasi} · serapan {shown(serapan)}{alasan}"


def _anggaran_rows(row: SerapanLine, depth: int = 1) -> Iterator[str]:
    yield f"{'  ' * depth}{row.nama}: {_serapan(row.serapan)}"
    for child in row.anak:
        yield from _anggaran_rows(child, depth + 1)
