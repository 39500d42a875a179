"""Importing this registers every kind of row (:data:`sakip.forms.daftar.ISIAN`)."""

from sakip.forms import perjanjian

__all__ = ["perjanjian"]
