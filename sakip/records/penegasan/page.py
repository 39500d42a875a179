"""What still has to be made sure of in a year, and what was answered already."""

from __future__ import annotations

from typing import Any

from sakip.entry.findings_panel import show_findings
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace
from sakip.entry.questions import open_questions
from sakip.models import Penegasan


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Open questions, and the answers."""
    return {
        "questions": show_findings(open_questions(here.kecamatan, here.tahun), here),
        "answers": list(here.rows(Penegasan)),
    }


PAGE = EntryPage(code="penegasan", compose=arrange, title="Nilai yang perlu dipastikan")
