"""A page with what was typed into its form before: every field by its name, and beside it what found no field."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from lxml import html as parser

from kecamatan.accounts.kept_forms import Fields
from kecamatan.ground.page_token import PAGE_TOKEN

#: Fields that the page fills for itself.
_OF_THE_PAGE: Final = frozenset({PAGE_TOKEN, "next"})

#: Fields by which a form says what its page had seen, also row by row and cell by cell, and what was agreed to: they
#: come back with it, and mean nothing to a reader.
_SEEN: Final = re.compile(r"(.*-)?sidik|urut|arah|disetujui|asal|(awal|baris)-baru-\d+")

_BUTTONS: Final = frozenset({"submit", "button", "image", "reset"})


@dataclass(frozen=True, slots=True)
class TypedAgain:
    """The page; what of the kept content has no field on it; whether the form stands on it at all; whether anything
    of it was typed, and not said by a button or by the page itself."""

    document: Any
    left: tuple[str, ...]
    found: bool
    typed: bool

    def page(self, notice: str) -> str:
        """Its HTML, with a notice (HTML as well) before everything else that it says."""
        main = self.document.find(".//main")
        if main is not None:
            main.insert(0, parser.fragment_fromstring(notice))
            main[0].tail, main.text = main.text, None
        return str(parser.tostring(self.document, doctype="<!DOCTYPE html>", encoding="unicode"))


def type_again(page: str, *, at: str, sent_to: str, fields: Fields) -> TypedAgain:
    """Fill the form of a page (HTML at the address ``at``) that sends to ``sent_to``."""
    document = parser.document_fromstring(page)
    form = _form(document, at, sent_to)
    if form is None:
        typed = tuple(_texts(_without(fields, set())))
        return TypedAgain(document, typed, found=False, typed=bool(typed))
    silent = {c.get("name") for c in _controls(document, form) if c.get("type") == "hidden"}
    left = {name: list(values) for name, values in fields.items()}
    for control in _controls(document, form):
        _fill(control, left, fields)
    buttons = {b.get("name") for b in form.iter("button", "input") if b.get("type", "submit") in _BUTTONS}
    unplaced = tuple(_texts(_without(left, buttons)))
    entered = any(_texts(_without(fields, silent | buttons)))
    return TypedAgain(document, unplaced, found=True, typed=entered)


def _form(document: Any, at: str, sent_to: str) -> Any:
    """That which sends there, by itself or by one of its buttons."""
    target = urlsplit(sent_to).path
    for form in document.iter("form"):
        goals = [form.get("action") or at, *form.xpath(".//button/@formaction")]
        same = any(urlsplit(urljoin(at, goal)).path == target for goal in goals)
        if same and form.get("method", "").lower() == "post":
            return form
    return None


def _controls(document: Any, form: Any) -> Iterator[Any]:
    """Its fields, also those that name it from elsewhere on the page."""
    kinds = ("input", "select", "textarea")
    yield from (one for one in form.iter(*kinds) if one.get("form") in (None, form.get("id")))
    if name := form.get("id"):
        inside = set(form.iter(*kinds))
        yield from (one for one in document.iter(*kinds) if one.get("form") == name and one not in inside)


def _fill(control: Any, left: dict[str, list[str]], fields: Fields) -> None:
    """Give a field its value; of several with one name each takes the next."""
    name, kind = control.get("name"), control.get("type", "text").lower()
    if not name or name in _OF_THE_PAGE or kind in _BUTTONS or kind == "file":
        return
    if control.tag == "input" and kind in ("checkbox", "radio"):
        _set(control, "checked", control.get("value", "on") in fields.get(name, ()))
        left.pop(name, None)
    elif control.tag == "select":
        chosen = set(fields.get(name, ()))
        offered = {option.get("value", option.text or ""): option for option in control.iter("option")}
        if chosen and chosen <= offered.keys():
            stood = {value for value, option in offered.items() if "selected" in option.attrib}
            if chosen != (stood or {next(iter(offered))}):
                _unfold(control)
            for value, option in offered.items():
                _set(option, "selected", value in chosen)
            left.pop(name, None)
    elif left.get(name):
        value = left[name].pop(0)
        if value.strip() and value != (control.get("value") or control.text or "").removeprefix("\n"):
            _unfold(control)
        if control.tag == "textarea":
            control.text = f"\n{value}"  # HTML drops the first line break
        else:
            control.set("value", value)


def _unfold(control: Any) -> None:
    """Let what was typed be seen, where the page folds it away; a hidden field unfolds nothing."""
    if control.get("type") != "hidden":
        for section in control.iterancestors("details"):
            section.set("open", "open")


def _set(element: Any, attribute: str, wanted: bool) -> None:
    if wanted:
        element.set(attribute, attribute)
    else:
        element.attrib.pop(attribute, None)


def _without(fields: Fields, names: Container[str]) -> Fields:
    """What a reader may have typed, without the fields of these names."""
    return {n: values for n, values in fields.items() if n not in names and not _SEEN.fullmatch(n)}


def _texts(fields: Fields) -> Iterator[str]:
    return (value for values in fields.values() for value in values if value.strip())
