"""Which documents of a kecamatan are agreed, and so are not changed: asked by the writer before it writes a row, by an
import of every row that a file changed, by pages before they offer to.

A row belongs to the document with which it would be deleted. What was agreed is changed by opening it with a reason, or
by a perubahan, which is another document: a report that is written later changes it for nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import Any, Final

from django.db.models import CASCADE, ForeignKey, Model, Q
from django.utils import timezone

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Jejak, Kecamatan
from sakip import models as m
from sakip.entry.lock import YearClosed
from sakip.records.penetapan.models import Penetapan
from sakip.text.dates import format_tanggal

Jenis = Penetapan.Jenis

#: Both steps in the words of the trail.
AGREED: Final = "dokumen.ditetapkan"
OPENED: Final = "dokumen.penetapan_dibuka"

#: That a party signed what was agreed.
SIGNED: Final = "dokumen.ditandatangani"

#: The heads of documents that can be agreed.
DOCUMENTS: Final[dict[type[Model], Jenis]] = {
    m.Renstra: Jenis.RENSTRA,
    m.KeputusanIKU: Jenis.IKU,
    m.RKT: Jenis.RKT,
    m.PerjanjianKinerja: Jenis.PK,
    m.RencanaAksi: Jenis.RENCANA_AKSI,
}

#: Those that are signed as they were agreed, each on a page of its own.
SIGNED_KINDS: Final = (Jenis.IKU, Jenis.PK)

#: What takes the place of a document, where there can be such.
SUCCESSORS: Final[dict[type[Model], Callable[[Any], Q]]] = {
    m.Renstra: lambda one: Q(tahun_awal=one.tahun_awal, versi__gt=one.versi),
    m.KeputusanIKU: lambda one: Q(tahun__gt=one.tahun, tahun__lte=one.berlaku_sampai or one.tahun),
    m.PerjanjianKinerja: lambda one: Q(tahun=one.tahun, versi__gt=one.versi, dikutip=False),
}


class DocumentClosed(YearClosed):
    """The document is agreed; ``str()`` says since when, by whom, and what helps."""


@cache
def path_to_document(model: type[Model]) -> tuple[str, ...] | None:
    """The columns that lead from a row to the head of its document; None where it belongs to none."""
    if model in DOCUMENTS:
        return ()
    paths = [
        (column.name, *above)
        for column in model._meta.concrete_fields
        if isinstance(column, ForeignKey) and column.remote_field.on_delete is CASCADE
        # A row below one of its own kind hangs on what that one hangs on.
        if column.related_model is not model
        for above in [path_to_document(column.related_model)]
        if above is not None
    ]
    return min(paths, key=len, default=None)


@cache
def head_of(model: type[Model]) -> type[Model] | None:
    """The model of the head to which rows of this one lead; None where they belong to no document."""
    path, found = path_to_document(model), model
    for column in path or ():
        above: Any = found._meta.get_field(column).related_model
        found = above
    return None if path is None else found


def year_of(row: Model) -> int | None:
    """The year that a row is a record of; None of one that lies in several, as a Renstra with its targets, or none."""
    if head_of(type(row)) is m.Renstra:
        return None
    found: Any = row
    for column in getattr(type(row), "tahun_path", "").split("__"):
        found = getattr(found, column, None)
    return found if isinstance(found, int) else None


_AGREED: Final = PreparedRows(
    lambda kecamatan: (
        Penetapan.objects.for_kecamatan(kecamatan).filter(dibuka_pada=None).select_related("oleh")
    )
)


class Agreed:
    """The agreed documents of a kecamatan, read when the first row of a document is asked about (1 query)."""

    def __init__(self, kecamatan: Kecamatan) -> None:
        self._kecamatan = kecamatan

    @cached_property
    def _rows(self) -> dict[tuple[str, int], Penetapan]:
        return {(row.jenis, row.dokumen): row for row in _AGREED(self._kecamatan.pk)}

    @classmethod
    def of_many(cls, places: Sequence[Kecamatan]) -> dict[int, Agreed]:
        """The same of each of many kecamatan, by number (1 query)."""
        result = {place.pk: cls(place) for place in places}
        for one in result.values():
            one._rows = {}
        rows = Penetapan.objects.filter(kecamatan__in=places, dibuka_pada=None)
        for row in rows.select_related("oleh"):
            result[row.kecamatan_id]._rows[row.jenis, row.dokumen] = row
        return result

    def of(self, row: Model, *, pk: int | None = None) -> Penetapan | None:
        """Since when the document of the row is agreed; None where it is a draft or the row belongs to none. ``pk`` is
        the number that a row had which is deleted by now, and so has none."""
        model = head_of(type(row))
        if model is None or not self._rows:
            return None
        jenis, path = DOCUMENTS[model], path_to_document(type(row)) or ()
        if all(one != jenis for one, _ in self._rows):
            return None
        found: Any = row
        for column in path[:-1]:
            found = getattr(found, column)
        head = getattr(found, type(found)._meta.get_field(path[-1]).attname) if path else pk or found.pk
        return self._rows.get((jenis, head))

    @cached_property
    def _openings(self) -> dict[tuple[str, int | None], Jejak]:
        """The last time that each document was opened (1 query)."""
        told = Jejak.objects.filter(kecamatan=self._kecamatan, tindakan=OPENED).select_related("pengguna")
        return {(one.objek_jenis, one.objek_pk): one for one in told.order_by("id")}

    def opening(self, document: Model) -> Jejak | None:
        """Who opened a draft that was agreed before, when and why; None of one that is agreed or never was."""
        if self.of(document) is not None:
            return None
        return self._openings.get((document._meta.label_lower, document.pk))

    def reason(self, row: Model, *, pk: int | None = None) -> str:
        """Why the row is not changed; empty where it may be. ``pk`` as in :meth:`of`."""
        since = self.of(row, pk=pk)
        if since is None:
            return ""
        day = format_tanggal(timezone.localdate(since.pada))
        signed = " dan ditandatangani" if since.ditandatangani_pada else ""
        return (
            f"{since.get_jenis_display()} ini sudah ditetapkan oleh {since.oleh} pada {day}{signed}, jadi tidak diubah."
            " Buka penetapannya dengan alasan, atau buat perubahannya."
        )

    def ensure_row(self, row: Model, *, pk: int | None = None) -> None:
        """Raise :class:`DocumentClosed` where the document of the row is agreed. ``pk`` as in :meth:`of`."""
        if reason := self.reason(row, pk=pk):
            raise DocumentClosed(reason)

    def kept(self, model: type[Model], pk: int) -> str:
        """Why a row is not deleted though it may be changed: what was signed is found from its document. Empty of every
        other row (1 query of a head that can be signed)."""
        jenis = DOCUMENTS.get(model)
        if jenis not in SIGNED_KINDS:
            return ""
        own = Penetapan.objects.for_kecamatan(self._kecamatan).filter(jenis=jenis, dokumen=pk)
        signed = own.filter(ditandatangani_pada__isnull=False).order_by("pk").last()
        if signed is None or signed.ditandatangani_pada is None:
            return ""
        day = format_tanggal(timezone.localdate(signed.ditandatangani_pada))
        return (
            f"{signed.get_jenis_display()} ini ditandatangani pada {day}, dan arsipnya dibuka dari sini, jadi tidak"
            " dihapus. Ubah isinya, lalu tetapkan dan tandatangani versi berikutnya."
        )

    def ensure_not_kept(self, model: type[Model], pk: int) -> None:
        """Raise :class:`DocumentClosed` where the row is not deleted."""
        if reason := self.kept(model, pk):
            raise DocumentClosed(reason)

    def replaced(self, document: Model) -> bool:
        """Whether an agreed document took the place of this agreed one (1 query where there can be such)."""
        if self.of(document) is None or type(document) not in SUCCESSORS:
            return False
        jenis, own = DOCUMENTS[type(document)], Q(kecamatan=self._kecamatan)
        later = type(document)._base_manager.filter(own & SUCCESSORS[type(document)](document))
        return any((jenis, pk) in self._rows for pk in later.values_list("pk", flat=True))
