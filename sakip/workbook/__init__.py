"""The tables of one kecamatan-year as they leave and come back: workbook (XLSX) and fixture (JSON) alike."""
