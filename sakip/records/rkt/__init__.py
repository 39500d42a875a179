"""Rencana Kinerja Tahunan."""
