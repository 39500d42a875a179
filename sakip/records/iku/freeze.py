"""The Keputusan Camat tentang IKU as it is frozen."""

from __future__ import annotations

from kecamatan import models as wilayah
from sakip import models as m
from sakip.snapshot.reference import renstra_of
from sakip.snapshot.rows import RENSTRA_INDIKATOR, fetch, key_of
from sakip.snapshot.types import (
    BarisIKU,
    KeputusanIKU,
)
from sakip.snapshot.values import angka, choose_pejabat, pejabat


def keputusan_iku(kecamatan: wilayah.Kecamatan, tahun: int) -> KeputusanIKU | None:
    """The year's SK IKU (4 queries)."""
    baris = (
        m.KeputusanIKU.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .select_related(*choose_pejabat("penandatangan"))
        .prefetch_related(
            fetch("daftar_mengingat", m.MengingatIKU, "peraturan"),
            "butir",
            fetch("baris", m.BarisIKU, RENSTRA_INDIKATOR),
        )
        .first()
    )
    if baris is None:
        return None
    butir = {
        jenis: tuple(b.uraian for b in baris.butir.all() if b.jenis == jenis)
        for jenis in ("tugas", "fungsi", "tujuan", "indikator_tujuan")
    }
    return KeputusanIKU(
        tahun=baris.tahun,
        nomor=baris.nomor,
        tempat=baris.tempat,
        tanggal=baris.tanggal,
        tanggal_cetak=baris.tanggal_cetak,
        penandatangan=pejabat(baris.penandatangan),
        mengingat=tuple(d.peraturan.sebutan for d in baris.daftar_mengingat.all()),
        instansi=baris.instansi,
        **butir,
        baris=tuple(
            BarisIKU(
                sasaran=b.sasaran,
                indikator=b.indikator,
                kunci_indikator=key_of(b.acuan_indikator),
                satuan=b.satuan,
                pembilang=b.pembilang,
                penyebut=b.penyebut,
                pengali=angka(b.acuan_indikator.pengali) if b.acuan_indikator else None,
                formulasi=b.formulasi,
                penjelasan=tuple(b.penjelasan),
                penanggung_jawab=tuple(b.penanggung_jawab),
                sumber_data=b.sumber_data,
                pk=b.pk,
                acuan=renstra_of(b.acuan_indikator),
            )
            for b in baris.baris.all()
        ),
        pk=baris.pk,
    )
