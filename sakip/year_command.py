"""What commands about one kecamatan and year share."""

from __future__ import annotations

from kecamatan.ground.commands import ensure_year, kecamatan_of
from kecamatan.models import Kecamatan
from sakip.selectors import recorded_years


def place_and_year(*, kecamatan: str, tahun: int) -> Kecamatan:
    """The kecamatan that K means, of which records of T exist. Raises InputError."""
    result = kecamatan_of(kecamatan)
    ensure_year(result, tahun, recorded_years(kecamatan=result))
    return result
