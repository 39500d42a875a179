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
from tests.sakip.records.last_year import DARI, KE, copied

pytestmark = pytest.mark.django_db


def test_profil_leaves_out_what_is_no_longer_in_force(balung: Kecamatan) -> None:
    profil = make(ProfilKecamatan, kecamatan=balung, tahun=DARI, penduduk=1000, batas_utara="Rambipuji")
    make(DasarHukumProfil, profil=profil)
    dicabut = make(Peraturan, kode="perbup-1", sebutan="Perbup 1", berlaku_sampai=2021)
    make(DasarHukumProfil, profil=profil, peraturan=dicabut)
    make(ButirProfil, profil=profil)
    make(FaktaProfil, profil=profil)
    hasil = copied(PROFIL_COPY, balung)
    baru = ProfilKecamatan.objects.get(tahun=KE)
    assert (baru.penduduk, baru.batas_utara, baru.ditinjau) == (1000, "Rambipuji", False)
    for baris in (baru.daftar_dasar_hukum, baru.butir, baru.fakta):
        assert [*baris.values_list("ditinjau", flat=True)] == [False]
    assert hasil.ditinggalkan == ("Perbup 1 tidak disalin: berlaku sampai tahun 2021.",)


def test_people_are_counted_anew(balung: Kecamatan) -> None:
    make(KomposisiSDM, kecamatan=balung, tahun=DARI, asn=3, non_asn=0, golongan="III/d")
    copied(SDM_COPY, balung)
    baru = KomposisiSDM.objects.get(tahun=KE)
    assert (baru.uraian, baru.golongan, baru.asn, baru.non_asn) == ("Camat", "III/d", None, None)
