"""Addresses of the entry pages. Every address names the kecamatan and the year it is about; those of the areas, which
are of no year, the kabupaten."""

from __future__ import annotations

from django.urls import include, path

from sakip.entry import confirm_pages as confirm
from sakip.entry import history_page as history
from sakip.entry import lines_page as at_once
from sakip.entry import row_pages as row
from sakip.entry.agreement_page import agreement_page
from sakip.records import pages as content
from sakip.records import tables_page as tables
from sakip.records.anggaran import amounts_page as anggaran
from sakip.records.anggaran.page import anggaran_fill
from sakip.records.iku.page import iku_fill
from sakip.records.nomenklatur import search_page as nomenklatur
from sakip.records.pejabat.signers_page import signers
from sakip.records.pk.page import pk_murni_fill, pk_perubahan_add
from sakip.records.pk_berjenjang.page import derive_page, renew_page
from sakip.records.rencana_aksi.page import rencana_aksi_fill, rencana_aksi_steps
from sakip.records.renstra.page import renstra_copy
from sakip.records.rkt.page import rkt_fill
from sakip.records.templat_iku import push_page as templat_iku
from sakip.records.upstream_page import apart
from sakip.records.wilayah import area_pages as wilayah

urlpatterns = [
    path("wilayah/", wilayah.listing, name="wilayah"),
    path("wilayah/baru/", wilayah.new, name="kabupaten-baru"),
    path("wilayah/<str:kode>/", wilayah.details, name="kabupaten"),
    path("wilayah/<str:kode>/ubah/", wilayah.change, name="kabupaten-ubah"),
    path("wilayah/<str:kode>/hapus/", wilayah.delete, name="kabupaten-hapus"),
    path("wilayah/<str:kode>/kecamatan/baru/", wilayah.kecamatan_new, name="kecamatan-baru"),
    path("wilayah/<str:kode>/daftar/<slug:jenis>/", wilayah.area_list, name="wilayah-daftar"),
    path("wilayah/<str:kode>/kecamatan/<str:kecamatan>/", wilayah.kecamatan_change, name="kecamatan-ubah"),
    path(
        "wilayah/<str:kode>/kecamatan/<str:kecamatan>/hapus/",
        wilayah.kecamatan_delete,
        name="kecamatan-hapus",
    ),
    path(
        "kecamatan/<slug:slug>/<int:tahun>/",
        include(
            [
                path("realisasi/", include("sakip.records.realisasi.urls")),
                path("pk/murni/", pk_murni_fill, name="pk-murni"),
                path("pk/perubahan/", pk_perubahan_add, name="pk-perubahan"),
                path("pk-berjenjang/perubahan/", renew_page, name="pk-berjenjang-perubahan"),
                path("pk-berjenjang/turunkan/", derive_page, name="pk-berjenjang-turunkan"),
                path("iku/dari-renstra/", iku_fill, name="iku-dari-renstra"),
                path("anggaran/dari-rkt/", anggaran_fill, name="anggaran-dari-rkt"),
                path("anggaran/simpan/", anggaran.store, name="anggaran-simpan"),
                path("<slug:kode>/isi/", content.isi, name="isi"),
                path("<slug:kode>/tabel/", tables.fill, name="tabel-isi"),
                path("<slug:kode>/tabel/sel/", tables.cell, name="tabel-sel"),
                path("<slug:kode>/perbedaan/", apart, name="perbedaan"),
                path("<slug:kode>/tinjau/", confirm.review_table, name="tabel-tinjau"),
                path("templat-iku/kirim/", templat_iku.push_templates, name="templat-iku-kirim"),
                path("nomenklatur/", nomenklatur.nomenklatur, name="nomenklatur"),
                path("renstra/<int:pk>/salin/", renstra_copy, name="renstra-salin"),
                path("rkt/dari-renstra/", rkt_fill, name="rkt-dari-renstra"),
                path("rencana-aksi/dari-pk/", rencana_aksi_fill, name="rencana-aksi-dari-pk"),
                path(
                    "rencana-aksi/dari-rencana-perbaikan/",
                    rencana_aksi_steps,
                    name="rencana-aksi-dari-perbaikan",
                ),
                path("isi/<slug:jenis>/baru/", row.new, name="baris-baru"),
                path("isi/<slug:jenis>/penanda-tangan/", signers, name="penanda-tangan"),
                path("isi/<slug:jenis>/sekaligus/", at_once.at_once, name="baris-sekaligus"),
                path("isi/<slug:jenis>/<int:pk>/", row.change, name="baris-ubah"),
                path("isi/<slug:jenis>/<int:pk>/hapus/", row.remove, name="baris-hapus"),
                path("isi/<slug:jenis>/<int:pk>/pindah/", row.move, name="baris-pindah"),
                path("isi/<slug:jenis>/<int:pk>/tinjau/", confirm.review, name="baris-tinjau"),
                path("isi/<slug:jenis>/<int:pk>/riwayat/", history.read_history, name="baris-riwayat"),
                path("penetapan/<slug:kode>/<int:pk>/", agreement_page, name="penetapan"),
                path("riwayat/", history.tahun, name="riwayat-tahun"),
                path("pulihkan/<int:jejak>/", row.restore, name="baris-pulihkan"),
            ]
        ),
    ),
]
