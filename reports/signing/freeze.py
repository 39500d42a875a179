"""What a document is made of, frozen as text, and made again from it.

The texts are canonical JSON (:mod:`sakip.snapshot.codec`) with the versions of what made the document. The same texts
give the same bytes under the same versions; under others the archive's own files remain what was signed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from reports.html import DOKUMEN_STYLE, PAGE_STYLE, SCREEN_STYLE
from reports.models import Arsip, Penandatanganan
from reports.models.arsip import PICTURES
from reports.pdf.render import MAKER
from reports.publish.assemble import (
    VERSI_DOKUMEN,
    Assembled,
    FileMissing,
    build_dokumen,
    read_media,
    shown_files,
)
from reports.publish.files import Published, publish, publish_pdf
from reports.publish.naskah import Naskah
from reports.signing.data import data_files
from sakip.capaian.engine import VERSI_MESIN
from sakip.snapshot.codec import InvalidSnapshot, read, to_plain, write
from sakip.web.named_by_content import read_whole, store_once


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What made a document: the engine of the results, the parts, the templates with what prints them."""

    mesin: str
    dokumen: str
    templat: str

    def differences(self, other: Versions) -> tuple[str, ...]:
        """What is another, in words: "templat dokumen (… menjadi …)"."""
        named = (
            ("mesin", "mesin penghitung"),
            ("dokumen", "susunan dokumen"),
            ("templat", "templat dokumen"),
        )
        return tuple(
            f"{words} ({getattr(self, name)} menjadi {getattr(other, name)})"
            for name, words in named
            if getattr(self, name) != getattr(other, name)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """The input of one document. ``naskah`` is what the report adds to the ``snapshot``, its results included."""

    kind: str
    snapshot: str
    naskah: str
    versions: Versions


class NoLongerReadable(ValueError):
    """The frozen text is of a shape that this version does not know; ``str()`` says so, in Indonesian."""


def freeze(naskah: Naskah, kind: str) -> Frozen:
    """Freeze the input of a document as it is now."""
    plain = to_plain(naskah)
    del plain["snapshot"]
    return Frozen(
        kind=kind,
        snapshot=write(naskah.snapshot),
        naskah=json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        versions=present_versions(),
    )


def frozen_of(row: Penandatanganan | Arsip) -> Frozen:
    """The frozen input that a row holds."""
    versions = Versions(mesin=row.versi_mesin, dokumen=row.versi_dokumen, templat=row.versi_templat)
    return Frozen(kind=row.jenis, snapshot=row.snapshot, naskah=row.naskah, versions=versions)


def thaw(frozen: Frozen) -> Naskah:
    """The input again. Raises :class:`NoLongerReadable`."""
    try:
        whole = json.loads(frozen.naskah) | {"snapshot": json.loads(frozen.snapshot)}
        return read(json.dumps(whole), Naskah)
    except (InvalidSnapshot, json.JSONDecodeError) as error:
        changed = ", ".join(changed_since(frozen.versions)) or "bentuk data"
        raise NoLongerReadable(
            f"Masukan laporan ini tidak terbaca lagi oleh versi ini ({error}); yang berbeda: {changed}. Yang berlaku"
            " tetap berkas dalam arsip."
        ) from error


def make(frozen: Frozen, shape: str) -> Published:
    """Make the document from its frozen input and the pictures of the archive.

    Raises :class:`NoLongerReadable`, and what :func:`reports.publish.files.publish` raises.
    """
    assembled = _assembled(frozen)
    if shape != "pdf":
        return publish(assembled, shape)
    result = publish_pdf(assembled, data_files(thaw(frozen)))
    return Published(result.content, result.page)


def keep_pictures(frozen: Frozen) -> None:
    """Store the pictures of the document where nobody deletes them; those that are there already stay."""
    naskah = thaw(frozen)
    dokumen = build_dokumen(naskah, frozen.kind)
    media = read_media(dokumen)
    for file in shown_files(dokumen):
        store_once(_place(file.sha256), media[file.nama], file.sha256)


def changed_since(versions: Versions) -> tuple[str, ...]:
    """What is another now than it was; empty means that the same input gives the same bytes."""
    return versions.differences(present_versions())


@cache
def present_versions() -> Versions:
    """The versions of this program."""
    return Versions(mesin=VERSI_MESIN, dokumen=VERSI_DOKUMEN, templat=f"{MAKER}, {_template_fingerprint()}")


def _assembled(frozen: Frozen) -> Assembled:
    naskah = thaw(frozen)
    dokumen = build_dokumen(naskah, frozen.kind)
    media = {}
    for file in shown_files(dokumen):
        picture = read_whole(_place(file.sha256), file.sha256)
        if picture is None:
            raise FileMissing(f'Gambar "{file.nama}" tidak ada lagi dalam arsip, atau tidak utuh lagi.')
        media[file.nama] = picture
    return Assembled(kind=frozen.kind, dokumen=dokumen, settings=naskah.pengaturan, media=media)


def _place(sha256: str) -> str:
    return f"{PICTURES}/{sha256}"


def _template_fingerprint() -> str:
    """Of every file that decides how a document looks."""
    base = Path(settings.BASE_DIR)
    files = sorted((base / "templates" / "document").glob("*.html"))
    files += [base / "static" / name for name in (DOKUMEN_STYLE, PAGE_STYLE, SCREEN_STYLE)]
    mark = hashlib.sha256()
    for file in files:
        mark.update(hashlib.sha256(file.read_bytes()).digest())
    return mark.hexdigest()[:16]
