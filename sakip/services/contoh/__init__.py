"""The performance part of a contoh file, one module per aggregate; :func:`tahun_muat` writes all of them."""

from sakip.services.contoh.tahun import tahun_muat

__all__ = ["tahun_muat"]
