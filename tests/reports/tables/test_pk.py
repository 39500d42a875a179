"""Tables of the PK, and the name of each version."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.tables.pk import (
    ALASAN_PERUBAHAN,
    anggaran_pk_table,
    indikator_pk_table,
    jumlah_anggaran_pk,
    nama_pk,
)
from sakip.capaian.values import Target
from sakip.snapshot.types import BarisPK, PerjanjianKinerja
from tests.reports.lkip.example_plan import anggaran_pk, complete_pk
from tests.reports.lkip.naskah_material import angka
from tests.reports.lkip.read_part import text

D = Decimal


def pk_row(sasaran: str, indikator: str, target: Target, satuan: str = "") -> BarisPK:
    return BarisPK(
        sasaran=sasaran,
        kunci_sasaran="",
        indikator=indikator,
        kunci_indikator="",
        target=target,
        satuan=satuan,
    )


def indikator_content(*rows: BarisPK) -> list[list[str]]:
    table = indikator_pk_table(replace(complete_pk(), indikator=rows), key="t", title="T")
    return [[text(s.content) for s in b.cells] for b in table.rows]


def anggaran_content(pk: PerjanjianKinerja) -> list[list[str]]:
    return [[text(s.content) for s in b.cells] for b in anggaran_pk_table(pk, key="t", title="T").rows]


@pytest.mark.parametrize(
    ("versi", "nama"),
    [
        (0, "Perjanjian Kinerja Tahun 2023"),
        (1, "Perjanjian Kinerja Perubahan Tahun 2023"),
        (2, "Perjanjian Kinerja Perubahan Ke-2 Tahun 2023"),
    ],
)
def test_name_of_a_version(versi: int, nama: str) -> None:
    assert nama_pk(complete_pk(versi)) == nama


def test_a_sasaran_named_again_later_joins_its_group() -> None:
    assert indikator_content(
        pk_row("Meningkatnya pelayanan", "IKM", angka("85")),
        pk_row("Terjaganya ketertiban", "Jumlah laporan", Target(angka=D(12)), "laporan"),
        pk_row("Meningkatnya  Pelayanan ", "Waktu layanan", Target(bawah=D(1), atas=D(3)), "hari"),
    ) == [
        ["1", "Meningkatnya pelayanan", "IKM", "85"],
        ["", "", "Waktu layanan", "1–3 hari"],
        ["2", "Terjaganya ketertiban", "Jumlah laporan", "12 laporan"],
    ]


def test_targets_keep_their_own_decimals_and_percent_its_sign() -> None:
    (one,) = indikator_content(pk_row("S", "I", Target(angka=D("82.50")), "%"))
    assert one[-1] == "82,5%"


def test_amounts_are_added_never_typed() -> None:
    # 2.321.886.527 + 649.823.800 + 48.327.600 + 398.186.700 + 9.230.400 = 3.427.455.027 (Jombang 2023)
    jombang = replace(
        complete_pk(),
        anggaran=tuple(
            anggaran_pk(f"7.01.0{i}", f"Program {i}", n)
            for i, n in enumerate((2_321_886_527, 649_823_800, 48_327_600, 398_186_700, 9_230_400), start=1)
        ),
    )
    assert jumlah_anggaran_pk(jombang) == D(3_427_455_027)
    assert anggaran_content(jombang)[-1] == ["Jumlah", "3.427.455.027", "P-APBD"]


def test_the_total_names_a_fund_source_only_if_it_is_one() -> None:
    two = replace(complete_pk(), anggaran=(anggaran_pk("1", "A", 1, "APBD"), anggaran_pk("2", "B", 2, "")))
    assert anggaran_content(two) == [
        ["1", "A", "1", "APBD"],
        ["2", "B", "2", "–"],
        ["Jumlah", "3", "–"],
    ]


def test_reasons_are_clauses() -> None:
    assert set(ALASAN_PERUBAHAN) == {"a", "b", "c"}
    assert all(t[0].islower() and t[-1] != "." for t in ALASAN_PERUBAHAN.values())
