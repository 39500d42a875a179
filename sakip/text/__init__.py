"""Numbers, dates and words as Indonesians write them: one parser and one formatter of each."""
