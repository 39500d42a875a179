"""Which years a kecamatan has: for the list in the browser and for the commands, by one rule."""

import pytest

from kecamatan.models import Kecamatan
from reports.selectors import tahun_kecamatan
from sakip.models import PerjanjianKinerja
from sakip.selectors import recorded_years
from tests.factory import make, make_kecamatan
from tests.kept_rows import kept_contoh

pytestmark = pytest.mark.django_db


def test_a_pk_that_a_later_report_quotes_makes_no_year_of_its_own() -> None:
    """Jombang's LKIP 2023 prints targets of 2022; nobody there recorded 2022."""
    kept_contoh()
    jombang = Kecamatan.objects.get(slug="jombang")
    assert PerjanjianKinerja.objects.filter(kecamatan=jombang, tahun=2022, dikutip=True).exists()
    assert [b.tahun for b in tahun_kecamatan([jombang])] == [2023]
    assert recorded_years(kecamatan=jombang) == [2023]


@pytest.mark.one_engine
def test_the_first_pk_of_a_year_makes_it_appear() -> None:
    balung = make_kecamatan()
    make(PerjanjianKinerja, kecamatan=balung, tahun=2026)
    assert [b.tahun for b in tahun_kecamatan([balung])] == [2026]
    assert recorded_years(kecamatan=balung) == [2026]
