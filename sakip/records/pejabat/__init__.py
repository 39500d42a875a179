"""Office holders and their terms."""
