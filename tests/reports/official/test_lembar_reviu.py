"""The lembar reviu: names, dates, counts, and the findings of each level with their answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from kecamatan.models import Kecamatan
from reports.document.tree import Dokumen, ParagraphBlock, TableBlock
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.assemble import build_draft, content_fingerprint
from reports.publish.naskah import ReviewedFinding, ReviewSheet
from reports.review.review import review_year
from reports.review.sheet import draft_of
from tests.reports.lkip.example_naskah import naskah_jombang

KIND = "lembar-reviu"
OPEN = ReviewedFinding(level="Kesalahan", place="RKT", message="Keliru. Perbaiki.", rule="R-sum")
LEFT = replace(
    OPEN, level="Peringatan", alasan="Data BPS belum terbit.", by="Budi Santoso", day=date(2024, 2, 3)
)


def sheet(*findings: ReviewedFinding, by: str = "") -> Dokumen:
    review = ReviewSheet(day=date(2024, 2, 5), submitted_by=by, findings=findings)
    dokumen = DOKUMEN_KINDS[KIND].arrange(replace(naskah_jombang(), review=review))
    assert dokumen is not None
    return dokumen


def blocks(dokumen: Dokumen, kind: type) -> list[Any]:
    return [one for one in dokumen.body[0].content if isinstance(one, kind)]


def test_it_names_the_report_the_day_and_how_much_was_found() -> None:
    (opening,) = blocks(sheet(OPEN, LEFT, replace(LEFT, alasan=""), by="Budi Santoso"), ParagraphBlock)
    assert opening.content == (
        "Laporan Kinerja Kecamatan Jombang Kabupaten Jember Tahun 2023, yang diajukan oleh Budi Santoso, direviu pada"
        " 5 Februari 2024 menurut aturan reviu dan memuat 1 kesalahan dan 2 peringatan, 1 di antaranya dibiarkan"
        " dengan alasan."
    )
    (opening,) = blocks(sheet(), ParagraphBlock)
    assert opening.content.endswith("menurut aturan reviu dan tidak memuat temuan.")


def said(one: Any) -> str:
    """What a cell prints, its lines apart."""
    pieces = [one.content] if isinstance(one.content, str) else one.content
    return "".join(piece if isinstance(piece, str) else " / " for piece in pieces)


def test_each_level_has_its_table_with_the_answers() -> None:
    """Where the LKIP prints it is said by its number; only a peringatan may be left, so only there a reason stands."""
    first, second = blocks(sheet(OPEN, replace(LEFT, section="BAB II B")), TableBlock)
    assert (first.title, second.title) == ("Kesalahan (1)", "Peringatan (1)")
    assert [said(one) for one in first.rows[0].cells] == ["1", "RKT", "Keliru. Perbaiki. / R-sum"]
    _, place, _, reason = second.rows[0].cells
    assert said(place) == "RKT / LKIP BAB II B"
    assert said(reason) == "Data BPS belum terbit / Budi Santoso, 3 Februari 2024"


def test_no_other_document_has_it() -> None:
    assert DOKUMEN_KINDS[KIND].arrange(naskah_jombang()) is None


@pytest.mark.django_db
@pytest.mark.one_engine
def test_it_is_made_of_the_review_as_it_is_now(mini: Kecamatan) -> None:
    naskah = draft_of(kecamatan=mini, tahun=2023, kind=KIND)
    assert naskah.review is not None
    assert naskah.review.day == timezone.localdate()
    found = review_year(kecamatan=mini, tahun=2023).findings
    assert [one.message for one in naskah.review.findings] == [one.message for one in found]
    plain = build_draft(kecamatan=mini, tahun=2023)
    assert content_fingerprint(naskah, KIND) != content_fingerprint(plain, KIND)
    assert draft_of(kecamatan=mini, tahun=2023, kind="lkip").review is None
