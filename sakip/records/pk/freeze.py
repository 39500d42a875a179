"""The Perjanjian Kinerja as it is frozen."""

from __future__ import annotations

from kecamatan import models as wilayah
from sakip import models as m
from sakip.snapshot.reference import nomenklatur_of, renstra_of
from sakip.snapshot.rows import RENSTRA_INDIKATOR, RENSTRA_SASARAN, fetch, key_of
from sakip.snapshot.types import (
    AnggaranPK,
    BarisPK,
    PerjanjianKinerja,
)
from sakip.snapshot.values import angka, choose_pejabat, pejabat, target


def perjanjian(
    kecamatan: wilayah.Kecamatan, tahun: range, *, hanya_indikator: bool = False
) -> list[PerjanjianKinerja]:
    """PK of the years, murni before perubahan (3 queries); ``hanya_indikator`` leaves out parties and money (2)."""
    baris = (
        m.PerjanjianKinerja.objects.for_kecamatan(kecamatan)
        .filter(tahun__in=tahun)
        .order_by("tahun", "versi")
        .prefetch_related(fetch("baris", m.BarisPK, RENSTRA_INDIKATOR, RENSTRA_SASARAN))
    )
    if not hanya_indikator:
        baris = baris.select_related(*choose_pejabat("pihak_pertama", "pihak_kedua")).prefetch_related(
            fetch("anggaran", m.AnggaranPK, "program__versi")
        )
    return [
        PerjanjianKinerja(
            tahun=p.tahun,
            versi=p.versi,
            alasan=p.alasan,
            tempat=p.tempat,
            tanggal=p.tanggal,
            tanggal_cetak=p.tanggal_cetak,
            pihak_pertama=None if hanya_indikator else pejabat(p.pihak_pertama),
            pihak_kedua=None if hanya_indikator else pejabat(p.pihak_kedua),
            sumber=p.sumber,
            indikator=tuple(
                BarisPK(
                    sasaran=b.sasaran,
                    kunci_sasaran=key_of(b.acuan_sasaran),
                    indikator=b.indikator,
                    kunci_indikator=key_of(b.acuan_indikator),
                    target=target(b),
                    satuan=b.satuan,
                    pk=b.pk,
                    acuan=renstra_of(b.acuan_indikator, b.acuan_sasaran),
                )
                for b in p.baris.all()
            ),
            anggaran=tuple(
                AnggaranPK(
                    program=a.program.kode if a.program else "",
                    nama=a.nama,
                    anggaran=angka(a.anggaran),
                    sumber_dana=a.sumber_dana,
                    pk=a.pk,
                    nomenklatur=nomenklatur_of(a),
                )
                for a in (() if hanya_indikator else p.anggaran.all())
            ),
            pk=p.pk,
        )
        for p in baris
    ]
