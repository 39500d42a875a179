"""Follow-up of a missed target: what will be done, by whom, until when, and what became of it."""
