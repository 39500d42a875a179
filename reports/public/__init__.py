"""What anybody may see of a signed report, without signing in: nothing of one that is not signed, and never a NIP."""
