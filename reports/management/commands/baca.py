"""`manage.py baca FILE --kecamatan K --tahun T --xlsx F`: what an office's paper says, as a filled workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.arguments import tahun as read_tahun
from kecamatan.ground.commands import ProjectCommand, ensure_writable, kecamatan_of, write_file
from kecamatan.ground.errors import InputError
from reports.papers.read import LARGEST
from reports.reading.filled import filled_workbook


class Command(ProjectCommand):
    """Writes a workbook and records nothing: it is looked through, mended and imported as any other."""

    help = (
        "Membaca tabel LKIP, Renstra, PK, IKU, atau RKA (DOCX, PDF yang berisi teks, XLSX, CSV, TXT) dan menulis buku"
        " kerja yang terisi. Lembar Asal menyebut tempat setiap baris dan yang tidak dipakai."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The paper, whose it is, and where the workbook goes."""
        parser.add_argument("dokumen", metavar="FILE", type=Path, help="dokumen yang dibaca")
        parser.add_argument("--kecamatan", metavar="K", required=True, help="nama atau kode kecamatan")
        parser.add_argument("--tahun", metavar="T", type=read_tahun, required=True, help="tahun yang diisi")
        parser.add_argument(
            "--xlsx", metavar="F.xlsx", type=Path, required=True, help="buku kerja yang ditulis"
        )

        parser.add_argument(
            "--tujuan", metavar="T", default="", help="tujuan Renstra, bila dokumennya tidak menyebutnya"
        )

    def handle(
        self, *args: Any, dokumen: Path, kecamatan: str, tahun: int, xlsx: Path, tujuan: str, **options: Any
    ) -> None:
        """Read and write."""
        place = kecamatan_of(kecamatan)
        ensure_writable(xlsx)
        content, read = filled_workbook(
            content=_read(dokumen), name=dokumen.name, place=(place, tahun), tujuan=" ".join(tujuan.split())
        )
        write_file({xlsx: content})
        self.stdout.write(
            f"{xlsx}: {len(read.taken)} baris dari {read.reading.tables} tabel yang dikenali;"
            f" {len(read.reading.proposals) - len(read.taken)} usulan dan {len(read.reading.unplaced)} baris tabel"
            " tidak dipakai (lembar Asal)."
        )


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise InputError(
                f'Berkas "{file}" lebih dari {LARGEST // (1024 * 1024)} MB. Kecilkan gambarnya, lalu ulangi.'
            )
        return file.read_bytes()
    except OSError as error:
        raise InputError(
            f'Berkas "{file}" tidak dapat dibaca. Pastikan berkas itu ada dan boleh dibaca.'
        ) from error
