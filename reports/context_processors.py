"""What every page shows of the documents of a year."""

from __future__ import annotations

from django.http import HttpRequest

from reports.pages import SCREEN_PAGES


def navigation(request: HttpRequest) -> dict[str, object]:
    """``all_pages``: the pages of a kecamatan-year, in the order of the year (no query)."""
    return {"all_pages": SCREEN_PAGES.values()}
