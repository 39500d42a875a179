"""The sheets of a workbook and their columns: one sheet per kind of record."""
