"""Pages of who and where: one's own account, the people of an office, the way in."""
