"""Tasks by the addresses under which they were queued before they moved beside what they do.

An installation that is updated with jobs waiting still finds them here.
"""

from reports.photos.incoming import olah_foto_masuk
from reports.publish.requests import buat_berkas
from reports.workbook.uploads import olah_impor_buku

__all__ = ["buat_berkas", "olah_foto_masuk", "olah_impor_buku"]
