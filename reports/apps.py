"""Documents out: LKIP and the planning documents, as HTML and PDF."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Rows of laporan, narasi, dokumentasi and arsip; the only app that renders documents."""

    name = "reports"
    verbose_name = "Laporan"

    def ready(self) -> None:
        """Tell the rooms below when a year is closed, which rows a report adds, and what to look at in the archive."""
        import reports.forms.kinds  # noqa: F401
        from reports.year_lock import reported_years
        from sakip.entry.lock import register_reader
        from sakip.integrity import register_rules

        register_reader(reported_years)
        register_rules("reports.signing.chain", "reports.signing.recorded", "reports.signing.leftovers")
