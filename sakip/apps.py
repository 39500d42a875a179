"""The performance domain: plans, targets, realisasi, money and their rules."""

from importlib import import_module

from django.apps import AppConfig


class SakipConfig(AppConfig):
    """Rows of Renstra, RKT, Perjanjian Kinerja, IKU, Rencana Aksi, Realisasi and Anggaran."""

    name = "sakip"
    verbose_name = "SAKIP"

    def ready(self) -> None:
        """Every door asks the judge, so the rules are there before the first one opens; so is who logs it,
        what deployment is asked, and how long a connection is kept."""
        import_module("sakip.records.rules")
        import_module("sakip.web.sign_in_log")
        import_module("sakip.web.site")
        import_module("sakip.web.kept_connection")
