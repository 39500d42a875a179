"""Sheets of the year's profile and of the people counted → records."""

from __future__ import annotations

from kecamatan import models as k
from sakip.records.wilayah.sheet import upright
from sakip.workbook.run import Run, texts
from sakip.workbook.sheets import PROFIL

#: Kinds of items as the sheet calls them.
ITEM_KINDS = {
    k.ButirProfil.Jenis.KEDUDUKAN.value: "kedudukan",
    k.ButirProfil.Jenis.TUGAS.value: "tugas",
    k.ButirProfil.Jenis.FUNGSI.value: "fungsi",
    k.ButirProfil.Jenis.ISU.value: "isu_strategis",
}
_BORDERS = ("batas_utara", "batas_timur", "batas_selatan", "batas_barat")


def apply_staff(run: Run) -> None:
    """People counted."""
    run.write(
        k.KomposisiSDM,
        [
            (
                run.place(r),
                texts(r, "kelompok", "uraian", "golongan", "keterangan")
                | {"asn": r["asn"], "non_asn": r["non_asn"]},
            )
            for r in run.table["SDM"]
        ],
        at=run.sheet("SDM"),
        parent=run.own,
        stock=run.current.data.sdm,
    )


def apply_profile(run: Run) -> None:
    """The profile with legal basis, items and facts; none where nothing is said and none is recorded."""
    fields = upright(run, "Profil")
    said = fields.values(*PROFIL)
    law = run.rows("DasarHukum", untuk="profil")
    items, facts = run.table["ProfilButir"], run.table["ProfilFakta"]
    stored = run.current.data.profil
    wanted = bool(said or law or items or facts or stored)
    columns = dict.fromkeys(PROFIL) | dict.fromkeys(_BORDERS, "") | said
    written = run.sync.daftar(
        k.ProfilKecamatan,
        [(fields, columns)] if wanted else [],
        asal=fields,
        induk=run.own,
        kunci=(),
        stok=[stored] if stored else [],
    )
    if not written:
        return
    (profile,) = written
    run.write(
        k.DasarHukumProfil,
        list(run.regulations(law)),
        at=run.sheet("DasarHukum"),
        parent={"profil": profile},
        stock=run.below(profile, "daftar_dasar_hukum"),
    )
    stored_items = run.below(profile, "butir")
    for kind, word in ITEM_KINDS.items():
        run.write(
            k.ButirProfil,
            [(run.place(r), {"uraian": r["uraian"]}) for r in items if r["jenis"] == word],
            at=run.sheet("ProfilButir"),
            parent={"profil": profile, "jenis": kind},
            stock=[b for b in stored_items if b.jenis == kind],
        )
    run.write(
        k.FaktaProfil,
        [
            (run.place(r), texts(r, "kelompok", "uraian", "satuan", "teks", "sumber") | {"nilai": r["nilai"]})
            for r in facts
        ],
        at=run.sheet("ProfilFakta"),
        parent={"profil": profile},
        stock=run.below(profile, "fakta"),
    )
