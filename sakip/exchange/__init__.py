"""The workbook of one kecamatan-year, out and in. The only room that knows XLSX.

Out: :mod:`.catatan` (rows → sheets of values) → :mod:`.penulis` (values → file). In: :mod:`.keamanan` (is it safe to
open) → :mod:`.pembaca` (file → cells) → :mod:`.urai` (cells → values, with every error's sheet, row and column) →
:mod:`.rakit` (values → the nested document that the loader of contoh files reads) → :mod:`.tinjau` (what a run
changed, in words). :mod:`.lembar` says which sheets there are and which columns they have, :mod:`.sel` how one cell
of each kind is written and read.
"""
