"""Importing this registers the rules of every record (its ``rules.py``) with the judge (:mod:`sakip.entry.judge`)."""

from sakip.records import rooms

rooms.load("rules")
