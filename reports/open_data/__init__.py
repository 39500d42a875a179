"""The tables of a document as data: which there are, what each column means, and the rows, for whoever computes on."""
