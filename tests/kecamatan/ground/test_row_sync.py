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
from tests.factory import make, make_kecamatan, satu

pytestmark = pytest.mark.django_db

ASAL = JsonObject({}, berkas="uji.json")


def desa(*nama: str, sisa: Rest = Rest.HAPUS, **kolom: Any) -> Tally:
    selaras = RowSync()
    selaras.daftar(
        DesaKelurahan,
        [(ASAL, {"nama": n, "jenis": "desa"} | kolom) for n in nama],
        asal=ASAL,
        induk={"kecamatan": satu(Kecamatan)},
        kunci=("jenis", "nama"),
        sisa=sisa,
    )
    selaras.discard_stale()
    return selaras.hitungan


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
    ("sisa", "tersisa"), [(Rest.HAPUS, 1), (Rest.TUNDA, 1), (Rest.BILA_BEBAS, 1), (Rest.BIARKAN, 2)]
)
def test_what_happens_to_the_rest_is_chosen(sisa: Rest, tersisa: int) -> None:
    desa("A", "B")
    desa("A", sisa=sisa)
    assert DesaKelurahan.objects.count() == tersisa


def test_rows_told_apart_by_their_place_are_replaced_not_changed() -> None:
    profil = make(ProfilKecamatan)

    def tugas(*uraian: str) -> Tally:
        selaras = RowSync()
        selaras.daftar(
            ButirProfil,
            [(ASAL, {"uraian": u}) for u in uraian],
            asal=ASAL,
            induk={"profil": profil, "jenis": "tugas"},
        )
        return selaras.hitungan

    assert tugas("a", "b", "c") == Tally(baru=3)
    assert tugas("b", "a", "c") == Tally(berubah=2, tetap=1)
    assert tugas("b") == Tally(tetap=1, dihapus=2)
    assert [b.uraian for b in ButirProfil.objects.all()] == ["b"]


def test_without_a_key_there_is_at_most_one_row() -> None:
    kecamatan = make_kecamatan()

    def profil(luas: str | None) -> Tally:
        selaras = RowSync()
        selaras.daftar(
            ProfilKecamatan,
            [(ASAL, {"luas_km2": Decimal(luas)})] if luas else [],
            asal=ASAL,
            induk={"kecamatan": kecamatan, "tahun": 2021},
            kunci=(),
        )
        return selaras.hitungan

    assert profil("47.12") == Tally(baru=1)
    assert profil("47.1200") == Tally(tetap=1)
    assert profil("47.13") == Tally(berubah=1)
    assert profil(None) == Tally(dihapus=1)


def test_a_row_that_the_database_refuses_is_found_among_many() -> None:
    tempat = [JsonObject({}, berkas="uji.json", tempat=f"sdm[{n}]") for n in range(3)]
    kolom = {"kecamatan": make_kecamatan(), "kelompok": "jabatan", "uraian": "Camat"}
    baris = [(t, kolom | {"tahun": tahun}) for t, tahun in zip(tempat, (2021, 1999, 2022), strict=True)]
    with pytest.raises(InvalidFile) as galat:
        RowSync().daftar(KomposisiSDM, baris, asal=ASAL, induk={}, stok=[])
    assert str(galat.value) == "Berkas uji.json, sdm[1]: Isi tahun antara 2000 dan 2100."


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
    selaras = RowSync()
    selaras.satu(Pangkat, ASAL, kunci={"golongan": "IV/a"}, nilai={"pangkat": "Pembina", "urut": 13})
    with pytest.raises(InvalidFile, match="sama dengan baris sebelumnya"):
        selaras.satu(Pangkat, ASAL, kunci={"golongan": "IV/a"}, nilai={"pangkat": "Penata", "urut": 12})
