"""Accounts: what each change does, who may make it, and what the trail says."""

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.test import Client

from kecamatan.accounts.accounts import (
    AccountChanged,
    membership_add,
    membership_change_unit,
    membership_revoke,
    pengguna_activate,
    pengguna_change,
    pengguna_create,
    pengguna_deactivate,
    person_fingerprint,
    unit_fingerprint,
)
from kecamatan.accounts.passwords import invitation_create
from kecamatan.authority import NotPermitted
from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, Kecamatan, Pengguna, UnitKerja
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def organisasi(balung: Kecamatan) -> Pengguna:
    return make_pengguna("organisasi", kabupaten=balung.kabupaten, username="organisasi")


@pytest.fixture
def operator(balung: Kecamatan) -> Pengguna:
    return make_pengguna("operator", kecamatan=balung, username="operator.balung", nama="Budi Santoso")


def jejak(action: str) -> Jejak:
    return Jejak.objects.get(tindakan=action)


def new(by: Pengguna, **change: Any) -> Pengguna:
    entries: dict[str, Any] = {
        "username": "siti.aminah",
        "nama": "Siti Aminah",
        "surel": "",
        "peran": "operator",
        "kecamatan": None,
        "kabupaten": None,
    }
    return pengguna_create(**entries | change, by=by)


def test_a_new_person_has_a_peran_and_no_way_in(organisasi: Pengguna, balung: Kecamatan) -> None:
    siti = new(organisasi, kecamatan=balung, surel="siti@contohkab.go.id")
    assert not siti.has_usable_password()
    assert [(k.peran, k.kecamatan) for k in siti.keanggotaan.all()] == [("operator", balung)]
    made = jejak("pengguna.dibuat")
    assert (made.pengguna, made.objek_pk, made.objek_sebutan) == (organisasi, siti.pk, "siti.aminah")
    assert made.sesudah == {"nama": "Siti Aminah", "surel": "siti@contohkab.go.id"}
    assert jejak("keanggotaan.dibuat").sesudah == {
        "peran": "Operator kecamatan",
        "wilayah": "Kecamatan Balung",
        "unit": "seluruh kecamatan",
    }


@pytest.mark.parametrize("nama", ["Operator.Balung", "OPERATOR.BALUNG "])
def test_a_user_name_is_taken_whatever_its_capitals(
    organisasi: Pengguna, operator: Pengguna, balung: Kecamatan, nama: str
) -> None:
    with pytest.raises(InputError, match="sudah dipakai"):
        new(organisasi, username=nama, kecamatan=balung)


@pytest.mark.parametrize("nama", ["ab", "siti aminah", "-siti", "sití", "a" * 51])
def test_a_user_name_can_be_typed_on_every_keyboard(
    organisasi: Pengguna, balung: Kecamatan, nama: str
) -> None:
    with pytest.raises(InputError, match=r"^Isi nama pengguna"):
        new(organisasi, username=nama, kecamatan=balung)


@pytest.mark.parametrize("peran", ["organisasi", "admin"])
def test_bagian_organisasi_does_not_make_its_like(
    organisasi: Pengguna, balung: Kecamatan, peran: str
) -> None:
    with pytest.raises(NotPermitted, match="hanya dapat diberikan oleh admin"):
        new(organisasi, peran=peran, kabupaten=balung.kabupaten)
    assert not Pengguna.objects.filter(username="siti.aminah").exists()
    assert not Jejak.objects.exists()


def test_bagian_organisasi_of_another_kabupaten_gives_nothing_here(balung: Kecamatan) -> None:
    other = make_pengguna("organisasi", kabupaten=make_kabupaten(kode="35.10", nama="Banyuwangi"))
    with pytest.raises(NotPermitted):
        new(other, kecamatan=balung)


def test_nobody_gives_themselves_a_peran(balung: Kecamatan) -> None:
    admin = make_pengguna("admin")
    with pytest.raises(NotPermitted):
        membership_add(
            pengguna=admin, peran="organisasi", kecamatan=None, kabupaten=balung.kabupaten, by=admin
        )


def test_the_same_peran_is_not_given_twice(
    organisasi: Pengguna, operator: Pengguna, balung: Kecamatan
) -> None:
    with pytest.raises(ValidationError, match="sudah memiliki peran ini"):
        membership_add(pengguna=operator, peran="operator", kecamatan=balung, kabupaten=None, by=organisasi)


@pytest.mark.both_engines
def test_name_and_surel_change_with_before_and_after(organisasi: Pengguna, operator: Pengguna) -> None:
    pengguna_change(
        pengguna=operator, nama="Budi S.", surel="", fingerprint=person_fingerprint(operator), by=organisasi
    )
    assert Pengguna.objects.get(pk=operator.pk).nama == "Budi S."
    assert (jejak("pengguna.diubah").sebelum, jejak("pengguna.diubah").sesudah) == (
        {"nama": "Budi Santoso"},
        {"nama": "Budi S."},
    )


def test_a_stale_change_is_refused_and_a_repeated_one_is_not(
    organisasi: Pengguna, operator: Pengguna
) -> None:
    old = person_fingerprint(operator)
    pengguna_change(pengguna=operator, nama="Budi S.", surel="", fingerprint=old, by=organisasi)
    with pytest.raises(AccountChanged):
        pengguna_change(pengguna=operator, nama="Budi Lain", surel="", fingerprint=old, by=organisasi)
    pengguna_change(pengguna=operator, nama="Budi S.", surel="", fingerprint=old, by=organisasi)
    assert Pengguna.objects.get(pk=operator.pk).nama == "Budi S."
    assert Jejak.objects.filter(tindakan="pengguna.diubah").count() == 1


@pytest.mark.both_engines
def test_closing_ends_every_session_of_that_person_for_good(organisasi: Pengguna, operator: Pengguna) -> None:
    """Deleted, not only useless: opened again within half an hour, the account must not let the old ones in."""
    theirs, phone, keeper, nobody = (Client() for _ in range(4))
    for one, who in ((theirs, operator), (phone, operator), (keeper, organisasi)):
        one.force_login(who)
    nobody.get("/masuk/")
    pengguna_deactivate(pengguna=operator, by=organisasi)
    assert Session.objects.count() == 1
    pengguna_activate(pengguna=operator, by=organisasi)
    assert [one.get("/akun/").status_code for one in (theirs, phone, keeper)] == [302, 302, 200]


@pytest.mark.both_engines
def test_closing_keeps_the_person_and_withdraws_open_links(organisasi: Pengguna, operator: Pengguna) -> None:
    invitation_create(pengguna=operator, by=organisasi)
    for _ in range(2):  # sent twice
        pengguna_deactivate(pengguna=operator, by=organisasi, alasan="Mutasi ke dinas lain.")
    assert not Pengguna.objects.get(pk=operator.pk).is_active
    assert operator.undangan.get().dicabut_pada is not None
    assert operator.keanggotaan.count() == 1
    assert jejak("pengguna.dinonaktifkan").alasan == "Mutasi ke dinas lain."
    for _ in range(2):
        pengguna_activate(pengguna=operator, by=organisasi)
    assert Pengguna.objects.get(pk=operator.pk).is_active
    assert jejak("pengguna.diaktifkan").pengguna == organisasi


def test_nobody_closes_their_own_account_or_that_of_a_greater_one(
    organisasi: Pengguna, balung: Kecamatan
) -> None:
    colleague = make_pengguna("organisasi", kabupaten=balung.kabupaten, username="rekan")
    for person in (organisasi, colleague, make_pengguna("admin", kabupaten=balung.kabupaten)):
        with pytest.raises(NotPermitted):
            pengguna_deactivate(pengguna=person, by=organisasi)
        person.refresh_from_db()
        assert person.is_active


@pytest.mark.both_engines
def test_an_operator_is_narrowed_to_units_of_the_kecamatan(
    organisasi: Pengguna, operator: Pengguna, balung: Kecamatan
) -> None:
    camat = make(UnitKerja, kecamatan=balung)
    seksi = [
        make(UnitKerja, kecamatan=balung, kunci=k, nama=f"Seksi {k}", jenis="seksi", induk=camat)
        for k in ("a", "b")
    ]
    member = operator.keanggotaan.get()
    start = unit_fingerprint(member)
    membership_change_unit(keanggotaan=member, unit=seksi, fingerprint=start, by=organisasi)
    assert set(member.unit.all()) == set(seksi)
    assert (jejak("keanggotaan.diubah").sesudah or {})["unit"] == "Seksi a, Seksi b"
    with pytest.raises(AccountChanged):
        membership_change_unit(keanggotaan=member, unit=[camat], fingerprint=start, by=organisasi)
    foreign = make(
        UnitKerja, kecamatan=make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11"), kunci="x"
    )
    with pytest.raises(InputError, match="Pilih unit kerja dari kecamatan"):
        membership_change_unit(
            keanggotaan=member, unit=[foreign], fingerprint=unit_fingerprint(member), by=organisasi
        )
    membership_change_unit(keanggotaan=member, unit=[], fingerprint=unit_fingerprint(member), by=organisasi)
    assert not member.unit.exists()


@pytest.mark.both_engines
def test_a_peran_is_taken_but_never_the_last_one(
    organisasi: Pengguna, operator: Pengguna, balung: Kecamatan
) -> None:
    old = operator.keanggotaan.get()
    with pytest.raises(InputError, match="satu-satunya peran"):
        membership_revoke(keanggotaan=old, by=organisasi)
    membership_add(pengguna=operator, peran="camat", kecamatan=balung, kabupaten=None, by=organisasi)
    for _ in range(2):
        membership_revoke(keanggotaan=old, by=organisasi, alasan="Menjadi camat.")
    assert [k.peran for k in operator.keanggotaan.all()] == ["camat"]
    revoked = jejak("keanggotaan.dicabut")
    assert (revoked.sebelum or {})["peran"] == "Operator kecamatan"
    assert (revoked.alasan, revoked.kecamatan, revoked.objek_pk) == ("Menjadi camat.", balung, operator.pk)


def test_bagian_organisasi_takes_no_peran_that_an_admin_gave(
    organisasi: Pengguna, operator: Pengguna, balung: Kecamatan
) -> None:
    member = operator.keanggotaan.create(peran="organisasi", kabupaten=balung.kabupaten)
    with pytest.raises(NotPermitted, match="hanya dapat diubah oleh admin"):
        membership_revoke(keanggotaan=member, by=organisasi)
