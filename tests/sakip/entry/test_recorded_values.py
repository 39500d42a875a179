"""Whatever is typed or pasted into a cell is a value or a message, and a value reads back as itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kecamatan.ground.texts import Refused
from sakip.entry.fields import RECORDED
from sakip.entry.judge import judge
from sakip.models import Indikator, Realisasi
from sakip.records.realisasi.form import NILAI_COLUMNS, nilai_columns, nilai_hint, nilai_text
from tests.table_tests import each_row

ANGKA = Indikator(nama="SKM", satuan="indeks")
PERSEN = Indikator(nama="Desa tepat waktu", satuan="%")


def read(text: str, indikator: Indikator) -> dict[str, Any]:
    """The columns that a cell with this text is stored as. Raises Refused, as every door would."""
    row = Realisasi(indikator=indikator, tahun=2023, triwulan=0, **RECORDED.parse(text))
    for problem in judge(row):
        raise Refused(problem.message)
    return nilai_columns(row)


bilangan = st.decimals(0, 10**10, places=4, allow_nan=False).map(lambda d: d.normalize())


@given(
    st.text(max_size=60) | st.from_regex(r"[0-9.,/ %-]{1,20}", fullmatch=True),
    st.sampled_from((ANGKA, PERSEN)),
)
def test_every_text_is_a_value_or_a_message(text: str, indikator: Indikator) -> None:
    if not text.strip():
        return  # an empty cell is no value
    try:
        nilai = read(text, indikator)
    except Refused as error:
        message = str(error)
    else:
        message = ""
    if message:
        assert message.endswith((".", "?"))
        return
    assert set(nilai) == set(NILAI_COLUMNS)
    if nilai["angka"] is not None and "." in nilai_text(nilai):
        return  # of an index, thousands that were typed without a dot are shown with one
    assert read(nilai_text(nilai), indikator) == nilai | {"alasan": " ".join(nilai["alasan"].split())}


@given(bilangan, bilangan.filter(bool))
def test_a_fraction_reads_back_as_itself(pembilang: Decimal, penyebut: Decimal) -> None:
    nilai: dict[str, Any] = dict.fromkeys(NILAI_COLUMNS)
    nilai |= {"keadaan": "terisi", "huruf": "", "alasan": "", "pembilang": pembilang, "penyebut": penyebut}
    assert read(nilai_text(nilai), PERSEN) == nilai


@pytest.mark.parametrize("text", ["tidak tersedia: \x00", "1\x00", "\x1b[31m5", "5\ufffe"])
def test_what_no_document_can_hold_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="Hapus karakter itu, atau ketik ulang"):
        read(text, ANGKA)


@pytest.mark.parametrize("text", ["5\u200b", "\ufeff5", "\u202e5", "5\u00ad"])
def test_what_nobody_can_see_is_dropped(text: str) -> None:
    assert read(text, ANGKA)["angka"] == 5


def test_spaces_that_office_programs_put_are_read() -> None:
    assert read("\u00a098,5\u202f%", PERSEN)["angka"] == Decimal("98.5")


def test_the_hint_fits_the_indikator() -> None:
    assert nilai_hint(ANGKA) == "Angka, misalnya 87,5."
    assert nilai_hint(PERSEN) == "Angka, atau pembilang/penyebut, misalnya 45/50."


@each_row(("triwulan", "message"), [(0, ""), (1, "I"), (2, ""), (3, "III"), (4, "")])
def test_a_triwulan_without_measurement_takes_no_value(triwulan: int, message: str) -> None:
    skm = Indikator(nama="SKM", satuan="indeks", irama="24")
    row = Realisasi(indikator=skm, tahun=2023, triwulan=triwulan, keadaan="terisi", angka=Decimal(84))
    assert [p.message for p in judge(row)] == (
        [
            f"Triwulan {message} tidak diukur: indikator ini diukur pada triwulan II dan IV. Kosongkan, atau ubah"
            " triwulan pengukurannya pada Renstra."
        ]
        if message
        else []
    )


RATIO = Indikator(nama="Rasio", satuan="rasio")
PER_10_000 = Indikator(nama="Rasio", satuan="rasio", pengali=Decimal(10_000))


def test_a_fraction_needs_a_multiplier_where_the_unit_is_no_percentage() -> None:
    with pytest.raises(Refused) as error:
        read("206/406.821", RATIO)
    assert str(error.value) == (
        '"206/406.821" tidak dapat dihitung: indikator ini bersatuan "rasio" dan belum mempunyai pengali. '
        "Tulis nilainya saja, atau isi dahulu pengalinya pada Renstra, misalnya 100 atau 10.000."
    )
    nilai = read("206/406.821", PER_10_000)
    assert (nilai["pembilang"], nilai["penyebut"]) == (206, 406_821)
    assert "206/406.821" not in nilai_hint(RATIO)
    assert "45/50" in nilai_hint(PER_10_000)


@pytest.mark.parametrize(("cetak", "valid"), [("5,06", True), ("5,06 per 10.000", True), ("0,07", False)])
def test_a_printed_fraction_is_compared_with_its_multiplier(cetak: str, valid: bool) -> None:
    row = Realisasi(
        indikator=PER_10_000,
        tahun=2023,
        triwulan=0,
        keadaan="terisi",
        pembilang=Decimal(206),
        penyebut=Decimal(406_821),
        cetak=cetak,
    )
    assert (not judge(row)) is valid
