"""A report that is edited again and again: each time the bytes are those of one that is made from the beginning."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from django.test import override_settings

from reports.document.tree import Part as Bagian
from reports.html import render_html
from reports.pdf.render import PdfResult, render_pdf
from reports.publish.naskah import PageSettings
from reports.writing.to_document import narrative
from tests.reports.document.example_dokumen import (
    TITLE,
    contoh_dokumen,
    figure,
    media,
    sentence,
    table,
)
from tests.reports.pdf.kept import nothing_kept

#: How many sentences each text has, and how many rows the table after it.
_Report = tuple[tuple[int, int], ...]

BEGUN: _Report = ((3, 4), (4, 14), (2, 5), (5, 19))


def html_of(report: _Report) -> str:
    """One chapter: a section with a text and a table each; the third has a chart, too."""
    whole = contoh_dokumen()
    sections = [
        Bagian(
            key=f"bagian-{n}",
            title=f"Sasaran {n}",
            level=2,
            content=(
                *(narrative(f"<p>{sentence(n, said)}</p><p>{sentence(n + 1, 3)}</p>") if said else ()),
                *([figure("grafik", "Capaian")] if n == 2 else []),
                *([table(f"tabel-{n}", f"Realisasi {n}", column=4, row=rows)] if rows else []),
            ),
        )
        for n, (said, rows) in enumerate(report)
    ]
    chapter = dataclasses.replace(whole.body[1], content=(), children=tuple(sections))
    return render_html(dataclasses.replace(whole, front=(), body=(chapter,), lampiran=()), PageSettings())


def edited() -> Iterator[_Report]:
    """Each text in turn a sentence longer; then rows come and go, a text goes, a table goes, and all is as it was."""
    report = BEGUN
    for n in range(len(report)):
        report = with_one(report, n, said=1)
        yield report
    for n, rows in ((2, 1), (1, -9), (3, -19)):
        report = with_one(report, n, rows=rows)
        yield report
    yield with_one(report, 0, said=-4)
    yield BEGUN


def with_one(report: _Report, n: int, said: int = 0, rows: int = 0) -> _Report:
    before, (one, other), after = report[:n], report[n], report[n + 1 :]
    return (*before, (one + said, other + rows), *after)


def test_after_every_edit_the_bytes_are_those_of_a_report_made_from_the_beginning() -> None:
    with nothing_kept() as folder:
        results = [made(BEGUN), *map(made, edited())]
        last = len(list(folder.iterdir()))
        with override_settings(PDF_PARTS=folder):
            assert made(BEGUN) == results[0] == results[-1]
        assert len(list(folder.iterdir())) == last  # nothing was drawn again
    for result, report in zip(results, [BEGUN, *edited()], strict=True):
        with nothing_kept():
            assert made(report) == result
    assert len({one.content for one in results}) == len(results) - 1
    assert {one.page for one in results} > {results[0].page}


def made(report: _Report) -> PdfResult:
    return render_pdf(html_of(report), title=TITLE, media=media())
