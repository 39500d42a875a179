"""Addresses of the lists that are brought in as files."""

from __future__ import annotations

from django.urls import include, path

from sakip.lists import account_pages, nomenklatur_pages
from sakip.lists.sipd import pages as sipd

urlpatterns = [
    path("nomenklatur/", nomenklatur_pages.nomenklatur, name="nomenklatur-versi"),
    path("nomenklatur/templat/", nomenklatur_pages.template, name="nomenklatur-templat"),
    path("nomenklatur/pasang/", nomenklatur_pages.install, name="nomenklatur-pasang"),
    path("pengguna/daftar/", account_pages.accounts, name="pengguna-daftar"),
    path("pengguna/daftar/buat/", account_pages.create, name="pengguna-daftar-buat"),
    path("pengguna/daftar/templat/<str:kode>/", account_pages.template, name="pengguna-daftar-templat"),
    path(
        "kecamatan/<slug:slug>/<int:tahun>/anggaran/sipd/",
        include(
            [
                path("", sipd.sipd, name="anggaran-sipd"),
                path("kolom/", sipd.sipd_columns, name="anggaran-sipd-kolom"),
                path("simpan/", sipd.sipd_save, name="anggaran-sipd-simpan"),
                path("tata-letak/<int:pk>/lupakan/", sipd.sipd_forget, name="anggaran-sipd-lupakan"),
            ]
        ),
    ),
]
