"""The SK IKU copied from last year."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.entry.copying import AlreadyFilled
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


def test_a_decision_that_still_counts_is_not_copied_over(balung: Kecamatan) -> None:
    iku = make(m.KeputusanIKU, kecamatan=balung, tahun=SOURCE, nomor="065/25", berlaku_sampai=TO)
    make(m.BarisIKU, keputusan=iku)
    assert (IKU_COPY.jumlah(balung, SOURCE), IKU_COPY.jumlah(balung, TO)) == (1, 1)
    with pytest.raises(AlreadyFilled, match="berlaku sampai tahun 2022, sehingga tidak perlu disalin"):
        copied(IKU_COPY, balung)
    assert m.KeputusanIKU.objects.count() == 1


def test_the_decision_of_an_earlier_year_that_counted_last_year_is_copied(balung: Kecamatan) -> None:
    iku = make(m.KeputusanIKU, kecamatan=balung, tahun=2018, nomor="065/18", berlaku_sampai=SOURCE)
    make(m.BarisIKU, keputusan=iku)
    assert (IKU_COPY.jumlah(balung, SOURCE), IKU_COPY.jumlah(balung, TO)) == (1, 0)
    assert copied(IKU_COPY, balung).copied == 1
    new = m.KeputusanIKU.objects.get(tahun=TO)
    assert (new.nomor, new.berlaku_sampai, new.baris.count()) == ("", None, 1)
