"""Reading fixture objects strictly: types as written, gaps as gaps, nothing unread."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kecamatan.ground.strict_json import InvalidFile, JsonObject


def objek(**isi: Any) -> JsonObject:
    return JsonObject(isi, berkas="uji.json")


def test_values_come_as_their_types() -> None:
    o = objek(
        nama="Balung",
        nilai="98.50",
        jumlah=0,
        iku=False,
        tanggal="2021-01-31",
        butir=["a", "b"],
    )
    assert (o.teks("nama"), o.bulat("jumlah")) == ("Balung", 0)
    assert str(o.angka("nilai")) == "98.50"
    assert o.benar("iku", bawaan=True) is False
    assert o.tanggal("tanggal") == date(2021, 1, 31)
    assert o.daftar_teks("butir") == ["a", "b"]
    o.selesai()


def test_an_absent_key_and_null_are_unknown_and_never_zero() -> None:
    for o in (objek(), objek(a=None)):
        assert (o.teks("a"), o.angka("a"), o.bulat("a"), o.tanggal("a"), o.objek("a")) == (
            "",
            None,
            None,
            None,
            None,
        )
        assert (o.daftar("a"), o.daftar_teks("a")) == ([], [])
        assert o.benar("a", bawaan=True) is True
        o.selesai()


@pytest.mark.parametrize(
    ("read", "nilai", "pesan"),
    [
        (lambda o: o.teks("a"), 7, '7 bukan teks. Tulis di antara tanda kutip: "7".'),
        (lambda o: o.bulat("a"), True, '"true" bukan bilangan bulat. Tulis tanpa tanda kutip, misalnya 12.'),
        (lambda o: o.bulat("a"), 1.0, '"1.0" bukan bilangan bulat. Tulis tanpa tanda kutip, misalnya 12.'),
        (lambda o: o.benar("a", bawaan=True), "ya", '"ya" bukan true atau false. Tulis salah satunya.'),
        (
            lambda o: o.tanggal("a"),
            "2021-02-30",
            '"2021-02-30" bukan tanggal. Tulis tahun-bulan-tanggal, misalnya 2021-01-31.',
        ),
        (
            lambda o: o.tanggal("a"),
            20210131,
            '"20210131" bukan tanggal. Tulis tahun-bulan-tanggal, misalnya 2021-01-31.',
        ),
        (lambda o: o.daftar("a"), {}, '"{}" bukan larik. Tulis [ … ].'),
        (lambda o: o.objek("a"), [], '"[]" bukan objek. Tulis {"kunci": "nilai"}.'),
    ],
)
def test_a_value_of_another_type_is_refused(
    read: Callable[[JsonObject], Any], nilai: Any, pesan: str
) -> None:
    with pytest.raises(InvalidFile) as galat:
        read(objek(a=nilai))
    assert str(galat.value) == f"Berkas uji.json, a: {pesan}"


@pytest.mark.parametrize(
    "nilai", ["98,5", "1e3", "NaN", "Infinity", "", " 5", "+5", "1_000", ".5", "5.", 5, 5.5, True]
)
def test_only_exact_numbers_are_numbers(nilai: Any) -> None:
    with pytest.raises(InvalidFile, match="bukan angka"):
        objek(a=nilai).angka("a")


def test_an_empty_text_in_a_list_is_refused_with_its_place() -> None:
    with pytest.raises(InvalidFile) as galat:
        objek(a=["x", " "]).daftar_teks("a")
    assert str(galat.value) == 'Berkas uji.json, a[1]: " " bukan teks. Isi atau hapus butir itu.'


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(InvalidFile) as galat:
        objek(a="x" * 500).angka("a")
    assert len(str(galat.value)) < 200


def test_a_key_that_nobody_read_is_refused_at_every_depth() -> None:
    o = objek(a=[{"b": 1, "c": 2}])
    (anak,) = o.daftar("a")
    anak.bulat("b")
    with pytest.raises(InvalidFile) as galat:
        o.selesai()
    assert (
        str(galat.value)
        == 'Berkas uji.json, a[0]: kunci "c" tidak dikenal. Periksa ejaannya atau hapus kunci itu.'
    )
    anak.bulat("c")
    o.selesai()
