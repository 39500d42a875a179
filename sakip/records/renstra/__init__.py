"""Renstra: versions, tujuan, sasaran, indikator and their targets per year."""
