"""The document as a tree: parts, tables, numbering, paper. Pure."""
