"""The kinds of record, one room each, named after the document of the regulation. See CONTRIBUTING.md."""
