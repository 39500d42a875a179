"""RPJMD of the kabupaten, shared by all its kecamatan."""
