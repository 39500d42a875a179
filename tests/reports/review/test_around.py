"""What lies around a report, as its review reads it."""

from __future__ import annotations

from datetime import date

import pytest

from kecamatan.models import Kecamatan
from reports.models import Laporan
from reports.review.around import surroundings
from reports.review.review import review_year

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_a_version_that_was_opened_again_is_due_when_it_was_given_back(mini: Kecamatan) -> None:
    def due() -> date | None:
        return surroundings(kecamatan=mini, tahun=2023, signed=None).deadline

    first = Laporan.objects.filter(kecamatan=mini, tahun=2023).first() or Laporan.objects.create(
        kecamatan=mini, tahun=2023
    )
    assert due() == date(2024, 2, 29)
    Laporan.objects.create(
        kecamatan=mini,
        tahun=2023,
        versi=2,
        menggantikan=first,
        alasan_dibuka="Realisasi diperbaiki",
        batas_waktu=date(2024, 6, 30),
    )
    assert due() == date(2024, 6, 30)


@pytest.mark.parametrize(
    ("head", "late"),
    [
        ({"tanggal": date(2024, 3, 5)}, "Bertanggal 5 Maret 2024, sesudah batas waktu 29 Februari 2024."),
        ({"tanggal_cetak": "Maret 2024"}, "Bertanggal Maret 2024, sesudah batas waktu 29 Februari 2024."),
        ({"tanggal_cetak": "Februari 2024"}, ""),
    ],
)
def test_a_report_is_judged_by_the_date_that_it_bears(
    mini: Kecamatan, head: dict[str, object], late: str
) -> None:
    Laporan.objects.update_or_create(
        kecamatan=mini, tahun=2023, versi=1, defaults={"tanggal": None, "tanggal_cetak": ""} | head
    )
    found = [f.message for f in review_year(kecamatan=mini, tahun=2023).findings if f.code == "tepat-waktu"]
    assert found == ([f"{late} Terangkan keterlambatannya."] if late else [])
