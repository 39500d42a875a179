"""Keputusan Camat tentang IKU."""
