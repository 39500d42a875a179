"""Agreed documents and who agrees to them."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.test import Client

from kecamatan.models import Pengguna
from reports.signing.agreement import Document
from sakip.entry.agreement import buka_penetapan, tetapkan

PASSWORD: Final = "sandi-akun-camat-91"
TAHUN: Final = 2023

#: What a form needs to be signed.
DATED: dict[str, Any] = {"tempat": "Balung", "tanggal": date(2023, 1, 10), "tanggal_cetak": ""}


def agree(document: Document, by: Pengguna) -> None:
    tetapkan(document, kecamatan=document.kecamatan, tahun=document.tahun, by=by)


def open_again(document: Document, by: Pengguna) -> None:
    buka_penetapan(
        document, kecamatan=document.kecamatan, tahun=document.tahun, by=by, alasan="Target keliru."
    )


def browser(person: Pengguna) -> Client:
    client = Client()
    client.force_login(person)
    return client
