"""Named by landed migrations; what it was is :mod:`reports.models.content`."""

from reports.models.content import foto_ke, pilihan_bagian

__all__ = ["foto_ke", "pilihan_bagian"]
