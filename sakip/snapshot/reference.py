"""What rows refer to → the frozen references that checks ask about. No queries: the rows bring them along."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sakip import models as m
from sakip.records.renstra.in_force import PlanOfYear
from sakip.snapshot.parts.source import (
    Addition,
    Branch,
    NomenklaturReference,
    PeraturanReference,
    PlanReference,
    RenstraReference,
)

#: Levels below the program, each with the level that it is part of.
_BRANCHES = (("kegiatan", "program"), ("sub_kegiatan", "kegiatan"))


def renstra_of(*rows: m.Indikator | m.Sasaran | None) -> tuple[RenstraReference, ...]:
    """The Renstra of the rows referred to, each once (renstra and its kecamatan must be selected)."""
    return tuple(dict.fromkeys(_reference(row.renstra) for row in rows if row is not None))


def plan_reference(plan: PlanOfYear) -> PlanReference | None:
    """Which Renstra counts in the year; None where none covers it."""
    if plan.in_force is None or plan.measured is None:
        return None
    return PlanReference(berlaku=_reference(plan.in_force), diukur=_reference(plan.measured))


def _reference(renstra: m.Renstra) -> RenstraReference:
    return RenstraReference(nama=str(renstra), tahun_awal=renstra.tahun_awal, tahun_akhir=renstra.tahun_akhir)


def regulations_of(rows: Iterable[Any]) -> tuple[PeraturanReference, ...]:
    """The regulations that rows cite (peraturan and what revoked it must be selected)."""
    return tuple(
        PeraturanReference(
            pk=row.pk,
            kode=row.peraturan.kode,
            sebutan=row.peraturan.sebutan,
            berlaku_mulai=row.peraturan.berlaku_mulai,
            berlaku_sampai=row.peraturan.berlaku_sampai,
            dicabut_oleh=row.peraturan.dicabut_oleh.sebutan if row.peraturan.dicabut_oleh else "",
        )
        for row in rows
    )


def nomenklatur_of(row: Any) -> NomenklaturReference | None:
    """The nomenklatur of a row (its levels and the program's versi must be selected); None without a program."""
    program: m.Program | None = row.program
    if program is None:
        return None
    levels: dict[str, Any] = {
        level: getattr(row, level, None) for level in ("program", "kegiatan", "sub_kegiatan")
    }
    return NomenklaturReference(
        versi=str(program.versi),
        tahun_awal=program.versi.tahun_awal,
        tahun_akhir=program.versi.tahun_akhir,
        khusus_aceh=tuple(
            (level.replace("_", " "), str(used))
            for level, used in levels.items()
            if used and used.khusus_aceh
        ),
        terputus=tuple(
            Branch(tingkat=level.replace("_", " "), nama=str(levels[level]), nama_induk=str(levels[above]))
            for level, above in _BRANCHES
            if levels[level] is not None
            and getattr(levels[level], f"{above}_id") != (levels[above].pk if levels[above] else None)
        ),
        tambahan=tuple(
            Addition(
                tingkat=level.replace("_", " "),
                nama=str(used),
                kode_kabupaten=used.kabupaten.kode,
                nama_kabupaten=str(used.kabupaten),
                tahun_awal=used.tahun_awal,
                tahun_akhir=used.tahun_akhir,
            )
            for level, used in levels.items()
            if used and used.kabupaten_id is not None
        ),
    )
