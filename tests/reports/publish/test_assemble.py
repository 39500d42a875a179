"""From the database to the document: what stands in the way is said, and pages do not break over it."""

from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from kecamatan.models import Kecamatan
from reports.publish.assemble import NoDokumen, build_dokumen, build_draft
from sakip.models import Sasaran
from tests.kept_rows import kept_contoh

#: What stops a document is decided over its frozen input.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

MESSAGE = "Bobot sasaran baru terisi 1 dari"


@pytest.fixture
def jombang() -> Kecamatan:
    """A kecamatan where somebody has begun to enter bobot."""
    kept_contoh()
    kecamatan = Kecamatan.objects.get(slug="jombang")
    sasaran = Sasaran.objects.filter(renstra__kecamatan=kecamatan).order_by("-renstra__versi", "urut").first()
    assert sasaran is not None
    sasaran.bobot = Decimal(40)
    sasaran.save()
    return kecamatan


def test_unfinished_bobot_stop_the_lkip_and_nothing_else(jombang: Kecamatan) -> None:
    naskah = build_draft(kecamatan=jombang, tahun=2023)
    assert naskah.results is None
    with pytest.raises(NoDokumen, match=rf"^LKIP belum dapat disusun\. {MESSAGE}"):
        build_dokumen(naskah, "lkip")
    assert build_dokumen(naskah, "pk-perubahan").body


def test_the_command_says_which_bobot_to_complete(jombang: Kecamatan) -> None:
    with pytest.raises(CommandError, match=f"^{MESSAGE}"):
        call_command("capaian", "jombang", "2023")
