"""Generated sentences on what the year's measurement leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from reports.prose.language import chain, count_of, quoted, sentence
from sakip.capaian.results import IndikatorResult, TujuanMeasured
from sakip.capaian.values import KeadaanNilai
from sakip.snapshot.coverage import Count, Unmeasured
from sakip.snapshot.types import Snapshot


def coverage_sentence(snapshot: Snapshot, left_out: Unmeasured | None) -> str:
    """How many IKU, tujuan, sasaran and indikator of the plan the PK leaves out; that none is, where none is."""
    reference = "Perjanjian Kinerja yang menjadi dasar pengukuran"
    if left_out is None:
        return sentence(f"{reference} belum memuat indikator")
    missing = _counts(left_out)
    if missing:
        table = "; semuanya, beserta data yang sudah tercatat, disebutkan dalam tabel berikut"
        return sentence(f"{reference} tidak mencakup {chain(missing)}, sehingga tidak diukur{table}")
    if left_out.groups:
        return sentence(f"{reference} tidak memuat indikator dalam tabel berikut, sehingga tidak diukur")
    return sentence(
        f"{reference} mencakup seluruh tujuan, sasaran, dan indikator Renstra"
        f"{' serta seluruh Indikator Kinerja Utama' if snapshot.iku else ''}"
    )


def coverage_summary(left_out: Unmeasured | None) -> str:
    """The same for the ikhtisar; empty where nothing is left out."""
    missing = _counts(left_out) if left_out else []
    if not missing:
        return ""
    return sentence(
        f"Perjanjian Kinerja tidak mencakup {chain(missing)}; yang tidak diukur itu disebutkan dalam BAB III"
    )


def tujuan_sentence(tujuan: Sequence[TujuanMeasured]) -> str:
    """Which indikator of the tujuan are not measured; empty where all are, or there are none."""
    everything = [i for t in tujuan for i in t.indikator]
    pending = [i for i in everything if not recorded(i)]
    if not pending:
        return ""
    many = count_of(len(pending), "indikator tujuan Renstra")
    if len(pending) < len(everything):
        many = f"{len(pending)} dari {count_of(len(everything), 'indikator tujuan Renstra')}"
    return sentence(
        f"{many}, yaitu {chain([quoted(i.nama) for i in pending])}, belum diukur karena realisasinya tidak tercatat. "
        f"Capaian indikator sasaran tidak menggantikan capaian tujuan"
    )


def recorded(indikator: IndikatorResult) -> bool:
    """Whether somebody has said what the year's realisasi is, or why there is none."""
    return indikator.realisasi is not None and indikator.realisasi.keadaan is not KeadaanNilai.BELUM_DIISI


def _counts(left_out: Unmeasured) -> list[str]:
    """ "2 (dua) dari 6 (enam) IKU", for each kind of which something is missing."""
    kinds = (
        (left_out.iku, "Indikator Kinerja Utama (IKU)"),
        (left_out.tujuan, "tujuan Renstra"),
        (left_out.sasaran, "sasaran Renstra"),
        (left_out.indikator, "indikator sasaran Renstra"),
    )
    return [_say(count, kind) for count, kind in kinds if count.n]


def _say(count: Count, kind: str) -> str:
    return f"{count.n} dari {count_of(count.of, kind)}"
