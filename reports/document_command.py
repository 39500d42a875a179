"""What the commands that write documents share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.template.defaultfilters import filesizeformat

from kecamatan.ground.commands import pastikan_dapat_ditulis, tulis_berkas
from kecamatan.ground.errors import GalatMasukan
from kecamatan.models import Kecamatan
from reports.pdf.render import GalatPDF
from reports.publish.assemble import BerkasHilang, Susunan, TidakAdaDokumen, susun, susun_naskah
from reports.publish.files import terbitkan_html, terbitkan_pdf
from sakip.year_command import tempat_dan_tahun

BENTUK = ("html", "pdf", "docx")


def argumen_berkas(parser: CommandParser) -> None:
    """Add ``--html F``, ``--pdf F`` and ``--docx F``."""
    for bentuk in BENTUK:
        parser.add_argument(
            f"--{bentuk}", metavar="F", type=Path, help=f"tulis dokumen sebagai {bentuk.upper()} ke berkas F"
        )


def cetak_dokumen(options: Mapping[str, Any], *, jenis: str) -> Iterator[str]:
    """Write one document in the forms asked for; yields a line about each file. Raises GalatMasukan.

    Everything is rendered before anything is written, so that a failure leaves no file behind; whether the files
    can be written at all is asked first.
    """
    tujuan = {b: options[b] for b in BENTUK if options[b]}
    if not tujuan:
        raise GalatMasukan("Belum ada berkas yang diminta. Tambahkan --pdf F, --html F, atau --docx F.")
    if len({pastikan_dapat_ditulis(letak) for letak in tujuan.values()}) < len(tujuan):
        raise GalatMasukan("Satu berkas diminta dalam dua bentuk. Tulis nama berkas yang berbeda.")
    kecamatan = tempat_dan_tahun(kecamatan=options["kecamatan"], tahun=options["tahun"])
    susunan = _susun(kecamatan, options["tahun"], jenis)
    hasil = {bentuk: _CETAK[bentuk](susunan) for bentuk in tujuan}
    tulis_berkas({tujuan[bentuk]: isi for bentuk, (isi, _) in hasil.items()})
    for bentuk, (isi, keterangan) in hasil.items():
        yield f"{tujuan[bentuk]}: {keterangan}, {ukuran(len(isi))}"


def _susun(kecamatan: Kecamatan, tahun: int, jenis: str) -> Susunan:
    try:
        return susun(susun_naskah(kecamatan=kecamatan, tahun=tahun), jenis)
    except (TidakAdaDokumen, BerkasHilang) as galat:
        raise GalatMasukan(str(galat)) from galat


def _pdf(susunan: Susunan) -> tuple[bytes, str]:
    try:
        hasil = terbitkan_pdf(susunan)
    except GalatPDF as galat:
        raise GalatMasukan(str(galat)) from galat
    return hasil.isi, f"{hasil.halaman} halaman"


def _html(susunan: Susunan) -> tuple[bytes, str]:
    return terbitkan_html(susunan).encode(), "satu halaman web"


def _docx(susunan: Susunan) -> tuple[bytes, str]:
    from reports.docx import render_docx  # asked for rarely; its library need not load with every command

    return render_docx(susunan.dokumen, susunan.pengaturan, media=susunan.media), "dokumen Word"


_CETAK: dict[str, Callable[[Susunan], tuple[bytes, str]]] = {"html": _html, "pdf": _pdf, "docx": _docx}


def ukuran(byte: int) -> str:
    """A file size as the pages print it ("568,8 KB", "1,9 MB")."""
    return str(filesizeformat(byte)).replace("\xa0", " ")
