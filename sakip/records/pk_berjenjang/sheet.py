"""The sheets of PK berjenjang."""

from __future__ import annotations

from sakip.models import IKI, BarisPKUnit, PKUnit
from sakip.workbook.sheets.pasted import Pasted
from sakip.workbook.sheets.record_sheet import list_sheet, register

register(
    list_sheet(
        PKUnit,
        name="PKUnit",
        about="PK berjenjang: pejabat setiap unit kerja",
        columns=("versi", "unit", "jabatan", "nama", "nip", "pangkat", "tempat", "tanggal", "tanggal_cetak"),
        unique=("versi", "unit"),
        pasted=Pasted(
            words=(
                (r"^unit|seksi|bagian", "unit"),
                (r"pangkat|golongan", "pangkat"),
                (r"jabatan", "jabatan"),
                (r"^nama|pejabat", "nama"),
            )
        ),
        later=("versi",),
    ),
    list_sheet(
        BarisPKUnit,
        name="PKUnitBaris",
        about="PK berjenjang: indikator dan target setiap unit kerja",
        columns=("versi", "unit", "indikator", "kinerja", "ukuran", "target", "satuan"),
        unique=("versi", "unit", "ukuran"),
        pasted=Pasted(
            words=(
                (r"^unit|seksi|subbag|penanggung|jabatan", "unit"),
                (r"mendukung|camat|atasan", "nama_indikator"),
                (r"indi[kc]ator|ukuran", "ukuran"),
                (r"sasaran|kinerja|kegiatan|program|uraian", "kinerja"),
            ),
            merged=frozenset({"unit", "kinerja"}),
        ),
        later=("versi",),
    ),
    list_sheet(
        IKI,
        name="IKI",
        about="Indikator kinerja individu setiap kepala unit kerja",
        columns=("unit", "tugas", "ukuran", "target", "satuan"),
        unique=("unit", "ukuran"),
        pasted=Pasted(
            words=(
                (r"^unit|seksi|subbag|jabatan", "unit"),
                (r"indi[kc]ator|\biki\b", "ukuran"),
                (r"^(?!sasaran).*(?:tugas|fungsi|kinerja|uraian)", "tugas"),
            ),
            merged=frozenset({"unit", "tugas"}),
        ),
    ),
)
