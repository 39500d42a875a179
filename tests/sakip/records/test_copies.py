"""Several documents copied from last year at once."""

from __future__ import annotations

import pytest

from kecamatan.models import Jejak, Kecamatan
from sakip import models as m
from sakip.entry.copying import AlreadyFilled, copy_all
from sakip.entry.writer import RecordRefused
from sakip.records.copies import COPIES
from sakip.records.lintas_sektor.copy import LINTAS_SEKTOR_COPY
from sakip.records.sarana_prasarana.copy import SARANA_COPY
from sakip.selectors import not_reviewed
from tests.factory import make, make_sasaran
from tests.sakip.records.last_year import SOURCE, TO, copied, old_rkt

pytestmark = pytest.mark.django_db


@pytest.mark.one_engine
def test_all_chosen_documents_or_none(balung: Kecamatan, two_renstra: dict[str, m.Indikator]) -> None:
    old_rkt(balung, two_renstra)
    with pytest.raises(RecordRefused, match="PK tahun 2021 belum dicatat"):
        copy_all(
            choices=[s for s in COPIES if s.kode in ("rkt", "pk")],
            kecamatan=balung,
            source=SOURCE,
            to=TO,
            by=None,
        )
    assert not m.RKT.objects.filter(tahun=TO).exists()
    assert not Jejak.objects.exists()


def test_sarana_come_beside_those_that_are_there_and_wait_to_be_read(balung: Kecamatan) -> None:
    for nama, jumlah in (("Komputer", 5), ("Meja", 9)):
        make(m.SaranaPrasarana, kecamatan=balung, tahun=SOURCE, nama=nama, jumlah=jumlah, baik=jumlah)
    make(m.SaranaPrasarana, kecamatan=balung, tahun=TO, nama="komputer  ", jumlah=7)
    assert copied(SARANA_COPY, balung).copied == 1
    rows = m.SaranaPrasarana.objects.filter(tahun=TO).order_by("pk")
    assert [*rows.values_list("nama", "jumlah", "baik", "ditinjau")] == [
        ("komputer  ", 7, None, True),
        ("Meja", 9, 9, False),
    ]
    assert not_reviewed(kecamatan=balung, tahun=TO) == {"sarana-prasarana": 1}
    with pytest.raises(
        AlreadyFilled, match="Semua baris Sarana dan prasarana tahun 2021 sudah ada pada tahun 2022"
    ):
        copied(SARANA_COPY, balung)


def test_nothing_of_last_year_is_said(balung: Kecamatan) -> None:
    with pytest.raises(RecordRefused, match="Sarana dan prasarana tahun 2021 belum dicatat"):
        copied(SARANA_COPY, balung)


def test_other_offices_go_to_the_sasaran_of_the_plan_in_force(
    balung: Kecamatan, two_renstra: dict[str, m.Indikator]
) -> None:
    old, new = two_renstra["skm"].sasaran, two_renstra["skm baru"].sasaran
    gone = make_sasaran(renstra=old.renstra, tujuan=old.tujuan, kunci="lama", uraian="Sasaran lama")
    own = {"kecamatan": balung, "tahun": SOURCE}
    make(m.LintasSektor, **own, sasaran=old, instansi="Polsek")
    make(m.LintasSektor, **own, sasaran=old, instansi="Dinas Sosial")
    make(m.LintasSektor, **own, sasaran=gone, instansi="Koramil")
    make(m.LintasSektor, kecamatan=balung, tahun=TO, sasaran=new, instansi="POLSEK", peran="Diketik.")
    result = copied(LINTAS_SEKTOR_COPY, balung)
    rows = m.LintasSektor.objects.filter(tahun=TO).order_by("pk")
    assert [*rows.values_list("instansi", "sasaran", "ditinjau")] == [
        ("POLSEK", new.pk, True),
        ("Dinas Sosial", new.pk, False),
    ]
    assert result.left_behind == (
        '"Koramil" tidak disalin: sasaran "Sasaran lama" tidak ada dalam Renstra yang berlaku tahun 2022.',
    )
