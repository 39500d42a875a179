"""What is public of a signed report, read from what was frozen with its signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils import timezone

from reports.models import TandaTangan
from reports.signing.keys.holder import WORDING
from reports.signing.verify import newest_version
from sakip.text.dates import format_tanggal

#: What a token is written with: some databases refuse to look for other signs.
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicReport:
    """A signed report. ``newer`` is the latest signed version that took its place, None while it holds; ``stamped``
    what a time-stamping authority said of the moment; ``how`` is true of the kind of key."""

    token: str
    kecamatan: str
    kode: str
    tahun: int
    versi: int
    signer: str
    office: str
    moment: datetime
    stamped: datetime | None
    issuer: str
    how: str
    sha256: str
    newer: int | None

    def __str__(self) -> str:
        return f"LKIP {self.kecamatan} Tahun {self.tahun} versi {self.versi}"

    @property
    def nomor(self) -> str:
        """The report's number: code of the kecamatan, year, version."""
        return f"{self.kode}/{self.tahun}/{self.versi}"

    @property
    def when(self) -> str:
        """The moment in words, and whose clock it is."""
        moment = timezone.localtime(self.stamped or self.moment)
        clock = "cap waktu" if self.stamped else "jam peladen"
        return f"{format_tanggal(moment.date())} pukul {moment:%H.%M} {moment:%Z} ({clock})"


def report_by_token(token: str) -> PublicReport | None:
    """The signed report to which the printed QR leads, None where there is none (2 queries)."""
    return _first(token=token) if _TOKEN.fullmatch(token) else None


def report_by_fingerprint(sha256: str) -> PublicReport | None:
    """The signed report whose PDF is this, byte for byte, None where there is none (2 queries)."""
    return _first(sidik=sha256)


def reports_in_force() -> list[PublicReport]:
    """Of every kecamatan and year the latest signed report, by year, the last first, and by kecamatan (1 query)."""
    rows = TandaTangan.objects.select_related("laporan__kecamatan")
    latest = {
        (row.laporan.kecamatan_id, row.laporan.tahun): row for row in rows.order_by("laporan__versi")
    }.values()
    found = [_public(row, None) for row in latest]
    return sorted(found, key=lambda one: (-one.tahun, one.kecamatan, one.kode))


def _first(**which: str) -> PublicReport | None:
    row = TandaTangan.objects.filter(**which).select_related("laporan__kecamatan").first()
    return _public(row, newest_version(row.laporan)) if row else None


def _public(row: TandaTangan, newer: int | None) -> PublicReport:
    laporan = row.laporan
    return PublicReport(
        token=row.token,
        kecamatan=str(laporan.kecamatan),
        kode=laporan.kecamatan.kode,
        tahun=laporan.tahun,
        versi=laporan.versi,
        signer=row.nama,
        office=row.jabatan,
        moment=row.waktu,
        stamped=row.cap_waktu,
        issuer=row.penerbit,
        how=WORDING[row.cara],
        sha256=row.sidik,
        newer=newer,
    )
