"""What lies around a kecamatan-year, read for its review in a fixed number of queries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Final

from django.db.models import Q

from kecamatan.ground.prepared import Prepared
from kecamatan.models import DesaKelurahan, Kecamatan, Pangkat, Peraturan
from reports.selectors import latest_laporan
from reports.workflow.deadline import laporan_deadline, year_deadline
from sakip.checks.material import Area, ProgramName, Surroundings
from sakip.models import BuktiDukung, Program, Skala
from sakip.querysets import of_year
from sakip.records.kebijakan.freeze import skala
from sakip.snapshot.parts.source import PeraturanReference


def beyond(*, kecamatan: Kecamatan, tahun: int = 0) -> Surroundings:
    """What surrounds every year of a kecamatan, whatever is recorded there (7 queries)."""
    return replace(reference_surroundings(kecamatan.kabupaten_id), neighbours=_neighbours(kecamatan))


def reference_surroundings(kabupaten: int | None) -> Surroundings:
    """What is the same for every kecamatan of a kabupaten: regulations, pangkat, scales, programs (None: those of all
    kabupaten alone; 5 queries)."""
    mine = Q(kabupaten=None) | Q(kabupaten=kabupaten)
    return Surroundings(
        peraturan=tuple(
            PeraturanReference(
                pk=one.pk,
                kode=one.kode,
                sebutan=one.sebutan,
                berlaku_mulai=one.berlaku_mulai,
                berlaku_sampai=one.berlaku_sampai,
                dicabut_oleh=one.dicabut_oleh.sebutan if one.dicabut_oleh else "",
            )
            for one in Peraturan.objects.filter(mine).select_related("dicabut_oleh")
        ),
        grades=tuple(Pangkat.objects.values_list("pangkat", "golongan")),
        scales=tuple(
            skala(row) for row in Skala.objects.filter(untuk=Skala.Untuk.HURUF).prefetch_related("kategori")
        ),
        programs=tuple(
            ProgramName(
                nama=one.nama,
                versi=one.versi.nama,
                tahun_awal=one.versi.tahun_awal,
                tahun_akhir=one.versi.tahun_akhir,
            )
            for one in Program.objects.select_related("versi")
        ),
    )


def surroundings(
    *, kecamatan: Kecamatan, tahun: int, signed: date | None, lasting: Surroundings | None = None
) -> Surroundings:
    """What surrounds it (10 queries, 3 where what lies :func:`beyond` is given as ``lasting``). ``signed`` is the day
    that the report bears or would bear."""
    latest = latest_laporan(kecamatan, tahun)
    return replace(
        lasting or beyond(kecamatan=kecamatan),
        report=latest.pk if latest else None,
        deadline=laporan_deadline(latest) if latest else year_deadline(kecamatan.kabupaten_id, tahun),
        signed=signed,
        with_bukti=frozenset(
            (kunci, year, triwulan) for kunci, year, triwulan in _WITH_BUKTI.tuples(kecamatan.pk, tahun)
        ),
    )


_WITH_BUKTI: Final = Prepared(
    lambda kecamatan, tahun: of_year(BuktiDukung, kecamatan, tahun).values_list(
        "realisasi__indikator__kunci", "realisasi__tahun", "realisasi__triwulan"
    )
)


def _neighbours(kecamatan: Kecamatan) -> tuple[Area, ...]:
    others = (
        Kecamatan.objects.filter(kabupaten=kecamatan.kabupaten_id).exclude(pk=kecamatan.pk).order_by("kode")
    )
    villages = DesaKelurahan.objects.filter(kecamatan__in=others).order_by("kecamatan", "nama")
    of: dict[int, tuple[str, ...]] = {
        pk: tuple(nama for _, nama in rows)
        for pk, rows in groupby(villages.values_list("kecamatan", "nama"), key=lambda row: row[0])
    }
    return tuple(Area(kode=k.kode, nama=k.nama, desa=of.get(k.pk, ())) for k in others)
