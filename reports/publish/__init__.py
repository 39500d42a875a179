"""Records → one document → files: inputs, assembling, many at once."""
