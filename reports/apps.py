"""Documents out: LKIP and the planning documents, as HTML and PDF."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Rows of laporan, narasi, dokumentasi and arsip; the only app that renders documents."""

    name = "reports"
    verbose_name = "Laporan"

    def ready(self) -> None:
        """Tell the rooms below when a year is closed, and which rows a report adds."""
        import reports.forms.kinds  # noqa: F401
        from reports.year_lock import locking_laporan, signed_laporan
        from sakip.entry.lock import register_guards

        register_guards(locking_laporan, signed_laporan)
