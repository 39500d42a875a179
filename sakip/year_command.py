"""What commands about one kecamatan and year share."""

from __future__ import annotations

from kecamatan.ground.commands import ensure_year, kecamatan_dari
from kecamatan.models import Kecamatan
from sakip.selectors import tahun_tercatat


def tempat_dan_tahun(*, kecamatan: str, tahun: int) -> Kecamatan:
    """The kecamatan that K means, of which records of T exist. Raises InputError."""
    hasil = kecamatan_dari(kecamatan)
    ensure_year(hasil, tahun, tahun_tercatat(kecamatan=hasil))
    return hasil
