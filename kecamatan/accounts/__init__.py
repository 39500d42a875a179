"""Who signs in and how: passwords, the second step, invitations, demo accounts."""
