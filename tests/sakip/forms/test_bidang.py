"""Fields: Indonesian in and out, nothing guessed, the same value from every spelling."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError

from sakip.forms.bidang import (
    FieldAngka,
    FieldBulat,
    FieldDaftar,
    FieldRupiah,
    FieldTahun,
    FieldTanggal,
    FieldTarget,
)


@pytest.mark.parametrize(
    ("bidang", "teks", "nilai"),
    [
        (FieldAngka(), "1.234,5", Decimal("1234.5")),
        (FieldAngka(), "98,5 %", Decimal("98.5")),
        (FieldAngka(), "-0,25", Decimal("-0.25")),
        (FieldAngka(), "0", Decimal(0)),
        (FieldAngka(required=False), "", None),
        (FieldRupiah(), "Rp 1.000.000,-", Decimal(1_000_000)),
        (FieldBulat(), "1.250", 1250),
        (FieldTahun(), "2026", 2026),
        (FieldTanggal(), "17/8/2026", date(2026, 8, 17)),
        (FieldTanggal(), "17 Agustus 2026", date(2026, 8, 17)),
        (
            FieldDaftar(),
            "Membina desa.\n\n  Menjaga ketertiban. \n",
            ["Membina desa.", "Menjaga ketertiban."],
        ),
        (FieldTarget(), "82,5", {"angka": Decimal("82.5"), "huruf": "", "bawah": None, "atas": None}),
        (FieldTarget(), "bb", {"angka": None, "huruf": "BB", "bawah": None, "atas": None}),
        (FieldTarget(), "80–90", {"angka": None, "huruf": "", "bawah": Decimal(80), "atas": Decimal(90)}),
        (
            FieldTarget(),
            "80 s.d. 90",
            {"angka": None, "huruf": "", "bawah": Decimal(80), "atas": Decimal(90)},
        ),
        (FieldTarget(), "-5", {"angka": Decimal(-5), "huruf": "", "bawah": None, "atas": None}),
        (FieldTarget(required=False), " ", None),
    ],
)
def test_what_offices_write_is_read(bidang: forms.Field, teks: str, nilai: Any) -> None:
    assert bidang.clean(teks) == nilai


@pytest.mark.parametrize(
    ("bidang", "teks", "pesan"),
    [
        (FieldAngka(), "98.5", "Maksud Anda 98,5 atau 985?"),
        (FieldAngka(), "12 kira-kira", "bukan angka"),
        (FieldAngka(desimal=2), "1,234", "Tulis paling banyak 2 angka di belakang koma."),
        (FieldAngka(bulat_maksimum=3), "1.000", "terlalu besar"),
        (FieldRupiah(), "98 %", "persentase"),
        (FieldRupiah(), "-5", "negatif"),
        (FieldBulat(), "1,5", "Tulis bilangan bulat."),
        (FieldBulat(), "-1", "Tulis 0 atau lebih."),
        (FieldTahun(), "26", "Tulis empat angka"),
        (FieldTanggal(), "2026-08-17", "Tulis 17/8/2026."),
        (FieldTanggal(), "31/2/2026", "tidak ada di kalender"),
        (FieldTarget(), "baik sekali", "bukan angka"),
        (FieldTarget(), "80–sembilan puluh", "bukan angka"),
    ],
)
def test_what_is_doubtful_is_refused_with_the_remedy(bidang: forms.Field, teks: str, pesan: str) -> None:
    with pytest.raises(ValidationError) as galat:
        bidang.clean(teks)
    assert pesan in galat.value.messages[0]


@pytest.mark.parametrize(
    ("bidang", "nilai", "teks"),
    [
        (FieldAngka(), Decimal("1234.5000"), "1.234,5"),
        (FieldRupiah(), Decimal("2321886527.00"), "2.321.886.527"),
        (FieldBulat(), 1250, "1.250"),
        (FieldTahun(), 2026, 2026),
        (FieldTanggal(), date(2026, 8, 17), "17 Agustus 2026"),
        (FieldDaftar(), ["A", "B"], "A\nB"),
        (FieldTarget(), {"angka": Decimal("80.0000"), "huruf": "", "bawah": None, "atas": None}, "80"),
        (
            FieldTarget(),
            {"angka": None, "huruf": "", "bawah": Decimal(80), "atas": Decimal("90.5")},
            "80–90,5",
        ),
        (FieldTarget(), {"angka": None, "huruf": "BB", "bawah": None, "atas": None}, "BB"),
        (FieldAngka(), "98.5", "98.5"),
    ],
)
def test_what_is_stored_is_shown_in_indonesian(bidang: forms.Field, nilai: Any, teks: Any) -> None:
    assert bidang.prepare_value(nilai) == teks
