"""Pagu and realisasi from a file of the budget system (SIPD): columns recognised or mapped once, shown first, written
all or nothing.

What real files look like: the report of realisasi per document or per rekening, a row for each with the codes of every
level beside one another; the LRA per program, levels below one another; a recap that an office keeps itself. All end as
one amount of each sub kegiatan and unit.
"""
