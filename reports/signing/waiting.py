"""Which agreed documents wait for a person's signature, or for what he hands in: shown at home and on the desk."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db.models import QuerySet

from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak, duties_in, has_duty
from reports.models import Arsip
from reports.models.arsip import TWO_PARTIES
from reports.signing.agreement import SIGNED_MODELS, Document, kind_of
from reports.signing.archive import listed_archives
from sakip.entry.agreed import DOCUMENTS, SIGNED_KINDS
from sakip.models import Penetapan, PerjanjianKinerja

Seen: TypeAlias = Collection[Kecamatan] | QuerySet[Kecamatan]
"""Kecamatan that somebody sees: a few of them, or the row set of many, which the database goes through by itself."""


@dataclass(frozen=True, slots=True)
class WaitingDocument:
    """An agreed document, the code of its kind in addresses, what is asked of who reads it, and a mark that tells it
    from what waited before; ``arsip`` is what its first party signed, None while nobody has."""

    document: Document
    kode: str
    asks: str
    mark: str
    arsip: Arsip | None = None


def documents_waiting(user: Pengguna, kecamatan: Seen, tahun: int | None) -> list[WaitingDocument]:
    """Of the documents of that year, or of every year, those that wait for the user, by kecamatan (4 queries, none for
    who never signs).

    What an agreed perubahan took the place of waits for nobody.
    """
    if not has_duty(user, Hak.SAHKAN, Hak.PIHAK_KEDUA):
        return []
    rows = Penetapan.objects.filter(kecamatan__in=kecamatan, jenis__in=SIGNED_KINDS, dibuka_pada=None)
    agreed = {(row.jenis, row.dokumen): row for row in rows}
    if not agreed:
        return []
    alone = {
        one.penetapan_id: one
        for one in listed_archives().filter(kecamatan__in=kecamatan, penetapan__isnull=False, pihak=1)
    }
    found = []
    for document in _heads(agreed.keys(), tahun):
        row = agreed[DOCUMENTS[type(document)], document.pk]
        if row.ditandatangani_pada is None:
            right, asks = Hak.SAHKAN, "Sudah ditetapkan; baca, lalu tanda tangani."
        elif kind_of(document) in TWO_PARTIES and row.pk in alone:
            right = Hak.PIHAK_KEDUA
            asks = "Sudah ditandatangani camat; baca, lalu tanda tangani."
        else:
            continue
        duties = duties_in(user, document.kecamatan)
        if right in duties:
            if right is Hak.PIHAK_KEDUA and Hak.SAHKAN_KEDUA not in duties:
                asks = "Sudah ditandatangani camat; menunggu kepala daerah, atau unggah yang ditandatanganinya di luar."
            mark = f"{row.jenis} {row.pk} {right}"
            found.append(WaitingDocument(document, row.jenis, asks, mark, alone.get(row.pk)))
    return found


def _heads(agreed: Collection[tuple[str, int]], tahun: int | None) -> list[Document]:
    """The agreed documents of the year, or of every year; of the PK of a kecamatan the latest alone."""
    found: dict[tuple[str, int, int], Document] = {}
    for model in SIGNED_MODELS:
        own = [pk for jenis, pk in agreed if jenis == DOCUMENTS[model]]
        rows: QuerySet[Any] = model._base_manager.filter(pk__in=own).select_related("kecamatan")
        if tahun is not None:
            rows = rows.filter(tahun=tahun)
        order = ("versi",) if model is PerjanjianKinerja else ()
        found |= {
            (DOCUMENTS[model], one.kecamatan_id, one.tahun): one
            for one in rows.order_by("kecamatan__nama", *order)
        }
    return list(found.values())
