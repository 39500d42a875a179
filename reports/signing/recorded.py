"""What is recorded of a signature, held against what was signed: its link in the chain, its PDF, its pictures.

The columns are what pages show. Whoever changes them changes neither the link nor the PDF: a document of which they
say something else is shown to nobody as genuine, and ``periksa_data`` tells which column it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from django.core.files.storage import default_storage
from django.utils import timezone

from reports.models import Arsip, TandaTangan
from reports.models.arsip import PICTURES
from reports.signing.chain import link_holds, links, read_stored
from reports.signing.pdf import SignatureError, count_pages, read_signatures
from sakip.integrity import Broken, Rule
from sakip.snapshot.types import Berkas

_RESTORE: Final = "Pulihkan dari cadangan."

#: What a frozen text tells a picture by. Every one that it names is shown: the lambang in each kop, the photos.
_PICTURE: Final = {one.name for one in fields(Berkas)}


def is_as_signed(row: TandaTangan) -> bool:
    """Whether all that is recorded of a signature is what its link in the chain holds and its PDF says."""
    return link_holds(row.arsip) and not any(pdf_faults(row, read_stored(str(row.arsip.pdf.name))))


def pdf_faults(row: TandaTangan, content: bytes) -> Iterator[str]:
    """What its archive records otherwise than the signed PDF says, of which this is the content."""
    arsip = row.arsip
    if hashlib.sha256(content).hexdigest() != row.sidik:
        yield f"Berkas PDF-nya bukan yang ditandatangani. {_RESTORE}"
        return
    try:
        signatures = read_signatures(content)
        pages = count_pages(content)
    except SignatureError as error:
        yield str(error)
        return
    # Of several only the last is this one, and covers the file to its end.
    if not signatures or not signatures[-1].sound or not signatures[-1].covers_all:
        yield f"Berkas PDF-nya tidak memuat tanda tangan yang sah atas seluruh isinya. {_RESTORE}"
        return
    own = signatures[-1]
    held: tuple[tuple[str, object, object], ...] = (
        ("penerbit sertifikat", row.penerbit, own.issuer[: row._meta.get_field("penerbit").max_length]),
        ("nomor seri sertifikat", row.nomor_seri, own.serial),
        ("sidik sertifikat", row.sertifikat, own.certificate),
        ("cap waktu", row.cap_waktu, own.stamped),
        ("jumlah halaman", arsip.halaman, pages),
        ("ukuran PDF", arsip.ukuran, len(content)),
    )
    for name, recorded, said in held:
        if recorded != said:
            yield (
                f"Tercatat {name} {_words(recorded)}, sedangkan menurut PDF yang ditandatangani {_words(said)}."
                f" {_RESTORE}"
            )


def signatures_are_recorded_rightly() -> Broken:
    """Issuer, serial number, time stamp, pages and size are those of the signed PDF."""
    for arsip in links():
        row = getattr(arsip, "tanda_tangan", None)
        if row is not None:
            for message in pdf_faults(row, read_stored(str(arsip.pdf.name))):
                yield f"{arsip}", message


def archived_pictures_are_whole() -> Broken:
    """Every picture of which an archived document is made again is there, and is what it was."""
    known: dict[str, str] = {}
    for arsip in links():
        for mark in sorted(_pictures(arsip)):
            if mark not in known:
                known[mark] = _picture_fault(mark)
            if known[mark]:
                yield f"{arsip}", f"Gambar arsip {PICTURES}/{mark} {known[mark]}. {_RESTORE}"


def _pictures(arsip: Arsip) -> set[str]:
    """The fingerprints of the pictures that the frozen texts name, in whatever shape these are."""
    try:
        return {one for text in (arsip.snapshot, arsip.naskah) for one in _named(json.loads(text))}
    except json.JSONDecodeError:
        return set()  # the text is not what it was, which is told


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value.keys() == _PICTURE:
            yield value["sha256"]
        else:
            value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _named(one)


def _picture_fault(mark: str) -> str:
    place = f"{PICTURES}/{mark}"
    if not default_storage.exists(place):
        return "hilang"
    content = read_stored(place)
    return (
        "" if hashlib.sha256(content).hexdigest() == mark else f"berubah atau terpotong ({len(content)} byte)"
    )


def _words(value: object) -> str:
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%d-%m-%Y %H.%M.%S %Z}"
    return "tidak ada" if value is None or value == "" else str(value)


RULES: Final = (
    Rule(code="tanda-tangan-tercatat", find=signatures_are_recorded_rightly),
    Rule(code="gambar-arsip", find=archived_pictures_are_whole),
)
"""What ``periksa_data`` asks of what pages show of a signature, and of the pictures."""
