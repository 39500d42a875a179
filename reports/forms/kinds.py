"""Importing this registers the kinds of rows that a report adds (:data:`sakip.entry.kinds.ROW_KINDS`)."""

from reports.forms import (
    answer,
    arrangement,
    boilerplate,
    dokumentasi,
    laporan,
    narasi,
    page_settings,
    singkatan,
)

__all__ = [
    "answer",
    "arrangement",
    "boilerplate",
    "dokumentasi",
    "laporan",
    "narasi",
    "page_settings",
    "singkatan",
]
