"""Sarana and prasarana of one year copied into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from kecamatan.models import Kecamatan
from sakip.entry.copying import Copier, CopyOffer, alike, ensure_lacking
from sakip.entry.writer import copy_row
from sakip.models import SaranaPrasarana

_NAMA: Final = "Sarana dan prasarana"


def _lacking(kecamatan: Kecamatan, source: int, to: int) -> list[SaranaPrasarana]:
    """Those of ``source`` of whose name ``to`` has none (2 queries)."""
    own = SaranaPrasarana.objects.for_kecamatan(kecamatan)
    there = {alike(nama) for nama in own.for_tahun(to).values_list("nama", flat=True)}
    return [one for one in own.for_tahun(source) if alike(one.nama) not in there]


def _copy(copy: Copier) -> str:
    """What is used goes on being used; how many and in which condition is read again."""
    rows = ensure_lacking(copy, _lacking, SaranaPrasarana, nama=_NAMA)
    copy.write((copy_row(origin, tahun=copy.to), origin) for origin in rows)
    return SaranaPrasarana._meta.label_lower


SARANA_COPY: Final = CopyOffer(
    kode="sarana-prasarana",
    nama=_NAMA,
    page="sarana-prasarana",
    keterangan="Nama, jumlah, dan keadaannya, untuk diperiksa kembali.",
    counted=((SaranaPrasarana, Q()),),
    make=_copy,
    lacking=_lacking,
)
