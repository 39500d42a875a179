"""Measured values and their evidence."""
