"""Real kecamatan-years from files (``fixtures/contoh``) into the database."""

from reports.services.contoh.muat import HasilMuat, contoh_muat

__all__ = ["HasilMuat", "contoh_muat"]
