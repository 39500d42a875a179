"""Making stored rows equal to wanted ones: the smallest change, counted."""

from decimal import Decimal
from typing import Any

import pytest

from kecamatan.ground.row_changes import Tally
from kecamatan.ground.row_sync import Rest, RowSync
from kecamatan.ground.strict_json import InvalidFile, JsonObject
from kecamatan.models import (
    ButirProfil,
    DesaKelurahan,
    Kecamatan,
    KomposisiSDM,
    Pangkat,
    ProfilKecamatan,
)
from tests.factory import make, make_kecamatan, one

pytestmark = pytest.mark.django_db

ORIGIN = JsonObject({}, file="uji.json")


def desa(*nama: str, rest: Rest = Rest.HAPUS, **columns: Any) -> Tally:
    sync = RowSync()
    sync.listing(
        DesaKelurahan,
        [(ORIGIN, {"nama": n, "jenis": "desa"} | columns) for n in nama],
        origin=ORIGIN,
        parents={"kecamatan": one(Kecamatan)},
        keys=("jenis", "nama"),
        rest=rest,
    )
    sync.discard_stale()
    return sync.tally


def test_new_changed_kept_and_deleted_rows_are_counted() -> None:
    assert desa("A", "B") == Tally(baru=2)
    assert desa("A", "B") == Tally(tetap=2)
    assert desa("A", "C", status="Maju") == Tally(baru=1, berubah=1, dihapus=1)
    assert list(DesaKelurahan.objects.values_list("nama", "status", "urut")) == [
        ("A", "Maju", 1),
        ("C", "Maju", 2),
    ]
    assert Tally(baru=1, tetap=5, dihapus=2).perubahan == 3
    assert str(Tally(baru=1)) == "1 baru, 0 berubah, 0 tetap"
    assert str(Tally(dihapus=1)) == "0 baru, 0 berubah, 0 tetap, 1 dihapus"


def test_a_changed_place_in_the_list_is_a_change() -> None:
    desa("A", "B")
    assert desa("B", "A") == Tally(berubah=1, tetap=1)
    assert list(DesaKelurahan.objects.values_list("nama", "urut")) == [("B", 2), ("A", 3)]


@pytest.mark.parametrize(
    ("rest", "left"), [(Rest.HAPUS, 1), (Rest.TUNDA, 1), (Rest.BILA_BEBAS, 1), (Rest.BIARKAN, 2)]
)
def test_what_happens_to_the_rest_is_chosen(rest: Rest, left: int) -> None:
    desa("A", "B")
    desa("A", rest=rest)
    assert DesaKelurahan.objects.count() == left


def test_rows_told_apart_by_their_place_are_replaced_not_changed() -> None:
    profil = make(ProfilKecamatan)

    def tugas(*uraian: str) -> Tally:
        sync = RowSync()
        sync.listing(
            ButirProfil,
            [(ORIGIN, {"uraian": u}) for u in uraian],
            origin=ORIGIN,
            parents={"profil": profil, "jenis": "tugas"},
        )
        return sync.tally

    assert tugas("a", "b", "c") == Tally(baru=3)
    assert tugas("b", "a", "c") == Tally(berubah=2, tetap=1)
    assert tugas("b") == Tally(tetap=1, dihapus=2)
    assert [b.uraian for b in ButirProfil.objects.all()] == ["b"]


@pytest.mark.parametrize("note", [True, False])
@pytest.mark.parametrize("children_first", [True, False])
def test_what_goes_with_a_row_is_counted_once(note: bool, children_first: bool) -> None:
    profil = make(ProfilKecamatan)
    for uraian in ("a", "b"):
        make(ButirProfil, profil=profil, jenis="tugas", uraian=uraian)
    sync = RowSync(note=note)

    def children() -> None:
        sync.listing(
            ButirProfil,
            [],
            origin=ORIGIN,
            parents={"profil": profil, "jenis": "tugas"},
            rest=Rest.TUNDA,
        )

    def parents() -> None:
        place = {"kecamatan": profil.kecamatan, "tahun": profil.tahun}
        sync.listing(ProfilKecamatan, [], origin=ORIGIN, parents=place, keys=(), rest=Rest.TUNDA)

    for found in (parents, children) if children_first else (children, parents):  # the last found goes first
        found()
    sync.discard_stale()
    assert sync.tally == Tally(dihapus=3)
    assert len(sync.changed_rows) == (3 if note else 0)
    assert not ButirProfil.objects.exists()


def test_without_a_key_there_is_at_most_one_row() -> None:
    kecamatan = make_kecamatan()

    def profil(luas: str | None) -> Tally:
        sync = RowSync()
        sync.listing(
            ProfilKecamatan,
            [(ORIGIN, {"luas_km2": Decimal(luas)})] if luas else [],
            origin=ORIGIN,
            parents={"kecamatan": kecamatan, "tahun": 2021},
            keys=(),
        )
        return sync.tally

    assert profil("47.12") == Tally(baru=1)
    assert profil("47.1200") == Tally(tetap=1)
    assert profil("47.13") == Tally(berubah=1)
    assert profil(None) == Tally(dihapus=1)


def test_a_row_that_the_database_refuses_is_found_among_many() -> None:
    places = [JsonObject({}, file="uji.json", place=f"sdm[{n}]") for n in range(3)]
    columns = {"kecamatan": make_kecamatan(), "kelompok": "jabatan", "uraian": "Camat"}
    rows = [(t, columns | {"tahun": tahun}) for t, tahun in zip(places, (2021, 1999, 2022), strict=True)]
    with pytest.raises(InvalidFile) as error:
        RowSync().listing(KomposisiSDM, rows, origin=ORIGIN, parents={}, stock=[])
    assert str(error.value) == "Berkas uji.json, sdm[1].tahun: Isi tahun antara 2000 dan 2100."


def test_a_column_that_is_wrong_is_named_in_indonesian() -> None:
    with pytest.raises(InvalidFile, match=r"^Berkas uji\.json, status: "):
        desa("A", status="x" * 51)
    desa("A")
    with pytest.raises(InvalidFile, match=r"^Berkas uji\.json, status: "):
        desa("A", status="x" * 51)


def test_the_same_row_twice_is_refused() -> None:
    with pytest.raises(InvalidFile, match="sama dengan baris sebelumnya"):
        desa("A", "A")


def test_one_key_is_written_once() -> None:
    """The last of two would win, and what the first said would be lost."""
    sync = RowSync()
    sync.one(Pangkat, ORIGIN, keys={"golongan": "IV/a"}, nilai={"pangkat": "Pembina", "urut": 13})
    with pytest.raises(InvalidFile, match="sama dengan baris sebelumnya"):
        sync.one(Pangkat, ORIGIN, keys={"golongan": "IV/a"}, nilai={"pangkat": "Penata", "urut": 12})
