"""One LKIP of many: from its frozen input to its file, in whichever process."""

from __future__ import annotations

from dataclasses import dataclass

from reports.publish.assemble import arrange
from reports.publish.files import publish_pdf
from reports.publish.naskah import Naskah


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilMassal:
    """One document of the run: its PDF, or why there is none (``galat``, Indonesian)."""

    kode: str
    nama: str
    berkas: str  # file name, "lkip-balung-2020.pdf"
    pdf: bytes = b""
    halaman: int = 0
    galat: str = ""


def print_draft(naskah: Naskah) -> HasilMassal:
    """Render one LKIP from its frozen input."""
    susunan = arrange(naskah, "lkip")
    hasil = publish_pdf(susunan)
    return HasilMassal(
        kode=naskah.snapshot.kecamatan.kode,
        nama=naskah.snapshot.kecamatan.nama,
        berkas=f"{susunan.dokumen.kunci}.pdf",
        pdf=hasil.isi,
        halaman=hasil.halaman,
    )
