"""A browser without scripts and without a screen: it follows links, fills forms by their labels and sends them, as HTML
says.

Every page does its work that way, and Chromium takes five times as long over it. What only a screen shows (what spills
over, what stands out, what a script adds) is looked at there: ``Site.sign_in`` opens the same address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode, urljoin, urlsplit

from django.test import Client
from lxml import etree, html

from kecamatan.models import Pengguna

#: An element of lxml, which tells no types.
Element = Any

#: What is typed into a field, chosen from a list, ticked (bool), or ticked within a group (list of labels).
Entries = Mapping[str, str | bool | Sequence[str]]

#: What does not end a word.
_INLINE: Final = frozenset(
    ("a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "wbr")
)
_SILENT: Final = frozenset(("script", "style", "template"))


def words(element: Element) -> str:
    """What an element says, single-spaced; the words of two cells stand apart."""
    said: list[str] = []
    silent = 0
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(one.tag, str):
            continue
        silent += (one.tag in _SILENT) * (1 if event == "start" else -1)
        apart = "" if one.tag in _INLINE else " "
        if event == "start":
            said += (apart, "" if silent else one.text or "")
            said += (child.tail or "" for child in one if not isinstance(child.tag, str))  # behind a comment
        else:
            said += (apart, "" if one is element or silent else one.tail or "")
    return " ".join("".join(said).split())


def name_of(element: Element) -> str:
    """What a reader calls it: by the elements that name it, by its own label, by its words or its caption."""
    if by := element.get("aria-labelledby"):
        root = element.getroottree()
        return " ".join(words(root.getroot().get_element_by_id(key)) for key in by.split())
    if label := element.get("aria-label"):
        return str(label)
    if element.tag == "table":
        return " ".join(words(one) for one in element.findall("caption"))
    return words(element)


def one_of(found: Sequence[Element], said: str, others: Sequence[Element]) -> Element:
    assert len(found) == 1, f"{len(found)} kali {said!r} di antara {[name_of(one) for one in others]}"
    return found[0]


class PlainBrowser:
    """A browser of somebody who has signed in, or of nobody; it holds the page that is open."""

    def __init__(self, username: str = "") -> None:
        self._client = Client(enforce_csrf_checks=True)
        if username:
            self._client.force_login(Pengguna.objects.get(username=username))

    def sign_out(self) -> None:
        """Lose what tells who it is; the page stays open."""
        self._client.logout()

    def goto(self, address: str) -> None:
        self._show(self._client.get(urljoin(getattr(self, "address", "/"), address), follow=True))

    def _show(self, answer: Any) -> None:
        asked = answer.request
        query = asked["QUERY_STRING"]
        self.address = asked["PATH_INFO"] + (f"?{query}" if query else "")
        assert answer.status_code in (200, 422), f"{self.address}: {answer.status_code}"
        self.page: Element = html.document_fromstring(answer.content.decode())

    # -- what is on the page

    @property
    def main(self) -> Element:
        return self.page.find(".//main")

    def headings(self) -> list[str]:
        return [words(one) for one in self.page.iter("h1", "h2", "h3")]

    def region(self, name: str) -> Element:
        everything = self.main.xpath(".//section | .//*[@role='region']")
        return one_of([one for one in everything if name_of(one) == name], name, everything)

    def rows(self, text: str, *, inside: Element = None) -> list[Element]:
        """The rows of tables that say this."""
        return [one for one in self._where(inside).iter("tr") if text in words(one)]

    def row(self, text: str, *, inside: Element = None) -> Element:
        return one_of(self.rows(text, inside=inside), text, self.rows("", inside=inside))

    def field(self, name: str, *, inside: Element = None) -> Element:
        """The field with this label, behind which its unit or "(opsional)" may stand."""
        where = self.page if inside is None else inside
        named = re.compile(rf"{re.escape(name)}( \([^()]*\))?")
        fields = [
            one
            for one in where.iter("input", "select", "textarea")
            if one.tag != "input" or one.type not in ("hidden", "submit")
        ]
        return one_of([one for one in fields if any(map(named.fullmatch, labels(one)))], name, fields)

    # -- what is done with it

    def follow(self, name: str, *, inside: Element = None, row: str = "") -> None:
        """Follow the link of this name: the only one, or several that lead to one place; where several rows of tables
        offer the same, that of the row which says ``row``."""
        self.goto(self._goal(name, self.rows(row, inside=inside) if row else [self._where(inside)]))

    def _where(self, inside: Element) -> Element:
        return self.main if inside is None else inside

    def _goal(self, name: str, where: Sequence[Element]) -> str:
        links = [one for part in where for one in part.iter("a") if one.get("href")]
        found = {one.get("href"): one for one in links if name_of(one) == name}
        return str(one_of(list(found.values()), name, links).get("href"))

    def navigate(self, name: str, *, within: str = "Dokumen tahun") -> None:
        """Follow a link of a navigation, of whose name the beginning is enough."""
        known = list(self.page.iter("nav"))
        found = [one for one in known if name_of(one).startswith(within)]
        self.follow(name, inside=one_of(found, within, known))

    def to_content(self, nama: str) -> None:
        """Go to a document's entry page, by the navigation and its link; an empty one offers the same link."""
        self.navigate(nama)
        self.follow(f"Isi {nama}")

    def fill(self, entries: Entries, *, inside: Element = None) -> None:
        """Fill the fields of the page's form."""
        where = one_form(self.main) if inside is None else inside
        for name, value in entries.items():
            if isinstance(value, str | bool):
                enter(self.field(name, inside=where), value)
            else:
                groups = list(where.iter("fieldset"))
                legend = re.compile(rf"{re.escape(name)}( \(opsional\))?")
                chosen = [one for one in groups if legend.fullmatch(words(one.find("legend")))]
                for label in value:
                    enter(self.field(label, inside=one_of(chosen, name, groups)), True)

    def send(self, button: str, *, inside: Element = None) -> None:
        """Press the button of a form; the page that follows is open then."""
        buttons = list(self._where(inside).iter("button"))
        pressed = one_of([one for one in buttons if name_of(one) == button], button, buttons)
        assert "disabled" not in pressed.attrib, button
        form = form_of(pressed)
        data: dict[str, list[Any]] = {}
        for one in self.page.iter("input", "select", "textarea"):
            if form_of(one) is form:
                for value in sent_by(one):
                    data.setdefault(one.name, []).append(value)
        if pressed.get("name"):
            data.setdefault(pressed.get("name"), []).append(pressed.get("value", ""))
        goal = urljoin(self.address, pressed.get("formaction") or form.get("action") or self.address)
        if (pressed.get("formmethod") or form.method).upper() == "GET":
            self.goto(f"{urlsplit(goal).path}?{urlencode(data, doseq=True)}")
        else:
            self._show(self._client.post(goal, data, follow=True))

    def press(self, button: str, *, inside: Element = None) -> None:
        """Press a button of the page that does something at once, and see that it was done."""
        self.send(button, inside=inside)
        self.ensure_stored()

    def store(self, button: str = "Simpan") -> None:
        """Save the page's form. Fails with the page's own words when it was refused."""
        self.press(button, inside=one_form(self.main))

    def add(self, link: str, *rows: Entries, inside: Element = None, row: str = "") -> None:
        """Follow the link to a new row, fill it, save it; further rows of the kind in a row."""
        self.follow(link, inside=inside, row=row)
        for one in rows[:-1]:
            self.fill(one)
            self.store("Simpan dan tambah lagi")
        self.fill(rows[-1])
        self.store()

    def ensure_stored(self) -> None:
        """The page tells of no problem, and that something was stored."""
        problem = [*self.page.find_class("masalah"), *self.page.find_class("pesan-galat")]
        assert not problem, f"{self.address}: {' '.join(map(words, problem))}"
        assert self.page.find_class("pesan-baik"), f"{self.address}: {words(self.main)[:300]}"


def one_form(main: Element) -> Element:
    forms = [one for one in main.find_class("formulir") if one.tag == "form"]
    return one_of(forms, "formulir", forms)


def form_of(element: Element) -> Element:
    """The form that a field or a button belongs to: the one that it names, or that it stands in."""
    if key := element.get("form"):
        return element.getroottree().getroot().get_element_by_id(key)
    return next(element.iterancestors("form"), None)


def labels(field: Element) -> list[str]:
    """By which it is called."""
    own = [name_of(field)] if field.get("aria-label") or field.get("aria-labelledby") else []
    around = (field.label, next(field.iterancestors("label"), None))
    return [*own, *(words(one) for one in around if one is not None)]


def enter(field: Element, value: str | bool) -> None:
    """Type it into the field, tick it, or choose what says it: exactly, or else what alone contains it."""
    assert not {"disabled", "readonly"} & set(field.attrib), labels(field)
    if isinstance(value, bool):
        if field.type == "radio":
            for other in form_of(field).xpath(".//input[@name=$name]", name=field.name):
                other.checked = False
        field.checked = value
    elif field.tag == "select":
        options = list(field.iter("option"))
        says = {one: words(one).lstrip("› ") for one in options}
        found = [one for one in options if says[one] == value] or [
            one for one in options if value in says[one]
        ]
        chosen = one_of(found, value, options)
        field.value = chosen.get("value", words(chosen))
    else:
        field.value = value


def sent_by(field: Element) -> list[str]:
    """What a form sends of it. ``form_values`` of lxml leaves out what is empty, sends "on" for the choice of nothing,
    and knows neither a fieldset that is shut nor the lines of a text."""
    if not field.name or "disabled" in field.attrib or field.xpath("ancestor::fieldset[@disabled]"):
        return []
    if field.tag == "select":
        chosen = field.value
        return list(chosen) if field.multiple else [] if chosen is None else [chosen]
    if field.tag == "textarea":
        return [re.sub(r"\r?\n", "\r\n", field.value.removeprefix("\n"))]
    if field.type in ("submit", "file"):
        return []
    if field.checkable:
        return [field.get("value", "on")] if field.checked else []
    return [field.get("value", "")]
