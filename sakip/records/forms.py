"""Importing this registers every kind of row (:data:`sakip.entry.kinds.ROW_KINDS`): the ``form.py`` of every record."""

from sakip.records import rooms

rooms.load("form")
rooms.load("*_form")
