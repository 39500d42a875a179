"""The profile of one year and the people counted in it."""
