"""The SK IKU of one year copied into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from sakip.entry.copying import Copier, CopyOffer
from sakip.entry.writer import copy_row
from sakip.models import BarisIKU, ButirIKU, KeputusanIKU, MengingatIKU
from sakip.records.renstra.of_year import RenstraOfYear


def _copy(copy: Copier) -> KeputusanIKU:
    """The SK IKU with its citations, lampiran and rows, without number and date."""
    lama = KeputusanIKU.objects.filter(kecamatan=copy.kecamatan, tahun=copy.dari).first()
    iku = KeputusanIKU.objects.filter(kecamatan=copy.kecamatan, tahun=copy.ke).first()
    terisi = iku is not None and (iku.baris.exists() or iku.butir.exists() or iku.daftar_mengingat.exists())
    lama = copy.ensure(lama, terisi=terisi, nama="Keputusan IKU")
    if iku is None:
        iku = KeputusanIKU(
            kecamatan=copy.kecamatan, tahun=copy.ke, tempat=lama.tempat, instansi=lama.instansi
        )
        copy.write([(iku, lama)], counted=False)
    for daftar in (lama.daftar_mengingat.select_related("peraturan"), lama.butir.all()):
        copy.write((copy_row(asal, keputusan=iku, ditinjau=False), asal) for asal in daftar)
    renstra = RenstraOfYear(copy.kecamatan, copy.ke)
    baru = []
    for baris in lama.baris.select_related("acuan_indikator"):
        acuan = renstra.same(baris.acuan_indikator)
        if acuan is None and baris.acuan_indikator is not None:
            copy.tinggalkan(
                f'Kaitan "{baris.indikator}" dengan Renstra dilepas: tidak ada dalam Renstra tahun {copy.ke}.'
            )
        baru.append((copy_row(baris, keputusan=iku, acuan_indikator=acuan, ditinjau=False), baris))
    copy.write(baru)
    return iku


IKU_COPY: Final = CopyOffer(
    kode="iku",
    nama="Keputusan IKU",
    halaman="iku",
    keterangan="Mengingat, lampiran, dan indikator; tanpa nomor dan tanggal.",
    counted=((BarisIKU, Q()), (ButirIKU, Q()), (MengingatIKU, Q())),
    make=_copy,
)
