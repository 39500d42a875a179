"""Importing this registers the rules of every record with the judge (:mod:`sakip.entry.judge`)."""

from sakip.records.anggaran import rules as anggaran
from sakip.records.pembanding import rules as pembanding
from sakip.records.pk import rules as pk
from sakip.records.realisasi import rules as realisasi
from sakip.records.rencana_aksi import rules as rencana_aksi
from sakip.records.renstra import rules as renstra
from sakip.records.rkt import rules as rkt

__all__ = ["anggaran", "pembanding", "pk", "realisasi", "rencana_aksi", "renstra", "rkt"]
