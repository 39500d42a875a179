"""A signed LKIP whose kabupaten shows its documents to everybody."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from kecamatan.models import Kecamatan
from reports.models import Laporan, PengaturanDokumen, TandaTangan
from reports.public.copies import copy_make, copy_request
from reports.publish.assemble import LKIP, build_draft
from reports.signing.freeze import freeze, make
from tests.factory import make as make_row
from tests.factory import make_laporan
from tests.reports.signing.archives import archived


@dataclass(frozen=True)
class Shown:
    """The signature of the LKIP of ``mini``, and the NIP that it prints."""

    signature: TandaTangan
    nip: str


def show() -> Shown:
    """Sign the LKIP of ``mini`` and have its copy made; for all tests of a module."""
    kecamatan = Kecamatan.objects.get(kode="35.09.10")
    naskah = build_draft(kecamatan=kecamatan, tahun=2023)
    frozen = freeze(naskah, LKIP)
    html = make(frozen, "html").content
    Laporan.objects.filter(kecamatan=kecamatan, tahun=2023).delete()
    laporan = make_laporan(kecamatan=kecamatan, tahun=2023, status="ditandatangani")
    signature = archived(
        laporan,
        frozen={
            "snapshot": frozen.snapshot,
            "naskah": frozen.naskah,
            "html": default_storage.save("arsip/html/umum.html", ContentFile(html)),
            "html_sha256": hashlib.sha256(html).hexdigest(),
        },
    )
    make_row(PengaturanDokumen, kabupaten=kecamatan.kabupaten, publik=True)
    copy_make(pk=copy_request(signature.arsip).pk)
    assert naskah.snapshot.camat is not None
    return Shown(signature, naskah.snapshot.camat.nip)
