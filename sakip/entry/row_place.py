"""Where the pages of a kind of row are: kecamatan, year and kind, which rows stand there, and who may write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from kecamatan.areas import own_words
from kecamatan.ground.prepared import PreparedRows
from kecamatan.ground.whole_numbers import whole
from kecamatan.models import Jejak
from kecamatan.permissions import Hak, ensure_right, owns
from sakip.entry.form import RecordForm
from sakip.entry.kinds import ROW_KINDS, RowKind, changed_totals
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.writer import DELETED, ROW
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row

#: In an address or a form: the number of the row below which a new one comes.
PARENT: Final = "induk"


@cache
def _of_place(model: Any) -> PreparedRows[Any]:
    return PreparedRows(lambda kecamatan, pk: model.objects.for_kecamatan(kecamatan).filter(pk=pk))


@cache
def _of_year(model: Any) -> PreparedRows[Any]:
    return PreparedRows(
        lambda kecamatan, pk, tahun: model.objects.for_kecamatan(kecamatan).for_tahun(tahun).filter(pk=pk)
    )


@dataclass(frozen=True, slots=True)
class RowPlace:
    """What a request to a page of a kind of row is about."""

    request: HttpRequest
    here: EntryPlace
    kind: RowKind

    def ensure(self) -> RowPlace:
        """Itself, for who may write such rows; 403 for others."""
        ensure_right(self.here.pengguna, self.kind.hak, self._owner)
        return self

    @property
    def _owner(self) -> Any:
        return self.here.kecamatan.kabupaten if self.kind.hak is Hak.ATUR else self.here.kecamatan

    @property
    def may_save(self) -> bool:
        """Whether the page offers to save at all."""
        closed = self.kind.form.yearly and self.here.closed
        return owns(self.here.pengguna, self.kind.hak, self._owner) and not closed

    @property
    def nama(self) -> str:
        """What a row is called here."""
        return own_words(self.kind.nama, self.here.kecamatan)

    def address(self, row: models.Model | None = None) -> str:
        """The page on which the row stands, at the row."""
        page = reverse("isi", args=[self.here.kecamatan.slug, self.here.tahun, self.kind.dokumen])
        return f"{page}#{self.kind.kode}-{row.pk}" if row is not None else page

    def render(self, template: str, status: int = 200, **shown: Any) -> HttpResponse:
        """A page in the frame of the row's document."""
        frame = page_context(self.here, active=self.kind.dokumen)
        context = (
            frame | {"content_address": self.address(), "kind": replace(self.kind, nama=self.nama)} | shown
        )
        return render(self.request, f"sakip/row/{template}.html", context, status=status)

    def form(self, row: models.Model, data: Any = None) -> RecordForm:
        """The kind's form of a row."""
        return self.kind.form(data, instance=row, scope=self.here.scope)

    def totals(self) -> Mapping[str, str]:
        """What the rows of the kind add up to, where that is said."""
        return self.kind.totals(self.here.kecamatan, self.here.tahun) if self.kind.totals else {}

    def changed(self, before: Mapping[str, str]) -> str:
        """What became of the totals, as a sentence to follow another."""
        return changed_totals(before, self.totals())

    # -- rows --------------------------------------------------------------------------------------

    def _rows(self, model: Any) -> Any:
        """Rows of the model that belong to the place and that the user may see."""
        rows = model.objects.for_user(self.request.user)
        if self.kind.hak is not Hak.ATUR and hasattr(model, "kecamatan_path"):
            return rows.for_kecamatan(self.here.kecamatan)
        path = getattr(model, "kabupaten_path", "kabupaten")
        return rows.filter(**{path or "pk": self.here.kecamatan.kabupaten_id})

    def _stored(self) -> Any:
        """The stored rows of the kind."""
        rows = self._rows(self.kind.model)
        if self.kind.form.yearly and not self.kind.form.across_years:
            rows = rows.for_tahun(self.here.tahun)
        return rows

    def row(self, pk: int) -> Any:
        """The stored row; 404 where it is not of this place (1 query). What is in a kecamatan that the user sees is
        seen with it."""
        form, model = self.kind.form, self.kind.model
        if self.kind.hak is Hak.ATUR or not hasattr(model, "kecamatan_path"):
            return get_object_or_404(self._stored(), pk=pk)
        here = self.here
        found = (
            _of_year(model)(here.kecamatan.pk, pk, here.tahun)
            if form.yearly and not form.across_years
            else _of_place(model)(here.kecamatan.pk, pk)
        )
        if not found:
            raise Http404(f"{self.kind.kode} {pk}")
        return found[0]

    def rows(self, numbers: str) -> list[Any]:
        """Those of the stored rows whose numbers stand in the text, parted by commas."""
        asked = [pk for pk in map(whole, numbers.split(",")) if pk is not None]
        return list(self._stored().filter(pk__in=asked))

    def row_or_deletion(self, pk: int) -> Any:
        """The stored row, or for who sends something about one that was deleted, by itself or with what it belonged
        to, the trail's entry."""
        try:
            return self.row(pk)
        except Http404:
            if self.request.method != "POST":
                raise
            found = self.deletion_of(self.kind.model, pk, self.kind)
            if found is None:
                raise
            return found

    def deletion_of(self, model: type[models.Model], pk: int, kind: RowKind | None = None) -> Jejak | None:
        """The last entry of the trail here that tells of the deletion of that row (1 query); None where there is none.

        Of a ``kind`` that shares its model with another only rows that were its own.
        """
        told = Jejak.objects.for_user(self.request.user).for_kecamatan(self.here.kecamatan)
        label = model._meta.label_lower
        return next(
            (
                entry
                for entry in told.filter(tindakan=DELETED).order_by("-pk").iterator()
                for row in deleted_rows(entry, label)
                if row["pk"] == pk and (kind is None or kind.form.matches(row["fields"]))
            ),
            None,
        )

    @property
    def parent_number(self) -> str:
        """The number of the parent row as it was sent; empty where none was."""
        return self.request.GET.get(PARENT, "") or self.request.POST.get(PARENT, "")

    def parent(self) -> models.Model | None:
        """The parent row that the address names, of this place; None where the kind has none."""
        if not self.kind.parent:
            return None
        if (pk := whole(self.parent_number)) is None:
            raise Http404(f"induk {self.parent_number}")
        parents = self._rows(self.kind.parent_model)
        if self.kind.form.yearly and _is_yearly(self.kind.parent_model):
            parents = parents.for_tahun(self.here.tahun)
        parent: models.Model = get_object_or_404(parents, pk=pk)
        return parent

    def empty(self, parent: models.Model | None) -> models.Model:
        """A new row in its place. A form that needs more of its parent says so in ``build``."""
        columns = {k.name for k in self.kind.model._meta.concrete_fields}
        filled: dict[str, Any] = {}
        if parent is not None:
            filled[self.kind.parent] = parent
        if "kecamatan" in columns and self.kind.hak is not Hak.ATUR:
            filled["kecamatan"] = self.here.kecamatan
        if "kabupaten" in columns and self.kind.hak is Hak.ATUR:
            filled["kabupaten"] = self.here.kecamatan.kabupaten
        if "tahun" in columns and self.kind.form.yearly and not self.kind.form.across_years:
            filled["tahun"] = self.here.tahun
        return self.kind.form.build(filled)


def row_place(request: HttpRequest, slug: str, tahun: int, jenis: str, *, writing: bool) -> RowPlace:
    """Where the page is and of which kind; 404 where there is no such thing, 403 for who may not write it."""
    here = place_or_404(request, slug, tahun)
    if jenis not in ROW_KINDS:
        raise Http404(f"isian {jenis}")
    place = RowPlace(request, here, ROW_KINDS[jenis])
    return place.ensure() if writing else place


def was_of(kind: RowKind, entry: Jejak) -> bool:
    """Whether a deleted row was of this kind; two kinds may share a model."""
    if kind.model._meta.label_lower != entry.objek_jenis:
        return False
    main: dict[str, Any] = next(iter((entry.sebelum or {}).get(ROW) or ()), {})
    return kind.form.matches(main.get("fields", {}))


def deleted_rows(entry: Jejak, label: str) -> list[dict[str, Any]]:
    """The rows of a model that a deletion took, as they are kept."""
    return [row for row in (entry.sebelum or {}).get(ROW) or () if row["model"] == label]


def kind_of(entry: Jejak) -> RowKind | None:
    """Of which kind the row of the trail's entry was; None where people write none such."""
    return next((kind for kind in ROW_KINDS.values() if was_of(kind, entry)), None)


def _is_yearly(model: Any) -> bool:
    """Whether rows of the model belong to a year; a Renstra and what hangs on it spans several."""
    path = str(getattr(model, "tahun_path", "")).split("__")[0]
    return path in {k.name for k in model._meta.get_fields()}
