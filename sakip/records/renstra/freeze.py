"""The Renstra as it is frozen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kecamatan import models as wilayah
from kecamatan.ground.prepared import Below
from sakip import models as m
from sakip.capaian.inputs import Akumulasi, Rumus
from sakip.records.kebijakan.freeze import skala
from sakip.records.renstra.in_force import PlanOfYear, plan_of_year
from sakip.snapshot.rows import nama
from sakip.snapshot.typed import frozen, target
from sakip.snapshot.types import Indikator, IndikatorTujuan, Renstra, Sasaran, TargetTahun, Tujuan


def renstra_rows(plan: PlanOfYear, *, rpjmd: bool) -> list[m.Renstra]:
    """The versions of the Renstra that the year is measured by, the last one counts, with everything below them
    (9 queries), and with their RPJMD where that is asked for (3 more)."""
    return (_WITH_RPJMD if rpjmd else _MEASURED_BY)(plan.measured_versions)


def renstra_measure(kecamatan: wilayah.Kecamatan, tahun: int, *, as_judged: bool = False) -> m.Renstra | None:
    """The version measured by with what measuring needs: tujuan, sasaran, indikator of both, targets, scales (11
    queries). ``as_judged`` asks of all versions as the checks of the year do: who has asked them in the same moment is
    answered from that."""
    plan = plan_of_year(kecamatan, tahun)
    if plan.measured is not None:
        _MEASURED_BY(plan.measured_versions if as_judged else [plan.measured])
    return plan.measured


_TO_MEASURE: Final = (
    "tujuan__indikator__target",
    "tujuan__indikator__skala__kategori",
    "tujuan__sasaran__indikator__target",
    "tujuan__sasaran__indikator__skala__kategori",
)
_MEASURED_BY: Final = Below(*_TO_MEASURE)
_WITH_RPJMD: Final = Below(*_TO_MEASURE, "periode_rpjmd__misi__tujuan__sasaran")


def renstra(row: m.Renstra, nama_unit: Mapping[str, str]) -> Renstra:
    """One version; ``nama_unit`` turns the kunci of responsible units into their names."""
    tujuan = tuple(_tujuan(t, nama_unit) for t in row.tujuan.all())
    return frozen(Renstra, row, tujuan=tujuan)


def _tujuan(row: m.Tujuan, nama_unit: Mapping[str, str]) -> Tujuan:
    return frozen(
        Tujuan,
        row,
        indikator=tuple(
            frozen(
                IndikatorTujuan,
                i,
                rumus=Rumus(i.rumus),
                skala=skala(i.skala) if i.skala else None,
                target=_target(i),
            )
            for i in row.indikator.all()
        ),
        sasaran=tuple(
            frozen(
                Sasaran,
                s,
                program=tuple(s.program_teks),
                indikator=tuple(_indikator(i, nama_unit) for i in s.indikator.all()),
            )
            for s in row.sasaran.all()
        ),
    )


def _indikator(row: m.Indikator, nama_unit: Mapping[str, str]) -> Indikator:
    return frozen(
        Indikator,
        row,
        rumus=Rumus(row.rumus),
        skala=skala(row.skala) if row.skala else None,
        akumulasi=Akumulasi(row.akumulasi),
        penanggung_jawab=nama(row.penanggung_jawab, nama_unit),
        target=_target(row),
    )


def _target(row: m.Indikator | m.IndikatorTujuan) -> tuple[TargetTahun, ...]:
    return tuple(TargetTahun(tahun=t.tahun, target=target(t)) for t in row.target.all())
