"""Whatever is typed or pasted into a cell is a value or a message, and a value reads back as itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from sakip.forms.realisasi import KOLOM_NILAI, petunjuk_nilai, teks_nilai, urai_nilai
from sakip.models import Indikator

ANGKA = Indikator(nama="SKM", satuan="indeks")
PERSEN = Indikator(nama="Desa tepat waktu", satuan="%")

bilangan = st.decimals(0, 10**10, places=4, allow_nan=False).map(lambda d: d.normalize())


@given(
    st.text(max_size=60) | st.from_regex(r"[0-9.,/ %-]{1,20}", fullmatch=True),
    st.sampled_from((ANGKA, PERSEN)),
)
def test_every_text_is_a_value_or_a_message(teks: str, indikator: Indikator) -> None:
    try:
        nilai = urai_nilai(teks, indikator)
    except ValidationError as galat:
        pesan = galat.messages[0]
    else:
        pesan = ""
    if pesan:
        assert pesan.endswith((".", "?"))
        return
    assert set(nilai) == set(KOLOM_NILAI)
    assert urai_nilai(teks_nilai(nilai), indikator) == nilai | {"alasan": " ".join(nilai["alasan"].split())}


@given(bilangan, bilangan.filter(bool))
def test_a_fraction_reads_back_as_itself(pembilang: Decimal, penyebut: Decimal) -> None:
    nilai: dict[str, Any] = dict.fromkeys(KOLOM_NILAI)
    nilai |= {"keadaan": "terisi", "huruf": "", "alasan": "", "pembilang": pembilang, "penyebut": penyebut}
    assert urai_nilai(teks_nilai(nilai), PERSEN) == nilai


@pytest.mark.parametrize("teks", ["tidak tersedia: \x00", "1\x00", "\x1b[31m5", "tidak tersedia: \u202e"])
def test_what_cannot_be_seen_is_refused(teks: str) -> None:
    with pytest.raises(ValidationError, match="Ketik ulang"):
        urai_nilai(teks, ANGKA)


def test_spaces_that_office_programs_put_are_read() -> None:
    assert urai_nilai("\u00a098,5\u202f%", PERSEN)["angka"] == Decimal("98.5")


def test_the_hint_fits_the_indikator() -> None:
    assert petunjuk_nilai(ANGKA) == "Angka, misalnya 87,5."
    assert petunjuk_nilai(PERSEN) == "Angka, atau pembilang/penyebut, misalnya 45/50."
