"""Money and what it was spent for."""
