"""Blocks copied from elsewhere, pasted into a year: told apart, understood, and laid over what is recorded."""
