"""The working behind each capaian, as pairs of label and words that a person can follow."""

from __future__ import annotations

from dataclasses import dataclass

from reports.lkip.bab3.sources import all_indikator
from reports.pages.pengukuran import realisasi_of_this_year
from reports.prose.language import tidy
from reports.publish.naskah import Naskah
from sakip.capaian.results import Capaian, IndikatorResult, TargetPosition
from sakip.text.working import Step, capaian_steps, say_kategori, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDetail:
    """One indikator: its name, the result in one word, and the steps that lead there."""

    nama: str
    short: str
    steps: tuple[Step, ...]


def capaian_details(naskah: Naskah) -> tuple[WorkingDetail, ...]:
    """The working of every indikator in the order of the PK; none where nothing was measured."""
    if naskah.results is None:
        return ()
    return tuple(_details(naskah, i) for i in all_indikator(naskah.results))


def _details(naskah: Naskah, i: IndikatorResult) -> WorkingDetail:
    recorded = realisasi_of_this_year(naskah).get(i.kunci)
    steps = capaian_steps(i, beside_target=_other_targets(i))
    if recorded:
        steps += [("Sumber data", tidy(recorded.sumber))] if recorded.sumber else []
        steps += [("Catatan", recorded.catatan)] if recorded.catatan else []
        steps.append(("Bukti dukung", f"{recorded.bukti} berkas" if recorded.bukti else "belum ada"))
    return WorkingDetail(nama=tidy(i.nama), short=_summarize(i.capaian), steps=tuple(steps))


def _summarize(capaian: Capaian) -> str:
    if capaian.nilai is None:
        return shown(capaian)
    return f"{shown(capaian)}, {say_kategori(capaian.kategori)}"


def _other_targets(i: IndikatorResult) -> list[Step]:
    """Targets of the other documents of the year; a difference is said, never merged."""
    return [
        (
            f"Target {o.dokumen}",
            f"{o.cetak}{', berbeda dari target PK' if o.letak is not TargetPosition.SAMA else ''}",
        )
        for o in i.target_lain
    ]
