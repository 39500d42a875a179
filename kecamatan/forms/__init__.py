"""Forms of who and where."""
