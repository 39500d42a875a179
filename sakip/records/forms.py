"""Importing this registers every kind of row (:data:`sakip.entry.kinds.ISIAN`)."""

from sakip.records.anggaran import form as anggaran
from sakip.records.iku import form as iku
from sakip.records.kebijakan import form as kebijakan
from sakip.records.pejabat import form as pejabat
from sakip.records.pembanding import form as pembanding
from sakip.records.pk import form as perjanjian
from sakip.records.profil import form as profil
from sakip.records.rencana_aksi import form as rencana_aksi
from sakip.records.renstra import form as renstra
from sakip.records.renstra import indikator_form as indikator
from sakip.records.rkt import form as rkt
from sakip.records.rpjmd import form as rpjmd

__all__ = [
    "anggaran",
    "iku",
    "indikator",
    "kebijakan",
    "pejabat",
    "pembanding",
    "perjanjian",
    "profil",
    "rencana_aksi",
    "renstra",
    "rkt",
    "rpjmd",
]
