"""Reading fixture objects strictly: types as written, gaps as gaps, nothing unread."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kecamatan.ground.strict_json import InvalidFile, JsonObject
from tests.table_tests import each_row


def subject(**content: Any) -> JsonObject:
    return JsonObject(content, file="uji.json")


def test_values_come_as_their_types() -> None:
    o = subject(
        nama="Balung",
        nilai="98.50",
        jumlah=0,
        iku=False,
        tanggal="2021-01-31",
        butir=["a", "b"],
    )
    assert (o.text("nama"), o.integer("jumlah")) == ("Balung", 0)
    assert str(o.angka("nilai")) == "98.50"
    assert o.boolean("iku", default=True) is False
    assert o.tanggal("tanggal") == date(2021, 1, 31)
    assert o.text_list("butir") == ["a", "b"]
    o.done()


def test_an_absent_key_and_null_are_unknown_and_never_zero() -> None:
    for o in (subject(), subject(a=None)):
        assert (o.text("a"), o.angka("a"), o.integer("a"), o.tanggal("a"), o.inner("a")) == (
            "",
            None,
            None,
            None,
            None,
        )
        assert (o.listing("a"), o.text_list("a")) == ([], [])
        assert o.boolean("a", default=True) is True
        o.done()


@each_row(
    ("read", "nilai", "message"),
    [
        (lambda o: o.text("a"), 7, '7 bukan teks. Tulis di antara tanda kutip: "7".'),
        (
            lambda o: o.integer("a"),
            True,
            '"true" bukan bilangan bulat. Tulis tanpa tanda kutip, misalnya 12.',
        ),
        (lambda o: o.integer("a"), 1.0, '"1.0" bukan bilangan bulat. Tulis tanpa tanda kutip, misalnya 12.'),
        (lambda o: o.boolean("a", default=True), "ya", '"ya" bukan true atau false. Tulis salah satunya.'),
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
        (lambda o: o.listing("a"), {}, '"{}" bukan larik. Tulis [ … ].'),
        (lambda o: o.inner("a"), [], '"[]" bukan objek. Tulis {"kunci": "nilai"}.'),
    ],
)
def test_a_value_of_another_type_is_refused(
    read: Callable[[JsonObject], Any], nilai: Any, message: str
) -> None:
    with pytest.raises(InvalidFile) as error:
        read(subject(a=nilai))
    assert str(error.value) == f"Berkas uji.json, a: {message}"


@each_row("nilai", ["98,5", "1e3", "NaN", "Infinity", "", " 5", "+5", "1_000", ".5", "5.", 5, 5.5, True])
def test_only_exact_numbers_are_numbers(nilai: Any) -> None:
    with pytest.raises(InvalidFile, match="bukan angka"):
        subject(a=nilai).angka("a")


def test_an_empty_text_in_a_list_is_refused_with_its_place() -> None:
    with pytest.raises(InvalidFile) as error:
        subject(a=["x", " "]).text_list("a")
    assert str(error.value) == 'Berkas uji.json, a[1]: " " bukan teks. Isi atau hapus butir itu.'


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(InvalidFile) as error:
        subject(a="x" * 500).angka("a")
    assert len(str(error.value)) < 200


def test_a_key_that_nobody_read_is_refused_at_every_depth() -> None:
    o = subject(a=[{"b": 1, "c": 2}])
    (child,) = o.listing("a")
    child.integer("b")
    with pytest.raises(InvalidFile) as error:
        o.done()
    assert (
        str(error.value)
        == 'Berkas uji.json, a[0]: kunci "c" tidak dikenal. Periksa ejaannya atau hapus kunci itu.'
    )
    child.integer("c")
    o.done()
