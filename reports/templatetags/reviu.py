"""A finding of a review as pages show it, written once: after an edit nearly all are those of before."""

from __future__ import annotations

from functools import lru_cache

from django.template import Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reports.views.review_lines import Line

register = Library()


@register.simple_tag
def temuan(line: Line, short: object = "", under_level: object = "") -> SafeString:
    """The line of a list; ``short`` without its basis, ``under_level`` where its level stands above."""
    return _written(line, line.finding.words, bool(short), bool(under_level))


@lru_cache(maxsize=2000)  # some dozens of each year
def _written(line: Line, words: str, short: bool, under_level: bool) -> SafeString:
    # Two places are one by their key, whatever people call it.
    about = {"one": line, "words": words, "short": short, "under_level": under_level}
    return SafeString(render_to_string("reports/reviu/_line.html", about))
