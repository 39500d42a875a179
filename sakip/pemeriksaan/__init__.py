"""Rules that concern many rows, which no constraint can hold: each a named function with one kind of message.

:func:`periksa` runs all of them. A rule yields a place and a message for everything that breaks it; its name and
its weight stand beside it in the list of its module. To add a rule, write the function and add it to that list.
"""

from sakip.pemeriksaan.aturan import Aturan, Temuan, Tingkat, periksa_aturan
from sakip.pemeriksaan.dokumen import ATURAN_DOKUMEN
from sakip.pemeriksaan.rencana import ATURAN_RENCANA
from sakip.pemeriksaan.uang import ATURAN_UANG
from sakip.pemeriksaan.ukur import ATURAN_UKUR
from sakip.pemeriksaan.wilayah import ATURAN_WILAYAH

__all__ = ["SEMUA_ATURAN", "Aturan", "Temuan", "Tingkat", "periksa"]

SEMUA_ATURAN: tuple[Aturan, ...] = (
    *ATURAN_WILAYAH,
    *ATURAN_RENCANA,
    *ATURAN_DOKUMEN,
    *ATURAN_UKUR,
    *ATURAN_UANG,
)


def periksa() -> list[Temuan]:
    """Everything in the database that breaks a rule, in the order of the rules."""
    return periksa_aturan(SEMUA_ATURAN)
