"""What the mutation run changes, and the tests that should notice."""

from __future__ import annotations

from typing import Final

RULES: Final = ("tests/sakip/records/test_rules.py",)
OWN_RULES: Final = ("tests/sakip/records/test_own_rules.py",)

#: What is changed, and the tests that should notice: few and quick, the likeliest first. All of them together are
#: run for a change that survives, so each line is to take a few seconds at most.
TARGETS: Final[dict[str, tuple[str, ...]]] = {
    "kecamatan/permissions.py": ("tests/kecamatan/test_permissions.py",),
    "kecamatan/authority.py": ("tests/kecamatan/test_authority.py",),
    "kecamatan/querysets.py": (
        "tests/kecamatan/test_querysets.py",
        "tests/kecamatan/test_authority.py",
        "tests/reports/models/test_fixed.py",
    ),
    "kecamatan/ground/row_write.py": ("tests/kecamatan/ground/test_row_write.py",),
    "sakip/entry/reach.py": ("tests/sakip/entry/test_reach.py",),
    "sakip/entry/lock.py": ("tests/sakip/entry/test_closed_year.py",),
    "sakip/entry/save.py": (
        "tests/sakip/entry/test_writer.py",
        "tests/sakip/entry/test_moving.py",
        "tests/sakip/entry/test_row_places.py",
        "tests/sakip/entry/test_lock.py",
        "tests/sakip/entry/test_shared_rows.py",
        "tests/sakip/records/realisasi/test_realisasi_writes.py",
        "tests/sakip/entry/test_two_people.py",
        "tests/sakip/checks/test_doors.py",
    ),
    "sakip/entry/restore.py": (
        "tests/sakip/entry/test_writer.py",
        "tests/sakip/entry/test_moving.py",
        "tests/sakip/entry/test_row_places.py",
        "tests/sakip/entry/test_lock.py",
        "tests/sakip/entry/test_shared_rows.py",
        "tests/sakip/records/realisasi/test_realisasi_writes.py",
        "tests/sakip/entry/test_two_people.py",
        "tests/sakip/checks/test_doors.py",
    ),
    "sakip/entry/confirm.py": (
        "tests/sakip/entry/test_review_table.py",
        "tests/sakip/entry/test_moving.py",
        "tests/sakip/entry/test_acts.py",
        "tests/sakip/entry/test_writer.py",
        "tests/sakip/entry/test_row_places.py",
    ),
    "sakip/entry/writer.py": (
        "tests/sakip/entry/test_writer.py",
        "tests/sakip/entry/test_acts.py",
        "tests/sakip/entry/test_moving.py",
        "tests/sakip/records/rkt/test_rkt_copy.py",
        "tests/sakip/entry/test_two_people.py",
    ),
    "sakip/entry/watch.py": ("tests/sakip/checks/test_watch.py",),
    "sakip/entry/judge.py": RULES,
    "sakip/entry/save_many.py": ("tests/sakip/entry/test_many_rows.py", "tests/sakip/entry/test_acts.py"),
    "sakip/records/realisasi/writes.py": (
        "tests/sakip/records/realisasi/test_realisasi_versions.py",
        "tests/sakip/records/realisasi/test_realisasi_writes.py",
    ),
    **{
        f"sakip/records/{room}/rules.py": RULES
        for room in ("anggaran", "pembanding", "pk", "profil", "realisasi", "rencana_aksi", "renstra", "rkt")
    },
    **{
        f"sakip/records/{room}/rules.py": OWN_RULES
        for room in (
            *("kebijakan", "peraturan", "pk_berjenjang", "prestasi", "rpjmd", "sarana_prasarana"),
            *("survei_kepuasan", "templat_iku", "tindak_lanjut"),
        )
    },
    "sakip/records/lhe/rules.py": (*OWN_RULES, "tests/sakip/records/test_lhe.py"),
    "sakip/records/wilayah/rules.py": (*OWN_RULES, "tests/sakip/records/wilayah/test_area_pages.py"),
    "sakip/records/nomenklatur/rules.py": ("tests/sakip/records/nomenklatur/test_additions.py",),
}
