"""What commands about one kecamatan and year share."""

from __future__ import annotations

from kecamatan.ground.commands import kecamatan_dari, pastikan_tahun
from kecamatan.models import Kecamatan
from sakip.selectors import tahun_tercatat


def tempat_dan_tahun(*, kecamatan: str, tahun: int) -> Kecamatan:
    """The kecamatan that K means, of which records of T exist. Raises GalatMasukan."""
    hasil = kecamatan_dari(kecamatan)
    pastikan_tahun(hasil, tahun, tahun_tercatat(kecamatan=hasil))
    return hasil
