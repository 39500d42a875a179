"""Neither a workbook nor a fixture changes a document that is agreed; what else they say is taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from kecamatan.ground.strict_json import InvalidFile
from kecamatan.models import Kecamatan, Pengguna
from reports.workbook.exchange import WorkbookRefused
from sakip.entry.agreement import buka_penetapan, tetapkan
from sakip.models import RKT, BarisPK, Penetapan, PerjanjianKinerja, Renstra
from tests.factory import make_laporan, make_pengguna
from tests.loaded_files import load_mini
from tests.workbook_edits import delete_row, edited, import_book, row_with, write

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def agreed(mini: Kecamatan) -> Kecamatan:
    """The PK of the year is agreed, the Renstra and the RKT are not."""
    operator = make_pengguna("operator", kecamatan=mini, nama="Budi Santoso")
    tetapkan(PerjanjianKinerja.objects.get(tahun=2023), kecamatan=mini, tahun=2023, by=operator)
    return mini


def test_a_workbook_changes_and_deletes_no_row_of_it(agreed: Kecamatan, lean: bytes) -> None:
    before = list(BarisPK.objects.order_by("pk").values())
    row = row_with(lean, "PK", Tahun=2023, Indikator="SKM")
    for change in (write("PK", row, "Target", 99), delete_row("PK", row)):
        with pytest.raises(WorkbookRefused) as refused:
            import_book(edited(lean, change))
        [error] = refused.value.preview.errors
        assert "Perjanjian Kinerja ini sudah ditetapkan oleh Budi Santoso pada" in str(error)
        assert str(error).startswith("Lembar PK")
    assert list(BarisPK.objects.order_by("pk").values()) == before
    assert import_book(lean).tally.perubahan == 0


def test_the_draft_beside_it_is_changed(agreed: Kecamatan, lean: bytes) -> None:
    content = edited(lean, write("TargetRenstra", 3, "Target", 81))
    assert import_book(content).tally.berubah == 1
    assert Renstra.objects.count() == RKT.objects.count() == 1


def test_a_fixture_changes_nothing_of_it(agreed: Kecamatan, tmp_path: Path) -> None:
    def other_target(tables: dict[str, Any]) -> None:
        next(row for row in tables["lembar"]["PK"] if row["tahun"] == 2023)["target"] = "99"

    with pytest.raises(InvalidFile, match="Perjanjian Kinerja ini sudah ditetapkan"):
        load_mini(tmp_path, other_target)
    assert not BarisPK.objects.filter(angka=99).exists()


def test_a_fixture_changes_no_value_of_a_closed_earlier_year(mini: Kecamatan, tmp_path: Path) -> None:
    def other_value(tables: dict[str, Any]) -> None:
        next(row for row in tables["lembar"]["Realisasi"] if row["tahun"] == 2022)["nilai"] = 1

    make_laporan(kecamatan=mini, tahun=2022, status="diajukan")
    with pytest.raises(InvalidFile, match="Catatan tahun 2022 terkunci karena LKIP sudah diajukan"):
        load_mini(tmp_path, other_value)


def test_its_head_is_not_deleted_where_nothing_stands_below_it(agreed: Kecamatan, tmp_path: Path) -> None:
    pk = PerjanjianKinerja.objects.get(tahun=2023)
    pk.baris.all().delete()
    pk.anggaran.all().delete()
    with pytest.raises(InvalidFile, match=r"Perjanjian Kinerja ini sudah ditetapkan .* Kembalikan isinya"):
        load_mini(tmp_path, without_pk)
    assert PerjanjianKinerja.objects.filter(pk=pk.pk).exists()


def without_pk(tables: dict[str, Any]) -> None:
    """Take the PK of 2023 out of the tables."""
    for name in ("Dokumen", "PK", "PKAnggaran"):
        rows = tables["lembar"][name]
        rows[:] = [row for row in rows if row["tahun"] != 2023 or row.get("dokumen", "pk") != "pk"]


def test_what_was_signed_is_not_deleted_though_it_is_opened(agreed: Kecamatan, tmp_path: Path) -> None:
    """A fixture that no longer has the PK would delete it."""
    pk = PerjanjianKinerja.objects.get(tahun=2023)
    Penetapan.objects.update(ditandatangani_pada=timezone.now())
    buka_penetapan(
        pk, kecamatan=agreed, tahun=2023, by=Pengguna.objects.get(nama="Budi Santoso"), alasan="Keliru."
    )

    with pytest.raises(InvalidFile, match=r"Perjanjian Kinerja ini ditandatangani pada .* Kembalikan isinya"):
        load_mini(tmp_path, without_pk)
    assert PerjanjianKinerja.objects.filter(pk=pk.pk).exists()
