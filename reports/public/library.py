"""What the public pages list: the copies of a kabupaten that shows its signed documents to everybody, and its tables.

Of a kabupaten that does not, nothing is found, not even that there is something.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery

from kecamatan.models import Kabupaten, Kecamatan
from reports.models import BerkasLaporan, SalinanPublik
from reports.models.arsip import AGREED_KINDS
from reports.open_data.table import Row

Jenis = BerkasLaporan.Jenis

#: What may be asked for, with its name: the kinds that are signed.
KINDS: Final = {
    "lkip": ("LKIP", (Jenis.LKIP,)),
    "pk": ("Perjanjian Kinerja", (Jenis.PK_MURNI, Jenis.PK_PERUBAHAN)),
    "iku": ("Keputusan IKU", (Jenis.SK_IKU,)),
}

#: What is not asked for before a document is shown: it is large.
_LARGE: Final = ("tabel", "kata")

#: The document in an address: its kind, and of a PK perubahan which it is.
_DOCUMENT: Final = re.compile(r"([a-z-]+?)(?:-([1-9]\d{0,3}))?")

#: A word of a search is longer than this; what is asked for beyond so many is not looked at.
_MOST_WORDS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for; empty is everything. ``words`` all have to occur."""

    kecamatan: str = ""
    tahun: int | None = None
    kind: str = ""
    words: str = ""


def public_kabupaten() -> QuerySet[Kabupaten]:
    """Those that show their signed documents to everybody."""
    return Kabupaten.objects.filter(pengaturan_dokumen__publik=True)


def public_kecamatan() -> QuerySet[Kecamatan]:
    """Their kecamatan."""
    return Kecamatan.objects.filter(kabupaten__pengaturan_dokumen__publik=True).select_related("kabupaten")


def copies_of(kecamatan: Kecamatan, tahun: int) -> QuerySet[SalinanPublik]:
    """The copies of every document of a year and each of its versions, the last first, without what is large."""
    return _copies().filter(kecamatan=kecamatan, tahun=tahun).defer(*_LARGE)


def find_copies(kabupaten: Kabupaten, search: Search) -> QuerySet[SalinanPublik]:
    """The documents of a kabupaten, each in its last version."""
    rows = _copies().filter(kecamatan__kabupaten=kabupaten, versi=F("latest")).defer(*_LARGE)
    if search.kecamatan:
        rows = rows.filter(kecamatan__kode=search.kecamatan)
    if search.tahun is not None:
        rows = rows.filter(tahun=search.tahun)
    if search.kind in KINDS:
        rows = rows.filter(jenis__in=KINDS[search.kind][1])
    for word in search.words.lower().split()[:_MOST_WORDS]:
        rows = rows.filter(Q(kata__contains=word) | Q(kecamatan__nama__icontains=word))
    return rows.order_by("-tahun", "kecamatan__kode", "jenis", "perubahan")


def years_of(kabupaten: Kabupaten) -> list[int]:
    """The years of which it has documents, the last first (1 query)."""
    rows = SalinanPublik.objects.filter(kecamatan__kabupaten=kabupaten, status=SalinanPublik.Status.SELESAI)
    return list(rows.order_by("-tahun").values_list("tahun", flat=True).distinct())


def document_of_address(text: str) -> tuple[str, int] | None:
    """Kind and number of the perubahan that an address names ("pk-perubahan-2"); None where it names none."""
    found = _DOCUMENT.fullmatch(text)
    if found is None or found[1] not in (Jenis.LKIP, *AGREED_KINDS):
        return None
    return found[1], int(found[2] or 0)


def address_of_document(row: SalinanPublik) -> str:
    """How an address names the document."""
    return f"{row.jenis}-{row.perubahan}" if row.perubahan else row.jenis


def tables_in(kecamatan: Kecamatan, tahun: int) -> Mapping[str, tuple[SalinanPublik, list[Row]]]:
    """The tables of a year by their codes, each with the signed document that it is taken from (1 query): the LKIP
    where that holds it, else the last document that does."""
    rows = _copies().filter(kecamatan=kecamatan, tahun=tahun, versi=F("latest")).defer("kata")
    found: dict[str, tuple[SalinanPublik, list[Row]]] = {}
    for row in sorted(rows, key=lambda one: (one.jenis == Jenis.LKIP, one.perubahan)):
        found |= {code: (row, table) for code, table in row.tabel.items()}
    return found


def latest_copies() -> QuerySet[SalinanPublik]:
    """The copies of all kabupaten, whether they show them or not, each document in its last version: for who may read
    more than everybody."""
    return _copies().filter(versi=F("latest"))


def signed_documents() -> QuerySet[SalinanPublik]:
    """Every version of every signed document, whether its copy is made or not, by the row of the copy."""
    return _with_last(SalinanPublik.objects.all())


def _copies() -> QuerySet[SalinanPublik]:
    """Copies that are made."""
    return _with_last(SalinanPublik.objects.filter(status=SalinanPublik.Status.SELESAI))


def _with_last(rows: QuerySet[SalinanPublik]) -> QuerySet[SalinanPublik]:
    """Each with the last signature of its version, and the number of the last version (``latest``): of what is signed
    again the older is not shown as if it held while the newer is being copied."""
    same = SalinanPublik.objects.order_by().filter(
        **{name: OuterRef(name) for name in ("kecamatan", "tahun", "jenis", "perubahan")}
    )
    signed_again = same.filter(versi=OuterRef("versi"), pihak__gt=OuterRef("pihak"))
    latest = same.values("jenis").annotate(last=Max("versi")).values("last")
    return (
        rows.annotate(latest=Subquery(latest))
        .filter(~Exists(signed_again))
        .select_related("kecamatan__kabupaten")
    )
