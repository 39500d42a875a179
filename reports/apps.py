"""Documents out: LKIP and the planning documents, as HTML and PDF."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Rows of laporan, narasi, dokumentasi and arsip; the only app that renders documents."""

    name = "reports"
    verbose_name = "Laporan"
