"""Sarana dan prasarana of the office, and their condition."""
