"""What no contoh holds but a year with everything has, added to those that are repeated; all of it invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reports.simulation.plans import plan_steps, promise_before, say_what_is_done
from reports.simulation.scenes import take_photos
from reports.workbook.fixtures import Loaded
from sakip.models import (
    LintasSektor,
    PembandingIndikator,
    Prestasi,
    Realisasi,
    SaranaPrasarana,
    SurveiKepuasan,
)
from sakip.records.pembanding.models import SCOPE_CHOICES
from sakip.records.renstra.of_year import RenstraOfYear
from sakip.records.survei_kepuasan.models import COLUMNS

#: By how much each unsur differs from the mean: together nothing, so that the IKM is the realisasi.
_APART: Final = ("0.05", "-0.1", "-0.15", "0.2", "0.02", "-0.02", "0.15", "-0.05", "-0.1")
#: Between these an unsur stays between 1 and 4, lowered or not.
_LEAST: Final = Decimal(40)
_MOST: Final = Decimal(95)
_MEASURED_BY_SURVEY: Final = ("ikm", "skm")

#: Of each contoh three that follow one another: a day of its year is the 17th of the month.
_PRESTASI: Final[tuple[tuple[int, dict[str, Any]], ...]] = (
    (
        3,
        {
            "jenis": "inovasi",
            "nama": "Layanan antar berkas ke desa",
            "uraian": "Berkas kependudukan diterima dan diserahkan di balai desa sehingga warga cukup datang sekali.",
            "bukti": "Keputusan Camat tentang standar pelayanan",
        },
    ),
    (
        8,
        {
            "jenis": "penghargaan",
            "nama": "Penyelenggara pelayanan terbaik",
            "uraian": "Penilaian kepatuhan standar pelayanan publik.",
            "pemberi": "Kepala daerah, tingkat kabupaten",
            "bukti": "Piagam penghargaan",
        },
    ),
    (
        11,
        {
            "jenis": "prestasi",
            "nama": "Juara II lomba kebersihan lingkungan",
            "uraian": "Lomba antarkecamatan yang menilai pengelolaan sampah dan kebersihan saluran air.",
            "pemberi": "Dinas Lingkungan Hidup, tingkat kabupaten",
            "bukti": "Piagam penghargaan",
        },
    ),
    (
        5,
        {
            "jenis": "inovasi",
            "nama": "Papan agenda desa daring",
            "uraian": "Jadwal musyawarah, pencairan, dan pelaporan setiap desa dapat dilihat semua perangkat desa.",
        },
    ),
)
_SHOWN_AT_ONCE: Final = 3
#: By how much of itself a value of a wider area differs from that of the kecamatan, by its scope.
_WIDER: Final = {"kabupaten": Decimal("1.02"), "provinsi": Decimal("0.98")}
_OTHERS: Final = (
    ("Kepolisian Sektor", "Patroli bersama dan penanganan pelanggaran ketertiban."),
    ("Dinas Kependudukan dan Pencatatan Sipil", "Menerbitkan dokumen yang diajukan melalui kecamatan."),
)
_SARANA: Final[tuple[dict[str, Any], ...]] = (
    {"nama": "Komputer", "jumlah": 12, "baik": 9, "rusak_ringan": 2, "rusak_berat": 1},
    {"nama": "Kendaraan dinas roda empat", "jumlah": 2, "baik": 2, "rusak_ringan": 0, "rusak_berat": 0},
    {"nama": "Gedung kantor", "jumlah": 1, "baik": 1, "rusak_ringan": 0, "rusak_berat": 0},
    {"nama": "Sepeda motor dinas", "jumlah": 7, "baik": 5, "rusak_ringan": 2, "rusak_berat": 0},
    {"nama": "Pencetak", "jumlah": 5, "baik": 4, "keterangan": "Satu menunggu suku cadang"},
)


def supplement(loaded: Iterable[Loaded]) -> None:
    """Add them to every contoh that has a Renstra in its year, each kind where the contoh itself has none of it."""
    for number, one in enumerate(loaded):
        plan = RenstraOfYear(one.kecamatan, one.tahun, measured=True)
        if plan.renstra is None:
            continue
        own: dict[str, Any] = {"kecamatan": one.kecamatan, "tahun": one.tahun}
        sasaran = list(plan.sasaran.values())
        if sasaran and not LintasSektor.objects.filter(**own).exists():
            for row, (instansi, peran) in zip(sasaran * len(_OTHERS), _OTHERS, strict=False):
                LintasSektor.objects.create(**own, sasaran=row, instansi=instansi, peran=peran)
        turned = _PRESTASI[number % len(_PRESTASI) :] + _PRESTASI[: number % len(_PRESTASI)]
        for month, about in turned[:_SHOWN_AT_ONCE]:
            Prestasi.objects.create(
                **own, **about, sasaran=sasaran[0] if sasaran else None, tanggal=date(one.tahun, month, 17)
            )
        for about in _SARANA:
            SaranaPrasarana.objects.create(**own, **about)
        _survey(plan, own)
        _compare(plan)
        promise_before(one.kecamatan, one.tahun)
        plan_steps(one.kecamatan, one.tahun)
        say_what_is_done(one.kecamatan, one.tahun)
        take_photos(one.kecamatan, one.tahun, number)


def _compare(plan: RenstraOfYear) -> None:
    """Values of wider areas for what is measured in a number, where nothing is said of that area."""
    measured = Realisasi.objects.filter(
        indikator__in=plan.indikator.values(), tahun=plan.tahun, triwulan=0, angka__isnull=False
    ).select_related("indikator")
    named = dict(SCOPE_CHOICES)
    for row in measured:
        said = set(row.indikator.pembanding.filter(tahun=plan.tahun).values_list("lingkup", flat=True))
        for lingkup, part in _WIDER.items():
            if lingkup not in said and row.angka is not None:
                PembandingIndikator.objects.create(
                    indikator=row.indikator,
                    tahun=plan.tahun,
                    tahun_nilai=plan.tahun,
                    lingkup=lingkup,
                    angka=min(round(row.angka * part, 2), Decimal(100)),
                    sumber=f"Laporan kinerja tingkat {named[lingkup].lower()}",
                )


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
