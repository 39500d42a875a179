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
    milik = Narasi.objects.filter(kecamatan=copy.kecamatan)
    tertulis = [n for n in milik.filter(tahun=copy.dari) if n.isi.strip()]
    lama = copy.ensure(tertulis or None, terisi=milik.filter(tahun=copy.ke).exists(), nama="Narasi")
    renstra = RenstraOfYear(copy.kecamatan, copy.ke)
    baru = []
    for asal in lama:
        if asal.kunci and asal.kunci not in renstra.indikator and asal.kunci not in renstra.sasaran:
            copy.tinggalkan(
                f'"{asal.get_bagian_display()}" untuk {asal.kunci} tidak disalin: tidak ada dalam Renstra'
                f" yang berlaku tahun {copy.ke}."
            )
            continue
        baru.append((copy_row(asal, tahun=copy.ke, ditinjau=False), asal))
    copy.write(baru)
    return Narasi._meta.label_lower


NARASI_COPY: Final = CopyOffer(
    kode="narasi",
    nama="Narasi",
    halaman="narasi",
    keterangan="Tulisan setiap bagian LKIP; angka tahun di dalamnya tidak diubah.",
    counted=((Narasi, ~Q(isi="")),),
    make=_copy,
)
