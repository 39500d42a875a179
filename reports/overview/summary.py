"""The first page: the whole ikhtisar in a few paragraphs, every number that of the parts behind it. Pure."""

from __future__ import annotations

from reports.document.tree import Bold, ParagraphBlock, Part
from reports.overview.budget import serapan_text
from reports.overview.capaian import mean_text
from reports.overview.causes import ends_text
from reports.overview.coverage import coverage_text, missing_text
from reports.overview.facts import Overview
from reports.overview.findings import findings_text
from reports.overview.timeliness import lkip_text
from reports.prose.language import paragraph


def summary_part(overview: Overview) -> Part:
    """One paragraph of each part, under its name."""
    texts = (
        ("Keadaan data", coverage_text(overview)),
        ("Capaian kinerja", paragraph(mean_text(overview), ends_text(overview))),
        ("Anggaran", serapan_text(overview)),
        ("Ketepatan waktu", lkip_text(overview)),
        ("Temuan reviu", findings_text(overview)),
        ("Kelengkapan", missing_text(overview)),
    )
    return Part(
        key="ringkasan",
        title="Ringkasan",
        level=1,
        content=tuple(
            block
            for title, text in texts
            for block in (
                ParagraphBlock(content=(Bold(title),), style="rapat"),
                ParagraphBlock(content=text),
            )
        ),
    )
