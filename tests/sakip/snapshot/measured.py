"""The snapshot that a saved cell is answered from."""

from kecamatan.models import Kecamatan
from sakip.records.realisasi.freeze import realisasi_rows
from sakip.snapshot.build import build_definitions, with_realisasi
from sakip.snapshot.to_engine import MAXIMUM_PREVIOUS_YEARS
from sakip.snapshot.types import Snapshot


def build_measured(kecamatan: Kecamatan, tahun: int) -> Snapshot:
    """What a saved cell is answered from."""
    years = range(tahun - MAXIMUM_PREVIOUS_YEARS, tahun + 1)
    return with_realisasi(
        build_definitions(kecamatan=kecamatan, tahun=tahun), realisasi_rows(kecamatan, years)
    )
