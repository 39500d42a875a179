"""A page of entry: its code in the address, what its template shows, and where readers find it.

A record's ``page.py`` declares it as ``PAGE``; that and its template ``templates/sakip/entry/<code>.html`` are all
there is to add. Rows without a table of their own shape need no template: :func:`list_page`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from kecamatan.ground.constraints import Reviewable
from sakip.checks import Place
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.place import EntryPlace
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_angka


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTable:
    """A table or section of a page, above which its template shows what is wrong with its rows.

    The template asks for it by ``code`` (``{% table_findings %}``). ``kinds`` are the kinds of row in it; where the
    page has several of the same shape, ``rows`` says by which values of their key its own are told from the others'.
    """

    code: str
    kinds: tuple[str, ...]
    rows: tuple[tuple[str, str | int], ...] = ()

    def holds(self, place: Place) -> bool:
        """Whether the place is in it."""
        return place.kind in self.kinds and set(self.rows) <= set(place.key)


Tables = Callable[[Mapping[str, Any]], Iterable[PageTable]]
"""From what a page's template shows, the tables that it then has."""


def table_of_each(*kinds: str) -> Tables:
    """The tables of a page that has one for each of these kinds, whatever is recorded."""
    tables = tuple(PageTable(code=kind, kinds=(kind,)) for kind in kinds)
    return lambda _shown: tables


NO_TABLES: Final = table_of_each()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """``compose`` makes what the template shows, in a fixed number of queries.

    ``tables`` are those above which its template shows what the checks found in them; all else stands at the top.
    ``title`` puts the page on Ringkasan beside the documents of the year; without one another page leads to it.
    ``name`` is what it is called where it has no title. ``within`` is the code of the page of the navigation to which
    it belongs, where it is none itself.
    """

    code: str
    compose: Callable[[EntryPlace], dict[str, Any]]
    title: str = ""
    name: str = ""
    within: str = ""
    template: str = ""
    tables: Tables = NO_TABLES

    @property
    def template_name(self) -> str:
        """The template: of its own unless it says otherwise."""
        return self.template or f"sakip/entry/{self.code}.html"


def list_page(
    *, code: str, title: str, kind: str, columns: tuple[str, ...], intro: str, add: str, within: str = ""
) -> EntryPage:
    """The page of a kind of row that hangs on kecamatan and year: one plain table of these columns (1 query).

    ``kind`` is the code of its form, ``intro`` the sentence below the title, ``add`` the words of the button.
    """

    def compose(place: EntryPlace) -> dict[str, Any]:
        model: Any = ROW_KINDS[kind].model
        rows = model.objects.for_kecamatan(place.kecamatan).for_tahun(place.tahun)
        if references := [column for column in columns if model._meta.get_field(column).is_relation]:
            rows = rows.select_related(*references)
        names = [str(model._meta.get_field(column).verbose_name) for column in columns]
        return {
            "list_title": title,
            "introduction": intro,
            "kind": kind,
            "add_label": add,
            "columns": [f"{name[:1].upper()}{name[1:]}" for name in names],
            "rows": [(row, [_said(row, column) for column in columns]) for row in rows],
            "copied": list(rows) if issubclass(model, Reviewable) else [],
        }

    return EntryPage(
        code=code,
        compose=compose,
        title=title,
        within=within,
        template="sakip/entry/_list.html",
        tables=table_of_each(kind),
    )


def _said(row: Any, column: str) -> object:
    """What a cell shows: of a choice its words, of a number and a day how they are printed."""
    match getattr(row, column):
        case Decimal() | int() as number if not isinstance(number, bool):
            return format_angka(number)
        case date() as day:
            return format_tanggal(day)
        case value:
            return getattr(row, f"get_{column}_display", lambda: value)()
