"""What a workbook holds that is handed out, for whoever fills it."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_export, workbook_import
from tests.workbook_edits import opened

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_no_cell_of_an_export_is_a_formula(mini: Kecamatan) -> None:
    for start in ("=1+1", "+1", "-1", "@x"):
        mini.desa.create(jenis="desa", nama=f"{start} Desa", urut=9)
    content = workbook_export(kecamatan=mini, tahun=2023)
    workbook = opened(content)
    cells = [s for sheet in workbook.worksheets for row in sheet.iter_rows() for s in row]
    assert {s.data_type for s in cells} <= {"s", "n", "d"}
    assert "=1+1 Desa" in [s.value for s in cells]
    assert workbook_import(content=content, nama="x", apply_changes=True, kabupaten=True).tally.perubahan == 0


def test_an_export_guides_whoever_fills_it(exported: bytes) -> None:
    workbook = opened(exported)
    for nama in (
        "Profil",
        "Desa",
        "Pejabat",
        "SDM",
        "Renstra",
        "TargetRenstra",
        "RKT",
        "PK",
        "PKAnggaran",
        "IKU",
    ):
        assert nama in workbook.sheetnames
    for nama in ("RencanaAksi", "Realisasi", "Anggaran", "Pembanding", "Narasi"):
        sheet = workbook[nama]
        assert sheet.freeze_panes == "A3"
        assert sheet.protection.sheet
        assert sheet["A1"].protection.locked
        assert sheet["A2"].protection.locked
        assert not sheet["A3"].protection.locked
        assert not sheet.column_dimensions["A"].protection.locked  # rows can be added
        assert sheet.data_validations.dataValidation
    meta = {row[0].value: row[1].value for row in workbook["_meta"].iter_rows()}
    assert (meta["format"], meta["kecamatan"], meta["nama"], meta["tahun"]) == (
        "1",
        "35.09.10",
        "Balung",
        "2023",
    )
    assert workbook["_meta"].sheet_state == "hidden"
    assert workbook.active.title == "Petunjuk"
