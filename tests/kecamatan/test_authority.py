"""Who keeps whose account, and who may give which peran where."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from kecamatan.authority import DI_KABUPATEN, DI_KECAMATAN, NotPermitted, Wewenang
from kecamatan.models import Keanggotaan, Pengguna
from kecamatan.permissions import HAK_PERAN, Hak, NoRight
from kecamatan.querysets import PENJAGA_AKUN
from tests.factory import make_kabupaten, make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db

Peran = Keanggotaan.Peran


@pytest.fixture
def dunia() -> dict[str, Any]:
    """Two kabupaten with a kecamatan and one person of every peran each."""
    isi: dict[str, Any] = {}
    for nomor in range(30):  # so that no person has the number of a membership by accident
        make_pengguna(username=f"tanpa.peran.{nomor}")
    for kode, nama in (("35.09", "jember"), ("35.10", "banyuwangi")):
        kabupaten = make_kabupaten(kode=kode, nama=nama.title())
        kecamatan = make_kecamatan(kabupaten=kabupaten, kode=f"{kode}.10", nama=nama, slug=f"kec-{nama}")
        isi |= {nama: kabupaten, f"kec-{nama}": kecamatan}
        for peran in Peran:
            tempat: dict[str, Any] = (
                {"kecamatan": kecamatan}
                if peran in (Peran.OPERATOR, Peran.CAMAT)
                else {"kabupaten": kabupaten}
            )
            isi[f"{peran}-{nama}"] = make_pengguna(peran, username=f"{peran}.{nama}", **tempat)
    isi["admin"] = make_pengguna("admin", username="admin")
    isi["lepas"] = make_pengguna(username="lepas")
    return isi


def terlihat(user: Pengguna | AnonymousUser) -> set[str]:
    return set(Pengguna.objects.for_user(user).values_list("username", flat=True))


JEMBER = {f"{peran}.jember" for peran in Peran}


def test_the_row_sets_know_the_same_keepers_as_the_table_of_rights() -> None:
    assert set(PENJAGA_AKUN) == {peran for peran, hak in HAK_PERAN.items() if Hak.AKUN in hak}


@pytest.mark.parametrize("peran", PENJAGA_AKUN)
def test_a_keeper_sees_the_people_of_their_kabupaten_and_its_kecamatan(
    dunia: dict[str, Any], peran: str
) -> None:
    assert terlihat(dunia[f"{peran}-jember"]) == JEMBER


def test_an_admin_of_everything_and_a_superuser_see_everybody(dunia: dict[str, Any]) -> None:
    for user in (dunia["admin"], make_pengguna(username="akar", is_superuser=True)):
        assert terlihat(user) == set(Pengguna.objects.values_list("username", flat=True))


@pytest.mark.parametrize("peran", [Peran.OPERATOR, Peran.CAMAT, Peran.PENGAWAS])
def test_who_keeps_no_accounts_sees_nobody_and_has_no_say(dunia: dict[str, Any], peran: str) -> None:
    user = dunia[f"{peran}-jember"]
    assert terlihat(user) == set()
    with pytest.raises(NoRight, match=r"Hanya Bagian Organisasi dan admin"):
        Wewenang(user)


def test_nobody_without_membership_sees_anybody(dunia: dict[str, Any]) -> None:
    tertutup = dunia["admin"]
    tertutup.is_active = False
    akar = make_pengguna(username="akar", is_superuser=True, is_active=False)
    for user in (AnonymousUser(), dunia["lepas"], tertutup, akar):
        assert terlihat(user) == set()
        with pytest.raises(NoRight):
            Wewenang(user)


@pytest.mark.parametrize(
    ("oleh", "boleh"),
    [
        ("organisasi-jember", {"operator", "camat", "pengawas"}),
        ("admin-jember", set(Peran)),
        ("admin", set(Peran)),
    ],
)
def test_which_peran_may_be_given(dunia: dict[str, Any], oleh: str, boleh: set[str]) -> None:
    wewenang = Wewenang(dunia[oleh])
    assert set(wewenang.peran()) == boleh
    for peran in Peran:
        di_kecamatan = peran in (Peran.OPERATOR, Peran.CAMAT)
        for nama, milik in (("jember", True), ("banyuwangi", oleh == "admin")):
            tempat: dict[str, Any] = (
                {"kecamatan": dunia[f"kec-{nama}"]} if di_kecamatan else {"kabupaten": dunia[nama]}
            )
            assert wewenang.may_grant(peran, **tempat) is (milik and peran in boleh), (peran, nama)
    assert wewenang.may_grant(Peran.ADMIN) is (oleh == "admin")


@pytest.mark.parametrize(
    ("oleh", "dikelola"),
    [
        ("organisasi-jember", {"operator.jember", "camat.jember", "pengawas.jember"}),
        ("admin-jember", JEMBER - {"admin.jember"}),
    ],
)
def test_whose_account_is_kept(dunia: dict[str, Any], oleh: str, dikelola: set[str]) -> None:
    wewenang = Wewenang(dunia[oleh])
    assert {p.username for p in Pengguna.objects.all() if wewenang.may_manage(p)} == dikelola


def test_an_account_with_a_peran_beyond_ones_power_is_not_kept(dunia: dict[str, Any]) -> None:
    """Else whoever resets its password could sign in as an admin."""
    operator = dunia["operator-jember"]
    operator.keanggotaan.create(peran="admin", kabupaten=dunia["banyuwangi"])
    wewenang = Wewenang(dunia["organisasi-jember"])
    assert not wewenang.may_manage(operator)
    assert {k.peran: wewenang.may_change(k) for k in operator.keanggotaan.all()} == {
        "operator": True,
        "admin": False,
    }


def test_a_superuser_is_kept_by_a_superuser_only(dunia: dict[str, Any]) -> None:
    operator = dunia["operator-jember"]
    operator.is_superuser = True
    operator.save()
    assert not Wewenang(dunia["admin"]).may_manage(operator)
    assert Wewenang(make_pengguna(username="akar", is_superuser=True)).may_manage(operator)


@pytest.mark.parametrize("oleh", ["organisasi-jember", "admin-jember", "admin"])
def test_nobody_keeps_their_own_account_or_peran(dunia: dict[str, Any], oleh: str) -> None:
    wewenang, milik = Wewenang(dunia[oleh]), dunia[oleh].keanggotaan.get()
    assert not wewenang.may_manage(dunia[oleh])
    assert not wewenang.may_change(milik)
    with pytest.raises(NotPermitted, match="Akun sendiri diubah di halaman"):
        wewenang.ensure_may_manage(dunia[oleh])
    with pytest.raises(NotPermitted, match="Peran sendiri tidak dapat diubah"):
        wewenang.ensure_may_change(milik)


def test_who_may_not_is_told_who_may(dunia: dict[str, Any]) -> None:
    wewenang, admin = Wewenang(dunia["organisasi-jember"]), dunia["admin-jember"]
    with pytest.raises(NotPermitted, match="peran yang tidak dapat Anda berikan"):
        wewenang.ensure_may_manage(admin)
    with pytest.raises(NotPermitted, match=r"^Peran Admin hanya dapat diubah oleh admin\.$"):
        wewenang.ensure_may_change(admin.keanggotaan.get())
    wewenang.ensure_may_manage(dunia["camat-jember"])
    wewenang.ensure_may_change(dunia["camat-jember"].keanggotaan.get())


def test_who_has_no_peran_yet_is_kept_by_an_admin_of_everything_only(dunia: dict[str, Any]) -> None:
    assert Wewenang(dunia["admin"]).may_manage(dunia["lepas"])
    for oleh in ("organisasi-jember", "admin-jember"):
        assert not Wewenang(dunia[oleh]).may_manage(dunia["lepas"])


@pytest.mark.parametrize(
    ("oleh", "boleh"),
    [
        ("organisasi-jember", {"Jember"}),
        ("admin-jember", {"Jember"}),
        ("admin", {"Jember", "Banyuwangi"}),
    ],
)
def test_where_peran_may_be_given(dunia: dict[str, Any], oleh: str, boleh: set[str]) -> None:
    assert {kabupaten.nama for kabupaten in Wewenang(dunia[oleh]).kabupaten()} == boleh


@pytest.mark.parametrize("peran", list(Peran))
def test_the_form_asks_for_the_place_that_the_database_demands(dunia: dict[str, Any], peran: str) -> None:
    """Only an admin may be one of everything, and then has no place at all."""
    milik = {"kecamatan": dunia["kec-jember"], "kabupaten": dunia["jember"]}
    boleh = set()
    for nama, tempat in milik.items():
        try:
            Keanggotaan(pengguna=dunia["lepas"], peran=peran, **{nama: tempat}).validate_constraints()
        except ValidationError:
            continue
        boleh.add(nama)
    assert ("kecamatan" in boleh) is (peran in DI_KECAMATAN)
    assert ("kabupaten" in boleh) is (peran in DI_KABUPATEN or peran == Peran.ADMIN)


def test_people_are_found_in_one_query(dunia: dict[str, Any], django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        list(Pengguna.objects.for_user(dunia["organisasi-jember"]))
