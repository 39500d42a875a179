"""A scale whose letters are words of up to twenty characters: at every door, in the engine and in the document."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kecamatan.models import Kecamatan
from reports.docx import render_docx
from reports.publish.assemble import build_dokumen, build_draft, read_media
from reports.workbook.exchange import workbook_export, workbook_import
from sakip.entry.fields import RECORDED, TARGET
from sakip.entry.judge import judge
from sakip.models import BarisPK, Indikator, KategoriSkala, Realisasi, Skala, TargetRenstra
from tests.reports.docx.read_docx import W, docx_body, table_rows
from tests.workbook_edits import edited, row_with, write

#: What a word stands for is decided by its scale, once that has been read; its length, test_constraints tests on both.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

GRADES = ("Sangat Baik", "Baik", "Cukup", "Kurang")
LONGEST = "Melampaui Harapan II"
"""Twenty characters, which is what a letter may have."""


@pytest.fixture
def worded(mini: Kecamatan) -> Indikator:
    """The indikator of letters of ``mini``, on a scale of words."""
    scale = Skala.objects.create(kode="mutu", nama="Mutu", dasar="Contoh", untuk="huruf")
    for code, bound in zip((LONGEST, *GRADES), (90, 80, 70, 60, None), strict=True):
        KategoriSkala.objects.create(
            skala=scale,
            kode=code,
            label=code,
            batas=None if bound is None else Decimal(bound),
            tertutup=bound is not None,
            rentang_cetak="selebihnya" if bound is None else f"≥ {bound}",
        )
    indikator = Indikator.objects.get(kunci="sakip")
    Indikator.objects.filter(pk=indikator.pk).update(skala=scale)
    for model in (BarisPK, TargetRenstra):
        key = "acuan_indikator" if model is BarisPK else "indikator"
        model.objects.filter(**{key: indikator}).update(huruf="Sangat Baik")
    return Indikator.objects.select_related("skala").get(pk=indikator.pk)


def row(indikator: Indikator, text: str, printed: str = "") -> Realisasi:
    return Realisasi(indikator=indikator, tahun=2023, triwulan=0, cetak=printed, **RECORDED.parse(text))


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        *((grade, grade) for grade in (LONGEST, *GRADES)),
        ("sangat  baik", "Sangat Baik"),
        ("BAIK", "Baik"),
        ("Sangat Baik (85)", "Sangat Baik"),
    ],
)
def test_a_word_is_a_letter_of_its_scale(worded: Indikator, text: str, letter: str) -> None:
    typed = row(worded, text)
    assert judge(typed) == []
    typed.full_clean(exclude=["indikator"])
    assert typed.huruf == letter
    assert TARGET.parse(letter)["huruf"] == letter


@pytest.mark.parametrize(
    ("printed", "said"), [("Sangat Baik", True), ("sangat baik (85)", True), ("Baik", False)]
)
def test_the_printed_form_says_the_whole_word(worded: Indikator, printed: str, said: bool) -> None:
    """ "Sangat Baik" does not say "Baik", which is a letter too."""
    problems = [p.message for p in judge(row(worded, "Sangat Baik", printed))]
    assert problems == (
        []
        if said
        else ['Tercetak "Baik", padahal nilainya Sangat Baik. Sesuaikan bentuk cetaknya, atau kosongkan.']
    )


def test_words_around_a_letter_name_only_that_letter(worded: Indikator) -> None:
    (problem,) = judge(row(worded, "SKM bernilai sangat baik (>80)"))
    assert "Maksud Anda Sangat Baik? Tulis Sangat Baik, lalu tulis" in problem.message


def test_sangat_baik_against_baik_is_75_in_workbook_and_document(mini: Kecamatan, worded: Indikator) -> None:
    """Ranks 4 of 5 and 3 of 5 from below: 3 ÷ 4 × 100 = 75,00."""
    book = workbook_export(kecamatan=mini, tahun=2023)
    place = row_with(book, "Realisasi", Kunci_indikator="sakip", Tahun=2023, Triwulan="Setahun")
    changed = edited(
        book,
        write("Realisasi", place, "Keadaan", "Terisi"),
        write("Realisasi", place, "Realisasi", "Baik"),
        write("Realisasi", place, "Alasan tidak tersedia", None),
    )
    assert workbook_import(content=changed, nama="x.xlsx", apply_changes=True, kabupaten=True).errors == []
    assert Realisasi.objects.get(indikator=worded, tahun=2023).huruf == "Baik"
    again = workbook_export(kecamatan=mini, tahun=2023)
    assert workbook_import(content=again, nama="x.xlsx", kabupaten=True).changes == []
    naskah = build_draft(kecamatan=mini, tahun=2023)
    assert naskah.results is not None
    (measured,) = (i for s in naskah.results.sasaran for i in s.indikator if i.kunci == "sakip")
    assert measured.capaian.nilai == Decimal(75)
    document = build_dokumen(naskah, "lkip")
    body = docx_body(render_docx(document, naskah.pengaturan, media=read_media(document)))
    lines = [line for table in body.iter(f"{W}tbl") for line in table_rows(table)]
    assert any({"Sangat Baik", "Baik"} <= set(line) and "75,00" in " ".join(line) for line in lines)
