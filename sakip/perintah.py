"""What commands about one kecamatan and year share."""

from __future__ import annotations

from kecamatan.models import Kecamatan, ProfilKecamatan
from kecamatan.perintah import kecamatan_dari, pastikan_tahun
from sakip.models import RKT, Anggaran, KeputusanIKU, PerjanjianKinerja, RencanaAksi

#: A year is one that the office has records of when one of these is there. Realisasi is not among them: a report
#: also states the realisasi of years before it.
_DOKUMEN_TAHUN = (ProfilKecamatan, RKT, PerjanjianKinerja, KeputusanIKU, RencanaAksi, Anggaran)


def tahun_tercatat(*, kecamatan: Kecamatan) -> list[int]:
    """Years of which the kecamatan has records, first to last (1 query)."""
    per_model = [
        model._default_manager.filter(kecamatan=kecamatan)
        .order_by()
        .values_list("tahun", flat=True)
        .distinct()
        for model in _DOKUMEN_TAHUN
    ]
    return sorted(per_model[0].union(*per_model[1:]))


def tempat_dan_tahun(*, kecamatan: str, tahun: int) -> Kecamatan:
    """The kecamatan that K means, of which records of T exist. Raises GalatMasukan."""
    hasil = kecamatan_dari(kecamatan)
    pastikan_tahun(hasil, tahun, tahun_tercatat(kecamatan=hasil))
    return hasil
