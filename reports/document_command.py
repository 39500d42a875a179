"""What the commands that write documents share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.template.defaultfilters import filesizeformat

from kecamatan.ground.commands import ensure_writable, write_file
from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan
from reports.pdf.render import PdfError
from reports.publish.assemble import FileMissing, NoDokumen, Susunan, arrange, build_draft
from reports.publish.files import publish_html, publish_pdf
from sakip.year_command import tempat_dan_tahun

BENTUK = ("html", "pdf", "docx")


def file_argument(parser: CommandParser) -> None:
    """Add ``--html F``, ``--pdf F`` and ``--docx F``."""
    for bentuk in BENTUK:
        parser.add_argument(
            f"--{bentuk}", metavar="F", type=Path, help=f"tulis dokumen sebagai {bentuk.upper()} ke berkas F"
        )


def print_dokumen(options: Mapping[str, Any], *, jenis: str) -> Iterator[str]:
    """Write one document in the forms asked for; yields a line about each file. Raises InputError.

    Everything is rendered before anything is written, so that a failure leaves no file behind; whether the files
    can be written at all is asked first.
    """
    tujuan = {b: options[b] for b in BENTUK if options[b]}
    if not tujuan:
        raise InputError("Belum ada berkas yang diminta. Tambahkan --pdf F, --html F, atau --docx F.")
    if len({ensure_writable(letak) for letak in tujuan.values()}) < len(tujuan):
        raise InputError("Satu berkas diminta dalam dua bentuk. Tulis nama berkas yang berbeda.")
    kecamatan = tempat_dan_tahun(kecamatan=options["kecamatan"], tahun=options["tahun"])
    susunan = _build(kecamatan, options["tahun"], jenis)
    hasil = {bentuk: _CETAK[bentuk](susunan) for bentuk in tujuan}
    write_file({tujuan[bentuk]: isi for bentuk, (isi, _) in hasil.items()})
    for bentuk, (isi, keterangan) in hasil.items():
        yield f"{tujuan[bentuk]}: {keterangan}, {ukuran(len(isi))}"


def _build(kecamatan: Kecamatan, tahun: int, jenis: str) -> Susunan:
    try:
        return arrange(build_draft(kecamatan=kecamatan, tahun=tahun), jenis)
    except (NoDokumen, FileMissing) as galat:
        raise InputError(str(galat)) from galat


def _pdf(susunan: Susunan) -> tuple[bytes, str]:
    try:
        hasil = publish_pdf(susunan)
    except PdfError as galat:
        raise InputError(str(galat)) from galat
    return hasil.isi, f"{hasil.halaman} halaman"


def _html(susunan: Susunan) -> tuple[bytes, str]:
    return publish_html(susunan).encode(), "satu halaman web"


def _docx(susunan: Susunan) -> tuple[bytes, str]:
    from reports.docx import render_docx  # asked for rarely; its library need not load with every command

    return render_docx(susunan.dokumen, susunan.pengaturan, media=susunan.media), "dokumen Word"


_CETAK: dict[str, Callable[[Susunan], tuple[bytes, str]]] = {"html": _html, "pdf": _pdf, "docx": _docx}


def ukuran(byte: int) -> str:
    """A file size as the pages print it ("568,8 KB", "1,9 MB")."""
    return str(filesizeformat(byte)).replace("\xa0", " ")
