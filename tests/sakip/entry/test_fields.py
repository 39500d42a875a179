"""Fields: Indonesian in and out, nothing guessed, the same value from every spelling."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError

from sakip.entry.fields import TARGET, ValueField
from sakip.entry.number_kinds import Number, Rupiah, Whole, Year
from sakip.entry.value_kinds import Date, Lines
from tests.table_tests import each_row


@each_row(
    ("field", "text", "nilai"),
    [
        (ValueField(Number()), "1.234,5", Decimal("1234.5")),
        (ValueField(Number()), "98,5 %", Decimal("98.5")),
        (ValueField(Number()), "-0,25", Decimal("-0.25")),
        (ValueField(Number()), "0", Decimal(0)),
        (ValueField(Number(), required=False), "", None),
        (ValueField(Rupiah()), "Rp 1.000.000,-", Decimal(1_000_000)),
        (ValueField(Whole()), "1.250", 1250),
        (ValueField(Year()), "2026", 2026),
        (ValueField(Date()), "17/8/2026", date(2026, 8, 17)),
        (ValueField(Date()), "17 Agustus 2026", date(2026, 8, 17)),
        (
            ValueField(Lines()),
            "Membina desa.\n\n  Menjaga ketertiban. \n",
            ["Membina desa.", "Menjaga ketertiban."],
        ),
        (ValueField(TARGET), "82,5", {"angka": Decimal("82.5"), "huruf": "", "bawah": None, "atas": None}),
        (ValueField(TARGET), "bb", {"angka": None, "huruf": "bb", "bawah": None, "atas": None}),
        (
            ValueField(TARGET),
            "80–90",
            {"angka": None, "huruf": "", "bawah": Decimal(80), "atas": Decimal(90)},
        ),
        (
            ValueField(TARGET),
            "80 s.d. 90",
            {"angka": None, "huruf": "", "bawah": Decimal(80), "atas": Decimal(90)},
        ),
        (ValueField(TARGET), "-5", {"angka": Decimal(-5), "huruf": "", "bawah": None, "atas": None}),
        (ValueField(TARGET, required=False), " ", None),
    ],
)
def test_what_offices_write_is_read(field: forms.Field, text: str, nilai: Any) -> None:
    assert field.clean(text) == nilai


@each_row(
    ("field", "text", "message"),
    [
        (ValueField(Number()), "98.5", "Maksud Anda 98,5 atau 985?"),
        (ValueField(Number()), "12 kira-kira", "bukan angka"),
        (ValueField(Number(decimals=2)), "1,234", "Tulis paling banyak 2 desimal, misalnya 1,23."),
        (ValueField(Number(digits=3)), "1.000", "terlalu besar"),
        (ValueField(Rupiah()), "98 %", "persentase"),
        (ValueField(Rupiah()), "-5", "negatif"),
        (ValueField(Whole()), "1,5", "Tulis bilangan bulat, misalnya 2."),
        (ValueField(Whole()), "-1", "Tulis 0 atau lebih."),
        (ValueField(Year()), "26", "Tulis empat angka"),
        (ValueField(Date()), "31/2/2026", "tidak ada di kalender"),
        (ValueField(TARGET), "90-80", "batas bawah ditulis lebih dahulu. Tulis 80 s.d. 90."),
        (ValueField(TARGET), "-", "bukan target. Kosongkan bila belum ada."),
        (ValueField(TARGET), "80–sembilan puluh", "bukan angka"),
    ],
)
def test_what_is_doubtful_is_refused_with_the_remedy(field: forms.Field, text: str, message: str) -> None:
    with pytest.raises(ValidationError) as error:
        field.clean(text)
    assert message in error.value.messages[0]


@each_row(
    ("field", "nilai", "text"),
    [
        (ValueField(Number()), Decimal("1234.5000"), "1.234,5"),
        (ValueField(Rupiah()), Decimal("2321886527.00"), "2.321.886.527"),
        (ValueField(Whole()), 1250, "1.250"),
        (ValueField(Year()), 2026, "2026"),
        (ValueField(Date()), date(2026, 8, 17), "17 Agustus 2026"),
        (ValueField(Lines()), ["A", "B"], "A\nB"),
        (ValueField(TARGET), {"angka": Decimal("80.0000"), "huruf": "", "bawah": None, "atas": None}, "80"),
        (
            ValueField(TARGET),
            {"angka": None, "huruf": "", "bawah": Decimal(80), "atas": Decimal("90.5")},
            "80–90,5",
        ),
        (ValueField(TARGET), {"angka": None, "huruf": "BB", "bawah": None, "atas": None}, "BB"),
        (ValueField(Number()), "98.5", "98.5"),
    ],
)
def test_what_is_stored_is_shown_in_indonesian(field: forms.Field, nilai: Any, text: Any) -> None:
    assert field.prepare_value(nilai) == text
