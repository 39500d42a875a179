"""What every endpoint does alike: the year and the page that are asked for, and the answer with its mark."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from kecamatan.ground.whole_numbers import whole
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from reports.api.gate import Problem

M = TypeVar("M")

PER_PAGE: Final = 50
MOST_PER_PAGE: Final = 200


class Paged(NamedTuple):
    """A page of rows, and where it stands."""

    rows: Sequence[Any]
    number: int
    size: int
    total: int


def asked_year(request: HttpRequest) -> int:
    """``tahun`` of the address. Raises :class:`Problem`."""
    text = request.GET.get("tahun", "")
    if not text:
        raise Problem(400, "Parameter kurang", "Sertakan tahun, misalnya ?tahun=2024.")
    return _number("tahun", text, YEAR_FIRST, YEAR_LAST)


def asked_page(request: HttpRequest, rows: QuerySet[Any]) -> Paged:
    """The page of rows that is asked for (2 queries); one behind the last is empty. Raises :class:`Problem`."""
    number = _number("halaman", request.GET.get("halaman", "1"), 1, 1_000_000)
    size = _number("per_halaman", request.GET.get("per_halaman", str(PER_PAGE)), 1, MOST_PER_PAGE)
    start = (number - 1) * size
    return Paged(list(rows[start : start + size]), number, size, rows.count())


def _number(name: str, text: str, least: int, most: int) -> int:
    number = whole(text, digits=7)
    if number is not None and least <= number <= most:
        return number
    raise Problem(
        400, "Parameter keliru", f'{name}="{text[:20]}" bukan bilangan bulat {least} sampai {most}.'
    )


def answer(request: HttpRequest, page: Paged, items: Iterable[str]) -> HttpResponse:
    """The answer of an endpoint; ``items`` are JSON already. Who has it is told that it is the same."""
    return marked(
        request,
        f'{{"data":[{",".join(items)}],"halaman":{page.number},"per_halaman":{page.size},"jumlah":{page.total},'
        f'"berikutnya":{json.dumps(_next(request, page))}}}',
    )


def marked(request: HttpRequest, content: str) -> HttpResponse:
    """JSON that no shared cache keeps."""
    body = content.encode()
    etag = quote_etag(hashlib.sha256(body).hexdigest())
    found = HttpResponse(body, content_type="application/json; charset=utf-8", headers={"ETag": etag})
    kept: Callable[..., HttpResponse | None] = get_conditional_response
    result = kept(request, etag=etag, response=found) or found
    result["Cache-Control"] = "private, no-cache"
    result["Vary"] = "Authorization"
    return result


def _next(request: HttpRequest, page: Paged) -> str | None:
    if page.number * page.size >= page.total:
        return None
    words = request.GET.copy()
    words["halaman"] = str(page.number + 1)
    return request.build_absolute_uri(f"{request.path}?{words.urlencode()}")
