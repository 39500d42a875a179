"""What templates of entry pages repeat at every row: what can be done there, and what still waits for a reader."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from django.db import models
from django.template import Context
from django.urls import reverse
from django.utils.http import urlencode

from kecamatan.areas import own_words
from kecamatan.permissions import Hak
from sakip.entry.agreed import DOCUMENTS, SIGNED_KINDS, path_to_document
from sakip.entry.agreement import AgreementStep, may
from sakip.entry.copying import PREFIX
from sakip.entry.fields import target_text
from sakip.entry.kinds import ROW_KINDS, RowKind
from sakip.entry.place import EntryPlace
from sakip.entry.target_form import target_columns
from sakip.records.pages import PAGES
from sakip.records.realisasi.form import nilai_columns, nilai_text
from sakip.workbook.of_page import sheets_of_page

register = template.Library()


@dataclass(frozen=True, slots=True)
class Folded:
    """What is said of a section whose rows are folded away, and whether it is unfolded to begin with."""

    said: str
    open: bool


@register.inclusion_tag("sakip/row/_actions.html", takes_context=True)
def row_actions(context: Context, kode: str, row: models.Model) -> dict[str, Any]:
    """Links and buttons of one row; only its history for who may not write here."""
    kind = ROW_KINDS[kode]
    places = _places(context, kind.hak)
    return places | {
        "allowed": places["allowed"] and context["here"].agreed.of(row) is None,
        "kind": kind,
        "row": row,
        "row_name": str(row),
        "unreviewed": getattr(row, "ditinjau", True) is False,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("sakip/row/_add.html", takes_context=True)
def add_row(
    context: Context,
    kode: str,
    label: str,
    parent: models.Model | None = None,
    *,
    primary: bool = False,
    **start: Any,
) -> dict[str, Any]:
    """The link to a new row, below ``parent`` where the kind has a parent; ``start`` are values known already.

    Where rows of the kind can be typed line by line, or pasted as a table, a second link leads there.
    """
    kind = ROW_KINDS[kode]
    label = own_words(label, context["here"].kecamatan)
    query = urlencode(({"induk": parent.pk} if parent is not None else {}) | start)
    places = _places(context, kind.hak)
    # What is measured hangs on an indikator as well, and belongs to no document.
    of_a_document = parent is not None and path_to_document(kind.model) is not None
    allowed = places["allowed"] and not (of_a_document and context["here"].agreed.of(parent))
    return places | {
        "allowed": allowed,
        "kind": kind,
        "label": label,
        "query": f"?{query}" if query else "",
        "primary": primary,
        "many_address": _many_address(context["here"], kind, parent, start),
    }


def _many_address(
    here: EntryPlace, kind: RowKind, parent: models.Model | None, start: Mapping[str, Any]
) -> str:
    """Where many rows of the kind are typed or pasted at once; empty where they are not."""
    place = here.kecamatan.slug, here.tahun
    if kind.sheet:
        query = urlencode({"lembar": kind.sheet} | dict(start))
        return f"{reverse('tempel', args=(*place, kind.dokumen))}?{query}"
    if not kind.text_columns:
        return ""
    query = urlencode(({"induk": parent.pk} if parent is not None else {}) | dict(start))
    return f"{reverse('baris-sekaligus', args=(*place, kind.kode))}{f'?{query}' if query else ''}"


@register.simple_tag(takes_context=True)
def paste_address(context: Context) -> str:
    """Where a table is pasted into the document of the page, or of a part of it (``paste_code``); empty where there is
    none, or for who may not write."""
    here, page = context["here"], context.get("paste_code") or context["active"]
    if not here.may_enter or not sheets_of_page(page):
        return ""
    return reverse("tempel", args=(here.kecamatan.slug, here.tahun, page))


@register.inclusion_tag("sakip/entry/_agreement.html", takes_context=True)
def agreement(context: Context, document: models.Model, *, named: bool = False) -> dict[str, Any]:
    """Whether a document is agreed, since when and by whom, and where that is done; ``named`` where its name stands
    nowhere beside it."""
    here = context["here"]
    return {
        "document": document,
        "named": named,
        "jenis": DOCUMENTS[type(document)].value,
        "signed_electronically": DOCUMENTS[type(document)] in SIGNED_KINDS,
        "since": here.agreed.of(document),
        "replaced": here.agreed.replaced(document),
        "opening": here.agreed.opening(document),
        "may": may(AgreementStep.TETAPKAN, here.hak),
        "kecamatan": here.kecamatan,
        "tahun": here.tahun,
    }


@register.inclusion_tag("sakip/row/_review_mark.html")
def review_mark(row: Any) -> dict[str, Any]:
    """The mark of a copied row that nobody has confirmed yet."""
    return {"pending": getattr(row, "ditinjau", True) is False}


@register.inclusion_tag("sakip/row/_review_table.html", takes_context=True)
def review_table(context: Context, label: str, *kinds_and_rows: Any) -> dict[str, Any]:
    """The button that confirms all copied rows of a table, below it; nothing where fewer than two wait.

    A kind, its rows, another kind, its rows …: a table may show several.
    """
    pairs = zip(kinds_and_rows[::2], kinds_and_rows[1::2], strict=True)
    waiting = {kode: [str(row.pk) for row in rows if not row.ditinjau] for kode, rows in pairs}
    kind = ROW_KINDS[kinds_and_rows[0]]
    return _places(context, kind.hak) | {
        "kind": kind,
        "label": label,
        "waiting": {kode: ",".join(numbers) for kode, numbers in waiting.items() if numbers},
        "count": sum(map(len, waiting.values())),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("components/table_findings.html", takes_context=True)
def table_findings(context: Context, *code: object, level: int = 3) -> dict[str, Any]:
    """What the checks found in the table of that code (:class:`sakip.entry.page.PageTable`): it goes just above it.

    ``level`` is the level of its heading: one below that of the section it stands in.
    """
    kode = "-".join(map(str, code))
    temuan = context.get("temuan")
    return {"kode": kode, "temuan": temuan and temuan.tables.get(kode), "level": level}


@register.simple_tag(takes_context=True)
def folded(context: Context, kode: str, rows: Collection[Any]) -> Folded:
    """A section of rows of that kind, folded for who only looks.

    It is unfolded where something waits in it: rows that nobody has reviewed, what the checks found in its table, or
    its first row, of who may add one. A row or table named in the address is unfolded by the browser.
    """
    waiting = sum(getattr(row, "ditinjau", True) is False for row in rows)
    temuan = context.get("temuan")
    found = temuan and temuan.tables.get(kode)
    said = [f"{len(rows)} baris" if rows else "belum ada baris"]
    if waiting:
        said.append(f"{waiting} belum ditinjau")
    if found:
        said.append(found.count)
    empty = not rows and _places(context, ROW_KINDS[kode].hak)["allowed"]
    return Folded("; ".join(said), bool(waiting or found or empty))


@register.filter
def target(row: Any) -> str:
    """A row's target: as it is printed where that differs, else its value; empty where there is none."""
    if row is None:
        return ""
    columns = target_columns(row)
    return row.cetak or (target_text(columns) if columns else "")


@register.filter
def nilai(row: Any) -> str:
    """A recorded value: as it is printed where that differs, else itself; "tidak tersedia" with its reason."""
    return row.cetak or nilai_text(nilai_columns(row))


@register.filter
def title_of(all_pages: Iterable[Any], kode: str) -> str:
    """Title of the page of that code: of the navigation, or one of entry alone."""
    own = PAGES[kode].title or PAGES[kode].name if kode in PAGES else ""
    return next((str(h.title) for h in all_pages if h.kode == kode), own or kode[:1].upper() + kode[1:])


@register.filter
def undo_address(message: Any) -> str:
    """Where a message's "Urungkan" posts to; empty when there is nothing to undo."""
    prefix = "urungkan:"
    mark = next((t for t in (message.extra_tags or "").split() if t.startswith(prefix)), "")
    return str(mark.removeprefix(prefix))


@register.filter
def action_word(action: str) -> str:
    """A stable word of the trail as people say it: "catatan.diubah" → "Diubah", "salin.narasi" → "Disalin"."""
    if action.startswith(PREFIX):
        return "Disalin"
    word = action.rpartition(".")[2].replace("_", " ")
    return word[:1].upper() + word[1:]


def _places(context: Context, hak: Hak) -> dict[str, Any]:
    place = context["here"]
    allowed = place.may_enter if hak is Hak.ISI else hak in place.hak
    return {"kecamatan": place.kecamatan, "tahun": place.tahun, "allowed": allowed}
