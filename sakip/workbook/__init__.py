"""The tables of one kecamatan-year as they leave and come back: workbook (XLSX) and fixture (JSON) alike.

Out: :mod:`.recorded` (rows → sheets of values) → :mod:`.writer` (values → file). In: :mod:`.safety` (is it safe to
open) → :mod:`.reader` (file → cells) or :mod:`.fixture` → :mod:`.cells` (cells → values, with every error's sheet, row
and column) → :mod:`.run` (what each record's ``sheet.py`` writes with) → :mod:`.preview` (what a run changed, in
words). :mod:`.sheets` says which sheets there are and which columns they have. The only room that imports openpyxl.
"""
