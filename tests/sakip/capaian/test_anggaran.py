"""The budget tree: computed sums, remainders, and sums that stay unknown."""

from dataclasses import replace
from decimal import Decimal

from sakip.capaian.anggaran import compute_anggaran
from sakip.capaian.engine import compute
from sakip.capaian.inputs import AnggaranTahun
from sakip.capaian.levels import NOT_DETAILED
from sakip.capaian.results import SerapanLine
from sakip.capaian.values import Keadaan
from tests.sakip.capaian.example_inputs import (
    angka,
    budget_row,
    indikator,
    inputs,
    kebijakan,
    sasaran,
    target,
)


def short(listing: tuple[SerapanLine, ...]) -> list[object]:
    """(tingkat, kode or nama, pagu, anak) of every row."""
    return [(b.tingkat, b.kode or b.nama, b.serapan.pagu, short(b.anak)) for b in listing]


def test_tree_in_order_of_first_appearance_with_computed_sums() -> None:
    result = compute_anggaran(
        [
            budget_row("02", 10, 9, kegiatan="02.1", sub="02.1.1"),
            budget_row("01", 20, 15, kegiatan="01.1", sub="01.1.1"),
            budget_row("02", 30, 20, kegiatan="02.1", sub="02.1.2"),
            budget_row("02", 40, 40, kegiatan="02.2"),
        ],
        (),
    )
    assert short(result.program) == [
        (
            "program",
            "02",
            80,
            [
                (
                    "kegiatan",
                    "02.1",
                    40,
                    [("sub kegiatan", "02.1.1", 10, []), ("sub kegiatan", "02.1.2", 30, [])],
                ),
                ("kegiatan", "02.2", 40, []),
            ],
        ),
        ("program", "01", 20, [("kegiatan", "01.1", 20, [("sub kegiatan", "01.1.1", 20, [])])]),
    ]
    assert result.total.pagu == 100
    assert str(result.total.nilai) == "84.00"
    assert [str(b.proporsi) for b in result.program] == ["80.00", "20.00"]
    assert str(result.program[0].anak[0].proporsi) == "40.00"


def test_remainder_stands_beside_the_rows_that_the_document_lists() -> None:
    result = compute_anggaran(
        [
            budget_row("01", 60, 50, kegiatan="01.1", sub="01.1.1"),
            budget_row("01", 30, 25, kegiatan="01.1", rinci=False),
            budget_row("01", 10, 5, rinci=False, nama_kegiatan="tidak dirinci dalam dokumen"),
        ],
        (),
    )
    (program,) = result.program
    kegiatan, rest = program.anak
    assert (program.serapan.pagu, program.rinci) == (100, True)
    assert (kegiatan.serapan.pagu, kegiatan.rinci) == (90, True)
    assert [(s.nama, s.serapan.pagu, s.rinci) for s in kegiatan.anak] == [
        ("Sub kegiatan 01.1.1", 60, True),
        (NOT_DETAILED, 30, False),
    ]
    assert (rest.tingkat, rest.kode, rest.nama, rest.rinci) == (
        "kegiatan",
        "",
        "tidak dirinci dalam dokumen",
        False,
    )
    assert rest.anak == ()


def test_row_above_detailed_rows_is_never_added_to_them() -> None:
    result = compute_anggaran([budget_row("01", 60, 60), budget_row("01", 40, 36, kegiatan="01.1")], ())
    (program,) = result.program
    assert (program.serapan.pagu, program.serapan.realisasi) == (40, 36)
    assert short(program.anak) == [("kegiatan", "01.1", 40, [])]
    assert (result.total.pagu, str(result.total.nilai)) == (40, "90.00")


def test_remainder_beside_a_row_that_splits_is_a_part() -> None:
    result = compute_anggaran(
        [budget_row("01", 60, 60, rinci=False), budget_row("01", 40, 40, kegiatan="01.1")], ()
    )
    (program,) = result.program
    assert program.serapan.pagu == 100
    assert [(b.nama, b.serapan.pagu) for b in program.anak] == [(NOT_DETAILED, 60), ("Kegiatan 01.1", 40)]


def test_what_is_known_keeps_its_serapan_and_says_of_what() -> None:
    total = compute_anggaran(
        [
            budget_row("01", 10, 9, kegiatan="01.1"),
            budget_row("01", 20, None, kegiatan="01.2"),
            budget_row("02", 30, 18),
            budget_row("03", None, 5),
        ],
        (),
    ).total
    assert (total.pagu, total.realisasi, total.nilai) == (None, None, None)
    assert total.alasan == "pagu 1 dari 4 baris dan realisasi 1 dari 4 baris anggaran belum diisi"
    # (9 + 18) / (10 + 30)
    assert total.sebagian is not None
    assert (total.sebagian.realisasi, total.sebagian.pagu, str(total.sebagian.nilai)) == (27, 40, "67.50")
    assert (total.sebagian.baris, total.sebagian.dari) == (2, 4)


def test_nothing_is_said_of_a_part_where_all_or_nothing_is_known() -> None:
    assert compute_anggaran([budget_row("01", 10, 9), budget_row("02", 10, 9)], ()).total.sebagian is None
    assert (
        compute_anggaran([budget_row("01", 10, None), budget_row("02", None, 9)], ()).total.sebagian is None
    )
    assert compute_anggaran([budget_row("01", 0, 0), budget_row("02", 10, None)], ()).total.sebagian is None


def test_rows_without_codes_are_told_apart_by_their_names() -> None:
    old = [
        budget_row("", 10, 8, nama_kegiatan="Tenaga pendukung"),
        budget_row("", 30, 20, nama_kegiatan="Administrasi rutin"),
    ]
    (program,) = compute_anggaran(old, ()).program
    assert [(b.nama, b.serapan.pagu) for b in program.anak] == [
        ("Tenaga pendukung", 10),
        ("Administrasi rutin", 30),
    ]


def test_unknown_row_makes_every_sum_above_it_unknown_and_counts_itself() -> None:
    result = compute_anggaran(
        [
            budget_row("01", 10, 9, kegiatan="01.1"),
            budget_row("01", 20, None, kegiatan="01.2"),
            budget_row("02", 30, 0),
        ],
        (),
    )
    known, pending = result.program[0].anak
    assert str(known.serapan.nilai) == "90.00"
    assert pending.serapan.alasan == "realisasi anggaran belum diisi"
    program = result.program[0].serapan
    assert (program.pagu, program.realisasi, program.nilai) == (30, None, None)
    assert program.keadaan is Keadaan.BELUM_DIISI
    assert program.alasan == "realisasi 1 dari 2 baris anggaran belum diisi"
    assert result.total.alasan == "realisasi 1 dari 3 baris anggaran belum diisi"
    assert str(result.program[1].serapan.nilai) == "0.00"  # a real zero
    assert str(result.program[0].proporsi) == "50.00"  # the pagu is known all the same


def test_unknown_pagu_leaves_proporsi_unknown_everywhere() -> None:
    result = compute_anggaran([budget_row("01", None, None), budget_row("02", 30, 15)], ())
    assert result.total.alasan == "pagu 1 dari 2 baris dan realisasi 1 dari 2 baris anggaran belum diisi"
    assert [b.proporsi for b in result.program] == [None, None]


def test_no_budget_at_all() -> None:
    result = compute_anggaran((), ())
    assert result.program == ()
    assert (result.total.pagu, result.total.alasan) == (None, "anggaran belum diisi")


def test_earlier_years_in_percentage_points() -> None:
    previous = (
        AnggaranTahun(tahun=2022, pagu=Decimal(3_808_233_369), realisasi=Decimal(3_596_844_312)),
        AnggaranTahun(tahun=2021, pagu=Decimal(100), realisasi=None),
    )
    result = compute_anggaran([budget_row("01", 3_427_455_027, 3_239_088_691)], previous)
    assert [(str(t.serapan.nilai), str(t.selisih)) for t in result.lalu] == [
        ("94.45", "0.05"),
        ("None", "None"),
    ]


def test_program_shared_by_two_sasaran_counts_in_full_for_both() -> None:
    content = [
        sasaran(indikator(target(100), angka(90)), uraian=u, program=p)
        for u, p in (("A", ("01",)), ("B", ("01", "02")))
    ]
    a, b = compute(inputs(*content, anggaran=[budget_row("01", 60, 30), budget_row("02", 40, 40)])).sasaran
    assert (a.anggaran.pagu, str(a.proporsi), str(a.anggaran.nilai)) == (60, "60.00", "50.00")
    assert (b.anggaran.pagu, str(b.proporsi), str(b.anggaran.nilai)) == (100, "100.00", "70.00")


def test_efisiensi_cannot_be_concluded_without_program_or_without_its_budget() -> None:
    content = [
        sasaran(indikator(target(100), angka(90)), uraian="A"),
        sasaran(indikator(target(100), angka(90)), uraian="B", program=("01", "09")),
    ]
    a, b = compute(inputs(*content, anggaran=[budget_row("01", 60, 30)])).sasaran
    assert (a.efisiensi.efisien, a.efisiensi.alasan) == (
        None,
        "program pendukung sasaran belum ditetapkan",
    )
    assert (b.anggaran.pagu, b.proporsi) == (None, None)
    assert (b.efisiensi.efisien, b.efisiensi.alasan) == (None, "anggaran program 09 belum diisi")
    assert str(b.efisiensi.capaian) == "90.00"


def test_efisien_is_decided_on_what_is_shown() -> None:
    # capaian 66,666…; serapan 66,6665 also prints 66,67
    content = sasaran(indikator(target(3), angka(2)), program=("01",))
    rules = replace(kebijakan(), batas_efisien=None)
    for realisasi in (666_665, 666_668):
        anggaran = [budget_row("01", 1_000_000, realisasi)]
        efisiensi = compute(inputs(content, anggaran=anggaran, rules=rules)).sasaran[0].efisiensi
        assert (str(efisiensi.selisih), efisiensi.efisien) == ("0.00", True)
