"""Who else contributes to a sasaran, copied from one year into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from kecamatan.models import Kecamatan
from sakip.entry.copying import Copier, CopyOffer, alike, ensure_lacking
from sakip.entry.writer import copy_row
from sakip.models import LintasSektor
from sakip.records.renstra.of_year import RenstraOfYear

_NAMA: Final = "Dukungan lintas sektor"


def _lacking(kecamatan: Kecamatan, source: int, to: int) -> list[LintasSektor]:
    """Those of ``source`` that ``to`` does not name for the same sasaran (2 queries)."""
    own = LintasSektor.objects.for_kecamatan(kecamatan).select_related("sasaran")
    there = {(one.sasaran.kunci, alike(one.instansi)) for one in own.for_tahun(to)}
    return [one for one in own.for_tahun(source) if (one.sasaran.kunci, alike(one.instansi)) not in there]


def _copy(copy: Copier) -> str:
    """Each for the sasaran of the Renstra by which the new year is measured; of one that it no longer has, nothing."""
    renstra = RenstraOfYear(copy.kecamatan, copy.to, measured=True)
    new = []
    for origin in ensure_lacking(copy, _lacking, LintasSektor, nama=_NAMA):
        sasaran = renstra.sasaran.get(origin.sasaran.kunci)
        if sasaran is None:
            copy.leave_behind(
                f'"{origin.instansi}" tidak disalin: sasaran "{origin.sasaran}" tidak ada dalam Renstra yang berlaku'
                f" tahun {copy.to}."
            )
            continue
        new.append((copy_row(origin, tahun=copy.to, sasaran=sasaran), origin))
    copy.write(new)
    return LintasSektor._meta.label_lower


LINTAS_SEKTOR_COPY: Final = CopyOffer(
    kode="lintas-sektor",
    nama=_NAMA,
    page="lintas-sektor",
    keterangan="Instansi dan perannya pada setiap sasaran yang masih ada dalam Renstra.",
    counted=((LintasSektor, Q()),),
    make=_copy,
    lacking=_lacking,
)
