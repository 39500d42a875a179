"""Who may do what where: every peran in its own place and in every other, and how memberships add up."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from kecamatan.models import Keanggotaan, Kecamatan, Pengguna, Provinsi, UnitKerja
from kecamatan.permissions import (
    HAK_PERAN,
    WHO,
    Hak,
    NoRight,
    NotItsUnit,
    duties_in,
    ensure_for_unit,
    ensure_right,
    has_duty,
    is_above_kecamatan,
    is_narrowed,
    kabupaten_rights,
    kabupaten_with,
    kecamatan_with,
    may_anywhere,
    membership_of,
    narrowed_to,
    owns,
    reads_signed_alone,
    rights_in,
    signs,
)
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

Peran = Keanggotaan.Peran

#: Written out here once more, so that a right given or taken by mistake is seen.
RIGHTS: dict[str, set[str]] = {
    "operator": {"lihat", "pantau", "isi", "realisasi", "komentar", "jawab"},
    "camat": {"lihat", "pantau", "komentar", "jawab", "sahkan"},
    "organisasi": {"lihat", "pantau", "komentar", "terima", "pihak-kedua", "atur", "akun", "pekerjaan"},
    "pengawas": {"lihat", "pantau"},
    "bupati": {"pihak-kedua", "sahkan-kedua"},
    "admin": {"lihat", "pantau", "akun", "pekerjaan"},
    "provinsi": {"pantau"},
    "pusat": {"pantau"},
}
IN_KECAMATAN = ("operator", "camat")
IN_KABUPATEN = ("organisasi", "pengawas", "bupati", "admin")
#: Of who keeps the installation: nobody signs for the camat, nor for the kepala daerah.
ALL_RIGHTS = {
    "lihat",
    "pantau",
    "isi",
    "realisasi",
    "komentar",
    "jawab",
    "terima",
    "pihak-kedua",
    "atur",
    "akun",
    "pekerjaan",
}


@pytest.fixture
def places() -> dict[str, Any]:
    """Balung and Puger in Jember, Rogojampi in Banyuwangi."""
    jember = make_kabupaten(kode="35.09", nama="Jember")
    banyuwangi = make_kabupaten(kode="35.10", nama="Banyuwangi")
    return {
        "jember": jember,
        "banyuwangi": banyuwangi,
        "balung": make_kecamatan(kabupaten=jember, kode="35.09.10", nama="Balung", slug="balung"),
        "puger": make_kecamatan(kabupaten=jember, kode="35.09.08", nama="Puger", slug="puger"),
        "rogojampi": make_kecamatan(
            kabupaten=banyuwangi, kode="35.10.15", nama="Rogojampi", slug="rogojampi"
        ),
    }


def rights(user: Pengguna | AnonymousUser, places: dict[str, Any]) -> dict[str, set[str]]:
    """What the user may do, by place; places where nothing is allowed are left out."""
    found = {
        name: {
            str(hak) for hak in (rights_in if isinstance(place, Kecamatan) else kabupaten_rights)(user, place)
        }
        for name, place in places.items()
    }
    for name, place in places.items():
        assert {str(hak) for hak in Hak if owns(user, hak, place)} == found[name], name
    return {name: allowed for name, allowed in found.items() if allowed}


def unit(kecamatan: Kecamatan, key: str) -> UnitKerja:
    """A unit below the camat of the kecamatan."""
    camat = kecamatan.unit_kerja.filter(jenis="camat").first() or make(UnitKerja, kecamatan=kecamatan)
    return make(UnitKerja, kecamatan=kecamatan, kunci=key, nama=key.title(), jenis="seksi", induk=camat)


def test_the_table_of_rights_is_this_one() -> None:
    assert {peran: {str(hak) for hak in hak} for peran, hak in HAK_PERAN.items()} == RIGHTS
    assert set(RIGHTS) == set(Peran)
    assert {str(hak) for hak in Hak} == ALL_RIGHTS | {"sahkan", "sahkan-kedua"}


@pytest.mark.parametrize("peran", IN_KECAMATAN)
def test_a_peran_in_a_kecamatan_holds_there_and_not_for_the_kabupaten(
    places: dict[str, Any], peran: str
) -> None:
    user = make_pengguna(peran, kecamatan=places["balung"])
    assert rights(user, places) == {"balung": RIGHTS[peran]}


@pytest.mark.parametrize("peran", IN_KABUPATEN)
def test_a_peran_in_a_kabupaten_holds_for_it_and_all_its_kecamatan(
    places: dict[str, Any], peran: str
) -> None:
    user = make_pengguna(peran, kabupaten=places["jember"])
    assert rights(user, places) == dict.fromkeys(("jember", "balung", "puger"), RIGHTS[peran])


def test_a_provinsi_is_the_kabupaten_whose_kode_begin_with_its_own(
    places: dict[str, Any], django_assert_num_queries: Any
) -> None:
    """35.09 and 35.10 are in 35; 34.04 is not, and neither is 53.35 with a kecamatan 53.35.35."""
    for kode, kecamatan in (("34.04", "34.04.06"), ("53.35", "53.35.35")):
        kabupaten = make_kabupaten(kode=kode, nama=kode)
        places |= {kode: kabupaten, kecamatan: make_kecamatan(kabupaten=kabupaten, kode=kecamatan)}
    user = make_pengguna("provinsi", provinsi=make(Provinsi))
    inside = ("jember", "banyuwangi", "balung", "puger", "rogojampi")
    with django_assert_num_queries(2):
        assert rights(user, places) == {key: {"pantau"} for key in inside}
    user.keanggotaan.create(peran="provinsi", provinsi=make(Provinsi, kode="34", nama="Yogyakarta"))
    again = Pengguna.objects.get(pk=user.pk)
    assert rights(again, places) == {key: {"pantau"} for key in (*inside, "34.04", "34.04.06")}


def test_who_follows_the_nation_follows_every_kabupaten(places: dict[str, Any]) -> None:
    assert rights(make_pengguna("pusat"), places) == {key: {"pantau"} for key in places}


def test_an_admin_without_a_kabupaten_is_admin_everywhere_and_writes_nowhere(places: dict[str, Any]) -> None:
    assert rights(make_pengguna("admin"), places) == dict.fromkeys(places, RIGHTS["admin"])


def test_a_superuser_may_do_everything_everywhere_but_sign(places: dict[str, Any]) -> None:
    root = make_pengguna(is_superuser=True)
    assert rights(root, places) == dict.fromkeys(places, ALL_RIGHTS)
    assert not any(duties_in(root, places[name]) for name in ("balung", "puger"))
    assert not has_duty(root, *Hak)


def test_of_a_superuser_with_a_peran_that_is_awaited(places: dict[str, Any]) -> None:
    root = make_pengguna("operator", kecamatan=places["balung"], is_superuser=True)
    assert {str(hak) for hak in duties_in(root, places["balung"])} == RIGHTS["operator"]
    assert has_duty(root, Hak.SAHKAN, Hak.ISI)
    assert not has_duty(root, Hak.SAHKAN, Hak.TERIMA)


def test_where_a_right_is_held_is_what_each_place_says(places: dict[str, Any]) -> None:
    """Of every peran, of who has none, and of who keeps the installation: lists and menus ask it so."""
    users: dict[str, Pengguna | AnonymousUser] = {
        **{peran: make_pengguna(peran, kecamatan=places["balung"]) for peran in IN_KECAMATAN},
        **{peran: make_pengguna(peran, kabupaten=places["jember"]) for peran in IN_KABUPATEN},
        "provinsi": make_pengguna("provinsi", provinsi=make(Provinsi)),
        "pusat": make_pengguna("pusat"),
        "admin everywhere": make_pengguna("admin"),
        "superuser": make_pengguna(is_superuser=True),
        "nobody": make_pengguna(),
        "anonymous": AnonymousUser(),
    }
    unbounded = {"pusat": RIGHTS["pusat"], "admin everywhere": RIGHTS["admin"], "superuser": ALL_RIGHTS}
    areas = [place for place in places.values() if not isinstance(place, Kecamatan)]
    for name, user in users.items():
        for hak in Hak:
            whole = {place.pk for place in areas if owns(user, hak, place)}
            single = {
                place.pk
                for place in places.values()
                if isinstance(place, Kecamatan) and owns(user, hak, place)
            }
            told = kabupaten_with(user, hak)
            assert (told is None) == (hak in unbounded.get(name, ())), (name, hak)
            assert told is None or told == whole, (name, hak)
            found = Kecamatan.objects.filter(kecamatan_with(user, hak)).values_list("pk", flat=True)
            assert set(found) == single, (name, hak)
            assert may_anywhere(user, hak) == bool(whole or single), (name, hak)
            assert is_above_kecamatan(user, hak) == bool(whole), (name, hak)
    assert {name for name, user in users.items() if signs(user)} == {"camat", "bupati"}
    signed_alone = {name for name, user in users.items() if reads_signed_alone(user)}
    assert signed_alone == {"bupati", "provinsi", "pusat"}


def test_memberships_add_up_each_in_its_own_place(places: dict[str, Any]) -> None:
    user = make_pengguna("operator", kecamatan=places["balung"])
    user.keanggotaan.create(peran="camat", kecamatan=places["puger"])
    user.keanggotaan.create(peran="pengawas", kabupaten=places["banyuwangi"])
    assert rights(user, places) == {
        "balung": RIGHTS["operator"],
        "puger": RIGHTS["camat"],
        "banyuwangi": RIGHTS["pengawas"],
        "rogojampi": RIGHTS["pengawas"],
    }


def test_two_peran_in_one_place_add_up(places: dict[str, Any]) -> None:
    user = make_pengguna("admin", kabupaten=places["jember"])
    user.keanggotaan.create(peran="operator", kecamatan=places["balung"])
    assert rights(user, places) == {
        "jember": RIGHTS["admin"],
        "puger": RIGHTS["admin"],
        "balung": RIGHTS["admin"] | {"isi", "realisasi", "komentar", "jawab"},
    }


def test_nobody_may_do_anything_without_membership_or_with_a_closed_account(places: dict[str, Any]) -> None:
    closed = make_pengguna("operator", kecamatan=places["balung"], is_active=False)
    closed_root = make_pengguna(username="akar", is_superuser=True, is_active=False)
    for user in (AnonymousUser(), make_pengguna(username="lepas"), closed, closed_root):
        assert rights(user, places) == {}
        assert membership_of(user) == []


def test_who_may_not_is_told_who_may(places: dict[str, Any]) -> None:
    camat = make_pengguna("camat", kecamatan=places["balung"])
    with pytest.raises(NoRight, match=r"^Hanya operator kecamatan yang dapat melakukan ini\.$") as refused:
        ensure_right(camat, Hak.ISI, places["balung"])
    assert refused.value.hak is Hak.ISI
    assert str(NoRight(Hak.AKUN)) == "Hanya Bagian Organisasi dan admin yang dapat melakukan ini."
    ensure_right(camat, Hak.KOMENTAR, places["balung"])
    with pytest.raises(NoRight, match="Hanya Bagian Organisasi yang"):
        ensure_right(camat, Hak.ATUR, places["jember"])
    ensure_right(make_pengguna("organisasi", kabupaten=places["jember"]), Hak.ATUR, places["jember"])


def test_the_page_that_refuses_names_exactly_those_who_may() -> None:
    names = {
        "operator": "operator kecamatan",
        "camat": "camat",
        "organisasi": "Bagian Organisasi",
        "bupati": "kepala daerah",
        "admin": "admin",
    }
    for hak in set(Hak) - {Hak.LIHAT, Hak.PANTAU}:
        named = set(WHO[hak].replace(", dan ", ", ").replace(" dan ", ", ").split(", "))
        assert named == {names[peran] for peran, allowed in RIGHTS.items() if str(hak) in allowed}, hak
    assert str(NoRight(Hak.LIHAT)).endswith("Keduanya ada di Beranda.")


def test_who_follows_the_documents_is_told_what_there_is_to_read(places: dict[str, Any]) -> None:
    user = make_pengguna("pusat")
    with pytest.raises(NoRight, match=r"keadaan setiap dokumen .* Pemantauan\."):
        ensure_right(user, Hak.LIHAT, places["balung"])
    ensure_right(user, Hak.PANTAU, places["balung"])


def test_an_operator_of_units_is_narrowed_to_them(places: dict[str, Any]) -> None:
    user = make_pengguna("operator", kecamatan=places["balung"])
    assert narrowed_to(user, Hak.REALISASI, places["balung"]) is None
    user = make_pengguna("operator", kecamatan=places["balung"], username="seksi")
    user.keanggotaan.get().unit.set([unit(places["balung"], "pmd"), unit(places["balung"], "trantib")])
    assert narrowed_to(user, Hak.REALISASI, places["balung"]) == {"pmd", "trantib"}


def test_an_operator_of_two_kecamatan_has_in_each_only_its_own_units(places: dict[str, Any]) -> None:
    user = make_pengguna("operator", kecamatan=places["balung"])
    user.keanggotaan.get().unit.add(unit(places["balung"], "pmd"))
    second = user.keanggotaan.create(peran="operator", kecamatan=places["puger"])
    second.unit.add(unit(places["puger"], "trantib"))
    assert narrowed_to(user, Hak.REALISASI, places["balung"]) == {"pmd"}
    assert narrowed_to(user, Hak.REALISASI, places["puger"]) == {"trantib"}
    assert narrowed_to(user, Hak.REALISASI, places["rogojampi"]) is None


@pytest.mark.both_engines
def test_a_whole_kecamatan_elsewhere_does_not_widen_a_unit_here(places: dict[str, Any]) -> None:
    user = make_pengguna("operator", kecamatan=places["balung"])
    second = user.keanggotaan.create(peran="operator", kecamatan=places["puger"])
    second.unit.add(unit(places["puger"], "trantib"))
    assert narrowed_to(user, Hak.REALISASI, places["balung"]) is None
    assert narrowed_to(user, Hak.REALISASI, places["puger"]) == {"trantib"}


def test_only_the_peran_of_operator_narrows(places: dict[str, Any]) -> None:
    """A camat's membership may carry units too; they say nothing of what the operator enters."""
    user = make_pengguna("camat", kecamatan=places["balung"])
    user.keanggotaan.get().unit.add(unit(places["balung"], "pmd"))
    assert narrowed_to(user, Hak.REALISASI, places["balung"]) is None
    sebagai_operator = user.keanggotaan.create(peran="operator", kecamatan=places["balung"])
    sebagai_operator.unit.add(unit(places["balung"], "trantib"))
    user = Pengguna.objects.get(pk=user.pk)
    assert narrowed_to(user, Hak.REALISASI, places["balung"]) == {"trantib"}


def test_an_operator_of_units_writes_realisasi_and_komentar_and_no_other_record(
    places: dict[str, Any],
) -> None:
    user = make_pengguna("operator", kecamatan=places["balung"])
    user.keanggotaan.get().unit.add(unit(places["balung"], "pmd"))
    assert rights(user, places) == {"balung": {"lihat", "pantau", "realisasi", "komentar"}}
    assert is_narrowed(user, places["balung"])
    assert not is_narrowed(user, places["puger"])
    with pytest.raises(
        NoRight, match="Selebihnya diisi operator kecamatan yang tidak dibatasi pada unit kerja"
    ):
        ensure_right(user, Hak.ISI, places["balung"])
    with pytest.raises(NoRight, match=r"^Hanya Bagian Organisasi yang dapat melakukan ini\.$"):
        ensure_right(user, Hak.ATUR, places["balung"])
    with pytest.raises(NoRight, match=r"^Hanya operator kecamatan yang dapat melakukan ini\.$"):
        ensure_right(user, Hak.ISI, places["puger"])
    with pytest.raises(NoRight, match=r"^Hanya operator kecamatan yang dapat melakukan ini\.$"):
        ensure_right(user, Hak.ISI, places["jember"])


def test_an_operator_of_units_writes_about_their_indikator_alone(places: dict[str, Any]) -> None:
    user = make_pengguna("operator", kecamatan=places["balung"])
    user.keanggotaan.get().unit.add(unit(places["balung"], "pmd"))
    for hak in (Hak.REALISASI, Hak.KOMENTAR):
        ensure_for_unit(user, hak, places["balung"], ["trantib", "pmd"])
        for responsible in (["trantib"], []):
            with pytest.raises(NotItsUnit, match=r"^Indikator ini diisi oleh unit kerja lain"):
                ensure_for_unit(user, hak, places["balung"], responsible)
    with pytest.raises(NoRight):
        ensure_for_unit(user, Hak.REALISASI, places["puger"], ["pmd"])
    whole = make_pengguna("operator", kecamatan=places["balung"], username="utuh")
    ensure_for_unit(whole, Hak.REALISASI, places["balung"], [])


def test_what_another_peran_gives_for_the_whole_kecamatan_is_not_narrowed(places: dict[str, Any]) -> None:
    user = make_pengguna("camat", kecamatan=places["balung"])
    user.keanggotaan.create(peran="operator", kecamatan=places["balung"]).unit.add(
        unit(places["balung"], "pmd")
    )
    assert narrowed_to(user, Hak.KOMENTAR, places["balung"]) is None
    assert narrowed_to(user, Hak.REALISASI, places["balung"]) == {"pmd"}
    root = make_pengguna("operator", kecamatan=places["balung"], username="akar", is_superuser=True)
    root.keanggotaan.get().unit.add(unit(places["balung"], "trantib"))
    assert narrowed_to(root, Hak.REALISASI, places["balung"]) is None
    assert not is_narrowed(root, places["balung"])


def test_memberships_are_read_once_a_request(places: dict[str, Any], django_assert_num_queries: Any) -> None:
    user = make_pengguna("operator", kecamatan=places["balung"])
    user.keanggotaan.get().unit.add(unit(places["balung"], "pmd"))
    with django_assert_num_queries(1):
        rights_in(user, places["balung"])
        kabupaten_rights(user, places["jember"])
        narrowed_to(user, Hak.REALISASI, places["balung"])
