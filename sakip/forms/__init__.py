"""Forms: one per kind of record, in the words and the layout of its official table."""
