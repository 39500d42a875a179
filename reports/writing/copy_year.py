"""The narrative of one year copied into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from reports.models import Narasi
from sakip.entry.copying import Copier, CopyOffer
from sakip.entry.writer import copy_row
from sakip.records.renstra.of_year import RenstraOfYear


def _copy(copy: Copier) -> str:
    """Every text, to be read again; one about a sasaran or indikator that the Renstra no longer has is left out."""
    own = Narasi.objects.filter(kecamatan=copy.kecamatan)
    written = [n for n in own.filter(tahun=copy.source) if n.isi.strip()]
    old = copy.ensure(written or None, filled=own.filter(tahun=copy.to).exists(), nama="Narasi")
    renstra = RenstraOfYear(copy.kecamatan, copy.to)
    new = []
    for origin in old:
        if origin.kunci and origin.kunci not in renstra.indikator and origin.kunci not in renstra.sasaran:
            copy.leave_behind(
                f'"{origin.get_bagian_display()}" untuk {origin.kunci} tidak disalin: tidak ada dalam Renstra'
                f" yang berlaku tahun {copy.to}."
            )
            continue
        new.append((copy_row(origin, tahun=copy.to), origin))
    copy.write(new)
    return Narasi._meta.label_lower


NARASI_COPY: Final = CopyOffer(
    kode="narasi",
    nama="Narasi",
    page="narasi",
    keterangan="Tulisan setiap bagian LKIP; angka tahun di dalamnya tidak diubah.",
    counted=((Narasi, ~Q(isi="")),),
    make=_copy,
)
