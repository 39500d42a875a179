"""`manage.py impor F.xlsx [--periksa]`: the workbook of one kecamatan-year, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand, format_argument
from kecamatan.ground.errors import InputError
from reports.workbook.exchange import WorkbookRefused, workbook_import
from reports.workbook.import_run import Preview
from sakip.workbook.safety import LARGEST_SIZE


class Command(ProjectCommand):
    """Prints what changes (or would change, with ``--periksa``). Who runs it may change what the kabupaten owns."""

    help = (
        "Membaca buku kerja (XLSX) hasil ekspor dan menyimpan isinya, semuanya atau tidak sama sekali."
        " Dengan --periksa hanya menampilkan perubahan dan kesalahannya."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The file and what to do with it."""
        parser.add_argument("berkas", metavar="F.xlsx", type=Path, help="buku kerja yang sudah diisi")
        parser.add_argument(
            "--periksa",
            action="store_true",
            help="tampilkan semua perubahan dan kesalahan tanpa menyimpan apa pun",
        )
        format_argument(parser)

    def handle(self, *args: Any, berkas: Path, periksa: bool, format: str, **options: Any) -> None:
        """Preview or write."""
        preview = workbook_import(
            content=_read(berkas), nama=berkas.name, apply_changes=not periksa, kabupaten=True
        )
        if format == "json":
            self.write_json(preview.plain())
        else:
            self._write_out(preview, check=periksa)
        if preview.errors:
            raise WorkbookRefused(preview)

    def _write_out(self, preview: Preview, *, check: bool) -> None:
        for note in preview.notes:
            self.stdout.write(note)
        for error in preview.errors:
            self.stdout.write(str(error))
        for warning in preview.warnings:
            self.stdout.write(f"Peringatan. {warning}")
        if check:
            for one in preview.changes:
                row = f", baris {one.baris}" if one.baris else ""
                self.stdout.write(f'Lembar {one.lembar}{row}: {one.macam} "{one.sebutan}" {one.jenis}')
                for difference in one.kolom:
                    self.stdout.write(
                        f"    {difference.judul}: {difference.lama or '(kosong)'} → {difference.baru or '(kosong)'}"
                    )
            for difference in preview.jumlah:
                self.stdout.write(
                    f"Jumlah anggaran, {difference.judul.lower()}: {difference.lama or '(kosong)'} → "
                    f"{difference.baru or '(kosong)'}"
                )
            for one_capaian in preview.capaian:
                stays = "; LKIP sudah ditandatangani, naskahnya tetap" if one_capaian.tetap else ""
                self.stdout.write(
                    f"{one_capaian.ukuran} {one_capaian.tahun}, {one_capaian.indikator}: {one_capaian.lama} → "
                    f"{one_capaian.baru}{stays}"
                )
        if not preview.errors:
            result = "akan disimpan" if check else "disimpan"
            self.stdout.write(
                f"{preview.kecamatan} tahun {preview.tahun}: {preview.tally}."
                if not preview.tally.perubahan
                else f"{preview.kecamatan} tahun {preview.tahun}: {preview.tally} ({result})."
            )


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST_SIZE:
            raise InputError(
                f'Berkas "{file}" lebih dari {LARGEST_SIZE // (1024 * 1024)} MB. Hapus gambar dan lembar tambahan.'
            )
        return file.read_bytes()
    except OSError as error:
        raise InputError(
            f'Berkas "{file}" tidak dapat dibaca. Pastikan berkas itu ada dan boleh dibaca.'
        ) from error
