"""Days on which a kabupaten does not work: what its deadlines are counted by."""
