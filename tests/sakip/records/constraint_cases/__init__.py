"""Rows that break a constraint of the performance domain, and rows that break none, by room."""
