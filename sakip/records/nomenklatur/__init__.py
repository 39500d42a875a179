"""National code list of program, kegiatan and sub kegiatan."""
