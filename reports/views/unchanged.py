"""Pages and files that a browser has already: answered with "unchanged", before anything is made for them.

What a page of a year shows follows from what is recorded, of which the mark of the trail tells
(:mod:`reports.review.marks`), from who reads it and what they may do there, which was read for the rights of this very
request, and from the names of people, of which the trail tells as well. A page with a message is shown once: it bears
no mark.
"""

from __future__ import annotations

import hashlib
from typing import Final

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from kecamatan.context_processors import pengguna
from kecamatan.models import Jejak, Pengguna
from reports.models import Permintaan
from reports.review.marks import Marks
from sakip.entry.place import EntryPlace

#: What every page tells of besides the records of its year: names of people, and what is asked of the kecamatan.
_BESIDE: Final = tuple(kind._meta.label_lower for kind in (Pengguna, Permintaan))

#: A browser keeps the page and asks each time whether it still holds.
_ASK: Final = "private, no-cache"


def page_mark(
    request: HttpRequest, here: EntryPlace, marks: Marks | tuple[object, ...], *more: object
) -> str:
    """What names a page of a year as its reader would see it now; empty where it has something to say once (1 query,
    and that of the frame). ``more`` is whatever the page shows besides."""
    reader = (
        sorted(here.hak),
        here.closed,
        here.submitted,
        here.other_tahun,
        [(one.pk, one.nama, one.slug) for one in here.other_kecamatan],
    )
    return mark_of(request, marks, reader, more)


def mark_of(request: HttpRequest, *shown: object) -> str:
    """The same of any page: ``shown`` is all that follows from what is recorded and from what its reader may do."""
    token = request.META.get("CSRF_COOKIE", "")  # the forms of the page are sent with it
    if not token or len(get_messages(request)):
        return ""
    people = Jejak.objects.filter(objek_jenis__in=_BESIDE).order_by().count()
    user = request.user
    frame = (user.pk, str(user), pengguna(request), token, request.get_full_path())
    return hashlib.sha256(repr((people, frame, shown)).encode()).hexdigest()[:32]


def unchanged(request: HttpRequest, mark: str) -> HttpResponseBase | None:
    """The answer to a browser that has the page of this mark; None where it has to be made."""
    if not mark:
        return None
    etag = quote_etag(mark)
    answer = get_conditional_response(request, etag=etag, response=marked(HttpResponse(), mark))
    return answer if answer is not None and answer.status_code == 304 else None


def marked(response: HttpResponse, mark: str) -> HttpResponse:
    """The page with its mark."""
    if mark:
        response["ETag"], response["Cache-Control"] = quote_etag(mark), _ASK
    return response
