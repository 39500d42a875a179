"""Who keeps whose account, and who may give which peran where."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from kecamatan.authority import ABOVE, DI_KABUPATEN, DI_KECAMATAN, Authority, NotPermitted
from kecamatan.forms.people import RoleForm
from kecamatan.models import Keanggotaan, Pengguna, Provinsi
from kecamatan.models.pengguna import PLACES
from kecamatan.permissions import HAK_PERAN, Hak, NoRight
from kecamatan.querysets import ACCOUNT_GUARDS
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

Peran = Keanggotaan.Peran


@pytest.fixture
def world() -> dict[str, Any]:
    """Two kabupaten with a kecamatan and one person of every peran each."""
    content: dict[str, Any] = {}
    for nomor in range(30):  # so that no person has the number of a membership by accident
        make_pengguna(username=f"tanpa.peran.{nomor}")
    for kode, nama in (("35.09", "jember"), ("35.10", "banyuwangi")):
        kabupaten = make_kabupaten(kode=kode, nama=nama.title())
        kecamatan = make_kecamatan(kabupaten=kabupaten, kode=f"{kode}.10", nama=nama, slug=f"kec-{nama}")
        content |= {nama: kabupaten, f"kec-{nama}": kecamatan}
        for peran in Peran:
            if peran in ABOVE:
                continue
            places: dict[str, Any] = (
                {"kecamatan": kecamatan}
                if peran in (Peran.OPERATOR, Peran.CAMAT)
                else {"kabupaten": kabupaten}
            )
            content[f"{peran}-{nama}"] = make_pengguna(peran, username=f"{peran}.{nama}", **places)
    content["admin"] = make_pengguna("admin", username="admin")
    content["pusat"] = make_pengguna("pusat", username="pusat")
    content["provinsi"] = make_pengguna("provinsi", username="provinsi", provinsi=make(Provinsi))
    content["lepas"] = make_pengguna(username="lepas")
    return content


def visible(user: Pengguna | AnonymousUser) -> set[str]:
    return set(Pengguna.objects.for_user(user).values_list("username", flat=True))


BELOW = set(Peran) - set(ABOVE)
JEMBER = {f"{peran}.jember" for peran in BELOW}


def test_the_row_sets_know_the_same_keepers_as_the_table_of_rights() -> None:
    assert set(ACCOUNT_GUARDS) == {peran for peran, hak in HAK_PERAN.items() if Hak.AKUN in hak}


@pytest.mark.parametrize("peran", ACCOUNT_GUARDS)
def test_a_keeper_sees_the_people_of_their_kabupaten_and_its_kecamatan(
    world: dict[str, Any], peran: str
) -> None:
    assert visible(world[f"{peran}-jember"]) == JEMBER


@pytest.mark.both_engines
def test_an_admin_of_everything_and_a_superuser_see_everybody(world: dict[str, Any]) -> None:
    for user in (world["admin"], make_pengguna(username="akar", is_superuser=True)):
        assert visible(user) == set(Pengguna.objects.values_list("username", flat=True))


@pytest.mark.parametrize(
    "who", ["operator-jember", "camat-jember", "pengawas-jember", "bupati-jember", "provinsi", "pusat"]
)
def test_who_keeps_no_accounts_sees_nobody_and_has_no_say(world: dict[str, Any], who: str) -> None:
    user = world[who]
    assert visible(user) == set()
    with pytest.raises(NoRight, match=r"Hanya Bagian Organisasi dan admin"):
        Authority(user)


def test_nobody_without_membership_sees_anybody(world: dict[str, Any]) -> None:
    closed = world["admin"]
    closed.is_active = False
    root = make_pengguna(username="akar", is_superuser=True, is_active=False)
    for user in (AnonymousUser(), world["lepas"], closed, root):
        assert visible(user) == set()
        with pytest.raises(NoRight):
            Authority(user)


@pytest.mark.parametrize(
    ("by", "allowed"),
    [
        ("organisasi-jember", {"operator", "camat", "pengawas", "bupati"}),
        ("admin-jember", BELOW),
        ("admin", set(Peran)),
    ],
)
def test_which_peran_may_be_given(world: dict[str, Any], by: str, allowed: set[str]) -> None:
    authority = Authority(world[by])
    assert set(authority.peran()) == allowed
    for peran in BELOW:
        in_kecamatan = peran in (Peran.OPERATOR, Peran.CAMAT)
        for nama, own in (("jember", True), ("banyuwangi", by == "admin")):
            places: dict[str, Any] = (
                {"kecamatan": world[f"kec-{nama}"]} if in_kecamatan else {"kabupaten": world[nama]}
            )
            assert authority.may_grant(peran, **places) is (own and peran in allowed), (peran, nama)
    for peran in (Peran.ADMIN, *ABOVE):
        assert authority.may_grant(peran) is (by == "admin")


@pytest.mark.parametrize(
    ("by", "managed"),
    [
        ("organisasi-jember", {"operator.jember", "camat.jember", "pengawas.jember", "bupati.jember"}),
        ("admin-jember", JEMBER - {"admin.jember"}),
    ],
)
def test_whose_account_is_kept(world: dict[str, Any], by: str, managed: set[str]) -> None:
    authority = Authority(world[by])
    assert {p.username for p in Pengguna.objects.all() if authority.may_manage(p)} == managed


def test_who_follows_several_kabupaten_is_kept_by_an_admin_of_everything_only(world: dict[str, Any]) -> None:
    for nama in ("provinsi", "pusat"):
        assert Authority(world["admin"]).may_manage(world[nama])
        assert not Authority(world["admin-jember"]).may_manage(world[nama])
        membership = world[nama].keanggotaan.get()
        assert not Authority(world["admin-jember"]).may_change(membership)
    person = world["operator-jember"]
    person.keanggotaan.create(peran="pusat")
    assert not Authority(world["organisasi-jember"]).may_manage(person)


def test_an_account_with_a_peran_beyond_ones_power_is_not_kept(world: dict[str, Any]) -> None:
    """Else whoever resets its password could sign in as an admin."""
    operator = world["operator-jember"]
    operator.keanggotaan.create(peran="admin", kabupaten=world["banyuwangi"])
    authority = Authority(world["organisasi-jember"])
    assert not authority.may_manage(operator)
    assert {k.peran: authority.may_change(k) for k in operator.keanggotaan.all()} == {
        "operator": True,
        "admin": False,
    }


def test_a_superuser_gives_every_peran_without_having_one() -> None:
    assert Authority(make_pengguna(username="akar", is_superuser=True)).peran() == list(Peran)


def test_a_superuser_is_kept_by_a_superuser_only(world: dict[str, Any]) -> None:
    operator = world["operator-jember"]
    operator.is_superuser = True
    operator.save()
    assert not Authority(world["admin"]).may_manage(operator)
    assert Authority(make_pengguna(username="akar", is_superuser=True)).may_manage(operator)


@pytest.mark.parametrize("by", ["organisasi-jember", "admin-jember", "admin"])
def test_nobody_keeps_their_own_account_or_peran(world: dict[str, Any], by: str) -> None:
    authority, own = Authority(world[by]), world[by].keanggotaan.get()
    assert not authority.may_manage(world[by])
    assert not authority.may_change(own)
    with pytest.raises(NotPermitted, match="Akun sendiri diubah di halaman"):
        authority.ensure_may_manage(world[by])
    with pytest.raises(NotPermitted, match="Peran sendiri tidak dapat diubah"):
        authority.ensure_may_change(own)


def test_who_may_not_is_told_who_may(world: dict[str, Any]) -> None:
    authority, admin = Authority(world["organisasi-jember"]), world["admin-jember"]
    with pytest.raises(NotPermitted, match="peran yang tidak dapat Anda berikan"):
        authority.ensure_may_manage(admin)
    with pytest.raises(NotPermitted, match=r"^Peran Admin hanya dapat diubah oleh admin\.$"):
        authority.ensure_may_change(admin.keanggotaan.get())
    authority.ensure_may_manage(world["camat-jember"])
    authority.ensure_may_change(world["camat-jember"].keanggotaan.get())


def test_who_has_no_peran_yet_is_kept_by_an_admin_of_everything_only(world: dict[str, Any]) -> None:
    assert Authority(world["admin"]).may_manage(world["lepas"])
    for by in ("organisasi-jember", "admin-jember"):
        assert not Authority(world[by]).may_manage(world["lepas"])


@pytest.mark.parametrize(
    ("by", "allowed"),
    [
        ("organisasi-jember", {"Jember"}),
        ("admin-jember", {"Jember"}),
        ("admin", {"Jember", "Banyuwangi"}),
    ],
)
def test_where_peran_may_be_given(world: dict[str, Any], by: str, allowed: set[str]) -> None:
    assert {kabupaten.nama for kabupaten in Authority(world[by]).kabupaten()} == allowed


@pytest.mark.parametrize("peran", list(Peran))
def test_the_form_asks_for_the_place_that_the_database_demands(world: dict[str, Any], peran: str) -> None:
    """Only an admin may be one of everything, and then has no place at all."""
    own = {
        "kecamatan": world["kec-jember"],
        "kabupaten": world["jember"],
        "provinsi": make(Provinsi, kode="34"),
    }
    allowed = set()
    for nama, place in own.items():
        try:
            Keanggotaan(pengguna=world["lepas"], peran=peran, **{nama: place}).validate_constraints()
        except ValidationError:
            continue
        allowed.add(nama)
    assert ("kecamatan" in allowed) is (peran in DI_KECAMATAN)
    assert ("kabupaten" in allowed) is (peran in DI_KABUPATEN or peran == Peran.ADMIN)
    assert ("provinsi" in allowed) is (peran == Peran.PROVINSI)


@pytest.mark.both_engines
def test_people_are_found_in_one_query(world: dict[str, Any], django_assert_num_queries: Any) -> None:
    assert Authority(
        world["organisasi-jember"]
    )  # who keeps accounts is asked before, and finds the memberships
    with django_assert_num_queries(1):
        list(Pengguna.objects.for_user(world["organisasi-jember"]))


@pytest.mark.parametrize(
    ("by", "peran", "kode", "found", "words"),
    [
        ("admin", "operator", " 35.09.10 ", "kec-jember", ""),
        ("admin", "organisasi", "35.10", "banyuwangi", ""),
        ("admin", "provinsi", "35", "jatim", ""),
        ("admin", "pusat", "", None, ""),
        ("admin", "pusat", "35", None, "Kosongkan wilayahnya"),
        ("admin", "provinsi", "35.09", None, "Pilih provinsi untuk peran Pemantau provinsi"),
        ("admin", "admin", "35", None, "Pilih kabupaten atau semua wilayah"),
        ("admin", "operator", "35.09.99", None, 'kode "35.09.99" yang dapat Anda beri peran'),
        ("admin-jember", "operator", "35.10.10", None, 'kode "35.10.10" yang dapat Anda beri peran'),
        ("admin-jember", "pengawas", "35", None, 'kode "35" yang dapat Anda beri peran'),
    ],
)
def test_among_many_kabupaten_a_place_is_written_by_its_kode(
    world: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    by: str,
    peran: str,
    kode: str,
    found: Any,
    words: str,
) -> None:
    monkeypatch.setattr("kecamatan.forms.people.MOST_LISTED", 0)
    form = RoleForm({"peran": peran, "wilayah": kode}, authority=Authority(world[by]))
    assert form.is_valid() is not bool(words)
    assert words in " ".join(str(message) for messages in form.errors.values() for message in messages)
    if not words:
        given = [form.cleaned_data[name] for name in PLACES if form.cleaned_data[name]]
        world["jatim"] = Provinsi.objects.get(kode="35")
        assert given == ([world[found]] if found else [])


def test_a_link_that_names_a_kabupaten_begins_with_its_kode(
    world: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kecamatan.forms.people.MOST_LISTED", 0)
    for key, kode in ((f"kabupaten-{world['jember'].pk}", "35.09"), ("kabupaten-0", ""), ("provinsi-1", "")):
        form = RoleForm(authority=Authority(world["admin"]), initial={"wilayah": key})
        assert form["wilayah"].value() == kode


def test_of_few_kabupaten_every_place_is_offered_and_the_provinsi_to_an_admin_of_all(
    world: dict[str, Any],
) -> None:
    for by, offered in (("admin", True), ("admin-jember", False)):
        offers = str(RoleForm(authority=Authority(world[by]))["wilayah"])
        assert ("Provinsi Jawa Timur" in offers) is offered
