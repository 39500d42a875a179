"""The workbook and the fixture of one kecamatan-year, out and in."""
