"""Perjanjian Kinerja, murni and perubahan."""
