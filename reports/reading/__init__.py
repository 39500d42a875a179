"""Baca dokumen: the tables of an office's paper as rows of the workbook, each with where it stands and what it says."""
