"""Named by landed migrations; what it was is :mod:`sakip.records.realisasi.models`."""

from sakip.records.realisasi.models import bukti_ke

__all__ = ["bukti_ke"]
