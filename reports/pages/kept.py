"""How far the documents of a year are, kept per process until something is written that may change it.

Who enters records comes back to the first page again and again; making the whole Naskah for it anew costs sixty queries
and a tenth of a second each time.
"""

from __future__ import annotations

from typing import Final

from kecamatan.models import Kecamatan, MasaJabatan, Pejabat, Peraturan
from reports.models import Permintaan
from reports.pages.readiness import readiness
from reports.publish.assemble import build_draft
from sakip import models as m
from sakip.entry.readiness import Readiness
from sakip.snapshot.kept import SHARED as SHARED_DEFINITIONS
from sakip.snapshot.kept import Kept, trail_lines

#: What several kecamatan share and a document of the year is made of.
SHARED: Final = (
    *SHARED_DEFINITIONS,
    *(
        kind._meta.label_lower
        for kind in (
            MasaJabatan,
            Pejabat,
            Peraturan,
            m.PeriodeRPJMD,
            m.MisiRPJMD,
            m.TujuanRPJMD,
            m.SasaranRPJMD,
        )
    ),
)


def _mark(kecamatan: Kecamatan) -> int:
    return trail_lines(kecamatan, besides=(Permintaan._meta.label_lower,), shared=SHARED)


def _made(*, kecamatan: Kecamatan, tahun: int) -> dict[str, Readiness]:
    return readiness(build_draft(kecamatan=kecamatan, tahun=tahun))


kept_readiness: Final = Kept(_made, _mark, most=500)
