"""Whether a PDF is what was signed here: by its signatures, and by what the archive has recorded.

Nothing is fetched, and nothing of the file is kept.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.utils import timezone

from reports.models import Arsip, Laporan
from reports.signing.keys.installation import installation_trust
from reports.signing.pdf import Signature, SignatureError, read_signatures
from sakip.text.dates import format_tanggal


class Verdict(StrEnum):
    """What is to be thought of a file. Printed as JSON: never given another meaning."""

    GENUINE = "asli"
    REPLACED = "digantikan"
    UNKNOWN = "tidak-tercatat"
    CHANGED = "berubah"
    UNSIGNED = "tanpa-tanda-tangan"


WORDS: Final[dict[Verdict, str]] = {
    Verdict.GENUINE: "Asli: berkas ini sama, byte demi byte, dengan yang ditandatangani dan diarsipkan di sini.",
    Verdict.REPLACED: "Asli, tetapi laporan ini sudah digantikan versi yang lebih baru.",
    Verdict.UNKNOWN: "Tanda tangannya utuh, tetapi berkas ini tidak tercatat di sini. Bandingkan dengan berkas dari"
    " halaman yang dituju kode QR-nya.",
    Verdict.CHANGED: "Berkas ini sudah berubah sejak ditandatangani, atau tanda tangannya rusak. Jangan dipakai;"
    " mintalah berkas aslinya.",
    Verdict.UNSIGNED: "Berkas ini tidak memuat tanda tangan elektronik.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The verdict, what it rests on, and the record of the report where there is one."""

    verdict: Verdict
    sha256: str
    signatures: tuple[Signature, ...] = ()
    arsip: Arsip | None = None
    replaced_by: int | None = None

    def __str__(self) -> str:
        words = WORDS[self.verdict]
        return f"{words} Versi penggantinya: {self.replaced_by}." if self.replaced_by else words


def verify(pdf: bytes) -> Verification:
    """Judge a file. One that cannot be read at all counts as changed if it is no PDF without a signature."""
    fingerprint = hashlib.sha256(pdf).hexdigest()
    try:
        signatures = read_signatures(pdf, installation_trust())
    except SignatureError:
        return Verification(verdict=Verdict.CHANGED, sha256=fingerprint)
    arsip = Arsip.objects.filter(pdf_sha256=fingerprint).select_related("laporan__kecamatan").first()
    newer = newest_version(arsip.laporan) if arsip else None
    return Verification(
        verdict=_verdict(signatures, arsip, newer),
        sha256=fingerprint,
        signatures=signatures,
        arsip=arsip,
        replaced_by=newer,
    )


def _verdict(signatures: tuple[Signature, ...], arsip: Arsip | None, newer: int | None) -> Verdict:
    if not signatures:
        return Verdict.UNSIGNED
    # Of several only the last covers the file to its end.
    if not all(one.sound for one in signatures) or not signatures[-1].covers_all:
        return Verdict.CHANGED
    if arsip is None:
        return Verdict.UNKNOWN
    return Verdict.REPLACED if newer else Verdict.GENUINE


def newest_version(laporan: Laporan) -> int | None:
    """The latest signed version of the same report, None where it is this one (1 query)."""
    later = Arsip.objects.filter(
        laporan__kecamatan=laporan.kecamatan_id,
        laporan__tahun=laporan.tahun,
        laporan__versi__gt=laporan.versi,
    )
    version: int | None = later.order_by("-laporan__versi").values_list("laporan__versi", flat=True).first()
    return version


def verification_to_dict(found: Verification) -> dict[str, Any]:
    """As ``verifikasi --format json`` prints it."""
    laporan = found.arsip.laporan if found.arsip else None
    return {
        "putusan": found.verdict.value,
        "pesan": str(found),
        "sha256": found.sha256,
        "laporan": laporan
        and {
            "kecamatan": laporan.kecamatan.kode,
            "tahun": laporan.tahun,
            "versi": laporan.versi,
            "digantikan_versi": found.replaced_by,
        },
        "tanda_tangan": [
            {
                "oleh": one.signer,
                "penerbit": one.issuer,
                "nomor_seri": one.serial,
                "waktu": one.moment.isoformat() if one.moment else None,
                "cap_waktu": one.stamped.isoformat() if one.stamped else None,
                "profil": one.profile,
                "alasan": one.reason,
                "utuh": one.sound,
                "sampai_akhir_berkas": one.covers_all,
                "penerbit_dipercaya": one.trusted,
                "dicabut": one.revoked.isoformat() if one.revoked else None,
            }
            for one in found.signatures
        ],
    }


def signature_words(one: Signature) -> str:
    """A signature on one line."""
    moment = timezone.localtime(one.stamped or one.moment) if one.moment else None
    when = f"{format_tanggal(moment.date())} pukul {moment:%H.%M}" if moment else "waktu tidak disebut"
    clock = "menurut peladen cap waktu" if one.stamped else "menurut jam penanda tangan"
    issuer = f"penerbit {one.issuer}" + ("" if one.trusted else ", yang tidak dikenal instalasi ini")
    state = "utuh" if one.sound else "TIDAK SAH"
    withdrawn = f"; sertifikatnya dicabut {format_tanggal(one.revoked.date())}" if one.revoked else ""
    return f"{state}: {one.signer}, {when} ({clock}); {issuer}; {one.profile}{withdrawn}"
