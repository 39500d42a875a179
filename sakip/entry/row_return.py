"""Where the page of a new row leads once it is stored: to the next new one, or back into the table it was typed in."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from sakip.entry.form import RecordForm
from sakip.entry.row_place import PARENT, RowPlace

#: In the address of a table: the kind of the row that was just added to it.
NEW: Final = "baru"

#: Characters of what an address says for the next row to begin with. Web servers take some 4.000 of a whole address,
#: and a text that a form repeats may be longer than that alone.
MOST_KEPT: Final = 1500


def to_table(request: HttpRequest) -> bool:
    """Whether the row was typed below the table of its document."""
    return request.POST.get("kembali") == "tabel"


def next_address(place: RowPlace, form: RecordForm) -> str:
    """The page of another new row below the same parent; of what was typed it begins with what the form says."""
    begin = _begin(place, form)
    address = _address(place, "baris-baru", place.kind.kode)
    return f"{address}?{urlencode(begin)}" if begin else address


def table_address(place: RowPlace, form: RecordForm) -> str:
    """The table at the stored row, its new line ready for another like it."""
    code, pk = place.kind.kode, form.instance.pk
    query = urlencode({NEW: code, **_begin(place, form)})
    return f"{_address(place, 'tabel-isi', place.kind.dokumen)}?{query}#baris-{code}.{pk}"


def _address(place: RowPlace, name: str, code: str) -> str:
    return reverse(name, args=[place.here.kecamatan.slug, place.here.tahun, code])


def _begin(place: RowPlace, form: RecordForm) -> dict[str, Any]:
    shown = form.shown_of_fields()
    begin: dict[str, Any] = {}
    for name in form.kept_for_next:
        if name in shown and len(urlencode(begin | {name: shown[name]})) <= MOST_KEPT:
            begin[name] = shown[name]
    if place.kind.parent:
        begin[PARENT] = getattr(form.instance, f"{place.kind.parent}_id")
    return begin
