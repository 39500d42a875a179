"""The order in which the sheets of all records are written: what is referred to comes first.

Sheets that records register themselves (:mod:`sakip.workbook.sheets.record_sheet`) are found here, and written last.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from sakip.records import rooms
from sakip.records.anggaran.sheet import apply_anggaran
from sakip.records.iku.sheet import apply_iku
from sakip.records.pejabat.sheet import apply_officials
from sakip.records.pembanding.sheet import apply_pembanding
from sakip.records.pk.sheet import apply_pk
from sakip.records.profil.sheet import apply_profile, apply_staff
from sakip.records.realisasi.sheet import apply_realisasi
from sakip.records.rencana_aksi.sheet import apply_rencana_aksi
from sakip.records.renstra.sheet import apply_renstra
from sakip.records.rkt.sheet import apply_rkt
from sakip.records.rpjmd.sheet import apply_rpjmd
from sakip.records.wilayah.sheet import apply_address, apply_desa, apply_units
from sakip.workbook.run import Run
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS

rooms.load("sheet")

_YEAR: Final = (
    apply_rkt,
    apply_pk,
    apply_iku,
    apply_rencana_aksi,
    apply_realisasi,
    apply_pembanding,
    apply_anggaran,
)


def apply_records(run: Run) -> None:
    """Write every record that the tables hold; refusals are collected part by part in ``run.sync.galat``.

    Rows that others still use are only set aside; the caller ends with ``run.sync.discard_stale()``.
    """
    for part in (apply_address, apply_desa, apply_staff, apply_profile):
        run.sync.bagian(partial(part, run))
    # The other parts refer to units, persons, sasaran and indikator: without them there is nothing more to say.
    apply_units(run)
    apply_officials(run)
    if not run.sync.bagian(lambda: apply_renstra(run, apply_rpjmd(run))):
        return
    for write in (*_YEAR, *(record.apply for record in RECORD_SHEETS.values())):
        run.sync.bagian(partial(write, run))
