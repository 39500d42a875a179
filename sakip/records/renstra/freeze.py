"""The Renstra as it is frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import Model

from kecamatan.ground.prepared import Below, made_once
from sakip import models as m
from sakip.capaian.inputs import Akumulasi, Rumus
from sakip.records.kebijakan.freeze import skala
from sakip.records.renstra.in_force import PlanOfYear
from sakip.records.rpjmd.freeze import rpjmd as frozen_rpjmd
from sakip.snapshot.rows import nama
from sakip.snapshot.typed import frozen, target
from sakip.snapshot.types import (
    Indikator,
    IndikatorTujuan,
    PeriodeRPJMD,
    Renstra,
    Sasaran,
    TargetTahun,
    Tujuan,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenPlan:
    """The versions of the Renstra that a year is measured by, the last one counts, and the RPJMD of that where it was
    asked for."""

    versions: tuple[Renstra, ...]
    rpjmd: PeriodeRPJMD | None


def frozen_plan(
    plan: PlanOfYear, nama_unit: Mapping[str, str], *, rpjmd: bool = False, last: bool = False
) -> FrozenPlan:
    """The plan with everything below it (9 queries), and its RPJMD where that is asked for (3 more); of the ``last``
    version alone, with what measuring needs.

    In one moment it is frozen once, also for several years: little is made of as many rows.
    """
    rows = plan.measured_versions[-1:] if last else plan.measured_versions

    def freeze() -> FrozenPlan:
        found = (_WITH_RPJMD if rpjmd else _MEASURED_BY)(rows)
        return FrozenPlan(
            versions=tuple(renstra(row, nama_unit) for row in found),
            rpjmd=frozen_rpjmd(found[-1] if found else None) if rpjmd else None,
        )

    key = (
        "renstra",
        rpjmd,
        tuple(nama_unit.items()),
        *(_columns(one) for row in rows for one in _with_near(row)),
    )
    return made_once(key, freeze)


def _with_near(row: m.Renstra) -> tuple[Model | None, ...]:
    """A version with the rows that come along with it: it was read before, so what they say belongs to the key."""
    return row, row.periode_rpjmd, row.misi_diacu


def _columns(row: Model | None) -> tuple[str, ...]:
    return tuple(repr(getattr(row, column.attname)) for column in row._meta.concrete_fields) if row else ()


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
