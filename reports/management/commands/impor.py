"""`manage.py impor F.xlsx [--periksa]`: the workbook of one kecamatan-year, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import Perintah, format_argument
from kecamatan.ground.errors import InputError
from reports.workbook.exchange import Preview, WorkbookRefused, buku_impor
from sakip.workbook.safety import UKURAN_TERBESAR


class Command(Perintah):
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
        tinjauan = buku_impor(isi=_read(berkas), nama=berkas.name, apply_changes=not periksa, kabupaten=True)
        if format == "json":
            self.write_json(tinjauan.polos())
        else:
            self._write_out(tinjauan, check=periksa)
        if tinjauan.galat:
            raise WorkbookRefused(tinjauan)

    def _write_out(self, tinjauan: Preview, *, check: bool) -> None:
        for catatan in tinjauan.catatan:
            self.stdout.write(catatan)
        for galat in tinjauan.galat:
            self.stdout.write(str(galat))
        for peringatan in tinjauan.peringatan:
            self.stdout.write(f"Peringatan. {peringatan}")
        if check:
            for satu in tinjauan.ubahan:
                baris = f", baris {satu.baris}" if satu.baris else ""
                self.stdout.write(f'Lembar {satu.lembar}{baris}: {satu.macam} "{satu.sebutan}" {satu.jenis}')
                for beda in satu.kolom:
                    self.stdout.write(
                        f"    {beda.judul}: {beda.lama or '(kosong)'} → {beda.baru or '(kosong)'}"
                    )
            for beda in tinjauan.jumlah:
                self.stdout.write(
                    f"Jumlah anggaran, {beda.judul.lower()}: {beda.lama or '(kosong)'} → {beda.baru or '(kosong)'}"
                )
        if not tinjauan.galat:
            hasil = "akan disimpan" if check else "disimpan"
            self.stdout.write(
                f"{tinjauan.kecamatan} tahun {tinjauan.tahun}: {tinjauan.hitungan}."
                if not tinjauan.hitungan.perubahan
                else f"{tinjauan.kecamatan} tahun {tinjauan.tahun}: {tinjauan.hitungan} ({hasil})."
            )


def _read(berkas: Path) -> bytes:
    try:
        if berkas.stat().st_size > UKURAN_TERBESAR:
            raise InputError(
                f'Berkas "{berkas}" lebih dari {UKURAN_TERBESAR // (1024 * 1024)} MB. Hapus gambar dan lembar tambahan.'
            )
        return berkas.read_bytes()
    except OSError as galat:
        raise InputError(
            f'Berkas "{berkas}" tidak dapat dibaca. Pastikan berkas itu ada dan boleh dibaca.'
        ) from galat
