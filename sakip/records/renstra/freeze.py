"""The Renstra as it is frozen."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import prefetch_related_objects

from kecamatan import models as wilayah
from sakip import models as m
from sakip.capaian.inputs import Akumulasi, Rumus
from sakip.querysets import of_year
from sakip.records.kebijakan.freeze import skala
from sakip.snapshot.rows import nama
from sakip.snapshot.typed import frozen, target
from sakip.snapshot.types import Indikator, IndikatorTujuan, Renstra, Sasaran, TargetTahun, Tujuan


def renstra_rows(kecamatan: wilayah.Kecamatan, tahun: int) -> list[m.Renstra]:
    """The versions in force in the year (:func:`versi_renstra`) with everything below them (12 queries)."""
    all_versi = versi_renstra(kecamatan, tahun)
    prefetch_related_objects(
        all_versi, "tujuan__indikator__target", *_TO_MEASURE, "periode_rpjmd__misi__tujuan__sasaran"
    )
    return all_versi


def renstra_measure(kecamatan: wilayah.Kecamatan, tahun: int) -> m.Renstra | None:
    """The version in force with what measuring needs: tujuan, sasaran, indikator, targets, scales (7 queries)."""
    all_versi = versi_renstra(kecamatan, tahun)[-1:]
    prefetch_related_objects(all_versi, *_TO_MEASURE)
    return all_versi[0] if all_versi else None


_TO_MEASURE = ("tujuan__sasaran__indikator__target", "tujuan__sasaran__indikator__skala__kategori")


def versi_renstra(kecamatan: wilayah.Kecamatan, tahun: int) -> list[m.Renstra]:
    """The versions of the period that covers the year, first to last (1 query, 2 where periods overlap).

    Where two periods overlap (2016–2021 and 2021–2026 in 2021) the one that the year's PK refers to is meant;
    without a PK the older one, under which the year was planned.
    """
    rows = list(
        of_year(m.Renstra, kecamatan, tahun)
        .order_by("tahun_awal", "versi")
        .select_related("periode_rpjmd", "misi_diacu")
    )
    start = sorted({r.tahun_awal for r in rows})
    if len(start) > 1:
        referred = set(
            of_year(m.BarisPK, kecamatan, tahun).values_list(
                "acuan_indikator__renstra__tahun_awal", flat=True
            )
        )
        start = [a for a in start if a in referred] or start
    return [r for r in rows if r.tahun_awal == start[0]] if start else []


def renstra(row: m.Renstra, nama_unit: Mapping[str, str], *, with_indikator_tujuan: bool = True) -> Renstra:
    """One version; ``nama_unit`` turns the kunci of responsible units into their names.

    The indikator of tujuan are measured nowhere, so a computation may leave them out.
    """
    tujuan = tuple(_tujuan(t, nama_unit, with_indikator_tujuan) for t in row.tujuan.all())
    return frozen(Renstra, row, tujuan=tujuan)


def _tujuan(row: m.Tujuan, nama_unit: Mapping[str, str], with_indikator: bool) -> Tujuan:
    return frozen(
        Tujuan,
        row,
        indikator=tuple(
            frozen(IndikatorTujuan, i, target=_target(i))
            for i in (row.indikator.all() if with_indikator else ())
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
