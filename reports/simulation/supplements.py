"""What no contoh holds but a year with everything has, added to those that are repeated; all of it invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reports.workbook.fixtures import Loaded
from sakip.models import LintasSektor, Prestasi, Realisasi, SaranaPrasarana, SurveiKepuasan
from sakip.records.renstra.of_year import RenstraOfYear
from sakip.records.survei_kepuasan.models import COLUMNS

#: By how much each unsur differs from the mean: together nothing, so that the IKM is the realisasi.
_APART: Final = ("0.05", "-0.1", "-0.15", "0.2", "0.02", "-0.02", "0.15", "-0.05", "-0.1")
#: Between these an unsur stays between 1 and 4.
_LEAST: Final = Decimal(30)
_MOST: Final = Decimal(95)
_MEASURED_BY_SURVEY: Final = ("ikm", "skm")

_PRESTASI: Final[tuple[dict[str, Any], ...]] = (
    {
        "jenis": "inovasi",
        "nama": "Layanan antar berkas ke desa",
        "uraian": "Berkas kependudukan diterima dan diserahkan di balai desa sehingga warga cukup datang sekali.",
        "bukti": "Keputusan Camat tentang standar pelayanan",
    },
    {
        "jenis": "penghargaan",
        "nama": "Penyelenggara pelayanan terbaik",
        "uraian": "Penilaian kepatuhan standar pelayanan publik.",
        "pemberi": "Kepala daerah, tingkat kabupaten",
        "bukti": "Piagam penghargaan",
    },
)
_OTHERS: Final = (
    ("Kepolisian Sektor", "Patroli bersama dan penanganan pelanggaran ketertiban."),
    ("Dinas Kependudukan dan Pencatatan Sipil", "Menerbitkan dokumen yang diajukan melalui kecamatan."),
)
_SARANA: Final[tuple[dict[str, Any], ...]] = (
    {"nama": "Komputer", "jumlah": 12, "baik": 9, "rusak_ringan": 2, "rusak_berat": 1},
    {"nama": "Kendaraan dinas roda empat", "jumlah": 2, "baik": 2, "rusak_ringan": 0, "rusak_berat": 0},
    {"nama": "Gedung kantor", "jumlah": 1, "baik": 1, "rusak_ringan": 0, "rusak_berat": 0},
)


def supplement(loaded: Iterable[Loaded]) -> None:
    """Add them to every contoh that has a Renstra in its year, each kind where the contoh itself has none of it."""
    for one in loaded:
        plan = RenstraOfYear(one.kecamatan, one.tahun, measured=True)
        if plan.renstra is None:
            continue
        own: dict[str, Any] = {"kecamatan": one.kecamatan, "tahun": one.tahun}
        sasaran = list(plan.sasaran.values())
        if sasaran and not LintasSektor.objects.filter(**own).exists():
            for row, (instansi, peran) in zip(sasaran * len(_OTHERS), _OTHERS, strict=False):
                LintasSektor.objects.create(**own, sasaran=row, instansi=instansi, peran=peran)
        for about in _PRESTASI:
            Prestasi.objects.create(
                **own, **about, sasaran=sasaran[0] if sasaran else None, tanggal=date(one.tahun, 8, 17)
            )
        for about in _SARANA:
            SaranaPrasarana.objects.create(**own, **about)
        _survey(plan, own)


def _survey(plan: RenstraOfYear, own: dict[str, Any]) -> None:
    """A survey that comes to the very realisasi of the indikator that is an IKM."""
    indikator = next((plan.indikator[key] for key in _MEASURED_BY_SURVEY if key in plan.indikator), None)
    measured = Realisasi.objects.filter(indikator=indikator, tahun=own["tahun"], triwulan=0).first()
    value = measured.angka if measured else None
    if indikator is None or value is None or not _LEAST <= value <= _MOST:
        return
    nrr = {column: value / 25 + Decimal(apart) for column, apart in zip(COLUMNS, _APART, strict=True)}
    SurveiKepuasan.objects.create(
        **own, indikator=indikator, periode="Januari–Desember", responden=150, **nrr
    )
