"""Pemantauan: how far every document of a year is, kecamatan by kecamatan, and whether it comes in time."""
