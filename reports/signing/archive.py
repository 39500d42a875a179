"""The archive as it is read: what was signed is shown from here, and never from the records of today."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final

from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef, Q, QuerySet
from lxml import html as parser

from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan
from kecamatan.querysets import KecamatanQuerySet
from reports.models import Arsip, Laporan, TandaTangan
from reports.publish.assemble import LKIP
from reports.publish.files import Published
from reports.selectors import latest_laporan
from reports.signing.agreement import Document, document_of, named
from reports.signing.freeze import changed_since, frozen_of
from sakip.entry.agreed import DOCUMENTS

SHAPES: Final = ("pdf", "docx", "html", "json")
"""What of a signed report is handed out; ``json`` is the frozen input with the versions of what made it."""

_SIGNED: Final = (Laporan.Status.DITANDATANGANI, Laporan.Status.DITERIMA, Laporan.Status.DIBUKA_KEMBALI)

#: Headings that the list beside the document shows, by their class.
_HEADING: Final = re.compile(r"judul-([12])")


class ArchiveMissing(InputError):
    """A file of the archive is gone from storage; ``str()`` says which, and the remedy."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the list beside the document."""

    id: str
    title: str
    level: int
    nomor: str = ""


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """The archived HTML taken apart for a page of the site, whose policy refuses a style inside the page."""

    title: str
    content: str
    styles: str
    contents: tuple[Heading, ...]


def archive_of(kecamatan: Kecamatan, tahun: int, kind: str = LKIP) -> Arsip | None:
    """The archive of the document of a year as it stands, with every signature that it has (2 queries).

    None while the latest version of the report is not signed, or what was agreed last is not; of other kinds always.
    """
    if kind != LKIP:
        document = document_of(kind, kecamatan, tahun)
        return archive_of_agreement(document) if document else None
    laporan = latest_laporan(kecamatan, tahun)
    if laporan is None or laporan.status not in _SIGNED:
        return None
    return _archives().filter(laporan=laporan).first()


def archive_of_agreement(document: Document) -> Arsip | None:
    """The archive of what was agreed of this document and is not opened; None where nobody has signed it (1 query)."""
    own = Q(penetapan__jenis=DOCUMENTS[type(document)], penetapan__dokumen=document.pk)
    return archives_of(document).filter(own, penetapan__dibuka_pada=None).first()


def archives_of(document: Document) -> QuerySet[Arsip]:
    """Every archive of that document of the year, the last first, with those of what was agreed before (1 query)."""
    return _archives().filter(**named(document)).order_by("-urut")


def signatures_of(arsip: Arsip) -> tuple[TandaTangan, ...]:
    """The signatures that its PDF carries, the first first."""
    before = (arsip.melanjutkan.tanda_tangan,) if arsip.melanjutkan else ()
    return (*before, arsip.tanda_tangan)


def listed_archives() -> KecamatanQuerySet[Arsip]:
    """Of every document the archive with its last signature and of its last version, the newest first. They come
    without what they hold: many are listed at once."""
    same = {name: OuterRef(name) for name in ("jenis", "kecamatan", "tahun", "perubahan")}
    newer = Arsip.objects.filter(**same, versi__gt=OuterRef("versi"))
    held = ("snapshot", "naskah", "melanjutkan__snapshot", "melanjutkan__naskah")
    return _archives().filter(~Exists(newer), lanjutan=None).defer(*held).order_by("-urut")


def _archives() -> KecamatanQuerySet[Arsip]:
    return Arsip.objects.select_related("kecamatan", "laporan", "tanda_tangan", "melanjutkan__tanda_tangan")


def archived(arsip: Arsip, shape: str) -> Published:
    """A file of the archive, as it was signed. Raises :class:`ArchiveMissing`."""
    if shape == "json":
        return Published(_frozen_json(arsip).encode())
    name = getattr(arsip, shape).name
    try:
        with default_storage.open(name) as source:
            content = source.read()
    except FileNotFoundError as error:
        raise ArchiveMissing(
            f"Berkas {shape.upper()} dari {arsip} tidak ada lagi dalam arsip. Pulihkan dari cadangan."
        ) from error
    return Published(content, arsip.halaman if shape == "pdf" else None)


def archived_page(arsip: Arsip) -> ArchivedPage:
    """The archived HTML for a page of the site. Raises :class:`ArchiveMissing`."""
    return taken_apart(archived(arsip, "html").content.decode())


def taken_apart(html: str) -> ArchivedPage:
    """A document that stands alone, for a page of the site."""
    document = parser.document_fromstring(html)
    styles = []
    for style in document.iter("style"):
        sheet = style.text or ""
        styles.append(f"@media {style.get('media')} {{\n{sheet}\n}}" if style.get("media") else sheet)
    article = document.find(".//article")
    headings = (
        Heading(one.get("id"), " ".join(one.text_content().split()), int(found[1]))
        for one in article.iter("h1", "h2")
        if one.get("id") and (found := _HEADING.search(one.get("class", "")))
    )
    return ArchivedPage(
        title=document.findtext(".//title") or "",
        content=parser.tostring(article, encoding="unicode"),
        styles="\n".join(styles),
        contents=tuple(headings),
    )


def made_by_others(arsip: Arsip) -> str:
    """In a sentence, what made the archived files and is another now; empty where the same input gives the same."""
    changed = changed_since(frozen_of(arsip).versions)
    if not changed:
        return ""
    return (
        f"Dibuat dengan versi lain: {'; '.join(changed)}. Yang ditampilkan tetap berkas yang ditandatangani."
    )


def _frozen_json(arsip: Arsip) -> str:
    return json.dumps(
        {
            "versi": {
                "mesin": arsip.versi_mesin,
                "dokumen": arsip.versi_dokumen,
                "templat": arsip.versi_templat,
            },
            "snapshot": json.loads(arsip.snapshot),
            "naskah": json.loads(arsip.naskah),
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
