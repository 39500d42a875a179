"""The template filters: values in Indonesian, and nothing at all for what is unknown."""

from datetime import date
from decimal import Decimal

from django.template import Context, Engine

from tests.table_tests import each_row

ENGINE = Engine(libraries={"bahasa": "sakip.templatetags.text_filters"})


def write(phrase: str, nilai: object) -> str:
    return ENGINE.from_string(f"{{% load bahasa %}}{{{{ nilai|{phrase} }}}}").render(
        Context({"nilai": nilai})
    )


@each_row(
    ("phrase", "nilai", "expect"),
    [
        ("angka", Decimal("1234.50"), "1.234,5"),
        ("angka:2", Decimal("1234.5"), "1.234,50"),
        ("persen", Decimal("94.5"), "94,50%"),
        ("persen:0", Decimal("94.5"), "95%"),
        ("persen:None", Decimal("94.5"), "94,5%"),
        ("rupiah", 3427455027, "Rp3.427.455.027"),
        ("tanggal", date(2026, 8, 17), "17 Agustus 2026"),
        ("nip", "198011242001121003", "19801124 200112 1 003"),
    ],
)
def test_filters_write_indonesian(phrase: str, nilai: object, expect: str) -> None:
    assert write(phrase, nilai) == expect


@each_row(
    "filter_",
    [
        "angka",
        "persen",
        "rupiah",
        "tanggal",
        "nip",
    ],
)
def test_unknown_is_not_zero(filter_: str) -> None:
    assert write(filter_, None) == ""
    assert write(f'{filter_}|default:"tidak tersedia"', None) == "tidak tersedia"


def test_zero_is_printed() -> None:
    assert write('persen|default:"tidak tersedia"', Decimal(0)) == "0,00%"
    assert write('rupiah|default:"tidak tersedia"', 0) == "Rp0"
