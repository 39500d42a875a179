"""The SK IKU copied from last year."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.records.iku.copy import IKU_COPY
from tests.factory import make
from tests.sakip.records.last_year import SOURCE, TO, copied

pytestmark = pytest.mark.django_db


def test_iku_is_copied_without_number_and_date(
    balung: Kecamatan, two_renstra: dict[str, m.Indikator]
) -> None:
    iku = make(m.KeputusanIKU, kecamatan=balung, tahun=SOURCE, nomor="065/25", instansi="Kecamatan Balung")
    make(m.MengingatIKU, keputusan=iku)
    make(m.ButirIKU, keputusan=iku, uraian="Membina desa pada tahun 2021.")
    make(m.BarisIKU, keputusan=iku, acuan_indikator=two_renstra["skm"], penjelasan=["a", "b"])
    assert copied(IKU_COPY, balung).copied == 3
    new = m.KeputusanIKU.objects.get(tahun=TO)
    assert (new.nomor, new.tanggal, new.instansi) == ("", None, "Kecamatan Balung")
    row = new.baris.get()
    assert (row.acuan_indikator, row.penjelasan, row.ditinjau) == (
        two_renstra["skm baru"],
        ["a", "b"],
        False,
    )
    # A year inside the text is the reader's to correct.
    assert new.butir.get().uraian == "Membina desa pada tahun 2021."
    assert not new.butir.get().ditinjau
    assert not new.daftar_mengingat.get().ditinjau
