"""Any file of an office as a paper: told by what it holds, not by its name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Final

from reports.docx.read import docx_paper
from reports.papers.paper import Paper, PaperUnreadable
from reports.papers.pdf_text import pdf_paper
from reports.papers.plain_text import text_paper
from reports.papers.sheets import sheet_paper

LARGEST: Final = 25 * 1024 * 1024
"""Bytes of a paper; a LKIP with photos is some 10 MB."""

_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def read_paper(content: bytes, name: str, *, check: Callable[[], None] = lambda: None) -> Paper:
    """The paper. ``check`` is called now and then, and may raise InputError. Raises :class:`PaperUnreadable` for what
    is none, is locked, or was scanned."""
    check_first(content)
    if content.startswith(b"%PDF") or b"%PDF-" in content[:1024]:
        paper = pdf_paper(content, name, check=check)
    elif content.startswith(b"PK\x03\x04"):
        paper = _of_archive(content, name, check)
    elif content.startswith(_OLD_OFFICE):
        raise PaperUnreadable(
            "Berkas ini Word atau Excel lama (.doc, .xls), atau dilindungi sandi. Simpan sebagai .docx atau .xlsx"
            " tanpa sandi, lalu unggah lagi."
        )
    elif b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise PaperUnreadable(
            "Jenis berkas ini tidak dapat dibaca. Unggah DOCX, PDF yang berisi teks, XLSX, CSV, atau TXT."
        )
    elif name.casefold().endswith(".csv"):
        paper = sheet_paper(content, name)
    else:
        paper = text_paper(content, name, check=check)
    if not paper.blocks:
        raise PaperUnreadable("Berkas ini tidak memuat teks. Unggah dokumen yang berisi.")
    return paper


def check_first(content: bytes) -> None:
    """What can be said of a file before it is read. Raises :class:`PaperUnreadable` for an empty or too large one."""
    if not content.strip():
        raise PaperUnreadable("Berkas kosong. Pilih berkas yang berisi dokumennya.")
    if len(content) > LARGEST:
        raise PaperUnreadable(
            f"Berkas lebih dari {LARGEST // 1024 // 1024} MB. Kecilkan gambarnya, atau unggah bagian yang diperlukan."
        )


def _of_archive(content: bytes, name: str, check: Callable[[], None]) -> Paper:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError) as error:
        raise PaperUnreadable(
            "Berkas rusak dan tidak dapat dibuka. Simpan ulang, lalu unggah lagi."
        ) from error
    if "word/document.xml" in names:
        return docx_paper(content, name, check=check)
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return sheet_paper(content, name)
    raise PaperUnreadable(
        "Berkas ini bukan Word (.docx) atau Excel (.xlsx). Berkas OpenDocument (.odt, .ods): simpan sebagai .docx atau"
        " .xlsx, lalu unggah lagi."
    )
