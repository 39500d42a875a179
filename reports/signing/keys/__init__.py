"""Whose key signs, and how: every kind of key is one module here."""
