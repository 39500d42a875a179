"""Snapshot ⇄ JSON is lossless, canonical, and refuses what is not a snapshot with the place of the fault."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.capaian.inputs import Kategori, KeadaanNilai, Nilai, Skala, Target
from sakip.capaian.results import Serapan, SerapanLine
from sakip.capaian.values import Keadaan
from sakip.snapshot.codec import InvalidSnapshot, fingerprint, read, write
from sakip.snapshot.types import AnggaranPK, PerjanjianKinerja, Profil
from tests.table_tests import each_row

PK = PerjanjianKinerja(
    tahun=2021,
    versi=1,
    alasan="",
    tempat="Jember",
    tanggal=date(2021, 11, 1),
    tanggal_cetak="",
    pihak_pertama=None,
    pihak_kedua=None,
    sumber="",
    indikator=(),
    anggaran=(
        AnggaranPK(
            program="7.01.01",
            nama="Program Penunjang",
            anggaran=Decimal("3287842891"),
            sumber_dana="P-APBD",
        ),
    ),
)


def test_money_dates_and_absence_survive_the_round_trip() -> None:
    assert read(write(PK), PerjanjianKinerja) == PK


def test_what_only_checks_ask_is_neither_written_nor_compared() -> None:
    """Bytes and SHA-256 of what was stored before such a field came stay what they were."""
    origin = replace(PK, pk=7, anggaran=(replace(PK.anggaran[0], pk=8),))
    assert (write(origin), fingerprint(origin)) == (write(PK), fingerprint(PK))
    assert "pk" not in json.loads(write(origin))
    back = read(write(origin), PerjanjianKinerja)
    assert back == origin
    assert (origin.pk, back.pk) == (7, 0)


def test_numbers_travel_as_text_and_unknown_stays_null() -> None:
    plain = json.loads(write(PK))
    assert plain["anggaran"][0]["anggaran"] == "3287842891"
    assert plain["pihak_pertama"] is None
    assert plain["tanggal"] == "2021-11-01"


def test_the_precision_of_a_number_is_kept() -> None:
    """100 and 100.00 print differently, so they must not become one another."""
    target = Target(angka=Decimal("100.00"))
    assert str(read(write(target), Target).angka) == "100.00"
    assert fingerprint(target) != fingerprint(Target(angka=Decimal("100")))


def test_equal_values_have_equal_bytes_and_one_rupiah_changes_them() -> None:
    twin = replace(PK)
    other = replace(PK, anggaran=(replace(PK.anggaran[0], anggaran=Decimal("3287842892")),))
    assert write(twin) == write(PK)
    assert fingerprint(other) != fingerprint(PK)


def test_a_tree_that_refers_to_itself_is_read_back() -> None:
    serapan = Serapan(pagu=Decimal(10), realisasi=None, keadaan=Keadaan.TIDAK_TERSEDIA, alasan="belum ada")
    child = SerapanLine(
        tingkat="kegiatan", kode="k", nama="K", rinci=False, serapan=serapan, proporsi=None, anak=()
    )
    parent = replace(child, tingkat="program", proporsi=Decimal("100.00"), anak=(child,))
    assert read(write(parent), SerapanLine) == parent


@given(
    st.builds(
        Nilai,
        keadaan=st.sampled_from(KeadaanNilai),
        angka=st.none() | st.decimals(allow_nan=False, allow_infinity=False) | st.fractions(),
        huruf=st.text(max_size=5),
        alasan=st.text(),
        cetak=st.text(),
    )
)
def test_every_value_round_trips_to_the_same_bytes(nilai: Nilai) -> None:
    back = read(write(nilai), Nilai)
    assert back == nilai
    assert write(back) == write(nilai)


@each_row(
    ("change", "place"),
    [
        (lambda d: d.pop("tempat"), "'tempat'"),
        (lambda d: d.update(bonus=1), "bonus"),
        (lambda d: d.update(tahun="2021"), "PerjanjianKinerja.tahun"),
        (lambda d: d.update(tahun=True), "PerjanjianKinerja.tahun"),
        (lambda d: d.update(tanggal="1 November"), "PerjanjianKinerja.tanggal"),
        (lambda d: d["anggaran"][0].update(anggaran="Rp1"), "PerjanjianKinerja.anggaran[0].anggaran"),
        (lambda d: d["anggaran"][0].update(anggaran=1), "PerjanjianKinerja.anggaran[0].anggaran"),
        (lambda d: d["anggaran"][0].update(anggaran="NaN"), "PerjanjianKinerja.anggaran[0].anggaran"),
        (lambda d: d.update(anggaran={}), "PerjanjianKinerja.anggaran"),
    ],
    ids=["kurang", "lebih", "teks", "bool", "tanggal", "bukan-angka", "angka-json", "nan", "bukan-larik"],
)
def test_a_damaged_snapshot_is_refused_with_its_place(
    change: Callable[[dict[str, Any]], object], place: str
) -> None:
    plain = json.loads(write(PK))
    change(plain)
    with pytest.raises(InvalidSnapshot) as error:
        read(json.dumps(plain), PerjanjianKinerja)
    assert place in str(error.value)


@pytest.mark.parametrize("text", ["1/0", "2/4", "a/b", "1/2/3"])
def test_a_quotient_has_one_spelling(text: str) -> None:
    plain = json.loads(write(Nilai(keadaan=KeadaanNilai.TERISI, angka=Fraction(1, 3)))) | {"angka": text}
    with pytest.raises(InvalidSnapshot, match=r"Nilai\.angka"):
        read(json.dumps(plain), Nilai)


def test_text_that_is_no_json_is_refused() -> None:
    with pytest.raises(InvalidSnapshot, match="bukan JSON"):
        read("{", Profil)


def test_an_invariant_broken_in_the_file_is_refused_like_any_other_fault() -> None:
    """A scale whose bounds do not descend cannot enter through a snapshot either."""
    skala = Skala(
        kode="s",
        nama="S",
        dasar="",
        kategori=(
            Kategori(kode="A", label="A", batas=Decimal(80), tertutup=False, rentang_cetak=""),
            Kategori(kode="B", label="B", batas=Decimal(60), tertutup=False, rentang_cetak=""),
            Kategori(kode="C", label="C", batas=None, tertutup=False, rentang_cetak=""),
        ),
    )
    plain = json.loads(write(skala))
    plain["kategori"][1]["batas"] = "90"
    with pytest.raises(InvalidSnapshot, match="menurun"):
        read(json.dumps(plain), Skala)


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of pairs, as the results and the naskah hold them."""

    rows: tuple[tuple[Keadaan, int], ...]


def test_a_pair_keeps_the_type_of_each_of_its_places() -> None:
    counted = Counted(((Keadaan.BELUM_DIISI, 2), (Keadaan.TIDAK_TERSEDIA, 1)))
    assert read(write(counted), Counted) == counted
    for broken, said in (
        ('{"rows":[["belum diisi"]]}', r"rows\[0\]: diharapkan larik dengan 2 unsur"),
        ('{"rows":[["belum diisi","2"]]}', r"rows\[0\]\[1\]: diharapkan"),
    ):
        with pytest.raises(InvalidSnapshot, match=said):
            read(broken, Counted)
