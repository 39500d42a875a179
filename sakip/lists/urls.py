"""Addresses of the lists that are brought in as XLSX."""

from __future__ import annotations

from django.urls import path

from sakip.lists import account_pages, nomenklatur_pages

urlpatterns = [
    path("nomenklatur/", nomenklatur_pages.nomenklatur, name="nomenklatur-versi"),
    path("nomenklatur/templat/", nomenklatur_pages.template, name="nomenklatur-templat"),
    path("nomenklatur/pasang/", nomenklatur_pages.install, name="nomenklatur-pasang"),
    path("pengguna/daftar/", account_pages.accounts, name="pengguna-daftar"),
    path("pengguna/daftar/buat/", account_pages.create, name="pengguna-daftar-buat"),
    path("pengguna/daftar/templat/<str:kode>/", account_pages.template, name="pengguna-daftar-templat"),
]
