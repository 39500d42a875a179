"""Inovasi, prestasi, and penghargaan of a year."""
