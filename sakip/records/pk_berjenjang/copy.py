"""PK berjenjang copied from one year into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from sakip.entry.copying import Copier, CopyOffer, alike
from sakip.entry.writer import copy_row
from sakip.models import IKI, BarisPKUnit, PKUnit
from sakip.records.pk_berjenjang.writes import latest_of_units
from sakip.records.renstra.of_year import RenstraOfYear

_NAMA: Final = "PK berjenjang"


def _copy(copy: Copier) -> str:
    """Heads without their date, rows whose indikator the Renstra still has, and IKI; none that is there already."""
    rows = BarisPKUnit.objects.for_kecamatan(copy.kecamatan).select_related("unit", "indikator")
    old, new = latest_of_units(rows.for_tahun(copy.source)), list(rows.for_tahun(copy.to))
    copy.ensure(old or None, filled=bool(new), nama=_NAMA)
    renstra = RenstraOfYear(copy.kecamatan, copy.to, measured=True)
    heads = PKUnit.objects.for_kecamatan(copy.kecamatan).select_related("unit")
    there = {one.unit_id for one in heads.for_tahun(copy.to)}
    fresh = [one for one in latest_of_units(heads.for_tahun(copy.source)) if one.unit_id not in there]
    undated = {"versi": 0, "tanggal": None, "tanggal_cetak": ""}
    copy.write([(copy_row(one, tahun=copy.to, **undated), one) for one in fresh], counted=False)
    kept = []
    for origin in old:
        indikator = renstra.same(origin.indikator)
        if indikator is None:
            copy.leave_behind(
                f'"{origin.ukuran}" ({origin.unit}) tidak disalin: indikator "{origin.indikator}" tidak ada dalam'
                f" Renstra yang berlaku tahun {copy.to}."
            )
            continue
        kept.append((copy_row(origin, tahun=copy.to, versi=0, indikator=indikator), origin))
    copy.write(kept)
    iki = IKI.objects.for_kecamatan(copy.kecamatan).select_related("unit")
    known = {(one.unit_id, alike(one.ukuran)) for one in iki.for_tahun(copy.to)}
    copy.write(
        [
            (copy_row(one, tahun=copy.to), one)
            for one in iki.for_tahun(copy.source)
            if (one.unit_id, alike(one.ukuran)) not in known
        ]
    )
    return BarisPKUnit._meta.label_lower


PK_UNIT_COPY: Final = CopyOffer(
    kode="pk-berjenjang",
    nama=_NAMA,
    page="pk-berjenjang",
    keterangan="Pejabat, indikator, target, dan IKI setiap unit; tanpa tanggal. Targetnya ditinjau lagi.",
    counted=((BarisPKUnit, Q()), (IKI, Q())),
    make=_copy,
)
