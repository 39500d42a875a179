"""Rules about the budget of one year, on frozen rows: what each says, and what it lets pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

from sakip.checks.base import Found, Said
from sakip.checks.budget import (
    belanja_equals_the_programs,
    control_totals_are_the_sum_of_their_parts,
    programs_have_one_amount,
)
from sakip.checks.material import CheckedYear
from sakip.snapshot.types import (
    RKT,
    Anggaran,
    AnggaranPK,
    BarisRKT,
    Belanja,
    PerjanjianKinerja,
    Snapshot,
)


def say(found: Found) -> list[tuple[str, str]]:
    """The words of the places with what is said of them."""
    return [(place.words, one.message if isinstance(one, Said) else one) for place, one in found]


def year(**parts: Any) -> CheckedYear:
    """A year of which only these parts are looked at."""
    return CheckedYear(snapshot=cast(Snapshot, SimpleNamespace(**parts)))


def check_control_totals(rows: Sequence[Anggaran]) -> Found:
    return control_totals_are_the_sum_of_their_parts(year(anggaran=rows))


def check_program_amounts(
    rows: Sequence[Anggaran], pk: Sequence[PerjanjianKinerja], rkt: RKT | None
) -> Found:
    return programs_have_one_amount(year(anggaran=rows, pk=pk, rkt=rkt))


def check_belanja_amounts(rows: Sequence[Anggaran], belanja: Sequence[Belanja], tahun: int) -> Found:
    return belanja_equals_the_programs(year(anggaran=rows, belanja=belanja, tahun=tahun))


def levels(kode: str) -> dict[str, Any]:
    """ "7.1" or "7.1.2": a program, a kegiatan …, each named after its code."""
    parts = kode.split(".")
    codes = [".".join(parts[: n + 2]) for n in range(len(parts) - 1)] + ["", ""]
    names = ("program", "kegiatan", "sub_kegiatan")
    return dict(zip(names, codes, strict=False)) | {
        f"nama_{name}": f"{name} {kode}" if kode else "" for name, kode in zip(names, codes, strict=False)
    }


def uang(n: int | None) -> Decimal | None:
    return None if n is None else Decimal(n)


def row(
    kode: str, murni: int | None = None, perubahan: int | None = None, realisasi: int | None = None
) -> Anggaran:
    return Anggaran(
        **levels(kode),
        rinci=True,
        pagu_murni=uang(murni),
        pagu_perubahan=uang(perubahan),
        realisasi=uang(realisasi),
    )


def pk(versi: int, **program: int) -> PerjanjianKinerja:
    empty: dict[str, Any] = dict.fromkeys(("tanggal", "pihak_pertama", "pihak_kedua"))
    empty |= dict.fromkeys(("alasan", "tempat", "tanggal_cetak", "sumber"), "")
    return PerjanjianKinerja(
        **empty,
        tahun=2021,
        versi=versi,
        indikator=(),
        anggaran=tuple(
            AnggaranPK(
                program=kode.replace("_", ".")[1:], nama="Program", anggaran=Decimal(n), sumber_dana=""
            )
            for kode, n in program.items()
        ),
    )


def rkt(**program: int | None) -> RKT:
    return RKT(
        tahun=2021,
        tempat="",
        tanggal=None,
        tanggal_cetak="",
        penandatangan=None,
        sasaran=(),
        baris=tuple(
            BarisRKT(
                kunci_sasaran="s",
                tingkat="program",
                **levels(kode.replace("_", ".")[1:]),
                indikator=(),
                anggaran=uang(n),
                penanggung_jawab=(),
            )
            for kode, n in program.items()
        ),
    )


def belanja(kode: str, pagu: int | None, realisasi: int | None, parent: str = "") -> Belanja:
    return Belanja(kode=kode, nama=kode, induk=parent, pagu=uang(pagu), realisasi=uang(realisasi))


def test_a_control_total_above_its_details_may_still_be_completed() -> None:
    assert say(check_control_totals([row("7.1", 100), row("7.1.1", 60)])) == [
        (
            "anggaran 7.1 program 7.1",
            "Pagu murni Rp100 berbeda Rp40 dengan jumlah rinciannya Rp60. Lengkapi rinciannya, betulkan salah satunya,"
            " atau catat selisihnya sebagai sisa yang tidak dirinci.",
        )
    ]


def test_a_control_total_below_its_details_is_wrong_even_before_all_are_known() -> None:
    rows = [row("7.1", 50, realisasi=9), row("7.1.1", 60, realisasi=10), row("7.1.2", None, realisasi=0)]
    assert [message for _, message in say(check_control_totals(rows))] == [
        "Pagu murni Rp50 lebih kecil daripada jumlah rinciannya yang sudah diisi Rp60. Betulkan salah satunya.",
        "Realisasi Rp9 berbeda Rp1 dengan jumlah rinciannya Rp10. Betulkan salah satunya.",
    ]


def test_pk_murni_plans_the_pagu_murni_and_pk_perubahan_what_is_in_force() -> None:
    rows = [row("7.1", 100, 110), row("7.2.1", 50), row("7.2.2", 20)]
    assert say(check_program_amounts(rows, [pk(0, p7_1=100, p7_2=70), pk(1, p7_1=110, p7_2=70)], None)) == []
    assert say(check_program_amounts(rows, [pk(0, p7_1=110, p7_2=70), pk(1, p7_1=100, p7_2=71)], None)) == [
        (
            "program 7.1 Program",
            "PK perubahan 1 Rp100 berbeda Rp10 dengan pagu anggaran Rp110. Periksa keduanya.",
        ),
        (
            "program 7.2 Program",
            "PK perubahan 1 Rp71 berbeda Rp1 dengan pagu anggaran Rp70. Periksa keduanya.",
        ),
        ("program 7.1 Program", "PK Rp110 berbeda Rp10 dengan pagu murni anggaran Rp100. Periksa keduanya."),
    ]


def test_a_program_that_only_one_of_pk_and_budget_has_is_named() -> None:
    assert say(check_program_amounts([row("7.1", 100), row("7.2", 5)], [pk(0, p7_1=100, p7_3=8)], None)) == [
        (
            "program 7.3 Program",
            "PK Rp8, tetapi program ini tidak ada dalam pagu murni anggaran. Periksa keduanya.",
        ),
        (
            "program 7.2 program 7.2",
            "Pagu murni anggaran Rp5, tetapi program ini tidak ada dalam PK. Periksa keduanya.",
        ),
    ]


def test_a_program_that_has_no_printed_code_is_called_by_its_name_alone() -> None:
    unprinted = replace(pk(0, p7_1=90).anggaran[0], program="lama.1", nama="Program Lama")
    budget = replace(row("7.1", 100), program="lama.1", nama_program="Program Lama")
    found = say(check_program_amounts([budget], [replace(pk(0), anggaran=(unprinted,))], None))
    assert [words for words, _ in found] == ["program Program Lama"]


def test_a_program_that_the_pk_prints_without_its_code_is_known_by_its_name() -> None:
    tanpa_kode = pk(0, p7_1=90)
    named = replace(tanpa_kode.anggaran[0], program="", nama="PROGRAM 7.1 ")
    found = say(check_program_amounts([row("7.1", 100)], [replace(tanpa_kode, anggaran=(named,))], None))
    assert [message for _, message in found] == [
        "PK Rp90 berbeda Rp10 dengan pagu murni anggaran Rp100. Periksa keduanya."
    ]


def test_the_rkt_is_compared_where_both_name_the_program() -> None:
    """With the PK, and with the budget only where the PK lacks the program: that these two differ is said of them."""
    rows = [row("7.1", 100), row("7.2", 5)]
    assert say(check_program_amounts(rows, [], rkt(p7_1=100, p7_9=4))) == []
    said = [
        message for _, message in say(check_program_amounts(rows, [pk(0, p7_1=100)], rkt(p7_1=90, p7_2=4)))
    ]
    assert said == [
        "Pagu murni anggaran Rp5, tetapi program ini tidak ada dalam PK. Periksa keduanya.",
        "RKT Rp90 berbeda Rp10 dengan PK Rp100. Periksa keduanya.",
        "RKT Rp4 berbeda Rp1 dengan pagu murni anggaran Rp5. Periksa keduanya.",
    ]


def test_nothing_is_compared_with_a_document_that_has_no_amounts_yet() -> None:
    assert say(check_program_amounts([row("7.1")], [pk(0, p7_1=100)], rkt(p7_1=None))) == []
    assert say(check_program_amounts([], [pk(0, p7_1=100)], None)) == []
    # Jombang 2023: the RKT planned before the perubahan, and no pagu murni was printed.
    assert say(check_program_amounts([row("7.1", None, 80)], [pk(1, p7_1=80)], rkt(p7_1=100))) == []


def test_belanja_comes_to_what_the_programs_do_in_both_columns() -> None:
    rows = [row("7.1", 100, realisasi=90)]
    assert (
        say(check_belanja_amounts(rows, [belanja("operasi", 80, 72), belanja("modal", 20, 18)], 2023)) == []
    )
    assert say(check_belanja_amounts(rows, [belanja("operasi", 80, 72), belanja("modal", 21, 19)], 2023)) == [
        (
            "belanja",
            "Jumlah pagu belanja Rp101 berbeda Rp1 dengan jumlah pagu program Rp100. Periksa keduanya, atau"
            " tandai belanja yang di luar program.",
        ),
        (
            "belanja",
            "Jumlah realisasi belanja Rp91 berbeda Rp1 dengan jumlah realisasi program Rp90. Periksa keduanya,"
            " atau tandai belanja yang di luar program.",
        ),
    ]


def test_belanja_outside_the_programs_is_recorded_and_not_found_for_ever() -> None:
    rows = [row("7.1", 100, realisasi=90)]
    modal = replace(belanja("modal", 30, None), di_luar_program=True)
    assert list(check_belanja_amounts(rows, [belanja("operasi", 100, 90), modal], 2023)) == []
    # A part of a group may be outside as well: 130 of which 30.
    part = replace(belanja("mesin", 30, 25, "operasi"), di_luar_program=True)
    assert list(check_belanja_amounts(rows, [belanja("operasi", 130, 115), part], 2023)) == []
    assert len(list(check_belanja_amounts(rows, [belanja("operasi", 131, 115), part], 2023))) == 1
    assert list(check_belanja_amounts(rows, [modal], 2023)) == []


def test_belanja_that_is_not_known_whole_is_not_compared() -> None:
    rows = [row("7.1", 100, realisasi=90)]
    assert (
        say(check_belanja_amounts(rows, [belanja("operasi", 80, None), belanja("modal", None, 5)], 2023))
        == []
    )
    assert say(check_belanja_amounts([], [belanja("operasi", 80, 1)], 2023)) == []
