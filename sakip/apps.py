"""The performance domain: plans, targets, realisasi, money and their rules."""

from django.apps import AppConfig


class SakipConfig(AppConfig):
    """Rows of Renstra, RKT, Perjanjian Kinerja, IKU, Rencana Aksi, Realisasi and Anggaran."""

    name = "sakip"
    verbose_name = "SAKIP"
