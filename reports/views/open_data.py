"""The tables of the signed documents as data, at addresses that stay, and what their columns mean."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import conditional_page

from reports.open_data.catalogue import TABLES
from reports.open_data.files import TYPES, as_csv, as_json, data_package, json_schema
from reports.public.library import public_kabupaten, tables_in
from reports.views.public import file_answer, place_or_404, public
from sakip.capaian.rumus import RUMUS_LIST

_MAKERS: Final = {"csv": as_csv, "json": as_json}

#: What a column holds, in words.
_KINDS: Final = {"string": "teks", "integer": "bilangan bulat", "number": "desimal, dengan titik"}


@public
def table(request: HttpRequest, kode: str, tahun: int, tabel: str, bentuk: str) -> HttpResponseBase:
    """A table of a kecamatan-year, of the document that is signed and holds."""
    if bentuk not in _MAKERS or tabel not in TABLES:
        raise Http404(f"{tabel}.{bentuk}")
    found = tables_in(place_or_404(kode), tahun).get(tabel)
    if found is None:
        raise Http404(f"{tabel} {kode} {tahun}")
    content = _MAKERS[bentuk](TABLES[tabel], found[1]).encode()
    answer = _data(request, content, TYPES[bentuk])
    answer["Content-Disposition"] = f'inline; filename="{tabel}-{kode}-{tahun}.{bentuk}"'
    return answer


@public
def package(request: HttpRequest, kode: str, tahun: int) -> HttpResponseBase:
    """The tables of a kecamatan-year with their schema: a Frictionless Tabular Data Package."""
    place = place_or_404(kode)
    held = tables_in(place, tahun)
    if not held:
        raise Http404(f"{kode} {tahun}")
    tables = [one for code, one in TABLES.items() if code in held]
    addresses = {one.code: {shape: f"{one.code}.{shape}" for shape in _MAKERS} for one in tables}
    described = data_package(
        name=f"sakip-{kode}-{tahun}",
        title=f"Kinerja {place} {place.kabupaten} tahun {tahun}",
        held=tables,
        addresses=addresses,
    )
    return _data(request, _json(described), TYPES["json"])


@public
@conditional_page
def schema(request: HttpRequest) -> HttpResponse:
    """What tables there are and what their columns mean, for people."""
    _ensure_open()
    described = [(one, [(column, _KINDS[column.type]) for column in one.columns]) for one in TABLES.values()]
    return render(
        request,
        "reports/public/schema.html",
        {"tables": described, "rumus": [(one.kode.value, one.label) for one in RUMUS_LIST.values()]},
    )


@public
def schema_of_table(request: HttpRequest, tabel: str) -> HttpResponseBase:
    """The same for programs: JSON Schema."""
    _ensure_open()
    if tabel not in TABLES:
        raise Http404(tabel)
    address = request.build_absolute_uri(reverse("publik-skema-tabel", args=[tabel]))
    return _data(
        request, _json(json_schema(TABLES[tabel], address)), "application/schema+json; charset=utf-8"
    )


def _ensure_open() -> None:
    if not public_kabupaten().exists():
        raise Http404("tidak ada yang terbuka")


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def _data(request: HttpRequest, content: bytes, kind: str) -> HttpResponseBase:
    """For pages of other sites too: it is for everybody."""
    answer = file_answer(request, content, mark=hashlib.sha256(content).hexdigest(), kind=kind)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
