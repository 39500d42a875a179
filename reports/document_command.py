"""What the commands that write documents share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.template.defaultfilters import filesizeformat

from kecamatan.ground.commands import ensure_writable, write_file
from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan
from reports.publish.assemble import Assembled, FileMissing, NoDokumen, arrange
from reports.publish.files import SHAPES, UNPRINTABLE, Published, publish
from reports.review.sheet import draft_of
from reports.signing.archive import archive_of, archived
from sakip.year_command import place_and_year

_SAID = {"html": "satu halaman web", "docx": "dokumen Word"}


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
    arsip = archive_of(kecamatan, options["tahun"], kind)
    if arsip is not None:
        results = {shape: archived(arsip, shape) for shape in tujuan}
    else:
        assembled = _build(kecamatan, options["tahun"], kind)
        results = {shape: _publish(assembled, shape) for shape in tujuan}
    write_file({tujuan[shape]: result.content for shape, result in results.items()})
    for shape, result in results.items():
        said = _SAID.get(shape) or f"{result.page} halaman"
        yield f"{tujuan[shape]}: {said}, {size(len(result.content))}"


def _build(kecamatan: Kecamatan, tahun: int, kind: str) -> Assembled:
    try:
        return arrange(draft_of(kecamatan=kecamatan, tahun=tahun, kind=kind), kind)
    except (NoDokumen, FileMissing) as error:
        raise InputError(str(error)) from error


def _publish(assembled: Assembled, shape: str) -> Published:
    try:
        return publish(assembled, shape)
    except UNPRINTABLE as error:
        raise InputError(str(error)) from error


def size(byte: int) -> str:
    """A file size as the pages print it ("568,8 KB", "1,9 MB")."""
    return str(filesizeformat(byte)).replace("\xa0", " ")
