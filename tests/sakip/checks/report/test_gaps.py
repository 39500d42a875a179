"""What a finished report must not leave empty: sections, triwulan, proof, formulas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sakip.capaian.inputs import Lingkup, Pembanding
from sakip.capaian.values import KeadaanNilai, Nilai
from sakip.checks import Level
from sakip.checks.material import Surroundings
from sakip.entry.findings_panel import place_address
from sakip.snapshot.types import (
    IndikatorTujuan,
    PembandingIndikator,
    Profil,
    Realisasi,
    RealisasiTujuan,
    Snapshot,
    TargetTahun,
)
from tests.reports.lkip.naskah_material import (
    anggaran_row,
    angka,
    filled,
    indikator,
    not_available,
    persen,
    pk,
    realisasi,
)
from tests.sakip.checks.report.material import (
    RENSTRA,
    findings,
    found,
    iku,
    iku_row,
    rkt,
    text,
    with_sasaran_changed,
    year,
)
from tests.table_tests import each_row

EMPTY = Nilai(keadaan=KeadaanNilai.BELUM_DIISI)
PROFIL = Profil(
    dasar_hukum=(),
    kedudukan=(),
    tugas=("Mengoordinasikan pemerintahan umum",),
    fungsi=(),
    batas_utara="",
    batas_timur="",
    batas_selatan="",
    batas_barat="",
    luas_km2=None,
    penduduk=None,
    penduduk_laki_laki=None,
    penduduk_perempuan=None,
    fakta=(),
    isu_strategis=("Kesadaran warga masih rendah",),
)


def whole(**change: Any) -> Snapshot:
    """A year whose report has something to print in every BAB."""
    content: dict[str, Any] = {
        "profil": PROFIL,
        "realisasi": (realisasi("ikm", 2023, filled("80")), realisasi("trantib", 2023, filled("100"))),
        "anggaran": (anggaran_row(("7.01.01", "Program Penunjang"), 10, 9),),
        "rkt": rkt(),
        "iku": iku(),
    }
    return year(**(content | change))


@each_row(
    ("change", "said"),
    [
        ({}, []),
        (
            {"profil": replace(PROFIL, tugas=())},
            ["BAB I: Belum memuat kedudukan, tugas, dan fungsi kecamatan."],
        ),
        (
            {"profil": replace(PROFIL, isu_strategis=())},
            ["BAB I: Belum memuat isu strategis (permasalahan utama)."],
        ),
        (
            {"renstra": (), "pk": ()},
            ["BAB II: Belum memuat Renstra.", "BAB II: Belum memuat Perjanjian Kinerja."],
        ),
        ({"rkt": None}, ["BAB II: Belum memuat Rencana Kinerja Tahunan."]),
        ({"iku": None}, ["Lampiran: Belum memuat keputusan IKU."]),
        ({"pk": ()}, ["BAB II: Belum memuat Perjanjian Kinerja."]),
        (
            {"realisasi": (realisasi("ikm", 2022, filled("80")),)},
            ["BAB III A: Belum memuat realisasi kinerja."],
        ),
        (
            {"anggaran": (anggaran_row(("7.01.01", "Program Penunjang"), 10, None),)},
            ["BAB III B: Belum memuat realisasi anggaran."],
        ),
    ],
)
def test_a_section_that_has_nothing_to_print_is_found(change: dict[str, Any], said: list[str]) -> None:
    sentences = [f"{one} Isi sebelum laporan diajukan." for one in said]
    assert found("bagian-terisi", whole(**change), text("langkah")) == sentences


def test_a_report_that_says_nothing_of_the_future_is_found() -> None:
    (one,) = findings("bagian-terisi", whole(), text("kendala"))
    assert one.message.startswith("Belum memuat langkah perbaikan di masa mendatang.")
    assert one.place.key == (("bagian", "langkah"), ("kunci", ""))


def by_triwulan(*values: Nilai, tahunan: Nilai = EMPTY) -> Realisasi:
    return replace(realisasi("ikm", 2023, tahunan), triwulan=values)


def on(month: int, tahun: int = 2023) -> Surroundings:
    return Surroundings(signed=date(tahun, month, 1))


@pytest.mark.parametrize(
    ("row", "today", "said"),
    [
        (by_triwulan(filled("20"), EMPTY, EMPTY, EMPTY), on(7), "triwulan II"),
        (by_triwulan(EMPTY, filled("40"), EMPTY, EMPTY), on(1, 2024), "triwulan I, III, dan IV"),
        (by_triwulan(EMPTY, EMPTY, EMPTY, EMPTY), on(2, 2024), "2023"),
        (realisasi("ikm", 2023, EMPTY), on(2, 2024), "2023"),
    ],
)
def test_what_has_passed_and_is_empty_is_found(row: Realisasi, today: Surroundings, said: str) -> None:
    content = whole(pk=(pk(2023, RENSTRA, {"ikm": angka("80")}),), realisasi=(row,))
    assert found("realisasi-terisi", content, around=today) == [
        f"Indikator IKM: Realisasi {said} belum diisi. Isi, atau nyatakan tidak tersedia beserta alasannya."
    ]


@each_row(
    ("row", "today"),
    [
        (by_triwulan(filled("20"), EMPTY, EMPTY, EMPTY), on(6)),  # triwulan II still runs
        (by_triwulan(filled("20"), not_available("tidak ada survei"), EMPTY, EMPTY), on(9)),
        (by_triwulan(EMPTY, EMPTY, EMPTY, EMPTY, tahunan=filled("80")), on(2, 2024)),  # measured by the year
        (realisasi("ikm", 2023, EMPTY), on(11)),
        (realisasi("ikm", 2023, filled("80")), on(2, 2024)),
    ],
)
def test_what_goes_on_or_is_measured_stays_silent(row: Realisasi, today: Surroundings) -> None:
    content = whole(pk=(pk(2023, RENSTRA, {"ikm": angka("80")}),), realisasi=(row,))
    assert found("realisasi-terisi", content, around=today) == []


def test_an_indikator_without_a_row_is_found_when_the_year_is_over() -> None:
    content = whole(realisasi=(realisasi("trantib", 2023, filled("100")),))
    assert [one.split(":")[0] for one in found("realisasi-terisi", content)] == ["Indikator IKM"]
    assert found("realisasi-terisi", whole(realisasi=())) == []  # the whole section is told to be empty


def with_indikator_tujuan(**recorded: Nilai) -> Snapshot:
    """The Renstra aims at IPP 76 and, in other years alone, at fewer poor; with what was recorded of IPP by year."""
    aims = (
        IndikatorTujuan(
            nama="IPP", satuan="Indeks", target=(TargetTahun(tahun=2023, target=angka("76")),), pk=7
        ),
        IndikatorTujuan(nama="Kemiskinan", satuan="%", target=(TargetTahun(tahun=2026, target=persen("9")),)),
    )
    plan = replace(RENSTRA, tujuan=(replace(RENSTRA.tujuan[0], indikator=aims),))
    rows = (
        RealisasiTujuan(
            kunci_tujuan="t1", indikator="IPP", tahun=int(key[1:]), nilai=nilai, catatan="", sumber=""
        )
        for key, nilai in recorded.items()
    )
    return whole(renstra=(plan,), realisasi_tujuan=tuple(rows))


def test_a_tujuan_that_nobody_measured_is_found_and_leads_to_where_it_is_filled_in() -> None:
    for content in (with_indikator_tujuan(), with_indikator_tujuan(t2022=filled("75"))):
        (told,) = findings("realisasi-tujuan-terisi", content)
        assert str(told) == (
            "Indikator tujuan IPP: Renstra menargetkan 76, realisasi 2023 belum diisi. Isi, atau nyatakan tidak"
            " tersedia beserta alasannya."
        )
        address = "/kecamatan/jombang/2023/isi/realisasi-tujuan/baru/?induk=7"
        assert place_address(told.place, "jombang", 2023) == address


def test_a_tujuan_is_silent_once_it_is_measured_or_said_to_be_unavailable_and_while_the_year_runs() -> None:
    for value in (filled("77"), not_available("tidak ada survei")):
        assert found("realisasi-tujuan-terisi", with_indikator_tujuan(t2023=value)) == []
    assert found("realisasi-tujuan-terisi", with_indikator_tujuan(), around=on(12)) == []
    unmeasured = replace(with_indikator_tujuan(), realisasi=())
    assert found("realisasi-tujuan-terisi", unmeasured) == []  # the whole section is told to be empty


def test_a_dash_is_no_reason_and_no_name() -> None:
    row = realisasi("ikm", 2023, not_available("-"))
    assert found("isian-bermakna", whole(realisasi=(row,))) == [
        "Indikator IKM, realisasi 2023: “-” bukan alasan. Tulis alasannya."
    ]
    dashed = with_sasaran_changed(RENSTRA, "s1", uraian="\u2013")
    assert [one.split(": ", 1)[1] for one in found("isian-bermakna", whole(renstra=(dashed,)))] == [
        "“\u2013” bukan isi. Isi, atau hapus."
    ]
    assert (
        found("isian-bermakna", whole(realisasi=(replace(row, tahunan=not_available("Tidak disurvei")),)))
        == []
    )
    compared = Pembanding(lingkup=Lingkup.KABUPATEN, tahun=2023, nilai=not_available("..."), sumber="")
    beside = whole(pembanding=(PembandingIndikator(kunci_indikator="ikm", nilai=(compared,)),))
    assert found("isian-bermakna", beside) == [
        "Indikator IKM, pembanding kabupaten: “...” bukan alasan. Tulis alasannya."
    ]
    # What a formula lacks is asked of the formula; a remark may be none.
    content = whole(
        iku=iku(iku_row("ikm", "IKM", sumber_data="-")),
        realisasi=(replace(row, tahunan=filled("80"), catatan="-"),),
    )
    assert found("isian-bermakna", content) == []


def test_an_item_of_a_list_stands_once() -> None:
    twice = replace(PROFIL, isu_strategis=("Jalan rusak", "Warga abai", "jalan  rusak."))
    assert found("butir-ganda", whole(profil=twice)) == [
        "Profil: “jalan  rusak.” tercatat dua kali dalam daftar yang sama. Hapus salah satunya."
    ]
    shared = with_sasaran_changed(RENSTRA, "s1", strategi=("Melatih petugas",))
    shared = with_sasaran_changed(shared, "s2", strategi=("Melatih petugas",))
    assert found("butir-ganda", whole(renstra=(shared,))) == []  # of two sasaran, each its own list


@pytest.mark.parametrize(
    ("proven", "said"),
    [
        ((), ["Realisasi 2023"]),
        ((1,), ["Realisasi triwulan II"]),
        ((1, 2), []),
        ((0,), []),
    ],
)
def test_values_without_proof_are_one_line_that_asks_for_no_answer(proven: Any, said: list[str]) -> None:
    row = by_triwulan(filled("20"), filled("40"), EMPTY, EMPTY)
    content = whole(pk=(pk(2023, RENSTRA, {"ikm": angka("80")}),), realisasi=(row,))
    around = Surroundings(with_bukti=frozenset(("ikm", 2023, n) for n in proven))
    told = findings("realisasi-berbukti", content, around=around)
    assert [one.message for one in told] == [
        f"{one} belum disertai bukti dukung. Unggah buktinya bila ada." for one in said
    ]
    assert all(one.level is Level.INFO for one in told)


def test_what_has_no_value_needs_no_proof() -> None:
    content = whole(realisasi=(realisasi("ikm", 2023, not_available("tidak ada survei")),))
    assert found("realisasi-berbukti", content) == []


SAME = "Pembilang dan penyebut sama: “Jumlah laporan, masuk”. Perbaiki salah satunya."


@pytest.mark.parametrize(
    ("penyebut", "said"),
    [
        ("jumlah  laporan masuk.", [f"SK IKU, Laporan: {SAME}"]),
        ("Jumlah laporan selesai", []),
        ("", []),
    ],
)
def test_a_fraction_of_the_same_is_found_however_it_is_written(penyebut: str, said: list[str]) -> None:
    row = iku_row("", "Laporan", pembilang="Jumlah laporan, masuk", penyebut=penyebut)
    assert found("pembilang-bukan-penyebut", year(iku=iku(row))) == said


@each_row(
    ("formulasi", "same"),
    [
        ("Jumlah laporan masuk / jumlah laporan masuk x 100%", True),
        ("(Jumlah laporan masuk ÷ Jumlah laporan masuk) × 100 persen.", True),
        ("Jumlah laporan masuk dibagi jumlah laporan masuk", True),
        ("Jumlah laporan selesai / jumlah laporan masuk x 100%", False),
        ("Jumlah laporan dan/atau aduan", False),
        ("Nilai rata-rata / unsur / responden", False),
    ],
)
def test_a_fraction_in_one_line_is_read_as_one(formulasi: str, same: bool) -> None:
    row = iku_row("", "Laporan", pembilang="", penyebut="", formulasi=formulasi)
    assert bool(found("pembilang-bukan-penyebut", year(iku=iku(row)))) is same


def test_a_fraction_of_the_renstra_is_judged_as_well() -> None:
    own = replace(indikator("trantib", "Laporan"), pembilang="Laporan", penyebut="laporan")
    content = year(renstra=(with_sasaran_changed(RENSTRA, "s2", indikator=(own,)),))
    (one,) = findings("pembilang-bukan-penyebut", content)
    assert (one.level, one.place.kind, one.place.column) == (Level.GALAT, "indikator", "penyebut")


@each_row(
    ("change", "lacks"),
    [
        ({}, ""),
        ({"sumber_data": ""}, "sumber data"),
        ({"sumber_data": "-", "penanggung_jawab": ("\u2013",)}, "penanggung jawab dan sumber data"),
        ({"penanggung_jawab": (), "sumber_data": ""}, "penanggung jawab dan sumber data"),
        ({"pembilang": "", "penyebut": ""}, "formulasi"),
        ({"pembilang": "", "penyebut": "", "formulasi": "Nilai indeks × 25"}, ""),
        ({"pembilang": "", "penyebut": "", "penjelasan": ("Hasil survei",)}, ""),
    ],
)
def test_an_iku_says_how_it_is_measured(change: dict[str, Any], lacks: str) -> None:
    said = [f"SK IKU, Laporan: Belum memuat {lacks}. Lengkapi."] if lacks else []
    assert found("iku-berumus", year(iku=iku(iku_row("", "Laporan", **change)))) == said


def test_without_a_decree_the_iku_of_the_renstra_are_judged() -> None:
    assert len(found("iku-berumus", year())) == len(["ikm", "ipp", "trantib"])
    other = with_sasaran_changed(RENSTRA, "s1", indikator=(replace(indikator("ikm", "IKM"), iku=False),))
    assert [one.split(":")[0] for one in found("iku-berumus", year(renstra=(other,)))] == [
        "Renstra 2021–2026, indikator Persentase laporan selesai"
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), ["IPP"]),
        ((realisasi("ipp", 2023, not_available("IPP 2023 belum terbit")),), []),
        ((realisasi("ipp", 2023, filled("4")),), []),
        ((realisasi("ipp", 2022, not_available("Belum terbit")),), ["IPP"]),
    ],
)
def test_what_the_pk_leaves_out_says_why_it_is_not_measured(
    rows: tuple[Realisasi, ...], said: list[str]
) -> None:
    assert found("tidak-diukur-beralasan", year(realisasi=rows)) == [
        f"Indikator {one}, realisasi 2023: Tidak diukur tanpa alasan: {one}. Isi keadaan Tidak tersedia beserta "
        "alasannya."
        for one in said
    ]
