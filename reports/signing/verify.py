"""Whether a PDF is what was signed here: by its signatures, and by what the archive has recorded.

Nothing is fetched, and nothing of the file is kept.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from reports.models import Arsip, BerkasLaporan
from reports.signing.chain import archives_with_links, link_holds
from reports.signing.keys.installation import installation_trust
from reports.signing.pdf import Signature, SignatureError, read_signatures
from reports.signing.recorded import pdf_faults
from sakip.text.dates import format_tanggal


class Verdict(StrEnum):
    """What is to be thought of a file. Printed as JSON: never given another meaning."""

    GENUINE = "asli"
    REPLACED = "digantikan"
    UNKNOWN = "tidak-tercatat"
    CHANGED = "berubah"
    UNSIGNED = "tanpa-tanda-tangan"
    RECORD_CHANGED = "catatan-berubah"


WORDS: Final[dict[Verdict, str]] = {
    Verdict.GENUINE: "Asli: berkas ini sama, byte demi byte, dengan yang ditandatangani dan diarsipkan di sini.",
    Verdict.REPLACED: "Asli, tetapi dokumen ini sudah digantikan yang lebih baru.",
    Verdict.UNKNOWN: "Tanda tangannya utuh, tetapi berkas ini tidak tercatat di sini. Bandingkan dengan berkas dari"
    " halaman yang dituju kode QR-nya.",
    Verdict.CHANGED: "Berkas ini sudah berubah sejak ditandatangani, atau tanda tangannya rusak. Jangan dipakai;"
    " mintalah berkas aslinya.",
    Verdict.UNSIGNED: "Berkas ini tidak memuat tanda tangan elektronik.",
    Verdict.RECORD_CHANGED: "Tanda tangannya utuh, tetapi yang tercatat di sini tentang berkas ini tidak sama lagi"
    " dengan yang ditandatangani. Jalankan: manage.py periksa_data.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The verdict, what it rests on, and the record of the document where there is one: its archive, and those that
    took its place (``replaced_by``) or carry one signature more (``continued_by``)."""

    verdict: Verdict
    sha256: str
    signatures: tuple[Signature, ...] = ()
    arsip: Arsip | None = None
    replaced_by: Arsip | None = None
    continued_by: Arsip | None = None

    def __str__(self) -> str:
        words = WORDS[self.verdict]
        if self.replaced_by:
            words += f" Penggantinya: {self.replaced_by}."
        if self.continued_by:
            signature = self.continued_by.tanda_tangan
            words += f" Sesudah itu ditandatangani juga oleh {signature.nama}; mintalah berkas itu."
        return words


def verify(pdf: bytes) -> Verification:
    """Judge a file. One that cannot be read at all counts as changed if it is no PDF without a signature."""
    fingerprint = hashlib.sha256(pdf).hexdigest()
    try:
        signatures = read_signatures(pdf, installation_trust())
    except SignatureError:
        return Verification(verdict=Verdict.CHANGED, sha256=fingerprint)
    arsip = archives_with_links().filter(pdf_sha256=fingerprint).first()
    newer = successor_of(arsip) if arsip else None
    return Verification(
        verdict=_verdict(pdf, signatures, arsip, newer),
        sha256=fingerprint,
        signatures=signatures,
        arsip=arsip,
        replaced_by=newer,
        continued_by=getattr(arsip, "lanjutan", None),
    )


def _verdict(
    pdf: bytes, signatures: tuple[Signature, ...], arsip: Arsip | None, newer: Arsip | None
) -> Verdict:
    if not signatures:
        return Verdict.UNSIGNED
    # Of several only the last covers the file to its end.
    if not all(one.sound for one in signatures) or not signatures[-1].covers_all:
        return Verdict.CHANGED
    if arsip is None:
        return Verdict.UNKNOWN
    if not link_holds(arsip) or any(pdf_faults(arsip.tanda_tangan, pdf)):
        return Verdict.RECORD_CHANGED
    return Verdict.REPLACED if newer else Verdict.GENUINE


Jenis = BerkasLaporan.Jenis

#: Kinds that are one document in this respect, and what says which of two is later; all else is the same of both.
_LATER: Final[tuple[tuple[tuple[Jenis, ...], tuple[str, str]], ...]] = (
    ((Jenis.LKIP,), ("tahun", "versi")),
    ((Jenis.PK_MURNI, Jenis.PK_PERUBAHAN), ("perubahan", "versi")),
    ((Jenis.SK_IKU,), ("tahun", "versi")),
)


def successor_of(arsip: Arsip) -> Arsip | None:
    """What was signed last in place of this document, None where it holds (1 query): a later version; of a PK a
    perubahan of the same year, too; of the SK IKU that of a later year."""
    kinds, (first, second) = next(one for one in _LATER if arsip.jenis in one[0])
    later = Q(**{f"{first}__gt": getattr(arsip, first)}) | Q(
        **{first: getattr(arsip, first), f"{second}__gt": getattr(arsip, second)}
    )
    rows = Arsip.objects.filter(later, jenis__in=kinds, kecamatan=arsip.kecamatan_id).select_related(
        "kecamatan"
    )
    if arsip.jenis != Jenis.SK_IKU:
        rows = rows.filter(tahun=arsip.tahun)
    return rows.order_by(first, second, "pihak").last()


def verification_to_dict(found: Verification) -> dict[str, Any]:
    """As ``verifikasi --format json`` prints it."""
    arsip, newer = found.arsip, found.replaced_by
    return {
        "putusan": found.verdict.value,
        "pesan": str(found),
        "sha256": found.sha256,
        "laporan": arsip
        and {
            "jenis": arsip.jenis,
            "nama": str(arsip),
            "kecamatan": arsip.kecamatan.kode,
            "tahun": arsip.tahun,
            "versi": arsip.versi,
            "digantikan_versi": newer.versi if newer else None,
            "digantikan_oleh": str(newer) if newer else None,
            "dilanjutkan": str(found.continued_by.tanda_tangan.nama) if found.continued_by else None,
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
