"""Addresses of the entry pages. Every address names the kecamatan and the year it is about."""

from __future__ import annotations

from django.urls import include, path

from sakip.entry import history_page as riwayat
from sakip.entry import lines_page as sekaligus
from sakip.entry import row_pages as baris
from sakip.records import derived_pages as turunan
from sakip.records import pages as isi
from sakip.records.anggaran import amounts_page as anggaran
from sakip.records.nomenklatur import search_page as nomenklatur

urlpatterns = [
    path(
        "kecamatan/<slug:slug>/<int:tahun>/",
        include(
            [
                path("realisasi/", include("sakip.records.realisasi.urls")),
                path("pk/murni/", turunan.pk_murni, name="pk-murni"),
                path("pk/perubahan/", turunan.pk_ubahan, name="pk-perubahan"),
                path("iku/dari-renstra/", turunan.iku_renstra, name="iku-dari-renstra"),
                path("anggaran/dari-rkt/", turunan.anggaran_rkt, name="anggaran-dari-rkt"),
                path("anggaran/simpan/", anggaran.store, name="anggaran-simpan"),
                path("<slug:kode>/isi/", isi.isi, name="isi"),
                path("nomenklatur/", nomenklatur.nomenklatur, name="nomenklatur"),
                path("renstra/<int:pk>/salin/", turunan.renstra_copy, name="renstra-salin"),
                path("rkt/dari-renstra/", turunan.rkt_dari_renstra, name="rkt-dari-renstra"),
                path("rencana-aksi/dari-pk/", turunan.rencana_aksi_dari_pk_isi, name="rencana-aksi-dari-pk"),
                path("isi/<slug:jenis>/baru/", baris.baru, name="baris-baru"),
                path("isi/<slug:jenis>/sekaligus/", sekaligus.sekaligus, name="baris-sekaligus"),
                path("isi/<slug:jenis>/<int:pk>/", baris.change, name="baris-ubah"),
                path("isi/<slug:jenis>/<int:pk>/hapus/", baris.remove, name="baris-hapus"),
                path("isi/<slug:jenis>/<int:pk>/pindah/", baris.move, name="baris-pindah"),
                path("isi/<slug:jenis>/<int:pk>/tinjau/", baris.tinjau, name="baris-tinjau"),
                path("isi/<slug:jenis>/<int:pk>/riwayat/", baris.read_history, name="baris-riwayat"),
                path("riwayat/", riwayat.tahun, name="riwayat-tahun"),
                path("pulihkan/<int:jejak>/", baris.restore, name="baris-pulihkan"),
            ]
        ),
    ),
]
