"""The profile and the people copied from last year."""

from __future__ import annotations

import pytest

from kecamatan.models import (
    ButirProfil,
    DasarHukumProfil,
    FaktaProfil,
    Kecamatan,
    KomposisiSDM,
    Peraturan,
    ProfilKecamatan,
)
from sakip.records.profil.copy import PROFIL_COPY, SDM_COPY
from tests.factory import make
from tests.sakip.records.last_year import SOURCE, TO, copied

pytestmark = pytest.mark.django_db


def test_profil_leaves_out_what_is_no_longer_in_force(balung: Kecamatan) -> None:
    profil = make(ProfilKecamatan, kecamatan=balung, tahun=SOURCE, penduduk=1000, batas_utara="Rambipuji")
    make(DasarHukumProfil, profil=profil)
    revoked = make(Peraturan, kode="perbup-1", sebutan="Perbup 1", berlaku_sampai=2021)
    make(DasarHukumProfil, profil=profil, peraturan=revoked)
    make(ButirProfil, profil=profil)
    make(FaktaProfil, profil=profil)
    result = copied(PROFIL_COPY, balung)
    new = ProfilKecamatan.objects.get(tahun=TO)
    assert (new.penduduk, new.batas_utara, new.ditinjau) == (1000, "Rambipuji", False)
    for row in (new.daftar_dasar_hukum, new.butir, new.fakta):
        assert [*row.values_list("ditinjau", flat=True)] == [False]
    assert result.left_behind == ("Perbup 1 tidak disalin: berlaku sampai tahun 2021.",)


def test_people_are_counted_anew(balung: Kecamatan) -> None:
    make(KomposisiSDM, kecamatan=balung, tahun=SOURCE, asn=3, non_asn=0, golongan="III/d")
    copied(SDM_COPY, balung)
    new = KomposisiSDM.objects.get(tahun=TO)
    assert (new.uraian, new.golongan, new.asn, new.non_asn) == ("Camat", "III/d", None, None)
