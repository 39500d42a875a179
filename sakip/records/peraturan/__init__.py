"""Regulations that documents cite."""
