"""All tasks of the room: whoever needs every kind of work (:func:`sakip.web.jobs.load_jobs`) finds them here.

So does a task that was queued by this address, before they moved beside what they do.
"""

from reports.bulk.requests import satukan_paket, siapkan_isi_paket
from reports.examine.requests import olah_periksa_berkas
from reports.photos.incoming import olah_foto_masuk
from reports.public.copies import buat_salinan_publik
from reports.publish.requests import buat_berkas
from reports.signing.sign import siapkan_naskah_akhir
from reports.workbook.uploads import olah_impor_buku

__all__ = [
    "buat_berkas",
    "buat_salinan_publik",
    "olah_foto_masuk",
    "olah_impor_buku",
    "olah_periksa_berkas",
    "satukan_paket",
    "siapkan_isi_paket",
    "siapkan_naskah_akhir",
]
