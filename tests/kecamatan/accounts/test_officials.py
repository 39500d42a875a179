"""Whose account it is: said by who keeps it, told to its owner, and no other person's afterwards."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from kecamatan.accounts.accounts import pengguna_change, person_fingerprint
from kecamatan.accounts.foreign_hand import notice, why_closed
from kecamatan.accounts.officials import (
    offered_officials,
    official_connect,
    official_disconnect,
    official_of,
    still_the_same,
)
from kecamatan.authority import NotPermitted
from kecamatan.ground.errors import InputError
from kecamatan.models import AkunPejabat, Jejak, Kecamatan, MasaJabatan, Pejabat, Pengguna
from kecamatan.permissions import NoRight
from tests.factory import make, make_kabupaten, make_kecamatan, make_masa_jabatan, make_pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture
def camat(balung: Kecamatan) -> Pengguna:
    return make_pengguna("camat", kecamatan=balung, nama="Siti Aminah", email="siti@contoh.go.id")


@pytest.fixture
def organisasi(balung: Kecamatan) -> Pengguna:
    return make_pengguna("organisasi", kabupaten=balung.kabupaten, nama="Rina Organisasi")


@pytest.fixture
def siti(balung: Kecamatan) -> Pejabat:
    return make_masa_jabatan(kecamatan=balung).pejabat


@pytest.mark.one_engine
def test_who_keeps_the_account_says_whose_it_is_and_the_owner_is_told(
    camat: Pengguna,
    organisasi: Pengguna,
    siti: Pejabat,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        tie = official_connect(pengguna=camat, pejabat=siti, by=organisasi)
        assert official_connect(pengguna=camat, pejabat=siti, by=organisasi) == tie
    assert (official_of(camat), still_the_same(tie)) == (tie, True)
    said = "Rina Organisasi menghubungkan akun Anda dengan seorang pejabat"
    assert said in notice(camat)
    assert said in why_closed(camat)
    (mail,) = mailoutbox
    assert said in mail.body
    (told,) = Jejak.objects.filter(tindakan="akun_pejabat.dihubungkan")
    assert told.sesudah == {"pejabat": "SITI AMINAH, S.Sos., NIP 197001011990012001"}
    official_disconnect(pengguna=camat, by=organisasi, alasan="Pindah tugas.")
    assert official_of(camat) is None
    assert "melepas hubungan akun Anda" in notice(camat)


@pytest.mark.one_engine
@pytest.mark.parametrize("peran", ["camat", "operator", "pengawas"])
def test_nobody_else_says_it_and_nobody_of_himself(
    camat: Pengguna, siti: Pejabat, balung: Kecamatan, peran: str
) -> None:
    place = {"kabupaten": balung.kabupaten} if peran == "pengawas" else {"kecamatan": balung}
    for by in (camat, make_pengguna(peran, **place)):
        for act in (
            lambda by=by: official_connect(pengguna=camat, pejabat=siti, by=by),
            lambda by=by: official_disconnect(pengguna=camat, by=by),
        ):
            with pytest.raises(NoRight):
                act()
    both = make_pengguna("organisasi", kabupaten=balung.kabupaten)
    make_member = {"peran": "camat", "kecamatan": balung}
    both.keanggotaan.create(**make_member)
    with pytest.raises(NotPermitted):
        official_connect(pengguna=both, pejabat=siti, by=both)
    assert not AkunPejabat.objects.exists()


@pytest.mark.one_engine
def test_an_official_has_one_account(
    camat: Pengguna, organisasi: Pengguna, siti: Pejabat, balung: Kecamatan
) -> None:
    official_connect(pengguna=camat, pejabat=siti, by=organisasi)
    second = make_pengguna("camat", kecamatan=balung)
    with pytest.raises(InputError, match=f"sudah dihubungkan dengan akun {camat.username}"):
        official_connect(pengguna=second, pejabat=siti, by=organisasi)


@pytest.mark.one_engine
def test_only_a_camat_of_the_place_is_offered(
    camat: Pengguna, organisasi: Pengguna, siti: Pejabat, balung: Kecamatan
) -> None:
    secretary = make(Pejabat, nama="BUDI SANTOSO", nip="")
    make_masa_jabatan(kecamatan=balung, pejabat=secretary, jabatan="sekretaris")
    elsewhere = make_kecamatan(
        kabupaten=make_kabupaten(kode="35.10", nama="Lain"), kode="35.10.01", slug="lain", nama="Lain"
    )
    stranger = make(Pejabat, nama="ORANG LAIN", nip="")
    make_masa_jabatan(kecamatan=elsewhere, pejabat=stranger)
    assert list(offered_officials(camat, organisasi)) == [siti]
    for one in (secretary, stranger):
        with pytest.raises(InputError, match="tidak tercatat sebagai camat"):
            official_connect(pengguna=camat, pejabat=one, by=organisasi)


@pytest.mark.one_engine
def test_the_kepala_daerah_is_one_of_the_kabupaten_and_its_people_are_told(
    organisasi: Pengguna,
    siti: Pejabat,
    balung: Kecamatan,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    place = {"kecamatan": None, "kabupaten": balung.kabupaten}
    hendy = make_masa_jabatan(jabatan="bupati", pejabat=make(Pejabat, nama="H. HENDY", nip=""), **place)
    other = make_kabupaten(kode="35.10", nama="Lain")
    elsewhere = make_masa_jabatan(
        jabatan="bupati", pejabat=make(Pejabat, nama="ORANG LAIN", nip=""), kecamatan=None, kabupaten=other
    )
    bupati = make_pengguna("bupati", kabupaten=balung.kabupaten, nama="Hendy")
    make_pengguna("pengawas", kabupaten=balung.kabupaten, email="inspektorat@contoh.go.id")
    make_pengguna("operator", kecamatan=balung, email="operator@contoh.go.id")
    assert list(offered_officials(bupati, organisasi)) == [hendy.pejabat]
    for one in (siti, elsewhere.pejabat):
        with pytest.raises(InputError, match="kepala daerah di tempat Hendy memegang peran itu"):
            official_connect(pengguna=bupati, pejabat=one, by=organisasi)
    with django_capture_on_commit_callbacks(execute=True):
        official_connect(pengguna=bupati, pejabat=hendy.pejabat, by=organisasi)
    assert [mail.to for mail in mailoutbox] == [["inspektorat@contoh.go.id"]]
    twice = make(Pejabat, nama="Hendy, S.T.", nip="")
    make_masa_jabatan(jabatan="bupati", pejabat=twice, status="plh", **place)
    second = make_pengguna("bupati", kabupaten=balung.kabupaten)
    with pytest.raises(InputError, match=f"sudah dihubungkan dengan akun {bupati.username}"):
        official_connect(pengguna=second, pejabat=twice, by=organisasi)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"nama": "Siti Aminah, S.Sos., M.Si."}, True),
        ({"nip": ""}, True),
        ({"nama": "BUDI SANTOSO"}, False),
        ({"nip": "198001011999011001"}, False),
    ],
)
def test_an_official_made_another_person_is_not_the_one_that_was_meant(
    camat: Pengguna, organisasi: Pengguna, siti: Pejabat, change: dict[str, str], same: bool
) -> None:
    official_connect(pengguna=camat, pejabat=siti, by=organisasi)
    Pejabat.objects.update(**change)
    tie = official_of(camat)
    assert tie is not None
    assert still_the_same(tie) is same
    again = official_connect(pengguna=camat, pejabat=tie.pejabat, by=organisasi)
    assert still_the_same(again)
    assert Jejak.objects.filter(tindakan="akun_pejabat.dihubungkan").count() == (1 if same else 2)


def test_the_pages_connect_and_let_go(camat: Pengguna, organisasi: Pengguna, siti: Pejabat) -> None:
    camat.set_password("kata sandi camat")
    camat.save()
    client = Client()
    client.force_login(organisasi)
    assert "Aktif, belum dihubungkan dengan pejabat" in client.get(reverse("pengguna")).text
    details, page = (reverse(one, args=[camat.pk]) for one in ("pengguna-rinci", "pengguna-pejabat"))
    assert "Belum dihubungkan" in client.get(details).text
    shown = client.get(page).text
    assert f'<option value="{siti.pk}" selected>SITI AMINAH, S.Sos. (NIP 197001011990012001)' in shown
    assert "Camat Balung sejak 1 Januari 2020" in shown
    assert client.post(page, {"pejabat": siti.pk})["Location"] == details
    assert "Aktif, belum dihubungkan" not in client.get(reverse("pengguna")).text
    assert "SITI AMINAH, S.Sos., NIP 197001011990012001" in client.get(details).text
    client.post(reverse("pengguna-pejabat-lepas", args=[camat.pk]), {"alasan": "Pindah."})
    assert not AkunPejabat.objects.exists()


class TestMigration:
    """What an installation from before knows of its own accounts."""

    @pytest.fixture(autouse=True)
    def terms(self, balung: Kecamatan) -> None:
        make_masa_jabatan(kecamatan=balung)
        budi = make(Pejabat, nama="Drs. BUDI SANTOSO, M.Si.", nip="198001011999011001")
        make_masa_jabatan(kecamatan=balung, pejabat=budi, mulai=date(2023, 1, 1))

    def connected(self) -> list[tuple[str, str]]:
        import_module("kecamatan.migrations.0019_known_officials").connect(apps, None)
        return sorted((one.pengguna.username, one.nama) for one in AkunPejabat.objects.all())

    def test_told_by_name_and_by_nip(self, balung: Kecamatan) -> None:
        make_pengguna("camat", kecamatan=balung, username="siti", nama="Hj. Siti Aminah")
        make_pengguna("camat", kecamatan=balung, username="198001011999011001", nama="Camat Balung")
        make_pengguna("operator", kecamatan=balung, username="op", nama="Budi Santoso")
        assert self.connected() == [
            ("198001011999011001", "Drs. BUDI SANTOSO, M.Si."),
            ("siti", "SITI AMINAH, S.Sos."),
        ]

    def test_nobody_where_two_may_be_meant(self, balung: Kecamatan) -> None:
        for username in ("siti", "siti.lama"):
            make_pengguna("camat", kecamatan=balung, username=username, nama="Siti Aminah")
        make_pengguna("camat", kecamatan=balung, username="camat", nama="Camat Balung")
        assert self.connected() == []
        assert MasaJabatan.objects.count() == 2


def test_the_same_person_recorded_twice_is_one(
    camat: Pengguna, organisasi: Pengguna, siti: Pejabat, balung: Kecamatan
) -> None:
    """A second record of the same camat, for an account of one's own that nobody would be told of."""
    official_connect(pengguna=camat, pejabat=siti, by=organisasi)
    twin = make(Pejabat, nama="Hj. SITI AMINAH", nip="")
    make_masa_jabatan(kecamatan=balung, pejabat=twin, mulai=date(2023, 1, 1))
    own = make_pengguna("camat", kecamatan=balung)
    with pytest.raises(InputError, match=f"sudah dihubungkan dengan akun {camat.username}"):
        official_connect(pengguna=own, pejabat=twin, by=organisasi)
    Pejabat.objects.filter(pk=twin.pk).update(nip="198001011999012001")  # a namesake with a number of her own
    twin.refresh_from_db()
    assert official_connect(pengguna=own, pejabat=twin, by=organisasi).pejabat == twin


@pytest.mark.one_engine
def test_who_works_at_the_office_is_told_whose_account_signs(
    camat: Pengguna,
    organisasi: Pengguna,
    siti: Pejabat,
    balung: Kecamatan,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    make_pengguna("operator", kecamatan=balung, nama="Budi", email="budi@contoh.go.id")
    make_pengguna("operator", kecamatan=balung, email="lama@contoh.go.id", is_active=False)
    make_pengguna("pengawas", kabupaten=balung.kabupaten, email="awas@contoh.go.id")
    with django_capture_on_commit_callbacks(execute=True):
        official_connect(pengguna=camat, pejabat=siti, by=organisasi)
    assert sorted(one.to[0] for one in mailoutbox) == ["budi@contoh.go.id", "siti@contoh.go.id"]
    told = next(one for one in mailoutbox if one.to == ["budi@contoh.go.id"])
    assert (
        f"Rina Organisasi menghubungkan akun {camat.username} (Siti Aminah) dengan SITI AMINAH, S.Sos., NIP"
        " 197001011990012001" in told.body
    )


def test_a_new_address_is_told_to_the_old_one_and_is_another_hand(
    camat: Pengguna,
    organisasi: Pengguna,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    """Whoever is to hear of nothing is first given another address."""

    def mail_to(surel: str) -> None:
        seen = person_fingerprint(camat)
        pengguna_change(pengguna=camat, nama=camat.nama, surel=surel, fingerprint=seen, by=organisasi)
        camat.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        mail_to("rina@contoh.go.id")
    (mail,) = mailoutbox
    assert mail.to == ["siti@contoh.go.id"]
    assert "Rina Organisasi mengganti surel akun Anda" in mail.body
    assert "mengganti surel akun Anda" in why_closed(camat)
    assert Jejak.objects.get(tindakan="surel.diganti").sebelum == {"surel": "siti@contoh.go.id"}


@pytest.mark.one_engine
def test_a_first_address_closes_nothing(balung: Kecamatan, organisasi: Pengguna) -> None:
    camat = make_pengguna("camat", kecamatan=balung, nama="Siti")
    seen = person_fingerprint(camat)
    pengguna_change(
        pengguna=camat, nama="Siti A.", surel="siti@contoh.go.id", fingerprint=seen, by=organisasi
    )
    assert why_closed(camat) == ""
    assert Jejak.objects.get(tindakan="pengguna.diubah").sesudah == {
        "nama": "Siti A.",
        "surel": "siti@contoh.go.id",
    }
