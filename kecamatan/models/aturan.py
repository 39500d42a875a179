"""Named by landed migrations; what it was is :mod:`kecamatan.ground.constraints`."""

from kecamatan.ground.constraints import daftar_teks

__all__ = ["daftar_teks"]
