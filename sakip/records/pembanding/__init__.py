"""The same indikator of kabupaten, provinsi and nation."""
