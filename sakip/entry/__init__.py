"""How rows are written: kinds of value, the judge, the writer, the pages of a row. Knows no single kind of record."""
