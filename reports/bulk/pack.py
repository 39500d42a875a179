"""The zip of a package: the files as they are stored, one after another, with the rekap and what is missing."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import IO, Any, Final

from django.core.files.storage import default_storage
from django.utils.text import slugify

from reports.bulk.overview import overview_read
from reports.bulk.overview_book import overview_book
from reports.docx.package import ZIP_EPOCH
from reports.models import IsiPaket, PaketLaporan
from reports.signing.verify import WORDS, Verdict
from reports.workflow.deadline import timeliness, year_deadline
from sakip.workbook.listing import Listing, write_listings

_PIECE: Final = 1024 * 1024

#: States of those of which there is nothing, each with its reason.
MISSING: Final = (IsiPaket.Status.TIDAK_ADA, IsiPaket.Status.GAGAL)

#: Heading, width in characters, key of the rekap; what has no key is filled in here.
_COLUMNS: Final = (
    ("Kode", 11, ""),
    ("Kecamatan", 24, ""),
    ("Keadaan LKIP", 18, "keadaan"),
    ("Versi", 8, "versi"),
    ("Ditandatangani", 20, "ditandatangani"),
    ("Oleh", 36, "oleh"),
    ("Penyampaian", 20, "waktu"),
    ("Capaian (%)", 16, "capaian"),
    ("Predikat", 24, "predikat"),
    ("Serapan (%)", 16, "serapan"),
    ("Tanda tangan", 40, "verifikasi"),
    ("Berkas PDF", 40, ""),
    ("SHA-256", 68, ""),
)


def rekap_name(paket: PaketLaporan) -> str:
    """The name of the rekap in the zip, without a slash."""
    return f"Rekap-LKIP-{paket.tahun}.xlsx"


def overview_name(paket: PaketLaporan, shape: str = "pdf") -> str:
    """The name of the ikhtisar, in the zip and by itself."""
    place = slugify(str(paket.kabupaten)).title()
    mark = "-KONSEP" if paket.ikhtisar and paket.ikhtisar.konsep else ""
    return f"Ikhtisar-Kinerja-{place}-{paket.tahun}{mark}.{shape}"


def write_package(paket: PaketLaporan, items: Sequence[IsiPaket], target: IO[bytes]) -> None:
    """Write the zip; no more than a piece of a file is in memory. Raises FileNotFoundError of a file that is gone."""
    marks: dict[int, tuple[str, str]] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for one in items:
            held = one.hasil or {}
            for name, stored in held.get("files", ()):
                marks.setdefault(one.pk, (name, _copy(package, name, stored)))  # the PDF comes first
            for name, text in held.get("texts", ()):
                package.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), text.encode())
        if paket.ikhtisar is not None:
            _copy(package, overview_name(paket), paket.ikhtisar.berkas.name or "")
            book = zipfile.ZipInfo(overview_name(paket, "xlsx"), ZIP_EPOCH)
            package.writestr(book, overview_book(overview_read(paket.ikhtisar)))
        rekap = zipfile.ZipInfo(rekap_name(paket), ZIP_EPOCH)
        package.writestr(rekap, write_rekap(paket, items, marks))


def _copy(package: zipfile.ZipFile, name: str, stored: str) -> str:
    """Copy a stored file into the zip; returns its SHA-256."""
    mark = hashlib.sha256()
    with (
        default_storage.open(stored) as source,
        package.open(zipfile.ZipInfo(name, ZIP_EPOCH), "w", force_zip64=True) as target,
    ):
        while piece := source.read(_PIECE):
            mark.update(piece)
            target.write(piece)
    return mark.hexdigest()


def write_rekap(paket: PaketLaporan, items: Sequence[IsiPaket], marks: dict[int, tuple[str, str]]) -> bytes:
    """A row per kecamatan, and a sheet of what is missing and why; ``marks`` are name and SHA-256 of the PDF."""
    title = f"LKIP {paket.kabupaten} tahun {paket.tahun}"
    owed = timeliness(year_deadline(paket.kabupaten_id, paket.tahun), None).words
    return write_listings(
        title,
        (
            Listing(
                name="Rekap",
                title=f"Rekap {title}",
                columns=[(heading, width) for heading, width, _ in _COLUMNS],
                rows=[_row(one, *marks.get(one.pk, ("", "")), owed=owed) for one in items],
                fixed=2,
            ),
            Listing(
                name="Belum ada",
                title=f"{title} yang belum ada, dan sebabnya",
                columns=(("Kode", 11), ("Kecamatan", 24), ("Sebab", 100)),
                rows=[
                    (one.kecamatan.kode, str(one.kecamatan), one.pesan)
                    for one in items
                    if one.status in MISSING
                ],
                fixed=2,
            ),
        ),
    )


def _row(isi: IsiPaket, file: str, mark: str, *, owed: str) -> list[Any]:
    """``owed`` says how what is not there stands to its last day: who sorts by that column looks for the latest."""
    rekap = (isi.hasil or {}).get("rekap") or {
        "keadaan": isi.get_status_display(),
        "waktu": owed if isi.status == IsiPaket.Status.TIDAK_ADA else "",
    }
    told = {**rekap, "verifikasi": WORDS[Verdict(rekap["verifikasi"])] if "verifikasi" in rekap else ""}
    values = [_value(told.get(key, "")) for _, _, key in _COLUMNS if key]
    return [isi.kecamatan.kode, str(isi.kecamatan), *values, file, mark]


def _value(said: Any) -> Any:
    """A number where it is one."""
    try:
        return Decimal(said) if isinstance(said, str) else said
    except InvalidOperation:
        return said
