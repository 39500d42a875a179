"""What a kabupaten still has to prepare before its kecamatan can begin a year."""
