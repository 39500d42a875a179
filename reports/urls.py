"""Pages of the records and documents. Every address names the kecamatan and the year it is about."""

from __future__ import annotations

from django.urls import include, path

from reports.views import copy_year as copy
from reports.views import document as dokumen
from reports.views import dokumentasi, narasi, page_settings
from reports.views import files as berkas
from reports.views import home as beranda
from reports.views import workbook as buku
from reports.views import year as tahun

__all__ = ["page_settings", "urlpatterns"]  # the first adds to a page below

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("pindah/", tahun.move, name="pindah"),
    path(
        "kecamatan/<slug:slug>/<int:tahun>/",
        include(
            [
                path("", tahun.ringkasan, name="tahun"),
                path("salin/", copy.copy, name="salin"),
                path("buku-kerja/", buku.buku, name="buku-kerja"),
                path("buku-kerja/unduh/", buku.download, name="buku-unduh"),
                path("buku-kerja/unggah/", buku.upload, name="buku-unggah"),
                path("buku-kerja/<int:pk>/", buku.impor, name="buku-impor"),
                path("buku-kerja/<int:pk>/keadaan/", buku.keadaan, name="buku-keadaan"),
                path("buku-kerja/<int:pk>/terapkan/", buku.apply_changes, name="buku-terapkan"),
                path("buku-kerja/<int:pk>/ulangi/", buku.ulangi, name="buku-ulangi"),
                path("buku-kerja/<int:pk>/buang/", buku.discard, name="buku-buang"),
                path("<slug:kode>/", tahun.halaman, name="halaman"),
                path("dokumen/<slug:jenis>/", dokumen.dokumen, name="dokumen"),
                path("dokumen/<slug:jenis>/gaya.css", dokumen.gaya, name="dokumen-gaya"),
                path("dokumen/<slug:jenis>/berkas/", berkas.ask, name="berkas-minta"),
                path("gambar/<slug:sha256>", dokumen.gambar, name="dokumen-gambar"),
                path("gambar/<slug:sha256>/kecil", dokumentasi.kecil, name="foto-kecil"),
                path("narasi/isi/<slug:bagian>/<slug:kunci>/", narasi.change, name="narasi-ubah"),
                path("narasi/isi/<slug:bagian>/<slug:kunci>/tinjau/", narasi.tinjau, name="narasi-tinjau"),
                path("dokumentasi/unggah/", dokumentasi.upload, name="foto-unggah"),
                path("dokumentasi/keadaan/", dokumentasi.keadaan, name="foto-keadaan"),
                path("dokumentasi/<int:pk>/buang/", dokumentasi.discard, name="foto-buang"),
            ]
        ),
    ),
    path("berkas/<int:pk>/", berkas.keadaan, name="berkas"),
    path("berkas/<int:pk>/keadaan/", berkas.potongan, name="berkas-keadaan"),
    path("berkas/<int:pk>/unduh/", berkas.download, name="berkas-unduh"),
]
