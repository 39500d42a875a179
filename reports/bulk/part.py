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
from reports.models import Arsip, BerkasLaporan, IsiPaket, Laporan, PaketLaporan
from reports.monitoring.kept import keep_current
from reports.overview.gather import year_facts
from reports.peers.read import template_ties
from reports.publish.assemble import LKIP, build_draft
from reports.publish.file_names import download_name
from reports.publish.naskah import Naskah
from reports.publish.requests import file_now
from reports.selectors import latest_laporan
from reports.signing.archive import archive_of, archived
from reports.signing.freeze import NoLongerReadable, frozen_of, thaw
from reports.signing.sign import verification_address
from reports.signing.verify import Verification, signature_words, verify
from reports.workbook.exchange import workbook_export
from reports.workflow.deadline import Time, laporan_deadline, timeliness, year_deadline
from sakip.capaian.results import Results
from sakip.selectors import recorded_years
from sakip.snapshot.codec import to_plain
from sakip.text.dates import format_tanggal
from sakip.text.states import say_state
from sakip.text.working import say_predikat

#: What may be asked for besides the PDFs, by its code.
OPTIONS: Final = {
    "docx": "Dokumen Word",
    "xlsx": "Buku kerja Excel",
    "verifikasi": "Hasil verifikasi tanda tangan",
    "ikhtisar": "Ikhtisar kinerja kabupaten",
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
    and what it says. ``rekap`` is the row of the rekap (:mod:`reports.bulk.pack`), ``facts`` what the ikhtisar tells
    of the kecamatan (:class:`reports.overview.facts.YearFacts`), where one is made."""

    rekap: dict[str, Any]
    facts: dict[str, Any] | None = None
    files: list[tuple[str, str]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)

    def plain(self) -> dict[str, Any]:
        """As :class:`IsiPaket` keeps it."""
        return {"files": self.files, "texts": self.texts, "rekap": self.rekap, "facts": self.facts}


def tells_overview(paket: PaketLaporan) -> bool:
    """Whether the ikhtisar of the kabupaten is made for this package."""
    return paket.jenis == PaketLaporan.Jenis.IKHTISAR or "ikhtisar" in paket.pilihan


def part_of(isi: IsiPaket) -> Part:
    """Make what is not made yet. Raises :class:`NothingThere`, :class:`NotMade`, :class:`MadeByAnother`, and what
    :func:`reports.publish.requests.file_now` and the archive raise."""
    kecamatan, tahun, options = isi.kecamatan, isi.tahun, isi.paket.pilihan
    if tells_overview(isi.paket):
        keep_current(kecamatan=kecamatan, tahun=tahun)  # of one without records as well
    if tahun not in recorded_years(kecamatan=kecamatan):
        raise NothingThere(f"Belum ada catatan tahun {tahun}.")
    laporan = latest_laporan(kecamatan, tahun)
    arsip = archive_of(kecamatan, tahun)
    naskah = build_draft(kecamatan=kecamatan, tahun=tahun) if arsip is None else _thawed(arsip)
    part = Part(_rekap(isi, laporan, arsip, naskah.results if naskah else None))
    if tells_overview(isi.paket) and naskah is not None:
        part.facts = to_plain(year_facts(naskah, signed=arsip is not None, ties=template_ties(kecamatan)))
    if isi.paket.jenis == PaketLaporan.Jenis.IKHTISAR:
        return part
    shapes = ("pdf", *({"docx"} & {*options}))
    if arsip is not None:
        part.files += [_signed(arsip, shape) for shape in shapes]
        if "verifikasi" in options:
            found = verify(archived(arsip, "pdf").content)
            name = download_name(LKIP, kecamatan, tahun, "txt", versi=arsip.versi)
            part.texts.append((VERIFIED + name, _verified(name, arsip, found)))
            part.rekap["verifikasi"] = found.verdict.value
    elif naskah is not None:
        part.files += [_draft(isi, naskah, shape) for shape in shapes]
    if "xlsx" in options:
        isi.buku.save(
            f"{isi.pk}.xlsx", ContentFile(workbook_export(kecamatan=kecamatan, tahun=tahun)), save=False
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


def _thawed(arsip: Arsip) -> Naskah | None:
    """What the signed report was made from; None where this version cannot read it any more."""
    try:
        return thaw(frozen_of(arsip))
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


def _verified(name: str, arsip: Arsip, found: Verification) -> str:
    """What stands beside a signed file: what it is, whether it is genuine, who signed, and where anybody checks it."""
    signature = arsip.tanda_tangan
    lines = [
        name,
        f"Dokumen: {arsip}",
        f"Nomor arsip: {arsip.urut}",
        f"Hasil: {found}",
        f"SHA-256: {found.sha256}",
        f"Penanda tangan: {signature.nama}, {signature.jabatan}",
        f"Sertifikat: nomor seri {signature.nomor_seri}, penerbit {signature.penerbit}",
        *(f"Tanda tangan: {signature_words(one)}" for one in found.signatures),
        f"Alamat verifikasi: {_address(signature.token)}",
    ]
    return "\r\n".join(lines) + "\r\n"


def _address(token: str) -> str:
    """Where what was signed is shown; in words where this installation does not know its own name."""
    try:
        return verification_address(token)
    except InputError:
        return f"halaman verifikasi instalasi ini, kode {token}"
