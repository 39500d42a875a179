"""A paper of an office examined by itself: what it says that cannot be so, or says in two ways, each with its place."""
