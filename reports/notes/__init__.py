"""Notes of readers on the report: where in the document they stand, who may do what with them, and how it is done."""
