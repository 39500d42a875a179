"""What a kabupaten asks of its kecamatan: as a text to send, and recorded, with its answer and what became of it."""
