"""What commands about one kecamatan and year share."""

from __future__ import annotations

from kecamatan.models import Kecamatan
from kecamatan.perintah import kecamatan_dari, pastikan_tahun
from sakip.selectors import BUKAN_PENANDA, PENCATAT


def tahun_tercatat(*, kecamatan: Kecamatan) -> list[int]:
    """Years of which the kecamatan has records of its own, first to last (1 query)."""
    pertama, *lain = (
        model._default_manager.filter(syarat, kecamatan=kecamatan)
        .order_by()
        .values_list("tahun", flat=True)
        .distinct()
        for kode, model, syarat in PENCATAT
        if kode not in BUKAN_PENANDA
    )
    return sorted(pertama.union(*lain))


def tempat_dan_tahun(*, kecamatan: str, tahun: int) -> Kecamatan:
    """The kecamatan that K means, of which records of T exist. Raises GalatMasukan."""
    hasil = kecamatan_dari(kecamatan)
    pastikan_tahun(hasil, tahun, tahun_tercatat(kecamatan=hasil))
    return hasil
