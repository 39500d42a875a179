"""Records for measuring scale: real kecamatan-years, repeated in bulk."""
