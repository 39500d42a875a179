"""What the package of a kabupaten holds of one kecamatan: its files, and its row of the rekap.

What was signed comes from its archive. Anything else is a draft of the records as they are, made once per content
(:mod:`reports.publish.requests`) and marked KONSEP on its pages and in its name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from django.core.files.base import ContentFile
from django.utils import timezone

from kecamatan.ground.errors import InputError
from reports.models import Arsip, BerkasLaporan, IsiPaket, Laporan
from reports.publish.assemble import LKIP, build_draft
from reports.publish.file_names import download_name
from reports.publish.naskah import Naskah
from reports.publish.requests import file_now
from reports.signing.archive import archive_of, archived
from reports.signing.freeze import NoLongerReadable, frozen_of, thaw
from reports.signing.verify import Verification, signature_words, verify
from reports.workbook.exchange import buku_ekspor
from reports.workflow.acts import latest_laporan
from reports.workflow.deadline import Time, laporan_deadline, timeliness, year_deadline
from sakip.capaian.results import Results
from sakip.selectors import recorded_years
from sakip.text.dates import format_tanggal
from sakip.text.states import say_state
from sakip.text.working import say_predikat

#: What may be asked for besides the PDFs, by its code.
OPTIONS: Final = {
    "docx": "Dokumen Word",
    "xlsx": "Buku kerja Excel",
    "verifikasi": "Hasil verifikasi tanda tangan",
}

#: Folders of the zip.
WORD, WORKBOOKS, VERIFIED = "word/", "buku-kerja/", "verifikasi/"


class NothingThere(InputError):
    """The kecamatan has no LKIP of the year; ``str()`` says why."""


class NotMade(InputError):
    """A file cannot be made; ``str()`` says why."""


class MadeByAnother(Exception):
    """Another worker is making one of the files: look again in a moment."""


@dataclass(slots=True)
class Part:
    """``files`` are pairs: the name in the zip and where the file is stored. ``texts`` are pairs: the name in the zip
    and what it says. ``rekap`` is the row of the rekap (:mod:`reports.bulk.pack`)."""

    rekap: dict[str, Any]
    files: list[tuple[str, str]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)

    def plain(self) -> dict[str, Any]:
        """As :class:`IsiPaket` keeps it."""
        return {"files": self.files, "texts": self.texts, "rekap": self.rekap}


def part_of(isi: IsiPaket) -> Part:
    """Make what is not made yet. Raises :class:`NothingThere`, :class:`NotMade`, :class:`MadeByAnother`, and what
    :func:`reports.publish.requests.file_now` and the archive raise."""
    kecamatan, tahun, options = isi.kecamatan, isi.tahun, isi.paket.pilihan
    if tahun not in recorded_years(kecamatan=kecamatan):
        raise NothingThere(f"Belum ada catatan tahun {tahun}.")
    laporan = latest_laporan(kecamatan, tahun)
    arsip = archive_of(kecamatan, tahun)
    if arsip is None:
        naskah = build_draft(kecamatan=kecamatan, tahun=tahun)
        part = Part(_rekap(isi, laporan, arsip, naskah.results))
        part.files += [_draft(isi, naskah, shape) for shape in ("pdf", *({"docx"} & {*options}))]
    else:
        part = Part(_rekap(isi, laporan, arsip, _results(arsip)))
        part.files += [_signed(arsip, shape) for shape in ("pdf", *({"docx"} & {*options}))]
        if "verifikasi" in options:
            found = verify(archived(arsip, "pdf").content)
            name = download_name(LKIP, kecamatan, tahun, "txt", versi=arsip.versi)
            part.texts.append((VERIFIED + name, _verified(name, found)))
            part.rekap["verifikasi"] = found.verdict.value
    if "xlsx" in options:
        isi.buku.save(
            f"{isi.pk}.xlsx", ContentFile(buku_ekspor(kecamatan=kecamatan, tahun=tahun)), save=False
        )
        part.files.append(
            (WORKBOOKS + download_name("buku-kerja", kecamatan, tahun, "xlsx"), isi.buku.name or "")
        )
    return part


def _signed(arsip: Arsip, shape: str) -> tuple[str, str]:
    name = download_name(LKIP, arsip.kecamatan, arsip.tahun, shape, versi=arsip.versi)
    return _folder(shape) + name, getattr(arsip, shape).name


def _draft(isi: IsiPaket, naskah: Naskah, shape: str) -> tuple[str, str]:
    def begun(file: BerkasLaporan) -> None:
        IsiPaket.objects.filter(pk=isi.pk).update(dibuatkan=file)

    kecamatan, tahun = isi.kecamatan, isi.tahun
    file = file_now(kecamatan=kecamatan, tahun=tahun, kind=LKIP, shape=shape, naskah=naskah, begun=begun)
    if file.status == BerkasLaporan.Status.GAGAL:
        raise NotMade(file.pesan)
    if file.status != BerkasLaporan.Status.SELESAI:
        raise MadeByAnother
    name = download_name(LKIP, kecamatan, tahun, shape, mark="KONSEP")
    return _folder(shape) + name, file.berkas.name or ""


def _folder(shape: str) -> str:
    return WORD if shape == "docx" else ""


def _results(arsip: Arsip) -> Results | None:
    """What the signed report says; None where this version cannot read it any more."""
    try:
        return thaw(frozen_of(arsip)).results
    except NoLongerReadable:
        return None


def _rekap(
    isi: IsiPaket, laporan: Laporan | None, arsip: Arsip | None, results: Results | None
) -> dict[str, Any]:
    """The row of the rekap: numbers as text, exact; what is not known in words."""
    signature = arsip.tanda_tangan if arsip else None
    rerata, serapan = (results.rerata, results.anggaran.total) if results else (None, None)
    return {
        "keadaan": (laporan.get_status_display() if laporan else Laporan.Status.DRAF.label),
        "versi": laporan.versi if laporan else 1,
        "ditandatangani": format_tanggal(timezone.localdate(signature.waktu)) if signature else "",
        "oleh": f"{signature.nama}, {signature.jabatan}" if signature else "",
        "waktu": _time(isi, laporan),
        "capaian": _number(rerata),
        "predikat": say_predikat(rerata) if rerata else "",
        "serapan": _number(serapan),
    }


def _time(isi: IsiPaket, laporan: Laporan | None) -> str:
    """Whether it came in time: as it was judged when it was received, else by its last day as it is now."""
    if laporan is not None and laporan.tepat_waktu is not None:
        return str(Time.IN_TIME if laporan.tepat_waktu else Time.LATE)
    until = laporan_deadline(laporan) if laporan else year_deadline(isi.paket.kabupaten_id, isi.tahun)
    return timeliness(until, laporan.ditandatangani_pada if laporan else None).words


def _number(result: Any) -> str:
    if result is None:
        return ""
    return str(result.nilai) if result.nilai is not None else say_state(result.keadaan)


def _verified(name: str, found: Verification) -> str:
    """What stands beside a signed file."""
    lines = [name, str(found), f"SHA-256: {found.sha256}", *map(signature_words, found.signatures)]
    return "\r\n".join(lines) + "\r\n"
