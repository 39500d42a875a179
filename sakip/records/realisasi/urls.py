"""Addresses below ``kecamatan/<slug>/<tahun>/realisasi/``: the grid, its cells, and what hangs on an indikator."""

from __future__ import annotations

from django.urls import path

from sakip.records.realisasi import detail_page as realisasi_detail
from sakip.records.realisasi import evidence_page as bukti
from sakip.records.realisasi import grid_page as realisasi
from sakip.records.realisasi import remarks_page as remarks

urlpatterns = [
    path("isi/", realisasi.isi, name="realisasi-isi"),
    path("sel/", realisasi.cells, name="realisasi-sel"),
    path("indikator/<int:pk>/", realisasi_detail.details, name="realisasi-rincian"),
    path("indikator/<int:pk>/nilai/<int:triwulan>/", realisasi_detail.nilai, name="realisasi-nilai"),
    path("indikator/<int:pk>/komentar/", remarks.komentar, name="realisasi-komentar"),
    path("komentar/<int:pk>/selesai/", remarks.finish, name="komentar-selesai"),
    path("indikator/<int:pk>/bukti/", bukti.upload, name="bukti-unggah"),
    path("bukti/<int:pk>/", bukti.download, name="bukti-unduh"),
    path("bukti/<int:pk>/hapus/", bukti.remove, name="bukti-hapus"),
]
