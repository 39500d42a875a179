"""Every signature is a link of one chain: who changes or takes away one changes all that follow.

The head of the chain, kept outside (printed, mailed), proves later that nothing before it was changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Final

from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import QuerySet

from kecamatan.ground.prepared import PreparedRows
from reports.models import Arsip, TandaTangan
from sakip.integrity import Broken, Rule
from sakip.models import Penetapan

#: Of the lock under which links are added, one after the other.
_LOCK: Final = 0x5A4B4950


def link_fingerprint(arsip: Arsip, tanda_tangan: TandaTangan) -> str:
    """SHA-256 of a link: what was signed, by whom, when, and the link before.

    What only an agreed document has stands in its links alone: those of the LKIP are what they always were.
    """
    about = arsip.laporan or arsip
    content: dict[str, object] = {
        "urut": arsip.urut,
        "sebelum": arsip.sidik_sebelum,
        "kecamatan": about.kecamatan.kode,
        "tahun": about.tahun,
        "versi": about.versi,
        "snapshot": arsip.snapshot_sha256,
        "naskah": arsip.naskah_sha256,
        "mesin": arsip.versi_mesin,
        "dokumen": arsip.versi_dokumen,
        "templat": arsip.versi_templat,
        "html": arsip.html_sha256,
        "pdf": arsip.pdf_sha256,
        "docx": arsip.docx_sha256,
        "cara": tanda_tangan.cara,
        "nama": tanda_tangan.nama,
        "jabatan": tanda_tangan.jabatan,
        "sertifikat": tanda_tangan.sertifikat,
        "token": tanda_tangan.token,
        "waktu": tanda_tangan.waktu.isoformat(),
    }
    if arsip.laporan is None:
        content |= {
            "jenis": arsip.jenis,
            "perubahan": arsip.perubahan,
            "pihak": arsip.pihak,
            "melanjutkan": arsip.melanjutkan.sidik if arsip.melanjutkan else "",
        }
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def append(arsip: Arsip, tanda_tangan: TandaTangan) -> None:
    """Give a new archive its place at the end of the chain, and no other the same: until the transaction ends."""
    if connection.vendor == "postgresql":  # on SQLite a transaction that writes is alone
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = head()
    arsip.urut, arsip.sidik_sebelum = (last.urut + 1, last.sidik) if last else (1, "")
    arsip.sidik = link_fingerprint(arsip, tanda_tangan)


def head() -> Arsip | None:
    """The last link, None where nothing was signed yet."""
    return Arsip.objects.order_by("urut").last()


def chain_is_whole() -> Broken:
    """Every link is what it was when it was added, and follows the one before."""
    expected, before = 1, ""
    for arsip in links():
        place = f"{arsip}"
        if (arsip.urut, arsip.sidik_sebelum) != (expected, before):
            yield place, "Arsip sebelumnya hilang atau diganti. Pulihkan basis data dari cadangan."
        if not link_holds(arsip):
            yield place, "Arsip atau tanda tangannya berubah sesudah ditandatangani. Pulihkan dari cadangan."
        expected, before = arsip.urut + 1, arsip.sidik


def link_holds(arsip: Arsip) -> bool:
    """Whether an archive and its signature are what they were when they became a link, and so is that by which both
    are found and shown: the PDF, the moment, of a LKIP its report, else its agreement."""
    signature = getattr(arsip, "tanda_tangan", None)
    if signature is None or link_fingerprint(arsip, signature) != arsip.sidik:
        return False
    same = (arsip.dibuat, arsip.pdf_sha256) == (signature.waktu, signature.sidik)
    return same and _of_report(arsip) and _of_agreement(arsip)


def _of_report(arsip: Arsip) -> bool:
    laporan = arsip.laporan
    return laporan is None or (arsip.kecamatan_id, arsip.tahun, arsip.versi, arsip.pihak) == (
        *(laporan.kecamatan_id, laporan.tahun, laporan.versi),
        1,
    )


def _of_agreement(arsip: Arsip) -> bool:
    """The first party signed the agreement that it names; the second what the first signed."""
    if arsip.penetapan is None:
        return True
    if arsip.melanjutkan is not None:
        return arsip.penetapan_id == arsip.melanjutkan.penetapan_id
    return (arsip.penetapan.kecamatan_id, arsip.penetapan.ditandatangani_pada) == (
        arsip.kecamatan_id,
        arsip.tanda_tangan.waktu,
    )


def archived_files_are_whole() -> Broken:
    """Every archived text and file still has its fingerprint."""
    for arsip in links():
        kept = {"snapshot": arsip.snapshot.encode(), "naskah": arsip.naskah.encode()}
        for name in (*kept, "html", "pdf", "docx"):
            content = kept.get(name) or read_stored(getattr(arsip, name).name)
            if hashlib.sha256(content).hexdigest() != getattr(arsip, f"{name}_sha256"):
                yield f"{arsip}", f"Arsip {name} hilang atau berubah. Pulihkan dari cadangan."


def signed_agreements_are_archived() -> Broken:
    """What is kept as signed has the archive of what was signed."""
    signed = Penetapan.objects.filter(ditandatangani_pada__isnull=False, arsip=None).select_related(
        "kecamatan"
    )
    for row in signed:
        yield (
            f"{row}, {row.kecamatan}",
            "Arsip penetapan yang ditandatangani ini hilang. Pulihkan dari cadangan.",
        )


def links() -> Iterator[Arsip]:
    """Every archive, the first first (1 query)."""
    return iter(_LINKS())


def archives_with_links() -> QuerySet[Arsip]:
    """Archives with all that their links name."""
    return Arsip.objects.select_related(
        "kecamatan", "laporan__kecamatan", "melanjutkan", "penetapan", "tanda_tangan"
    )


#: Asked by every rule of the archive.
_LINKS: Final = PreparedRows(lambda: archives_with_links().order_by("urut"))


def read_stored(name: str) -> bytes:
    """What a file of the archive holds; nothing where it is gone."""
    try:
        with default_storage.open(name) as source:
            content: bytes = source.read()
    except FileNotFoundError:
        return b""
    return content


RULES: Final = (
    Rule(code="rantai-arsip", find=chain_is_whole),
    Rule(code="arsip-utuh", find=archived_files_are_whole),
    Rule(code="penetapan-berarsip", find=signed_agreements_are_archived),
)
"""What ``periksa_data`` asks of the archive."""
