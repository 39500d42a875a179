"""The SK IKU of one year copied into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from sakip.entry.copying import AlreadyFilled, Copier, CopyOffer
from sakip.entry.writer import copy_row
from sakip.models import BarisIKU, ButirIKU, KeputusanIKU, MengingatIKU
from sakip.records.iku.of_year import iku_of_year
from sakip.records.renstra.of_year import RenstraOfYear


def _copy(copy: Copier) -> KeputusanIKU:
    """The SK IKU with its citations, lampiran and rows, without number and date."""
    old = iku_of_year(copy.kecamatan, copy.source).first()
    iku = iku_of_year(copy.kecamatan, copy.to).select_related("kecamatan").first()
    if iku is not None and iku.tahun < copy.to:
        raise AlreadyFilled(
            f"{iku} berlaku sampai tahun {iku.berlaku_sampai}, sehingga tidak perlu disalin ke tahun {copy.to}."
            " Bila ditetapkan keputusan baru, catat pada halaman IKU."
        )
    filled = iku is not None and (iku.baris.exists() or iku.butir.exists() or iku.daftar_mengingat.exists())
    old = copy.ensure(old, filled=filled, nama="Keputusan IKU")
    if iku is None:
        iku = KeputusanIKU(kecamatan=copy.kecamatan, tahun=copy.to, tempat=old.tempat, instansi=old.instansi)
        copy.write([(iku, old)], counted=False)
    for listing in (old.daftar_mengingat.select_related("peraturan"), old.butir.all()):
        copy.write((copy_row(origin, keputusan=iku), origin) for origin in listing)
    renstra = RenstraOfYear(copy.kecamatan, copy.to)
    new = []
    for row in old.baris.select_related("acuan_indikator"):
        reference = renstra.same(row.acuan_indikator)
        if reference is None and row.acuan_indikator is not None:
            copy.leave_behind(
                f'Kaitan "{row.indikator}" dengan Renstra dilepas: tidak ada dalam Renstra tahun {copy.to}.'
            )
        new.append((copy_row(row, keputusan=iku, acuan_indikator=reference), row))
    copy.write(new)
    return iku


IKU_COPY: Final = CopyOffer(
    kode="iku",
    nama="Keputusan IKU",
    page="iku",
    keterangan="Mengingat, lampiran, dan indikator; tanpa nomor dan tanggal.",
    counted=((BarisIKU, Q()), (ButirIKU, Q()), (MengingatIKU, Q())),
    make=_copy,
    recorded_in=lambda kecamatan, tahun: iku_of_year(kecamatan, tahun).values("tahun"),
)
