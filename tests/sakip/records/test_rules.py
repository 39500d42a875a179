"""What the rules of each record say of one row: nothing, or the sentence and the column that it is said beside."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from typing import Any

import pytest
from django.db.models import Model

from kecamatan.models import FaktaProfil, Kecamatan, KomposisiSDM, Pangkat, ProfilKecamatan
from sakip.entry import judge as judging
from sakip.entry.form import Scope
from sakip.entry.judge import Problem, judge
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.number_kinds import TypedNumber
from sakip.models import (
    BarisPK,
    BarisRencanaAksi,
    Indikator,
    IndikatorBarisRKT,
    IndikatorTujuan,
    KategoriSkala,
    KegiatanRencanaAksi,
    Keluaran,
    PembandingIndikator,
    Realisasi,
    SasaranRKT,
    Skala,
    TargetRenstra,
    TargetTriwulan,
    TargetTujuan,
    TindakLanjut,
)
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from sakip.text.numbers import parse_number
from tests.factory import make
from tests.table_tests import each_row

PERSEN = Indikator(nama="Desa tepat waktu", satuan="%")
DOKUMEN = Indikator(nama="Laporan", satuan="dokumen")
GRADED = '"Baik" bukan angka. Indikator ini diukur dengan angka (%). Bila dinilai dengan huruf, ubah dahulu Jenis nilai'
NEGATIVE = '"-1" negatif, sedangkan dokumen tidak mungkin negatif. Tulis 0 atau lebih.'


def said(row: Model) -> list[tuple[str, str]]:
    return [(problem.column, problem.message) for problem in judge(row)]


# -- each record asks ------------------------------------------------------------------------------

#: A row of each kind with a target or a value of an indikator in percent, and the column beside which it is said.
MEASURED: tuple[tuple[type[Model], dict[str, Any], str], ...] = (
    (TargetRenstra, {"indikator": PERSEN}, "target"),
    (SasaranRKT, {"acuan_indikator": PERSEN}, "target"),
    (BarisPK, {"acuan_indikator": PERSEN}, "target"),
    (TargetTriwulan, {"baris": BarisRencanaAksi(acuan_indikator=PERSEN)}, "target"),
    (Realisasi, {"indikator": PERSEN, "triwulan": 0}, "nilai"),
    (PembandingIndikator, {"indikator": PERSEN}, "nilai"),
)


@each_row(("model", "columns", "beside"), MEASURED, ids=lambda v: getattr(v, "__name__", ""))
def test_a_target_or_a_value_is_of_the_kind_of_its_indikator(
    model: type[Model], columns: dict[str, Any], beside: str
) -> None:
    assert said(model(**columns, angka=D(80))) == []
    ((column, message),) = said(model(**columns, huruf="Baik"))
    assert (column, message[: len(GRADED)]) == (beside, GRADED)
    (problem,) = said(model(**columns, angka=D(80), cetak="85%"))
    assert problem == (
        "cetak",
        'Tercetak "85%", padahal nilainya 80. Sesuaikan bentuk cetaknya, atau kosongkan.',
    )


@pytest.mark.parametrize(
    "row",
    [
        BarisPK(acuan_indikator=PERSEN, satuan="dokumen", angka=D(-1)),
        SasaranRKT(acuan_indikator=PERSEN, satuan="dokumen", angka=D(-1)),
        TargetTriwulan(baris=BarisRencanaAksi(acuan_indikator=PERSEN, satuan="dokumen"), angka=D(-1)),
    ],
    ids=lambda row: type(row).__name__,
)
def test_the_unit_of_the_row_itself_counts(row: Model) -> None:
    assert said(row) == [("target", NEGATIVE)]


@pytest.mark.django_db
def test_a_target_of_a_tujuan_is_of_the_kind_of_its_indikator() -> None:
    akip = make(Skala, kode="akip", nama="Nilai AKIP")
    make(KategoriSkala, kode="BB", label="Sangat Baik", skala=akip)
    make(KategoriSkala, kode="Baik", label="Baik", skala=make(Skala, kode="lain"))
    letters = IndikatorTujuan(nama="Nilai SAKIP kecamatan", jenis_nilai="huruf", rumus="predikat", skala=akip)
    row = TargetTujuan(indikator=letters, huruf="sangat baik")
    assert (said(row), row.huruf) == ([], "BB")
    assert said(TargetTujuan(indikator=letters, huruf="Baik")) == [
        ("target", '"Baik" tidak ada pada skala "Nilai AKIP". Tulis BB, atau angkanya.')
    ]
    numbers = IndikatorTujuan(nama="Jumlah dokumen", satuan="dokumen")
    ((field, message),) = said(TargetTujuan(indikator=numbers, huruf="BB"))
    assert (field, message[:64]) == (
        "target",
        '"BB" bukan angka. Indikator ini diukur dengan angka (dokumen). B',
    )
    assert said(TargetTujuan(indikator=numbers, angka=D(-1))) == [("target", NEGATIVE)]


# -- keluaran --------------------------------------------------------------------------------------


def test_amounts_of_an_output_suit_its_unit_and_their_printed_form() -> None:
    assert said(Keluaran(satuan="dokumen", target=D(12), target_cetak="12 dokumen", realisasi=D(0))) == []
    assert said(Keluaran(satuan="dokumen", target=D(-1), target_cetak="7", realisasi=D(-1))) == [
        ("target", NEGATIVE),
        ("realisasi", NEGATIVE),
    ]
    assert said(
        Keluaran(
            satuan="dokumen", target=D(12), target_cetak="13", realisasi=D(11), realisasi_cetak="10 dokumen"
        )
    ) == [
        (
            "target_cetak",
            'Tercetak "13", padahal nilainya 12. Sesuaikan bentuk cetaknya, atau kosongkan.',
        ),
        (
            "realisasi_cetak",
            'Tercetak "10 dokumen", padahal nilainya 11. Sesuaikan bentuk cetaknya, atau kosongkan.',
        ),
    ]


def test_an_index_may_have_fallen_but_nobody_aims_below_zero() -> None:
    """A rise in percent may be a fall; a target of one is a slip."""
    assert said(Keluaran(satuan="%", realisasi=D(-2))) == []
    assert said(Keluaran(satuan="%", target=D(-2))) == [
        ("target", '"-2" negatif, sedangkan % tidak mungkin negatif. Tulis 0 atau lebih.')
    ]


# -- realisasi -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("irama", "refused"),
    [("", {}), ("24", {1: "I", 3: "III"}), ("4", {1: "I", 2: "II", 3: "III"})],
)
def test_a_triwulan_has_a_value_only_where_it_is_measured(irama: str, refused: dict[int, str]) -> None:
    indikator = Indikator(nama="SKM", satuan="indeks", irama=irama)
    named = {"24": "triwulan II dan IV", "4": "triwulan IV"}.get(irama, "")
    for triwulan in range(5):  # 0 is the year as a whole
        expected = []
        if triwulan in refused:
            expected = [
                (
                    "nilai",
                    f"Triwulan {refused[triwulan]} tidak diukur: indikator ini diukur pada {named}."
                    " Kosongkan, atau ubah triwulan pengukurannya pada Renstra.",
                )
            ]
        assert said(Realisasi(indikator=indikator, triwulan=triwulan, angka=D(80))) == expected


# -- renstra ---------------------------------------------------------------------------------------

ANGKA = (
    'Untuk jenis nilai Angka, pilih "Semakin tinggi semakin baik", "Semakin rendah semakin baik",'
    ' atau "Semakin rendah semakin baik (target ÷ realisasi)".'
)


@each_row(
    ("kind", "rumus", "scale", "expected"),
    [
        ("angka", "positif", None, []),
        ("angka", "negatif-bagi", None, []),
        ("angka", "predikat", None, [("rumus", ANGKA)]),
        ("rentang", "rentang", None, []),
        ("huruf", "predikat", 1, []),
        ("huruf", "predikat", None, [("skala", "Pilih skala hurufnya.")]),
        ("huruf", "positif", 1, [("rumus", 'Untuk jenis nilai Huruf, pilih "Huruf pada skala".')]),
    ],
)
def test_the_rumus_suits_the_kind_of_value(
    kind: str, rumus: str, scale: int | None, expected: list[tuple[str, str]]
) -> None:
    assert said(Indikator(nama="SKM", jenis_nilai=kind, rumus=rumus, skala_id=scale)) == expected


@pytest.mark.parametrize(
    ("way", "refused"), [("terakhir", False), ("diketahui", False), ("rata-rata", True), ("jumlah", True)]
)
def test_letters_are_not_added_up(way: str, refused: bool) -> None:
    ways = "“Nilai triwulan terakhir” atau “Nilai terakhir yang diketahui”"
    words = f"Huruf tidak dijumlah dan tidak dirata-rata. Pilih {ways}."
    row = Indikator(nama="SKM", jenis_nilai="huruf", rumus="predikat", skala_id=1, akumulasi=way)
    assert said(row) == ([("akumulasi", words)] if refused else [])


def _read(text: str) -> TypedNumber:
    return TypedNumber.read(parse_number(text), text)


@each_row(
    ("row", "column"),
    [
        (ProfilKecamatan(luas_km2=_read("61.125")), "luas_km2"),
        (FaktaProfil(nilai=_read("61.125"), satuan="%"), "nilai"),
        (KegiatanRencanaAksi(triwulan_2=_read("61.125"), satuan="indeks"), "triwulan_2"),
        (IndikatorBarisRKT(target="61.125", satuan="%"), "target"),
        (Keluaran(realisasi=_read("61.125"), satuan="nilai"), "realisasi"),
    ],
    ids=lambda v: type(v).__name__ if isinstance(v, Model) else "",
)
def test_a_dot_before_three_digits_is_asked_about_where_thousands_cannot_be_meant(
    row: Model, column: str
) -> None:
    assert said(row) == [
        (
            column,
            '"61.125" meragukan: titik hanya memisahkan ribuan, koma memisahkan desimal. Tulis 61,125 atau 61125, mana'
            " yang dimaksud.",
        )
    ]


@each_row(
    "row",
    [
        FaktaProfil(nilai=_read("61.125"), satuan="orang"),
        FaktaProfil(nilai=_read("61.125")),  # a count of anything
        KegiatanRencanaAksi(triwulan_2=_read("61.125")),
        IndikatorBarisRKT(target="13.000", satuan="dokumen"),
        IndikatorBarisRKT(target="13.000"),
    ],
)
def test_a_dot_groups_thousands_of_what_is_counted(row: Model) -> None:
    assert said(row) == []


# -- rkt -------------------------------------------------------------------------------------------


@each_row("text", ["", "12", "12,5", "Rp. 1.000.000,-", "-5", "98,5 %", "selesai", "12 "])
def test_a_printed_target_that_reads_is_kept(text: str) -> None:
    assert said(IndikatorBarisRKT(target=text)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("211.100.00", '"211.100.00" meragukan: '),
        ("Rp1.00", '"Rp1.00" meragukan: '),
        ("12 dokumen", '"12 dokumen" memuat satuan. Tulis 12, dan "dokumen" pada Satuan.'),
        (
            "1.200 orang/bulan ",
            '"1.200 orang/bulan" memuat satuan. Tulis 1.200, dan "orang/bulan" pada Satuan.',
        ),
    ],
)
def test_a_printed_target_that_is_a_figure_reads_as_one(text: str, message: str) -> None:
    ((column, found),) = said(IndikatorBarisRKT(target=text))
    assert (column, found[: len(message)]) == ("target", message)


# -- people ----------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_column_of_golongan_holds_a_golongan() -> None:
    make(Pangkat, golongan="IV/b", pangkat="Pembina Tingkat I", urut=14)
    for golongan in ("", "IV/b", "III", "Honorer"):
        assert said(KomposisiSDM(golongan=golongan)) == []
    assert said(KomposisiSDM(golongan="Pembina TK I")) == [
        ("golongan", '"Pembina TK I" adalah pangkat, bukan golongan. Tulis IV/b.')
    ]
    assert said(KomposisiSDM(golongan="IVb")) == [("golongan", '"IVb" bukan golongan. Tulis IV/b.')]
    for text in ("Gol. IV/b", "golongan ruang IV b", "4/b"):
        assert said(KomposisiSDM(golongan=text)) == [("golongan", f'"{text}" bukan golongan. Tulis IV/b.')]
    assert said(KomposisiSDM(golongan="IV/b - Pembina Tk. 1")) == [
        ("golongan", '"IV/b - Pembina Tk. 1" adalah pangkat, bukan golongan. Tulis IV/b.')
    ]
    assert said(KomposisiSDM(golongan="PPPK IX")) == []


@pytest.mark.parametrize("golongan", ["", "IV", "IV/b", "I/a"])
def test_a_golongan_as_written_asks_no_table(golongan: str) -> None:
    """Without the database: most rows have one, and a workbook has many rows."""
    assert said(KomposisiSDM(golongan=golongan)) == []


# -- the judge -------------------------------------------------------------------------------------


def test_rules_are_asked_in_their_order_and_each_says_all_it_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_RULES", {})

    def unit(row: Keluaran) -> list[Problem]:
        row.satuan = row.satuan.strip()
        return [Problem("satuan", "satu"), Problem("", "dua")]

    def settled(row: Keluaran) -> list[Problem]:
        return [Problem("satuan", f"tiga {row.satuan}")]

    assert judging.rule(Keluaran, KomposisiSDM)(unit) is unit
    judging.rule(Keluaran)(settled)
    row = Keluaran(satuan=" kali ")
    assert said(row) == [("satuan", "satu"), ("", "dua"), ("satuan", "tiga kali")]
    assert said(BarisPK()) == []


@pytest.mark.django_db
def test_a_form_says_every_problem_beside_its_field(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = [Problem("uraian", "satu"), Problem("", "dua"), Problem("uraian", "tiga")]
    monkeypatch.setattr(judging, "_RULES", {KomposisiSDM: [lambda _row: problems]})
    form = ROW_KINDS["sdm"].form(
        {"kelompok": "jabatan", "uraian": "Camat", "asn": "1"},
        instance=KomposisiSDM(kecamatan=balung, tahun=2021),
        scope=Scope(kecamatan=balung, tahun=2021, pengguna=None),
    )
    assert form.errors == {"uraian": ["satu", "tiga"], "__all__": ["dua"]}


def test_a_follow_up_is_due_in_the_year_that_missed_the_target_or_later() -> None:
    assert said(TindakLanjut(tahun=2023, batas_waktu=date(2022, 12, 31))) == [
        (
            "batas_waktu",
            "31 Desember 2022 mendahului tahun 2023, yang targetnya ditindaklanjuti. Isi tanggal dalam tahun 2023 atau"
            " sesudahnya.",
        )
    ]
    assert said(TindakLanjut(tahun=2023, batas_waktu=date(2023, 6, 30))) == []
