"""Findings as commands hand them out."""

from __future__ import annotations

from typing import Any

from reports.forms import kinds  # noqa: F401  # registers every kind of row of a report
from reports.review.place import location
from sakip.checks import Finding
from sakip.entry.findings_panel import place_address
from sakip.records import forms  # noqa: F401  # registers every other kind of row


def finding_to_dict(finding: Finding, slug: str, tahun: int) -> dict[str, Any]:
    """A finding as JSON has it: rule, level, location, message, what is recorded, what it should be, the link."""
    return {
        "aturan": finding.rule,
        "kode": finding.code,
        "tingkat": finding.level.value,
        "lokasi": location(finding.place),
        "pesan": finding.message,
        "tercatat": finding.recorded,
        "seharusnya": finding.expected,
        "tautan": place_address(finding.place, slug, tahun),
    }
