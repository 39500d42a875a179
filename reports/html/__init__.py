"""From the document tree to the one HTML, for the screen and for paper; the PDF is made from it.

``render_html(…)`` gives a file that stands alone; with ``mandiri=False`` the fragment for a web page, which links
its stylesheets (see :func:`style_sheet`) because the site's CSP refuses inline ones.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reports.document.tree import Dokumen
from reports.html.fragments import Fragments, put_in
from reports.html.media import AddressOf, embed, media_address
from reports.html.styles import DOKUMEN_STYLE, PAGE_STYLE, SCREEN_STYLE, standalone_styles, style_sheet
from reports.html.view import Fold, show
from reports.publish.naskah import PageSettings

__all__ = [
    "DOKUMEN_STYLE",
    "PAGE_STYLE",
    "SCREEN_STYLE",
    "AddressOf",
    "Fold",
    "embed",
    "media_address",
    "render_html",
    "style_sheet",
]

LANGUAGE = "id"


def render_html(
    dokumen: Dokumen,
    settings: PageSettings,
    *,
    standalone: bool = True,
    address: AddressOf = media_address,
    below: Mapping[str, SafeString] | None = None,
    fragments: Fragments | None = None,
    folds: Mapping[str, Fold] | None = None,
) -> str:
    """Return the HTML of a document; the same document and setting give the same text.

    ``address`` says where a picture is: :func:`media_address` for the PDF, ``embed(media)`` for a file that
    carries its pictures, a function that returns the view's URL for a web page. ``below`` is what a web page says
    of a part, a table or a figure, by its key, and no document prints. ``fragments`` are the parts of a page that
    were made before. ``folds`` are what a web page says of parts that it folds away, by their keys, and which of them
    it unfolds: every part of the body then, and nothing but the body.

    Raises :class:`ValueError` for a tree that cannot be printed truthfully (one anchor twice, a table whose rows
    do not fill its columns, a drawing that is no SVG) and for an unknown paper size.
    """
    if not standalone:
        view = show(dokumen, settings, address, fragments or Fragments())
        if folds is not None:
            folded = [(one, folds[one.part.key]) for one in view["body"]]
            return put_in(render_to_string("document/_folded.html", {"folded": folded}), below or {})
        return put_in(render_to_string("document/_dokumen.html", {"view": view}), below or {})
    view = show(dokumen, settings, address)
    context = {"view": view, "language": LANGUAGE, "styles": standalone_styles(dokumen, settings)}
    return render_to_string("document/dokumen.html", context)
