"""What BAB III refers to: source lines of its tables, definitions behind the results, reasons for having none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reports.official.signatures import nama_kecamatan
from reports.prose.language import unique
from reports.publish.naskah import Naskah
from reports.tables.pk import nama_pk
from sakip.capaian.anggaran import compute_anggaran
from sakip.capaian.inputs import KeadaanNilai
from sakip.capaian.predikat import DESIMAL_SKALA
from sakip.capaian.results import AnggaranResult, IndikatorResult, Results, SasaranResult
from sakip.snapshot.to_engine import anggaran_rows, anggaran_years
from sakip.snapshot.types import Indikator, Snapshot


def indikator_definition(snapshot: Snapshot) -> dict[str, Indikator]:
    """Indikator of the Renstra in force by kunci."""
    renstra = snapshot.renstra_in_force
    return {
        i.kunci: i
        for tujuan in (renstra.tujuan if renstra else ())
        for sasaran in tujuan.sasaran
        for i in sasaran.indikator
    }


def nama_renstra(snapshot: Snapshot) -> str:
    """ "Renstra Kecamatan Jombang Tahun 2021–2026", or just "Renstra" when none is recorded."""
    renstra = snapshot.renstra_in_force
    if renstra is None:
        return "Renstra"
    return f"Renstra {nama_kecamatan(snapshot)} Tahun {renstra.tahun_awal}–{renstra.tahun_akhir}"


def all_indikator(results: Results) -> tuple[IndikatorResult, ...]:
    """Every measured indikator in the order of the PK."""
    return tuple(i for s in results.sasaran for i in s.indikator)


def sasaran_key(sasaran: SasaranResult, nomor: int) -> str:
    """Part of an anchor: the sasaran's kunci, or its number where the PK is not tied to the Renstra."""
    return sasaran.kunci or str(nomor)


def sumber_data(
    naskah: Naskah,
    indikator: Sequence[IndikatorResult],
    tahun: Iterable[int] = (),
    dokumen: Iterable[str] = (),
) -> str:
    """Source line of a table of indikator: the documents of its targets, then where its realisasi come from.

    The source recorded with the realisasi of the given years (this year if none are given) goes before the
    indikator's own ``sumber_data``.
    """
    snapshot = naskah.snapshot
    years = tuple(tahun) or (snapshot.tahun,)
    origin = [source for i in indikator for t in years for source in sumber_realisasi(naskah, i, t)]
    target = list(dokumen) or ([nama_pk(snapshot.pk_in_force)] if snapshot.pk_in_force else [])
    return "; ".join(unique([*target, *origin])) or f"Data kinerja {nama_kecamatan(snapshot)}"


def sumber_realisasi(naskah: Naskah, indikator: IndikatorResult, tahun: int) -> list[str]:
    """Where the realisasi of a year comes from: what is recorded with it, else the indikator's own ``sumber_data``;
    nothing where the year has none, for nothing comes from there."""
    snapshot = naskah.snapshot
    recorded = snapshot.realisasi_of(indikator.kunci, tahun)
    definition = indikator_definition(snapshot).get(indikator.kunci)
    if not any(r.tahunan.keadaan is KeadaanNilai.TERISI for r in recorded):
        return []
    return unique([r.sumber for r in recorded]) or unique([definition.sumber_data if definition else ""])


def sumber_anggaran(naskah: Naskah, since: int | None = None) -> str:
    """Source line of a budget table; ``since`` is its first year where it shows several."""
    tahun = naskah.snapshot.tahun
    years = f"{since}–{tahun}" if since is not None and since < tahun else f"{tahun}"
    return f"Data anggaran {nama_kecamatan(naskah.snapshot)} Tahun {years}, diolah"


def alasan_without_result(naskah: Naskah) -> str:
    """Why nothing could be measured, as the clause after "karena"."""
    tahun = naskah.snapshot.tahun
    if naskah.snapshot.pk_in_force is None:
        return f"Perjanjian Kinerja tahun {tahun} belum dicatat"
    if naskah.snapshot.kebijakan is None:
        return f"kebijakan pengukuran capaian tahun {tahun} belum ditetapkan"
    return f"Perjanjian Kinerja tahun {tahun} belum memuat indikator yang diukur"


def recorded_anggaran(naskah: Naskah) -> AnggaranResult | None:
    """The computed budget; None where no row is recorded. Money needs neither a PK nor a kebijakan to be added up."""
    if naskah.results is not None:
        return naskah.results.anggaran if naskah.results.anggaran.program else None
    snapshot = naskah.snapshot
    if not snapshot.anggaran:
        return None
    desimal = snapshot.kebijakan.desimal if snapshot.kebijakan else DESIMAL_SKALA
    return compute_anggaran(anggaran_rows(snapshot), anggaran_years(snapshot), desimal)


def alasan_without_anggaran(naskah: Naskah) -> str:
    """Why there is no budget to show, as the clause after "karena"."""
    return f"data anggaran tahun {naskah.snapshot.tahun} belum dicatat"
