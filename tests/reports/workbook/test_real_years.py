"""Workbooks of the real years: brought back they change nothing, and fill an empty installation with the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from kecamatan.models import Jejak
from reports.workbook.exchange import workbook_import
from reports.workbook.import_run import Preview
from tests.kept_rows import kept_contoh_workbooks
from tests.loaded_files import TAHUN_CONTOH
from tests.workbook_edits import edited, row_with, said_anew, write

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.xdist_group("real-workbooks")]

OLD = Path(__file__).parents[2] / "old_workbooks"
#: By sheet how many reasons, remarks and narratives of the contoh are worded otherwise than in those workbooks.
SAID_ANEW = {
    "35.09.01": {"Realisasi": 4, "Pembanding": 7, "Anggaran": 1, "Narasi": 27},
    "35.09.05": {"Realisasi": 3, "Pembanding": 6, "Anggaran": 1, "Narasi": 15},
    "35.09.10": {"Narasi": 18},
    "35.09.25": {},
}


def import_book(content: bytes) -> Preview:
    return workbook_import(content=content, nama="uji.xlsx", apply_changes=True, kabupaten=True)


@pytest.fixture(scope="module")
def books(contoh_of_module: None, django_db_blocker: DjangoDbBlocker) -> dict[tuple[str, int], bytes]:
    """The workbook of each real year."""
    with django_db_blocker.unblock():
        return kept_contoh_workbooks()


def test_importing_an_export_changes_nothing_and_leaves_no_trace(
    contoh: None, books: dict[tuple[str, int], bytes]
) -> None:
    jejak = Jejak.objects.count()
    for content in books.values():
        preview = import_book(content)
        assert (preview.tally.perubahan, preview.changes, preview.notes) == (0, [], [])
    assert Jejak.objects.count() == jejak


def test_applying_one_changed_cell_asks_few_times(contoh: None, books: dict[tuple[str, int], bytes]) -> None:
    content = books["35.09.01", 2023]
    ikm = row_with(content, "Realisasi", **{"Kunci indikator": "ikm", "Tahun": 2023, "Triwulan": "Setahun"})
    changed = edited(
        content, write("Realisasi", ikm, "Realisasi", 82), write("Realisasi", ikm, "Seperti tercetak", "82")
    )
    with CaptureQueriesContext(connection) as asked:
        preview = import_book(changed)
    assert [(u.lembar, u.baris) for u in preview.changes] == [("Realisasi", ikm)]
    assert len(asked) <= 100, "\n".join(q["sql"][:120] for q in asked)


@pytest.mark.one_engine  # what differs is how it is read
def test_workbooks_of_the_version_before_change_nothing(contoh: None) -> None:
    """Handed out before version 1.2.0 for the four contoh; their fingerprint is of the spelling of then. What
    the contoh say in other words since is all that changes."""
    for kode, _ in TAHUN_CONTOH:
        preview = import_book((OLD / f"{kode}.xlsx").read_bytes())
        assert said_anew(preview) == SAID_ANEW[kode]
        assert not any("berbeda dengan keadaan" in one for one in preview.notes)
        known = any("diunduh dari versi aplikasi sebelumnya" in one for one in preview.notes)
        assert known == (kode != "35.09.25")  # the report of Jelbuk reads the same in both
