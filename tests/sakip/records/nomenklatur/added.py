"""A program of another urusan, down to a sub kegiatan, as a kabupaten adds it."""

from __future__ import annotations

from typing import Any

from kecamatan.models import Kabupaten
from sakip.models import Kegiatan, Program, SubKegiatan, VersiNomenklatur
from tests.factory import make

PERBUP = "Perbup Jember Nomor 12 Tahun 2022"
MARK = f" (tambahan Kabupaten Jember; sumber: {PERBUP})"


def added(kabupaten: Kabupaten, **more: Any) -> dict[str, Any]:
    """A program of another urusan down to a sub kegiatan."""
    whose = {"kabupaten": kabupaten, "dasar": PERBUP, "tahun_awal": 2022} | more
    program = make(
        Program, versi=VersiNomenklatur.objects.get(kode="2021"), kode="8.01.02", nama="Ideologi", **whose
    )
    kegiatan = make(Kegiatan, program=program, kode="8.01.02.2.01", nama="Perumusan", **whose)
    sub = make(SubKegiatan, kegiatan=kegiatan, kode="8.01.02.2.01.03", nama="Pembinaan", **whose)
    return {"program": program, "kegiatan": kegiatan, "sub_kegiatan": sub}
