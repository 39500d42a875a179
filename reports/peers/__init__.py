"""What the kecamatan of a kabupaten measure alike: which indikator are one, and the median of what others signed."""
