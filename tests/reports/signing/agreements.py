"""Agreed documents and who agrees to them."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.test import Client

from kecamatan.models import Pengguna
from reports.models import Arsip
from reports.signing.agreement import Document, SignableAgreement, signable_agreement
from reports.signing.keys.installation import installation_holder
from reports.signing.sign import preparation_request, prepare, sign
from sakip.entry.agreement import buka_penetapan, tetapkan
from tests.reports.signing.signers import PASSPHRASE

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


def prepared(document: Document, by: Pengguna) -> SignableAgreement:
    found = signable_agreement(document)
    assert isinstance(found, SignableAgreement)
    row = preparation_request(signable=found, by=by)
    prepare(pk=row.pk)
    row.refresh_from_db()
    assert row.status == "siap", row.pesan
    return found


def signed(document: Document, by: Pengguna) -> Arsip:
    signable = prepared(document, by)
    return sign(signable=signable, by=by, holder=installation_holder(pengguna=by, passphrase=PASSPHRASE))


def browser(person: Pengguna) -> Client:
    client = Client()
    client.force_login(person)
    return client
