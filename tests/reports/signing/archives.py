"""Archives of reports as they are after signing, without the steps that lead there."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Model, QuerySet
from django.utils import timezone

from reports.models import Arsip, Laporan, TandaTangan
from reports.signing.chain import append
from reports.signing.pdf import count_pages, read_signatures
from tests.emptied_tables import unguarded
from tests.factory import build
from tests.reports.signing.signers import signed_pdf


def archived(
    laporan: Laporan, content: bytes | None = None, frozen: dict[str, Any] | None = None, **change: Any
) -> TandaTangan:
    """The signature under a report, at the end of the chain, with that signed PDF in the archive; ``frozen`` are
    columns of the archive that say what it was made of."""
    pdf = content or signed_pdf()
    own = read_signatures(pdf)[-1]
    sha256, moment = hashlib.sha256(pdf).hexdigest(), change.pop("waktu", timezone.now())
    arsip = build(
        Arsip,
        laporan=laporan,
        kecamatan=laporan.kecamatan,
        tahun=laporan.tahun,
        versi=laporan.versi,
        pdf=default_storage.save(f"arsip/pdf/{secrets.token_hex(8)}.pdf", ContentFile(pdf)),
        pdf_sha256=sha256,
        halaman=count_pages(pdf),
        ukuran=len(pdf),
        dibuat=moment,
        **frozen or {},
    )
    signature = {
        "waktu": moment,
        "penerbit": own.issuer,
        "nomor_seri": own.serial,
        "sertifikat": own.certificate,
        "cap_waktu": own.stamped,
        "sidik": sha256,
    }
    row = build(TandaTangan, arsip=arsip, **signature | change)
    append(arsip, row)
    arsip.save(force_insert=True)
    row.arsip = arsip
    row.save(force_insert=True)
    return row


def tamper(row: Model, **change: Any) -> None:
    """Change a kept row as whoever owns the database can."""
    with unguarded([row._meta.db_table]):
        QuerySet(type(row)).filter(pk=row.pk).update(**change)
