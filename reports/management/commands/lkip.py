"""``manage.py lkip``: one LKIP, or those of every kecamatan of the kabupaten in a zip."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from kecamatan.ground.arguments import tahun as tahun_argument
from kecamatan.ground.commands import ProjectCommand, ensure_writable, write_file
from kecamatan.ground.errors import InputError
from kecamatan.models import Kabupaten, Kecamatan
from reports.document_command import SHAPES, file_argument, print_dokumen, size
from reports.docx.package import ZIP_EPOCH
from reports.publish.batch import publish_many
from reports.publish.printing import BatchResult
from sakip.selectors import recorded_years

#: Entries of a zip carry a time; the clock's would make every run another file.


class Command(ProjectCommand):
    help = (
        "Mencetak LKIP satu kecamatan (lkip K T --pdf F), atau LKIP semua kecamatan yang memiliki catatan "
        "pada satu tahun (lkip --semua T --zip F)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "kecamatan", metavar="K", nargs="?", help="kode wilayah (35.09.10) atau nama (balung)"
        )
        parser.add_argument("tahun", metavar="T", nargs="?", type=tahun_argument, help="tahun, misalnya 2021")
        file_argument(parser)
        parser.add_argument("--semua", metavar="T", type=tahun_argument, help="semua kecamatan untuk tahun T")
        parser.add_argument("--zip", metavar="F", type=Path, help="berkas zip untuk --semua")
        parser.add_argument(
            "--proses", metavar="N", type=int, default=1, help="jumlah proses perender (bawaan: 1)"
        )
        parser.add_argument(
            "--kabupaten", metavar="KODE", help="kode kabupaten, bila lebih dari satu tercatat"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["semua"] is not None:
            self._everything(options)
            return
        if options["kecamatan"] is None or options["tahun"] is None:
            raise InputError(
                "Sebutkan kecamatan dan tahun (lkip balung 2020 --pdf F), atau --semua T --zip F."
            )
        if options["zip"]:
            raise InputError("--zip hanya untuk --semua. Pakai --pdf F untuk satu kecamatan.")
        for row in print_dokumen(options, kind="lkip"):
            self.stdout.write(row)

    def _everything(self, options: dict[str, Any]) -> None:
        if options["kecamatan"] is not None or any(options[b] for b in SHAPES):
            raise InputError("--semua T hanya memakai --zip F dan --proses N. Hapus argumen yang lain.")
        if options["zip"] is None:
            raise InputError("Sebutkan berkas tujuannya: --zip F.")
        if not 1 <= options["proses"] <= 32:
            raise InputError(f"--proses {options['proses']} tidak dapat dipakai. Isi 1 sampai 32.")
        tahun = options["semua"]
        all_kecamatan = Kecamatan.objects.filter(kabupaten=_kabupaten(options["kabupaten"])).order_by("kode")
        recorded = [
            k for k in all_kecamatan.select_related("kabupaten") if tahun in recorded_years(kecamatan=k)
        ]
        if not recorded:
            raise InputError(
                f"Belum ada kecamatan yang memiliki catatan tahun {tahun}. Isi catatannya dahulu."
            )
        ensure_writable(options["zip"])
        results = self._cetak(recorded, tahun, options["proses"])
        succeeded = [h for h in results if not h.error]
        if succeeded:
            write_file({options["zip"]: _zip(succeeded)})
        self._summarize(options["zip"], results, all_kecamatan.count() - len(recorded))

    def _cetak(self, listing: list[Kecamatan], tahun: int, running: int) -> list[BatchResult]:
        results: list[BatchResult] = []
        for nomor, one in enumerate(publish_many(listing, tahun=tahun, running=running), start=1):
            results.append(one)
            self._progress(nomor, len(listing), one)
        return results

    def _progress(self, nomor: int, jumlah: int, result: BatchResult) -> None:
        """A bar on a terminal, a line per document in a log; not in the red of errors."""
        state = result.error or f"{result.page} halaman"
        if self.stderr.isatty():
            length = 30 * nomor // jumlah
            bar = f"[{'█' * length}{'·' * (30 - length)}] {nomor}/{jumlah} {result.nama}"
            self.stderr.write(f"\r{bar:<70}", str, ending="\n" if nomor == jumlah else "")
        else:
            self.stderr.write(f"{nomor}/{jumlah} {result.nama}: {state}", str)
        self.stderr.flush()

    def _summarize(self, location: Path, results: list[BatchResult], without_records: int) -> None:
        failed = [h for h in results if h.error]
        succeeded = len(results) - len(failed)
        if succeeded:
            self.stdout.write(f"{location}: {succeeded} LKIP, {size(location.stat().st_size)}")
        if without_records:
            self.stdout.write(
                f"{without_records} kecamatan dilewati karena belum memiliki catatan tahun itu."
            )
        for h in failed:
            self.stderr.write(f"Gagal: {h.nama} ({h.kode}): {h.error}")
        if failed:
            rest = f"yang lain ada dalam {location}" if succeeded else f"{location} tidak ditulis"
            raise CommandError(
                f"{len(failed)} dari {len(results)} LKIP gagal dibuat; {rest}. Perbaiki menurut sebab di atas, lalu"
                " ulangi."
            )


def _kabupaten(kode: str | None) -> Kabupaten:
    listing = list(Kabupaten.objects.filter(**({"kode": kode} if kode else {})).order_by("kode")[:2])
    if not listing:
        raise InputError(
            f'Kabupaten "{kode}" tidak dikenal. Pakai kode seperti 35.09.'
            if kode
            else 'Belum ada kabupaten. Jalankan "manage.py siapkan".'
        )
    if len(listing) > 1:
        raise InputError("Lebih dari satu kabupaten tercatat. Tambahkan --kabupaten KODE.")
    return listing[0]


def _zip(results: list[BatchResult]) -> bytes:
    container = io.BytesIO()
    with zipfile.ZipFile(container, "w", zipfile.ZIP_DEFLATED) as arsip:
        for h in results:
            arsip.writestr(zipfile.ZipInfo(h.file, ZIP_EPOCH), h.pdf, zipfile.ZIP_STORED)
    return container.getvalue()
