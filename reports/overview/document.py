"""The one definition of the ikhtisar of a kabupaten: its parts in order, as a chapter of a LKIP has them. Pure."""

from __future__ import annotations

import hashlib
from typing import Final

from reports.document.numbering import lettered
from reports.document.tree import Cover, Dokumen, Lambang, Part
from reports.official.signatures import nama_kabupaten
from reports.overview.budget import budget_part
from reports.overview.capaian import capaian_part
from reports.overview.causes import causes_part
from reports.overview.coverage import coverage_part, missing_part
from reports.overview.facts import Overview
from reports.overview.findings import findings_part
from reports.overview.summary import summary_part
from reports.overview.timeliness import timeliness_part
from sakip.snapshot.codec import fingerprint

#: Raised with every change that changes what is printed, so that no file made before is handed out as made after.
VERSI_IKHTISAR: Final = "3"


def overview_document(overview: Overview) -> Dokumen:
    """The whole document, cover to what is missing."""
    place, tahun = nama_kabupaten(overview.kabupaten), overview.tahun
    lambang = overview.kabupaten.lambang
    return Dokumen(
        key=f"ikhtisar-{overview.kabupaten.kode.replace('.', '-')}-{tahun}",
        title=f"Ikhtisar Kinerja {overview.sebutan} {place} Tahun {tahun}",
        head=f"{place} Tahun {tahun}",
        cover=Cover(
            titles=("Ikhtisar Kinerja", overview.sebutan),
            instansi=(place,),
            tahun=f"Tahun {tahun}",
            lambang=(Lambang(file=lambang, alt=f"Lambang {place}"),) if lambang else (),
        ),
        body=(
            summary_part(overview),
            Part(
                key="akuntabilitas",
                title=f"Akuntabilitas Kinerja {overview.sebutan}",
                level=1,
                children=lettered(
                    coverage_part(overview),
                    capaian_part(overview),
                    causes_part(overview),
                    budget_part(overview),
                    timeliness_part(overview),
                    findings_part(overview),
                    missing_part(overview),
                ),
            ),
        ),
        konsep=overview.konsep,
    )


def content_key(overview: Overview) -> str:
    """SHA-256 (hex) that names the content of the document: its input and the version of its maker."""
    return hashlib.sha256(f"{VERSI_IKHTISAR}:{fingerprint(overview)}".encode()).hexdigest()
