"""The Renstra as it is frozen."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import prefetch_related_objects

from kecamatan import models as wilayah
from sakip import models as m
from sakip.capaian.inputs import Akumulasi, Rumus
from sakip.records.kebijakan.freeze import skala
from sakip.snapshot.rows import nama
from sakip.snapshot.types import (
    Indikator,
    IndikatorTujuan,
    Renstra,
    Sasaran,
    TargetTahun,
    Tujuan,
)
from sakip.snapshot.values import angka, target


def renstra_rows(kecamatan: wilayah.Kecamatan, tahun: int) -> list[m.Renstra]:
    """The versions in force in the year (:func:`versi_renstra`) with everything below them (12 queries)."""
    semua = versi_renstra(kecamatan, tahun)
    prefetch_related_objects(
        semua,
        "tujuan__indikator__target",
        *_UNTUK_DIUKUR,
        "periode_rpjmd__misi__tujuan__sasaran",
    )
    return semua


def renstra_measure(kecamatan: wilayah.Kecamatan, tahun: int) -> m.Renstra | None:
    """The version in force with what measuring needs: tujuan, sasaran, indikator, targets, scales (7 queries)."""
    semua = versi_renstra(kecamatan, tahun)[-1:]
    prefetch_related_objects(semua, *_UNTUK_DIUKUR)
    return semua[0] if semua else None


_UNTUK_DIUKUR = (
    "tujuan__sasaran__indikator__target",
    "tujuan__sasaran__indikator__skala__kategori",
)


def versi_renstra(kecamatan: wilayah.Kecamatan, tahun: int) -> list[m.Renstra]:
    """The versions of the period that covers the year, first to last (1 query, 2 where periods overlap).

    Where two periods overlap (2016–2021 and 2021–2026 in 2021) the one that the year's PK refers to is meant;
    without a PK the older one, under which the year was planned.
    """
    semua = list(
        m.Renstra.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .order_by("tahun_awal", "versi")
        .select_related("periode_rpjmd", "misi_diacu")
    )
    awal = sorted({r.tahun_awal for r in semua})
    if len(awal) > 1:
        diacu = set(
            m.BarisPK.objects.for_kecamatan(kecamatan)
            .for_tahun(tahun)
            .values_list("acuan_indikator__renstra__tahun_awal", flat=True)
        )
        awal = [a for a in awal if a in diacu] or awal
    return [r for r in semua if r.tahun_awal == awal[0]] if awal else []


def renstra(
    baris: m.Renstra, nama_unit: Mapping[str, str], *, dengan_indikator_tujuan: bool = True
) -> Renstra:
    """One version; ``nama_unit`` turns the kunci of responsible units into their names.

    The indikator of tujuan are measured nowhere, so a computation may leave them out.
    """
    return Renstra(
        tahun_awal=baris.tahun_awal,
        tahun_akhir=baris.tahun_akhir,
        versi=baris.versi,
        dasar=baris.dasar,
        tanggal=baris.tanggal,
        sumber=baris.sumber,
        tujuan=tuple(_tujuan(t, nama_unit, dengan_indikator_tujuan) for t in baris.tujuan.all()),
        pk=baris.pk,
    )


def _tujuan(baris: m.Tujuan, nama_unit: Mapping[str, str], dengan_indikator: bool) -> Tujuan:
    return Tujuan(
        kunci=baris.kunci,
        uraian=baris.uraian,
        indikator=tuple(
            IndikatorTujuan(
                nama=i.nama,
                satuan=i.satuan,
                target=tuple(TargetTahun(tahun=t.tahun, target=target(t)) for t in i.target.all()),
                pk=i.pk,
            )
            for i in (baris.indikator.all() if dengan_indikator else ())
        ),
        sasaran=tuple(
            Sasaran(
                kunci=s.kunci,
                uraian=s.uraian,
                bobot=angka(s.bobot),
                strategi=tuple(s.strategi),
                kebijakan=tuple(s.kebijakan),
                program=tuple(s.program_teks),
                indikator=tuple(_indikator(i, nama_unit) for i in s.indikator.all()),
                pk=s.pk,
            )
            for s in baris.sasaran.all()
        ),
    )


def _indikator(baris: m.Indikator, nama_unit: Mapping[str, str]) -> Indikator:
    return Indikator(
        kunci=baris.kunci,
        nama=baris.nama,
        satuan=baris.satuan,
        jenis_nilai=baris.jenis_nilai,
        rumus=Rumus(baris.rumus),
        skala=skala(baris.skala) if baris.skala else None,
        desimal=baris.desimal,
        akumulasi=Akumulasi(baris.akumulasi),
        irama=baris.irama,
        bobot=angka(baris.bobot),
        pembilang=baris.pembilang,
        penyebut=baris.penyebut,
        pengali=angka(baris.pengali),
        formulasi=baris.formulasi,
        penjelasan=tuple(baris.penjelasan),
        penanggung_jawab=nama(baris.penanggung_jawab, nama_unit),
        sumber_data=baris.sumber_data,
        iku=baris.iku,
        dalam_renstra=baris.dalam_renstra,
        target=tuple(TargetTahun(tahun=t.tahun, target=target(t)) for t in baris.target.all()),
        pk=baris.pk,
    )
