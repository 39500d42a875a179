"""Sheets of the office's address, the year's profile and the people counted → records."""

from __future__ import annotations

from kecamatan import models as k
from sakip.records.profil.sheet import ADDRESS, BORDERS, ITEM_CODES, PROFILE, stored_profile, stored_staff
from sakip.workbook.run import Run


def apply_address(run: Run) -> None:
    """Address and telephone of the office."""
    fields = run.upright("Profil")
    run.sync.one(
        k.Kecamatan,
        fields,
        keys={"kode": run.kecamatan.kode},
        nilai=dict.fromkeys(ADDRESS, "") | fields.values(*ADDRESS),
        stock=[run.kecamatan],
    )


def apply_staff(run: Run) -> None:
    """People counted."""
    run.write_rows(
        k.KomposisiSDM, run.table["SDM"], at=run.sheet("SDM"), parent=run.own, stock=stored_staff(run.current)
    )


def apply_profile(run: Run) -> None:
    """The profile with legal basis, items and facts; none where nothing is said and none is recorded."""
    fields = run.upright("Profil")
    said = fields.values(*PROFILE)
    law = run.rows("DasarHukum", untuk="profil")
    items, facts = run.table["ProfilButir"], run.table["ProfilFakta"]
    stored = stored_profile(run.current)
    wanted = bool(said or law or items or facts or stored)
    own = dict.fromkeys(PROFILE) | dict.fromkeys(BORDERS, "") | said
    written = run.sync.listing(
        k.ProfilKecamatan,
        [(fields, own)] if wanted else [],
        origin=fields,
        parents=run.own,
        keys=(),
        stock=[stored] if stored else [],
    )
    if not written:
        return
    (profile,) = written
    run.write_below(profile, "daftar_dasar_hukum", law, at=run.sheet("DasarHukum"), also=run.regulation)
    stored_items = run.below(profile, "butir")
    for kind, code in ITEM_CODES.items():
        run.write_rows(
            k.ButirProfil,
            (r for r in items if r["jenis"] == code),
            at=run.sheet("ProfilButir"),
            parent={"profil": profile, "jenis": kind},
            stock=[b for b in stored_items if b.jenis == kind],
        )
    run.write_below(profile, "fakta", facts, at=run.sheet("ProfilFakta"))
