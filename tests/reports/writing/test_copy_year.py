"""The narrative copied from last year."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from reports.models import Narasi
from reports.writing.copy_year import NARASI_COPY
from sakip.entry.copying import AlreadyFilled
from tests.factory import make
from tests.sakip.records.last_year import SOURCE, TO, copied, renstra_and_perubahan

pytestmark = pytest.mark.django_db


def test_narasi_about_what_the_renstra_no_longer_has_stays_behind(balung: Kecamatan) -> None:
    renstra_and_perubahan(balung)
    make(Narasi, kecamatan=balung, tahun=SOURCE, bagian="kendala", isi="<p>Tahun 2021.</p>")
    make(Narasi, kecamatan=balung, tahun=SOURCE, bagian="pendorong", kunci="skm", isi="<p>A</p>")
    make(Narasi, kecamatan=balung, tahun=SOURCE, bagian="pendorong", kunci="lama", isi="<p>B</p>")
    result = copied(NARASI_COPY, balung)
    new = Narasi.objects.filter(tahun=TO).order_by("bagian")
    assert [(n.bagian, n.kunci, n.isi, n.ditinjau) for n in new] == [
        ("kendala", "", "<p>Tahun 2021.</p>", False),
        ("pendorong", "skm", "<p>A</p>", False),
    ]
    assert len(result.left_behind) == 1
    with pytest.raises(AlreadyFilled):
        copied(NARASI_COPY, balung)
