"""``manage.py lkip``: one LKIP, or those of every kecamatan of the kabupaten in a zip."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from kecamatan.ground.arguments import tahun as argumen_tahun
from kecamatan.ground.commands import Perintah, ensure_writable, write_file
from kecamatan.ground.errors import InputError
from kecamatan.models import Kabupaten, Kecamatan
from reports.document_command import BENTUK, file_argument, print_dokumen, ukuran
from reports.docx.package import ZIP_EPOCH
from reports.publish.batch import publish_many
from reports.publish.printing import HasilMassal
from sakip.selectors import tahun_tercatat

#: Entries of a zip carry a time; the clock's would make every run another file.


class Command(Perintah):
    help = (
        "Mencetak LKIP satu kecamatan (lkip K T --pdf F), atau LKIP semua kecamatan yang memiliki catatan "
        "pada satu tahun (lkip --semua T --zip F)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "kecamatan", metavar="K", nargs="?", help="kode wilayah (35.09.10) atau nama (balung)"
        )
        parser.add_argument("tahun", metavar="T", nargs="?", type=argumen_tahun, help="tahun, misalnya 2021")
        file_argument(parser)
        parser.add_argument("--semua", metavar="T", type=argumen_tahun, help="semua kecamatan untuk tahun T")
        parser.add_argument("--zip", metavar="F", type=Path, help="berkas zip untuk --semua")
        parser.add_argument(
            "--proses", metavar="N", type=int, default=1, help="jumlah proses perender (bawaan: 1)"
        )
        parser.add_argument(
            "--kabupaten", metavar="KODE", help="kode kabupaten, bila lebih dari satu tercatat"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["semua"] is not None:
            self._semua(options)
            return
        if options["kecamatan"] is None or options["tahun"] is None:
            raise InputError(
                "Sebutkan kecamatan dan tahun (lkip balung 2020 --pdf F), atau --semua T --zip F."
            )
        if options["zip"]:
            raise InputError("--zip hanya untuk --semua. Pakai --pdf F untuk satu kecamatan.")
        for baris in print_dokumen(options, jenis="lkip"):
            self.stdout.write(baris)

    def _semua(self, options: dict[str, Any]) -> None:
        if options["kecamatan"] is not None or any(options[b] for b in BENTUK):
            raise InputError("--semua T hanya memakai --zip F dan --proses N. Hapus argumen yang lain.")
        if options["zip"] is None:
            raise InputError("Sebutkan berkas tujuannya: --zip F.")
        if not 1 <= options["proses"] <= 32:
            raise InputError(f"--proses {options['proses']} tidak dapat dipakai. Isi 1 sampai 32.")
        tahun = options["semua"]
        semua = Kecamatan.objects.filter(kabupaten=_kabupaten(options["kabupaten"])).order_by("kode")
        tercatat = [k for k in semua.select_related("kabupaten") if tahun in tahun_tercatat(kecamatan=k)]
        if not tercatat:
            raise InputError(
                f"Belum ada kecamatan yang memiliki catatan tahun {tahun}. Isi catatannya dahulu."
            )
        ensure_writable(options["zip"])
        hasil = self._cetak(tercatat, tahun, options["proses"])
        berhasil = [h for h in hasil if not h.galat]
        if berhasil:
            write_file({options["zip"]: _zip(berhasil)})
        self._summarize(options["zip"], hasil, semua.count() - len(tercatat))

    def _cetak(self, daftar: list[Kecamatan], tahun: int, proses: int) -> list[HasilMassal]:
        hasil: list[HasilMassal] = []
        for nomor, satu in enumerate(publish_many(daftar, tahun=tahun, proses=proses), start=1):
            hasil.append(satu)
            self._kemajuan(nomor, len(daftar), satu)
        return hasil

    def _kemajuan(self, nomor: int, jumlah: int, hasil: HasilMassal) -> None:
        """A bar on a terminal, a line per document in a log; not in the red of errors."""
        keadaan = hasil.galat or f"{hasil.halaman} halaman"
        if self.stderr.isatty():
            panjang = 30 * nomor // jumlah
            bilah = f"[{'█' * panjang}{'·' * (30 - panjang)}] {nomor}/{jumlah} {hasil.nama}"
            self.stderr.write(f"\r{bilah:<70}", str, ending="\n" if nomor == jumlah else "")
        else:
            self.stderr.write(f"{nomor}/{jumlah} {hasil.nama}: {keadaan}", str)
        self.stderr.flush()

    def _summarize(self, letak: Path, hasil: list[HasilMassal], tanpa_catatan: int) -> None:
        gagal = [h for h in hasil if h.galat]
        berhasil = len(hasil) - len(gagal)
        if berhasil:
            self.stdout.write(f"{letak}: {berhasil} LKIP, {ukuran(letak.stat().st_size)}")
        if tanpa_catatan:
            self.stdout.write(f"{tanpa_catatan} kecamatan dilewati karena belum memiliki catatan tahun itu.")
        for h in gagal:
            self.stderr.write(f"Gagal: {h.nama} ({h.kode}): {h.galat}")
        if gagal:
            sisa = f"yang lain ada dalam {letak}" if berhasil else f"{letak} tidak ditulis"
            raise CommandError(
                f"{len(gagal)} dari {len(hasil)} LKIP gagal dibuat; {sisa}. Perbaiki menurut sebab di atas, lalu"
                " ulangi."
            )


def _kabupaten(kode: str | None) -> Kabupaten:
    daftar = list(Kabupaten.objects.filter(**({"kode": kode} if kode else {})).order_by("kode")[:2])
    if not daftar:
        raise InputError(
            f'Kabupaten "{kode}" tidak dikenal. Pakai kode seperti 35.09.'
            if kode
            else 'Belum ada kabupaten. Jalankan "manage.py siapkan".'
        )
    if len(daftar) > 1:
        raise InputError("Lebih dari satu kabupaten tercatat. Tambahkan --kabupaten KODE.")
    return daftar[0]


def _zip(hasil: list[HasilMassal]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for h in hasil:
            arsip.writestr(zipfile.ZipInfo(h.berkas, ZIP_EPOCH), h.pdf, zipfile.ZIP_STORED)
    return wadah.getvalue()
