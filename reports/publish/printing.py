"""One LKIP of many: from its frozen input to its file, in whichever process."""

from __future__ import annotations

from dataclasses import dataclass

from reports.publish.assemble import arrange
from reports.publish.files import publish_pdf
from reports.publish.naskah import Naskah


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchResult:
    """One document of the run: its PDF, or why there is none (``error``, Indonesian)."""

    kode: str
    nama: str
    file: str  # file name, "lkip-balung-2020.pdf"
    pdf: bytes = b""
    page: int = 0
    error: str = ""


def print_draft(naskah: Naskah) -> BatchResult:
    """Render one LKIP from its frozen input."""
    assembled = arrange(naskah, "lkip")
    result = publish_pdf(assembled)
    return BatchResult(
        kode=naskah.snapshot.kecamatan.kode,
        nama=naskah.snapshot.kecamatan.nama,
        file=f"{assembled.dokumen.key}.pdf",
        pdf=result.content,
        page=result.page,
    )
