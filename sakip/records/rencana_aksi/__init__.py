"""Rencana aksi: targets per triwulan."""
