"""What was found in a paper as commands and pages hand it out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reports.examine.base import PaperFinding, Seen


def finding_to_dict(finding: PaperFinding) -> dict[str, Any]:
    """A finding with the keys of ``reviu --format json``; ``kutipan`` is what stands there, ``tempat`` are all places.

    A file has no page on the site, so ``tautan`` is empty.
    """
    return {
        "aturan": finding.rule,
        "kode": finding.code,
        "tingkat": finding.level.value,
        "lokasi": finding.seen[0].at.words if finding.seen else "",
        "pesan": finding.message,
        "tercatat": finding.recorded,
        "seharusnya": finding.expected,
        "tautan": "",
        "kutipan": finding.quotation,
        "tempat": [place_to_dict(one) for one in finding.seen],
    }


def place_to_dict(seen: Seen) -> Mapping[str, Any]:
    """A place: its page (0 where the file tells none), its line, and what stands there."""
    return {
        "lokasi": seen.at.words,
        "halaman": seen.at.page,
        "baris": seen.at.line,
        "kutipan": seen.quotation,
    }
