"""The RKT as it is frozen."""

from __future__ import annotations

from collections.abc import Mapping

from kecamatan import models as wilayah
from sakip import models as m
from sakip.snapshot.reference import nomenklatur_of, renstra_of
from sakip.snapshot.rows import (
    NOMENKLATUR,
    RENSTRA_INDIKATOR,
    RENSTRA_SASARAN,
    fetch,
    jenjang,
    key_of,
    nama,
    tingkat_of,
)
from sakip.snapshot.types import (
    RKT,
    BarisRKT,
    IndikatorKegiatan,
    SasaranRKT,
)
from sakip.snapshot.values import angka, choose_pejabat, pejabat, target_opsional


def rkt(kecamatan: wilayah.Kecamatan, tahun: int, nama_unit: Mapping[str, str]) -> RKT | None:
    """The year's RKT (4 queries)."""
    baris = (
        m.RKT.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .select_related(*choose_pejabat("penandatangan"))
        .prefetch_related(
            fetch("sasaran", m.SasaranRKT, RENSTRA_INDIKATOR),
            fetch("baris", m.BarisRKT, RENSTRA_SASARAN, *NOMENKLATUR),
            "baris__indikator",
        )
        .first()
    )
    if baris is None:
        return None
    return RKT(
        tahun=baris.tahun,
        tempat=baris.tempat,
        tanggal=baris.tanggal,
        tanggal_cetak=baris.tanggal_cetak,
        penandatangan=pejabat(baris.penandatangan),
        sasaran=tuple(
            SasaranRKT(
                sasaran=s.sasaran,
                indikator=s.indikator,
                kunci_indikator=key_of(s.acuan_indikator),
                target=target_opsional(s),
                satuan=s.satuan,
                pk=s.pk,
                acuan=renstra_of(s.acuan_indikator),
            )
            for s in baris.sasaran.all()
        ),
        baris=tuple(
            BarisRKT(
                kunci_sasaran=key_of(b.acuan_sasaran),
                tingkat=tingkat_of(b),
                **jenjang(b),
                indikator=tuple(
                    IndikatorKegiatan(uraian=i.uraian, target=i.target, satuan=i.satuan)
                    for i in b.indikator.all()
                ),
                anggaran=angka(b.anggaran),
                penanggung_jawab=nama(b.penanggung_jawab, nama_unit),
                pk=b.pk,
                acuan=renstra_of(b.acuan_sasaran),
                nomenklatur=nomenklatur_of(b),
            )
            for b in baris.baris.all()
        ),
        pk=baris.pk,
    )
