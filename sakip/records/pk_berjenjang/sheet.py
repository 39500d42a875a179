"""The sheets of PK berjenjang."""

from __future__ import annotations

from sakip.models import IKI, BarisPKUnit, PKUnit
from sakip.workbook.sheets.record_sheet import list_sheet, register

register(
    list_sheet(
        PKUnit,
        name="PKUnit",
        about="PK berjenjang: pejabat setiap unit kerja",
        columns=("versi", "unit", "jabatan", "nama", "nip", "pangkat", "tempat", "tanggal", "tanggal_cetak"),
        unique=("versi", "unit"),
        later=("versi",),
    ),
    list_sheet(
        BarisPKUnit,
        name="PKUnitBaris",
        about="PK berjenjang: indikator dan target setiap unit kerja",
        columns=("versi", "unit", "indikator", "kinerja", "ukuran", "target", "satuan"),
        unique=("versi", "unit", "ukuran"),
        later=("versi",),
    ),
    list_sheet(
        IKI,
        name="IKI",
        about="Indikator kinerja individu setiap kepala unit kerja",
        columns=("unit", "tugas", "ukuran", "target", "satuan"),
        unique=("unit", "ukuran"),
    ),
)
