"""Every form of the site, found as a reader finds it: by following links from the home page."""

from __future__ import annotations

import inspect
import re
from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from lxml import html


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A form as it was found: the page it stands on, where it sends to, the name of that address with what tells its
    kind, and its element."""

    page: str
    action: str
    name: str
    element: Any = field(repr=False, compare=False)

    @property
    def form(self) -> Any:
        """A copy to fill in."""
        return deepcopy(self.element)


@cache
def kind_of(address: str) -> str:
    """The name of an address with the words in it that choose a page: "baris-baru desa"; empty for a foreign one. All
    places of narrative have one page."""
    try:
        found = resolve(urlsplit(address).path)
    except Resolver404:
        return ""
    words = [str(found.kwargs[w]) for w in ("jenis", "kode", "nama") if w in found.kwargs]
    return " ".join([found.url_name or "", *words])


def read_page(text: str) -> Any:
    """A page with every entry in the form that it belongs to, also where that stands elsewhere (``form="…"``)."""
    content = html.document_fromstring(text)
    for entry in content.xpath("//*[@form]"):
        for form in content.xpath("//form[@id=$name]", name=entry.get("form")):
            form.append(entry)
    return content


def forms_on(page: str, content: Any) -> Iterator[FoundForm]:
    """Its forms that send something, to each address that one of their buttons sends to."""
    for form in content.forms:
        if form.get("method", "").lower() == "post":
            for action in dict.fromkeys(actions(page, form)):
                yield FoundForm(page, action, kind_of(action), form)


def actions(page: str, form: Any) -> Iterator[str]:
    """Where a form sends to: its own address, and those of its buttons."""
    for goal in (form.get("action") or page, *form.xpath(".//button/@formaction")):
        yield urljoin(page, str(goal))


def every_form(client: Client, *starts: str, year: int, seen: set[str]) -> dict[str, FoundForm]:
    """One form of every kind that can be reached, by its name; of years only this one is entered.

    Kinds of pages in ``seen`` are not opened, and those that are opened are added to it.
    """
    waiting = deque(starts)
    seen.update(kind_of(one) for one in starts)
    found: dict[str, FoundForm] = {}
    while waiting:
        page = waiting.popleft()
        answer = client.get(page)
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        content = read_page(answer.content.decode())
        for form in forms_on(page, content):
            found.setdefault(form.name, form)
        for link in content.xpath("//a/@href"):
            address = urljoin(page, str(link)).partition("#")[0]
            kind = kind_of(address)
            foreign = re.search(rf"^(http|//)|/kecamatan/[^/]+/(?!{year}/)[0-9]", address)
            # What comes as a file holds no form.
            if kind and kind not in seen and not foreign and not kind.endswith("-unduh"):
                seen.add(kind)
                waiting.append(address)
    return found


def form_on(client: Client, form: FoundForm, page: str) -> Any:
    """The form as it stands on a page now; None where it does not."""
    answer = client.get(page)
    target = urlsplit(form.action).path
    for one in read_page(answer.content.decode()).forms if answer.status_code == 200 else ():
        same = any(urlsplit(goal).path == target for goal in actions(page, one))
        if same and one.get("method", "").lower() == "post":
            return one
    return None


def distinct(forms: dict[str, FoundForm], *, as_shown: bool = False) -> set[str]:
    """Names of forms that differ: of those that send the same fields to the same address, one.

    ``as_shown``: one page shows a row that is new and one that is stored, so one of the two is enough.
    """
    kinds: dict[tuple[str, frozenset[str]], str] = {}
    for name, found in forms.items():
        fields = {one.get("name") or "" for one in found.element.iter("input", "select", "textarea")}
        address = name.split()[0]
        page = "baris" if as_shown and address.startswith("baris-") else address
        kinds.setdefault((page, frozenset(fields)), name)
    return set(kinds.values())


def entries(form: Any) -> dict[str, list[str]]:
    """What a browser would send of it, without its buttons, its files and the page's token."""
    sent: dict[str, list[str]] = {}
    texts = {one.get("name") for one in form.iter("textarea")}
    for name, value in form.form_values():
        if name != "csrfmiddlewaretoken":
            sent.setdefault(name, []).append(value.removeprefix("\n") if name in texts else value)
    return sent


def addresses_taking_forms() -> set[str]:
    """The names of all addresses that take a form."""

    def walk(found: URLResolver | URLPattern) -> Iterator[URLPattern]:
        if isinstance(found, URLPattern):
            yield found
        else:
            for below in found.url_patterns:
                yield from walk(below)

    return {str(one.name) for one in walk(get_resolver()) if "POST" in methods(one.callback)}


def methods(view: Any) -> list[str]:
    """What the decorators of a view allow."""
    allowed: list[str] = []
    while view is not None:
        names = inspect.getclosurevars(view).nonlocals if inspect.isfunction(view) else {}
        allowed += names.get("request_method_list", [])
        view = getattr(view, "__wrapped__", None)
    return allowed
