"""A budget that changed has its PK perubahan; the totals of earlier years are those of their PK."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from sakip.snapshot.types import AnggaranLalu, AnggaranPK, PerjanjianKinerja
from tests.reports.lkip.naskah_material import anggaran_row, pk
from tests.sakip.checks.report.material import PROMISED, RENSTRA, found, year
from tests.table_tests import each_row

PROGRAM = anggaran_row(("7.01.01", "Program Penunjang"), 10, 9)


@pytest.mark.parametrize(
    ("after", "versi", "said"),
    [
        (12, 0, ["PK murni: Pagu 1 program berubah (jumlah murni Rp30, perubahan Rp32), sedangkan PK perubahan belum "
                 "ada. Catat PK perubahannya, atau jelaskan mengapa tidak dibuat."]),
        (10, 0, []),
        (None, 0, []),
        (12, 1, []),
    ],
)  # fmt: skip
def test_a_changed_budget_asks_for_a_pk_perubahan(after: int | None, versi: int, said: list[str]) -> None:
    changed = replace(PROGRAM, pagu_perubahan=None if after is None else Decimal(after))
    other = anggaran_row(("7.01.02", "Pelayanan"), 20, 20)
    content = year(anggaran=(changed, other), pk=(pk(2023, RENSTRA, PROMISED, versi=versi),))
    assert found("pk-mengikuti-anggaran", content) == said


def test_a_pk_has_the_programs_of_the_budget() -> None:
    bare = pk(2023, RENSTRA, PROMISED)
    assert found("pk-beranggaran", year(anggaran=(PROGRAM,), pk=(bare,))) == [
        "PK murni: Tidak memuat program dan anggaran, sedangkan pagu tahun ini Rp10. Tambahkan programnya."
    ]
    row = AnggaranPK(program="7.01.01", nama="Program Penunjang", anggaran=Decimal(10), sumber_dana="APBD")
    assert found("pk-beranggaran", year(anggaran=(PROGRAM,), pk=(replace(bare, anggaran=(row,)),))) == []
    assert found("pk-beranggaran", year(pk=(bare,))) == []  # no budget is recorded yet


@pytest.mark.parametrize(
    ("nama", "said"),
    [
        ("Program Penataan Ruang", "Kode 7.01.01 bernama “Program Penunjang” dalam anggaran atau RKT."),
        ("Penunjang Urusan Pemerintahan", ""),
        ("Program Menunjang", ""),
        ("", ""),
    ],
)
def test_a_program_of_the_pk_is_called_by_its_name(nama: str, said: str) -> None:
    row = AnggaranPK(program="7.01.01", nama=nama, anggaran=Decimal(10), sumber_dana="APBD")
    told = found(
        "nama-program-pk",
        year(anggaran=(PROGRAM,), pk=(replace(pk(2023, RENSTRA, PROMISED), anggaran=(row,)),)),
    )
    assert told == ([f"PK murni, {nama}: {said} Perbaiki namanya atau kodenya."] if said else [])


def test_programs_without_a_code_are_no_one_program() -> None:
    row = AnggaranPK(program="", nama="Program Penataan Ruang", anggaran=Decimal(10), sumber_dana="APBD")
    content = year(
        anggaran=(anggaran_row(("", "Program Penunjang"), 10, 10),),
        pk=(replace(pk(2023, RENSTRA, PROMISED), anggaran=(row,)),),
    )
    assert found("nama-program-pk", content) == []


def earlier(*amounts: int, tahun: int = 2022, versi: int = 0) -> PerjanjianKinerja:
    """A PK of an earlier year with these programs."""
    rows = tuple(
        AnggaranPK(program=f"7.01.0{n}", nama="", anggaran=Decimal(amount), sumber_dana="APBD")
        for n, amount in enumerate(amounts, start=1)
    )
    return replace(pk(tahun, RENSTRA, PROMISED, versi=versi), anggaran=rows)


@each_row(
    ("agreed", "pagu", "name"),
    [
        ((earlier(60, 40),), 110, "PK murni"),
        ((earlier(60, 40, versi=1), earlier(60, 50)), 110, "PK perubahan 1"),
        ((earlier(60, 40), earlier(60, 50, versi=1)), 110, ""),
        ((earlier(),), 110, ""),
        ((earlier(60, 40, tahun=2021),), 110, ""),
        ((earlier(60, 40),), None, ""),
    ],
)
def test_the_total_of_an_earlier_year_is_that_of_its_last_pk(
    agreed: tuple[PerjanjianKinerja, ...], pagu: int | None, name: str
) -> None:
    total = AnggaranLalu(tahun=2022, pagu=None if pagu is None else Decimal(pagu), realisasi=None)
    said = f"Anggaran tahun 2022: Pagu Rp110 berbeda Rp10 dengan jumlah {name} tahun 2022 Rp100. Periksa keduanya."
    assert found("anggaran-lalu-sesuai-pk", year(pk_lalu=agreed, anggaran_lalu=(total,))) == (
        [said] if name else []
    )
