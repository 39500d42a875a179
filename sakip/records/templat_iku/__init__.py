"""IKU that a kabupaten words once for all of its kecamatan, and which indikator of each kecamatan is which of them."""
