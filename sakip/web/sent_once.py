"""Whoever sends a form twice gets the answer of the first, once (:mod:`kecamatan.ground.submission`)."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.contrib.messages import add_message, get_messages
from django.contrib.messages.storage.base import Message
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from kecamatan.accounts.kept_forms import page_of
from kecamatan.ground.page_token import PAGE_TOKEN
from kecamatan.ground.submission import SentBefore, sending
from kecamatan.models import Jejak, Submission

#: How long the second of two clicks waits for the answer of the first, which is written and only on its way.
WAITED: Final = 5.0
_PAUSE: Final = 0.02

#: How long a form is remembered. A page that is older than this asks for another sign-in long before.
REMEMBERED: Final = timedelta(days=1)

#: How long one of which the trail tells nothing yet (a file that waits for the worker): nobody can say whether what it
#: did still holds.
REMEMBERED_IF_UNTOLD: Final = timedelta(seconds=30)

Told = tuple[int, str, str]
"""A message: its level, its text, its tags."""


class SentOnceMiddleware:
    """Answer a form that was sent before as it was answered then, whatever its view would say of it now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = fingerprint(request)
        if key is None:
            return self.get_response(request)
        known = Submission.objects.filter(key=key)
        if (first := known.first()) is not None and _holds_no_more(first):
            first.delete()
        if first is not None and (answer := _first_answer(request, known)) is not None:
            return answer
        with sending(key) as form:
            response = self.get_response(request)
        if form.claimed and 300 <= response.status_code < 400:
            known.update(answer=response["Location"], messages=_told(request), written=form.written)
            Submission.objects.filter(made__lt=timezone.now() - REMEMBERED).delete()
        elif form.claimed:
            # A page that shows a secret once, or says what half of it was refused: asked again it is made again.
            known.update(answer="")
        elif response.status_code >= 400 and (answer := _first_answer(request, known)) is not None:
            return answer  # another request wrote it while this one was refused for what that one had written
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The writer found that the form was sent before; what it is answered is found above."""
        return HttpResponse(status=409) if isinstance(exception, SentBefore) else None


def fingerprint(request: HttpRequest) -> str | None:
    """The key of a form that a page sent: whose session, where to, the page's token, every field and file.

    None for what is no form of a page: the cells of the grid say themselves what they have seen.
    """
    if request.method != "POST" or not request.POST.get(PAGE_TOKEN):
        return None
    mark = hashlib.sha256()
    for part in (request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""), request.get_full_path()):
        mark.update(f"{len(part)}:{part}".encode())
    for name, values in sorted(request.POST.lists()):
        for value in (name, *values):
            mark.update(f"{len(value)}:{value}".encode("utf-8", "surrogatepass"))
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            mark.update(f"{name}:{file.name}:{file.size}:".encode("utf-8", "surrogatepass"))
            for chunk in file.chunks():
                mark.update(chunk)
            file.seek(0)
    return mark.hexdigest()


def _holds_no_more(first: Submission) -> bool:
    """Whether it is no second click: sent long ago, or what it wrote was changed, deleted or brought back since, and
    would be taken for done although it is not."""
    age = timezone.now() - first.made
    if not first.written:
        return age > (REMEMBERED if first.answer is None else REMEMBERED_IF_UNTOLD)
    since = Jejak.objects.filter(
        pk__gt=max(first.written), objek_jenis=OuterRef("objek_jenis"), objek_pk=OuterRef("objek_pk")
    )
    return age > REMEMBERED or Jejak.objects.filter(Exists(since), pk__in=first.written).exists()


def _first_answer(request: HttpRequest, known: QuerySet[Submission]) -> HttpResponse | None:
    """Where the first led, as soon as it is known; None where there was no first, or its page is to be made again.

    Who waited too long is led back to the page it came from, which shows what was stored.
    """
    end = time.monotonic() + WAITED
    while (found := known.first()) is not None:
        if found.answer is not None:
            if not found.answer:
                return None
            _tell_again(request, [(level, text, tags) for level, text, tags in found.messages])
            return HttpResponseRedirect(found.answer)
        if time.monotonic() > end:
            return HttpResponseRedirect(page_of(request))
        time.sleep(_PAUSE)
    return None


def _told(request: HttpRequest) -> list[Told]:
    """What the page that follows will say."""
    storage: Any = get_messages(request)
    return [_said(message) for message in storage._queued_messages]  # what waited before is of another form


def _tell_again(request: HttpRequest, told: Iterable[Told]) -> None:
    """Say once what the first was told, also where a page has read it already: that page was left for this one."""
    waiting = [_said(message) for message in get_messages(request)]
    for level, text, tags in dict.fromkeys([*waiting, *told]):
        add_message(request, level, text, extra_tags=tags)


def _said(message: Message) -> Told:
    return message.level, str(message.message), message.extra_tags or ""
