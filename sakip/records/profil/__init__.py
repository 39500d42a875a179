"""Profile, desa, organisation and staff of the kecamatan."""
