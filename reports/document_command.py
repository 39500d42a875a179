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
from reports.publish.assemble import Assembled, FileMissing, NoDokumen, arrange, build_draft
from reports.publish.files import publish_html, publish_pdf
from sakip.year_command import place_and_year

SHAPES = ("html", "pdf", "docx")


def file_argument(parser: CommandParser) -> None:
    """Add ``--html F``, ``--pdf F`` and ``--docx F``."""
    for shape in SHAPES:
        parser.add_argument(
            f"--{shape}", metavar="F", type=Path, help=f"tulis dokumen sebagai {shape.upper()} ke berkas F"
        )


def print_dokumen(options: Mapping[str, Any], *, kind: str) -> Iterator[str]:
    """Write one document in the forms asked for; yields a line about each file. Raises InputError.

    Everything is rendered before anything is written, so that a failure leaves no file behind; whether the files
    can be written at all is asked first.
    """
    tujuan = {b: options[b] for b in SHAPES if options[b]}
    if not tujuan:
        raise InputError("Belum ada berkas yang diminta. Tambahkan --pdf F, --html F, atau --docx F.")
    if len({ensure_writable(location) for location in tujuan.values()}) < len(tujuan):
        raise InputError("Satu berkas diminta dalam dua bentuk. Tulis nama berkas yang berbeda.")
    kecamatan = place_and_year(kecamatan=options["kecamatan"], tahun=options["tahun"])
    assembled = _build(kecamatan, options["tahun"], kind)
    results = {shape: _PRINTERS[shape](assembled) for shape in tujuan}
    write_file({tujuan[shape]: content for shape, (content, _) in results.items()})
    for shape, (content, keterangan) in results.items():
        yield f"{tujuan[shape]}: {keterangan}, {size(len(content))}"


def _build(kecamatan: Kecamatan, tahun: int, kind: str) -> Assembled:
    try:
        return arrange(build_draft(kecamatan=kecamatan, tahun=tahun), kind)
    except (NoDokumen, FileMissing) as error:
        raise InputError(str(error)) from error


def _pdf(assembled: Assembled) -> tuple[bytes, str]:
    try:
        result = publish_pdf(assembled)
    except PdfError as error:
        raise InputError(str(error)) from error
    return result.content, f"{result.page} halaman"


def _html(assembled: Assembled) -> tuple[bytes, str]:
    return publish_html(assembled).encode(), "satu halaman web"


def _docx(assembled: Assembled) -> tuple[bytes, str]:
    from reports.docx import render_docx  # asked for rarely; its library need not load with every command

    return render_docx(assembled.dokumen, assembled.settings, media=assembled.media), "dokumen Word"


_PRINTERS: dict[str, Callable[[Assembled], tuple[bytes, str]]] = {"html": _html, "pdf": _pdf, "docx": _docx}


def size(byte: int) -> str:
    """A file size as the pages print it ("568,8 KB", "1,9 MB")."""
    return str(filesizeformat(byte)).replace("\xa0", " ")
