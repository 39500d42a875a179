"""What is asked of a kecamatan, at the page on which it is done."""

from __future__ import annotations

from typing import Any

from django.template import Context, Library
from django.utils import timezone

from reports.asking.read import asked_at, show_asked

register = Library()


@register.inclusion_tag("reports/asking/_here.html", takes_context=True)
def asked_here(context: Context) -> dict[str, Any]:
    """What is asked about the document of this page, and not done with (1 query)."""
    here = context["here"]
    rows = asked_at(here.kecamatan, here.tahun, context["active"]) if here.reads_all else []
    return {
        "asked": show_asked(rows, here.pengguna, timezone.localdate()),
        "kecamatan": here.kecamatan,
    }
