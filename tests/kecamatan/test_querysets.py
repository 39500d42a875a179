"""Who may see which rows: for_user() by peran, on models near to and far from their kecamatan."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from kecamatan.models import (
    ButirProfil,
    DesaKelurahan,
    Jejak,
    Kabupaten,
    Kecamatan,
    MasaJabatan,
    Pejabat,
    Pengguna,
    ProfilKecamatan,
    Provinsi,
)
from kecamatan.permissions import rights_in
from sakip.models import Anggaran, KebijakanPengukuran, Realisasi, Renstra, Tujuan
from tests.factory import (
    make,
    make_indikator,
    make_kabupaten,
    make_kecamatan,
    make_pengguna,
    make_realisasi,
    make_renstra,
    make_sasaran,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def wilayah() -> dict[str, Any]:
    """Two kecamatan in one kabupaten and one in another, each with a camat, a Renstra and a realisasi."""
    jember = make_kabupaten()
    other = make_kabupaten(kode="35.10", nama="Banyuwangi")
    content: dict[str, Any] = {"jember": jember, "lain": other}
    # The numbers of memberships are not those of the places by accident, nor those of terms of their people.
    for _ in range(9):
        make_pengguna("admin")
    make(Pejabat, nama="TANPA JABATAN", nip="")
    for nama, kabupaten, kode in (
        ("balung", jember, "35.09.10"),
        ("puger", jember, "35.09.08"),
        ("rogojampi", other, "35.10.15"),
    ):
        kecamatan = make_kecamatan(kabupaten=kabupaten, kode=kode, nama=nama.title(), slug=nama)
        renstra = make_renstra(kecamatan=kecamatan)
        tujuan = make(Tujuan, renstra=renstra)
        make_realisasi(indikator=make_indikator(sasaran=make_sasaran(tujuan=tujuan)))
        make(MasaJabatan, pejabat=make(Pejabat, nama=f"CAMAT {kode}", nip=""), kecamatan=kecamatan)
        content[nama] = kecamatan
    for kabupaten in (jember, other):
        make(
            MasaJabatan,
            pejabat=make(Pejabat, nama=f"BUPATI {kabupaten.nama}", nip=""),
            jabatan="bupati",
            kecamatan=None,
            kabupaten=kabupaten,
            mulai=date(2021, 2, 26),
        )
        make(KebijakanPengukuran, kabupaten=kabupaten)
    return content


def visible(user: Pengguna | AnonymousUser) -> set[str]:
    """Names of the kecamatan that the user sees, equal for every model that belongs to one."""
    past = {
        "kecamatan": {k.nama for k in Kecamatan.objects.for_user(user)},
        "renstra": {r.kecamatan.nama for r in Renstra.objects.for_user(user)},
        "realisasi": {r.indikator.renstra.kecamatan.nama for r in Realisasi.objects.for_user(user)},
        "camat": {m.kecamatan.nama for m in MasaJabatan.objects.for_user(user) if m.kecamatan},
    }
    assert len({frozenset(nama) for nama in past.values()}) == 1, past
    return past["kecamatan"]


def visible_kabupaten(user: Pengguna | AnonymousUser) -> set[str]:
    """Names of the kabupaten whose common records the user sees."""
    past = {
        "kabupaten": {k.nama for k in Kabupaten.objects.for_user(user)},
        "kebijakan": {k.kabupaten.nama for k in KebijakanPengukuran.objects.for_user(user)},
        "bupati": {m.kabupaten.nama for m in MasaJabatan.objects.for_user(user) if m.kabupaten},
    }
    assert len({frozenset(nama) for nama in past.values()}) == 1, past
    return past["kabupaten"]


@pytest.mark.parametrize("peran", ["operator", "camat"])
def test_a_kecamatan_sees_itself_and_its_kabupaten(wilayah: dict[str, Any], peran: str) -> None:
    user = make_pengguna(peran, kecamatan=wilayah["balung"])
    assert visible(user) == {"Balung"}
    assert visible_kabupaten(user) == {"Jember"}


@pytest.mark.parametrize("peran", ["organisasi", "pengawas", "admin"])
def test_a_kabupaten_sees_all_of_its_kecamatan(wilayah: dict[str, Any], peran: str) -> None:
    user = make_pengguna(peran, kabupaten=wilayah["jember"])
    assert visible(user) == {"Balung", "Puger"}
    assert visible_kabupaten(user) == {"Jember"}


def test_an_admin_without_a_kabupaten_and_a_superuser_see_everything(wilayah: dict[str, Any]) -> None:
    for user in (make_pengguna("admin"), make_pengguna(is_superuser=True)):
        assert visible(user) == {"Balung", "Puger", "Rogojampi"}
        assert visible_kabupaten(user) == {"Jember", "Banyuwangi"}


def test_who_follows_a_provinsi_sees_its_kabupaten_and_who_follows_the_nation_all(
    wilayah: dict[str, Any],
) -> None:
    outside = make_kabupaten(kode="34.04", nama="Sleman")
    Kabupaten.objects.filter(pk=wilayah["lain"].pk).update(kode="51.08")
    user = make_pengguna("provinsi", provinsi=make(Provinsi))
    assert visible(user) == {"Balung", "Puger"}
    assert visible_kabupaten(user) == {"Jember"}
    assert {one.nama for one in Kecamatan.objects.for_user(make_pengguna("pusat"))} == {
        *("Balung", "Puger", "Rogojampi")
    }
    assert outside in Kabupaten.objects.for_user(make_pengguna("pusat"))
    user.keanggotaan.create(peran="operator", kecamatan=wilayah["rogojampi"])
    again = Pengguna.objects.get(pk=user.pk)
    assert visible(again) == {"Balung", "Puger", "Rogojampi"}
    assert visible_kabupaten(again) == {"Jember", "Banyuwangi"}


def test_memberships_add_up_without_doubling_rows(wilayah: dict[str, Any]) -> None:
    user = make_pengguna("operator", kecamatan=wilayah["balung"])
    user.keanggotaan.create(peran="camat", kecamatan=wilayah["balung"])
    user.keanggotaan.create(peran="operator", kecamatan=wilayah["rogojampi"])
    assert visible(user) == {"Balung", "Rogojampi"}
    assert Renstra.objects.for_user(user).count() == 2


@pytest.mark.usefixtures("wilayah")
def test_nobody_sees_anything_without_membership() -> None:
    inactive = make_pengguna(is_superuser=True, is_active=False)
    for user in (AnonymousUser(), make_pengguna(), inactive):
        assert visible(user) == set()
        assert visible_kabupaten(user) == set()
        assert not Pejabat.objects.for_user(user).exists()


def test_persons_are_seen_where_they_hold_office(wilayah: dict[str, Any]) -> None:
    user = make_pengguna("operator", kecamatan=wilayah["puger"])
    assert {p.nama for p in Pejabat.objects.for_user(user)} == {"CAMAT 35.09.08", "BUPATI Jember"}


def test_the_trail_of_what_has_no_kecamatan_is_for_the_admin(wilayah: dict[str, Any]) -> None:
    make(Jejak)
    assert not Jejak.objects.for_user(make_pengguna("organisasi", kabupaten=wilayah["jember"])).exists()
    assert Jejak.objects.for_user(make_pengguna("admin")).exists()


def test_for_kecamatan_and_for_tahun(wilayah: dict[str, Any]) -> None:
    balung = wilayah["balung"]
    assert Kecamatan.objects.for_kecamatan(balung).get() == balung
    assert Realisasi.objects.for_kecamatan(balung).for_tahun(2021).get().indikator.renstra.kecamatan == balung
    assert not Realisasi.objects.for_kecamatan(balung).for_tahun(2020).exists()


def test_scope_is_found_once_with_the_rights_and_not_kept_beyond_the_request(
    wilayah: dict[str, Any], django_assert_num_queries: Any
) -> None:
    user = make_pengguna("operator", kecamatan=wilayah["balung"])
    with django_assert_num_queries(3):
        assert rights_in(user, wilayah["balung"])
        assert list(Realisasi.objects.for_user(user).for_tahun(2021))
        assert not Renstra.objects.for_user(user).filter(kecamatan=wilayah["puger"])
    user.keanggotaan.all().delete()
    assert not Realisasi.objects.for_user(Pengguna.objects.get(pk=user.pk)).exists()


def test_rows_of_a_kecamatan_are_found_near_to_it_and_far_from_it(wilayah: dict[str, Any]) -> None:
    puger = wilayah["puger"]
    assert list(Kecamatan.objects.for_kecamatan(puger)) == [puger]
    make_renstra(kecamatan=puger, tahun_awal=2026, tahun_akhir=2031)
    assert [r.kecamatan for r in Renstra.objects.for_kecamatan(puger)] == [puger, puger]
    assert [t.renstra.kecamatan for t in Tujuan.objects.for_kecamatan(puger)] == [puger]


def test_rows_below_another_stand_in_their_own_order_without_asking_for_its_place(
    wilayah: dict[str, Any],
) -> None:
    (renstra,) = Renstra.objects.for_kecamatan(wilayah["puger"])
    renstra.tujuan.update(urut=3)
    last = renstra.tujuan.get()
    first = make(Tujuan, renstra=renstra, kunci="kedua", urut=1)
    assert list(renstra.tujuan.all()) == [first, last]
    (read,) = Renstra.objects.filter(pk=renstra.pk).prefetch_related("tujuan")
    assert list(read.tujuan.all()) == [first, last]
    assert list(renstra.tujuan.order_by("-urut")) == [last, first]
    for rows in (renstra.tujuan.all(), Anggaran.objects.for_kecamatan(wilayah["puger"]).for_tahun(2021)):
        assert "JOIN" not in str(rows.query)
    # Asked of nobody in particular, they follow what they lie below: kecamatan 08 before 10, then 15.
    kode = [t.renstra.kecamatan.kode for t in Tujuan.objects.all()]
    assert kode == ["35.09.08", "35.09.08", "35.09.10", "35.10.15"]


def test_rows_of_a_kecamatan_stand_in_the_order_that_was_asked_for(wilayah: dict[str, Any]) -> None:
    kecamatan = wilayah["puger"]
    for order, nama in enumerate(("A", "B"), start=1):
        make(DesaKelurahan, kecamatan=kecamatan, nama=nama, urut=order)
    assert [d.nama for d in DesaKelurahan.objects.for_kecamatan(kecamatan)] == ["A", "B"]
    assert [d.nama for d in DesaKelurahan.objects.order_by("-nama").for_kecamatan(kecamatan)] == ["B", "A"]
    # Of rows in no order each value is there once: the database tells apart what rows are ordered by.
    rows = DesaKelurahan.objects.order_by().for_kecamatan(kecamatan)
    assert list(rows.values_list("jenis", flat=True).distinct()) == ["desa"]


def test_rows_further_below_their_kecamatan_follow_what_they_lie_below(wilayah: dict[str, Any]) -> None:
    for tahun, jenis in ((2021, "tugas"), (2022, "fungsi")):
        make(
            ButirProfil,
            profil=make(ProfilKecamatan, kecamatan=wilayah["puger"], tahun=tahun),
            jenis=jenis,
        )
    rows = ButirProfil.objects.for_kecamatan(wilayah["puger"])
    assert [(b.profil.tahun, b.jenis) for b in rows] == [(2021, "tugas"), (2022, "fungsi")]


def test_a_term_holds_from_its_first_day_to_its_last(wilayah: dict[str, Any]) -> None:
    pejabat = make(Pejabat, nama="CAMAT LAMA", nip="")
    days = {"mulai": date(2021, 3, 1), "sampai": date(2022, 6, 30)}
    ended = make(MasaJabatan, pejabat=pejabat, kecamatan=wilayah["balung"], **days)
    going_on = make(
        MasaJabatan, pejabat=pejabat, kecamatan=wilayah["balung"], mulai=date(2022, 7, 1), sampai=None
    )

    def on(day: date) -> list[MasaJabatan]:
        return list(pejabat.masa.on(day).order_by("mulai"))

    assert on(date(2021, 2, 28)) == []
    assert on(date(2021, 3, 1)) == on(date(2022, 6, 30)) == [ended]
    assert on(date(2022, 7, 1)) == on(date(2030, 1, 1)) == [going_on]
