"""What is public of a signed document, read from what was frozen with its signatures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from reports.models import Arsip, BerkasLaporan, TandaTangan
from reports.models.arsip import TWO_PARTIES
from reports.signing.chain import link_holds
from reports.signing.keys.holder import WORDING
from reports.signing.recorded import is_as_signed
from reports.signing.verify import successor_of
from sakip.text.dates import format_tanggal

Jenis = BerkasLaporan.Jenis

#: What a token is written with: some databases refuse to look for other signs.
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")

#: Between code and year in the number of a document that is no LKIP.
_NUMBERED: Final = {Jenis.PK_MURNI: "PK", Jenis.PK_PERUBAHAN: "PK-P", Jenis.SK_IKU: "IKU"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSignature:
    """One signature: ``stamped`` is what a time-stamping authority said of the moment; ``how`` is true of the kind of
    key."""

    signer: str
    office: str
    moment: datetime
    stamped: datetime | None
    issuer: str
    serial: str
    how: str

    @property
    def when(self) -> str:
        """The moment in words, and whose clock it is."""
        return _words(self.stamped, "cap waktu") if self.stamped else self.recorded

    @property
    def recorded(self) -> str:
        """The moment by the clock of the server, in words."""
        return _words(self.moment, "jam server")


def _words(moment: datetime, clock: str) -> str:
    local = timezone.localtime(moment)
    return f"{format_tanggal(local.date())} pukul {local:%H.%M} {local:%Z} ({clock})"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicReport:
    """A signed document. ``pk`` is the number of its first archive, ``sha256`` that of the PDF which is meant.

    ``signatures`` are all that it has now, ``later`` those of them which that PDF does not carry yet. ``awaits`` says
    which party has not signed here. ``newer`` is what took its place, empty while it holds. ``doubtful``: what is
    recorded of it is not what was signed, so that nothing else of it may be shown.
    """

    pk: int
    token: str
    nama: str
    kecamatan: str
    nomor: str
    tahun: int
    versi: int
    signatures: tuple[PublicSignature, ...]
    later: tuple[PublicSignature, ...]
    awaits: str
    sha256: str
    newer: str
    doubtful: bool

    def __str__(self) -> str:
        return self.nama

    @property
    def last(self) -> PublicSignature:
        """The signature that the document got last."""
        return self.signatures[-1]


def report_by_token(token: str) -> PublicReport | None:
    """The signed document to which the printed QR leads, as it is signed now; None where there is none (3 queries)."""
    if not _TOKEN.fullmatch(token):
        return None
    found = _rows().filter(token=token).first()
    if found is None:
        return None
    return _public(next(iter(_added_to(found)), found))


def report_of_copy(token: str) -> PublicReport | None:
    """The same for the page that shows its copy, which was made of files that were as signed: nobody opens the PDF
    again each time the page is read (3 queries)."""
    found = _rows().filter(token=token).first()
    if found is None:
        return None
    return _public(next(iter(_added_to(found)), found), lambda row: link_holds(row.arsip))


def report_by_fingerprint(sha256: str) -> PublicReport | None:
    """The signed document one of whose PDFs is this, byte for byte, None where there is none (3 queries)."""
    found = _rows().filter(sidik=sha256).first()
    return _public(found) if found else None


def _rows() -> QuerySet[TandaTangan]:
    return TandaTangan.objects.select_related(
        "arsip__kecamatan",
        "arsip__laporan__kecamatan",
        "arsip__penetapan",
        "arsip__melanjutkan__tanda_tangan",
        "arsip__melanjutkan__kecamatan",
        "arsip__melanjutkan__penetapan",
    )


def _public(row: TandaTangan, holds: Callable[[TandaTangan], bool] = is_as_signed) -> PublicReport:
    before = (row.arsip.melanjutkan.tanda_tangan,) if row.arsip.melanjutkan else ()
    after = _added_to(row)
    newer = successor_of(row.arsip)
    signed = (*before, row, *after)
    return _made(
        row,
        signed,
        after,
        _newer_words(row.arsip, newer) if newer else "",
        doubtful=not all(map(holds, signed)),
    )


def _added_to(row: TandaTangan) -> tuple[TandaTangan, ...]:
    """The signature of the other party that continues this one (1 query where there can be such)."""
    if row.arsip.jenis not in TWO_PARTIES or row.arsip.pihak > 1:
        return ()
    return tuple(_rows().filter(arsip__melanjutkan=row.arsip_id))


def _newer_words(arsip: Arsip, newer: Arsip) -> str:
    same = (arsip.jenis, arsip.tahun, arsip.perubahan) == (newer.jenis, newer.tahun, newer.perubahan)
    return f"versi {newer.versi}" if same else str(newer)


def _made(
    row: TandaTangan,
    signatures: tuple[TandaTangan, ...],
    later: tuple[TandaTangan, ...],
    newer: str,
    *,
    doubtful: bool,
) -> PublicReport:
    arsip = row.arsip
    kind = _NUMBERED.get(Jenis(arsip.jenis), "")
    parts = (arsip.kecamatan.kode, f"{kind}{arsip.perubahan or ''}", str(arsip.tahun), str(arsip.versi))
    return PublicReport(
        pk=arsip.melanjutkan_id or arsip.pk,
        token=row.token,
        nama=str(arsip),
        kecamatan=str(arsip.kecamatan),
        nomor="/".join(filter(None, parts)),
        tahun=arsip.tahun,
        versi=arsip.versi,
        signatures=tuple(map(_signature, signatures)),
        later=tuple(map(_signature, later)),
        awaits="Pihak Kedua" if arsip.jenis in TWO_PARTIES and len(signatures) == 1 else "",
        sha256=row.sidik,
        newer=newer,
        doubtful=doubtful,
    )


def _signature(row: TandaTangan) -> PublicSignature:
    return PublicSignature(
        signer=row.nama,
        office=row.jabatan,
        moment=row.waktu,
        stamped=row.cap_waktu,
        issuer=row.penerbit,
        serial=row.nomor_seri,
        how=WORDING[row.cara],
    )
