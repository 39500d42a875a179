"""Fields: Indonesian in and out, nothing guessed, the same value from every spelling."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError

from sakip.entry.fields import DateField, LinesField, NumberField, TargetField, ValueField
from sakip.entry.values import Number, Rupiah, Whole, Year


@pytest.mark.parametrize(
    ("bidang", "teks", "nilai"),
    [
        (NumberField(), "1.234,5", Decimal("1234.5")),
        (NumberField(), "98,5 %", Decimal("98.5")),
        (NumberField(), "-0,25", Decimal("-0.25")),
        (NumberField(), "0", Decimal(0)),
        (NumberField(required=False), "", None),
        (ValueField(Rupiah()), "Rp 1.000.000,-", Decimal(1_000_000)),
        (ValueField(Whole()), "1.250", 1250),
        (ValueField(Year()), "2026", 2026),
        (DateField(), "17/8/2026", date(2026, 8, 17)),
        (DateField(), "17 Agustus 2026", date(2026, 8, 17)),
        (
            LinesField(),
            "Membina desa.\n\n  Menjaga ketertiban. \n",
            ["Membina desa.", "Menjaga ketertiban."],
        ),
        (TargetField(), "82,5", {"angka": Decimal("82.5"), "huruf": "", "bawah": None, "atas": None}),
        (TargetField(), "bb", {"angka": None, "huruf": "bb", "bawah": None, "atas": None}),
        (TargetField(), "80–90", {"angka": None, "huruf": "", "bawah": Decimal(80), "atas": Decimal(90)}),
        (
            TargetField(),
            "80 s.d. 90",
            {"angka": None, "huruf": "", "bawah": Decimal(80), "atas": Decimal(90)},
        ),
        (TargetField(), "-5", {"angka": Decimal(-5), "huruf": "", "bawah": None, "atas": None}),
        (TargetField(required=False), " ", None),
    ],
)
def test_what_offices_write_is_read(bidang: forms.Field, teks: str, nilai: Any) -> None:
    assert bidang.clean(teks) == nilai


@pytest.mark.parametrize(
    ("bidang", "teks", "pesan"),
    [
        (NumberField(), "98.5", "Maksud Anda 98,5 atau 985?"),
        (NumberField(), "12 kira-kira", "bukan angka"),
        (NumberField(Number(decimals=2)), "1,234", "Tulis paling banyak 2 desimal, misalnya 1,23."),
        (NumberField(Number(digits=3)), "1.000", "terlalu besar"),
        (ValueField(Rupiah()), "98 %", "persentase"),
        (ValueField(Rupiah()), "-5", "negatif"),
        (ValueField(Whole()), "1,5", "Tulis bilangan bulat, misalnya 2."),
        (ValueField(Whole()), "-1", "Tulis 0 atau lebih."),
        (ValueField(Year()), "26", "Tulis empat angka"),
        (DateField(), "31/2/2026", "tidak ada di kalender"),
        (TargetField(), "90-80", "batas bawah ditulis lebih dahulu. Tulis 80 s.d. 90."),
        (TargetField(), "-", "bukan target. Kosongkan bila belum ada."),
        (TargetField(), "80–sembilan puluh", "bukan angka"),
    ],
)
def test_what_is_doubtful_is_refused_with_the_remedy(bidang: forms.Field, teks: str, pesan: str) -> None:
    with pytest.raises(ValidationError) as galat:
        bidang.clean(teks)
    assert pesan in galat.value.messages[0]


@pytest.mark.parametrize(
    ("bidang", "nilai", "teks"),
    [
        (NumberField(), Decimal("1234.5000"), "1.234,5"),
        (ValueField(Rupiah()), Decimal("2321886527.00"), "2.321.886.527"),
        (ValueField(Whole()), 1250, "1.250"),
        (ValueField(Year()), 2026, "2026"),
        (DateField(), date(2026, 8, 17), "17 Agustus 2026"),
        (LinesField(), ["A", "B"], "A\nB"),
        (TargetField(), {"angka": Decimal("80.0000"), "huruf": "", "bawah": None, "atas": None}, "80"),
        (
            TargetField(),
            {"angka": None, "huruf": "", "bawah": Decimal(80), "atas": Decimal("90.5")},
            "80–90,5",
        ),
        (TargetField(), {"angka": None, "huruf": "BB", "bawah": None, "atas": None}, "BB"),
        (NumberField(), "98.5", "98.5"),
    ],
)
def test_what_is_stored_is_shown_in_indonesian(bidang: forms.Field, nilai: Any, teks: Any) -> None:
    assert bidang.prepare_value(nilai) == teks
