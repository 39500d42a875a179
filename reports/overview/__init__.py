"""Ikhtisar kinerja: one document over all kecamatan of a kabupaten and year, in the shape of a chapter of a LKIP."""
