"""Papers that an office has: an old LKIP, Renstra, PK or RKA in whatever file it came, read as text and tables."""
