"""The sheets of all records: their order in the workbook, and that in which they are written.

Rooms register their sheets themselves (:mod:`sakip.workbook.sheets.record_sheet`) and are found here. What others refer
to comes first; a sheet that is not named here comes last, and is written by its own ``apply``.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from sakip.records import heads, rooms  # noqa: F401  # heads registers its sheet
from sakip.records.anggaran.apply import apply_anggaran
from sakip.records.iku.apply import apply_iku
from sakip.records.pejabat.apply import apply_officials
from sakip.records.pembanding.apply import apply_pembanding
from sakip.records.pk.apply import apply_pk
from sakip.records.profil.apply import apply_address, apply_profile, apply_staff
from sakip.records.realisasi.apply import apply_realisasi, apply_realisasi_tujuan
from sakip.records.rencana_aksi.apply import apply_rencana_aksi
from sakip.records.renstra.apply import apply_renstra
from sakip.records.rkt.apply import apply_rkt
from sakip.records.rpjmd.apply import apply_rpjmd
from sakip.records.wilayah.apply import apply_desa, apply_units
from sakip.workbook.run import Run
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS, put_in_order

rooms.load("sheet")
put_in_order(
    (
        *("Profil", "ProfilButir", "ProfilFakta", "DasarHukum", "Desa", "UnitKerja", "Pejabat", "SDM"),
        *(
            "RPJMD",
            "Renstra",
            "RenstraBerlaku",
            "Tujuan",
            "IndikatorTujuan",
            "TargetTujuan",
            "Sasaran",
            "Indikator",
        ),
        *("TargetRenstra", "Dokumen", "RKT", "RKTKegiatan", "PK", "PKAnggaran", "IKU", "IKUButir"),
        *("RencanaAksi", "RencanaAksiKegiatan", "RencanaAksiLangkah", "Realisasi", "Pembanding", "Anggaran"),
        "Keluaran",
        *("Belanja", "AnggaranLalu", "DukunganProgram"),
    )
)

_YEAR: Final = (
    apply_rkt,
    apply_pk,
    apply_iku,
    apply_rencana_aksi,
    apply_realisasi,
    apply_realisasi_tujuan,
    apply_pembanding,
    apply_anggaran,
)


def apply_records(run: Run) -> None:
    """Write every record that the tables hold; refusals are collected part by part in ``run.sync.galat``.

    Rows that others still use are only set aside; the caller ends with ``run.sync.discard_stale()``.
    """
    for part in (apply_address, apply_desa, apply_staff, apply_profile):
        run.sync.part(partial(part, run))
    # The other parts refer to units, persons, sasaran and indikator: without them there is nothing more to say.
    apply_units(run)
    apply_officials(run)
    if not run.sync.part(lambda: apply_renstra(run, apply_rpjmd(run))):
        return
    for write in (*_YEAR, *(record.apply for record in RECORD_SHEETS.values() if record.apply)):
        run.sync.part(partial(write, run))
