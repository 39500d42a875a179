"""Importing this registers every kind of row (:data:`sakip.forms.daftar.ISIAN`)."""

from sakip.forms import (
    anggaran,
    iku,
    indikator,
    kebijakan,
    pejabat,
    pembanding,
    perjanjian,
    profil,
    rencana_aksi,
    renstra,
    rkt,
    rpjmd,
)

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
